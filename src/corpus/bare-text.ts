import { BLOCKS, withPlainBreaks } from './dom.ts';

/** The text of a page without its tags, each block on a line of its own. Linear in the length of `html`. */
export async function bareText(html: string): Promise<string> {
  let text = '';
  let at = 0;
  for (let open = html.indexOf('<'); open >= 0; open = html.indexOf('<', at)) {
    text += html.slice(at, open);
    const tag = TAG.exec(html.slice(open, open + 30));
    if (!tag) {
      text += '<';
      at = open + 1;
      continue;
    }
    const name = (tag[2] ?? '').toUpperCase();
    if (BLOCKS.has(name)) text += '\n\n';
    const end = tag[0] === '<!--' ? /-->/g : tag[1] === '/' ? />/g : (RAW.get(name) ?? />/g);
    end.lastIndex = open + 1;
    // An element that is never closed swallows the rest, as in browsers.
    at = end.test(html) ? end.lastIndex : html.length;
  }
  return withoutEntities(withPlainBreaks((text + html.slice(at)).replace(/[ \t\r\f]+/g, ' ')));
}

const TAG = /^<(\/?)([a-zA-Z][a-zA-Z0-9]*)|^<!--|^<[!?]/;

/** Elements whose content is not text, with the pattern for their end. */
const RAW: ReadonlyMap<string, RegExp> = new Map(
  ['SCRIPT', 'STYLE', 'TEMPLATE', 'TEXTAREA', 'TITLE', 'SVG', 'IFRAME', 'NOSCRIPT'].map((name) => [
    name,
    new RegExp(`</${name}\\s{0,9}>`, 'gi'),
  ]),
);

/** `text` with entities such as `&amp;` replaced by what they stand for. Everything else stays. */
export async function withoutEntities(text: string): Promise<string> {
  if (!text.includes('&')) return text;
  const { parseHTML } = await import('linkedom');
  const { document } = parseHTML(`<html><body>${text.replaceAll('<', '&lt;')}</body></html>`);
  return document.querySelector('body')?.textContent ?? '';
}
