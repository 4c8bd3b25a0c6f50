import { withoutEntities } from './bare-text.ts';
import { metadataSchema, type Page } from './metadata.ts';

/**
 * The plain text of a Markdown file (CommonMark, tables and footnotes) and its front matter: title, outlet, author,
 * published, url. If the front matter has no title, a heading at the top is the title. Lines of a paragraph are joined,
 * and marks that are not words left out. Linear in its length.
 */
export async function readMarkdown(markdown: string): Promise<Page> {
  const { metadata, body } = await frontMatter(markdown.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'));
  const blocks = blocksOf(withoutComments(body));
  let { title = null } = metadata;
  if (title === null && blocks[0]?.heading) title = inline(blocks.shift()!.text);
  const text = blocks.map((block) => inline(block.text)).join('\n\n');
  return { ...metadata, title: title && (await withoutEntities(title)), text: await withoutEntities(text) };
}

/** Names that site generators use for the same fields. */
const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  title: ['headline'],
  outlet: ['source', 'publisher', 'site', 'publication'],
  author: ['authors', 'byline'],
  published: ['date', 'pubdate', 'publishdate', 'published_at', 'created'],
  url: ['link', 'canonical', 'source_url', 'canonical_url'],
};

async function frontMatter(markdown: string): Promise<{ metadata: Partial<Page>; body: string }> {
  const opening = /^---[ \t]*\n/.exec(markdown);
  const closing = opening && /\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(markdown.slice(0, LONGEST_FRONT_MATTER));
  if (!opening || !closing) return { metadata: {}, body: markdown };
  const fields = await fieldsOf(markdown.slice(opening[0].length, closing.index + 1));
  const named = Object.entries(SYNONYMS).map(([name, others]) => [
    name,
    [name, ...others].map((key) => fields.get(key)).find((value) => value != null),
  ]);
  return {
    metadata: metadataSchema.parse(Object.fromEntries(named)),
    body: markdown.slice(closing.index + closing[0].length),
  };
}

const LONGEST_FRONT_MATTER = 20_000;

/**
 * Front matter as YAML or, if it is not valid YAML (`title: Senate: the vote`), line by line. Keys are in lower case.
 */
async function fieldsOf(yaml: string): Promise<ReadonlyMap<string, unknown>> {
  const { parse } = await import('yaml');
  try {
    const value: unknown = parse(yaml, { maxAliasCount: 100 });
    if (value !== null && typeof value === 'object')
      return new Map(Object.entries(value).map(([key, field]) => [key.toLowerCase(), field]));
  } catch {
    // Not YAML.
  }
  const lines = yaml.matchAll(/^(\w+)[ \t]*:[ \t]*(.*)$/gm);
  return new Map(
    Array.from(lines, ([, key, value]) => [key!.toLowerCase(), value!.replace(/^(["'])(.*)\1\s*$/, '$2')]),
  );
}

interface Block {
  readonly text: string;
  readonly heading: boolean;
}

/** The paragraphs, headings, list items and table rows of `body`, without their marks. */
function blocksOf(body: string): Block[] {
  const blocks: Block[] = [];
  let paragraph: string[] = [];
  const finish = (heading = false) => {
    if (paragraph.length > 0) blocks.push({ text: paragraph.join(' '), heading });
    paragraph = [];
  };
  for (const raw of body.split('\n')) {
    const line = raw.slice(QUOTED.exec(raw)![0].length).trim();
    const kind = KINDS.find(({ pattern }) =>
      pattern.test(line.length <= LONGEST_MARK ? line : line.slice(0, 20)),
    );
    if (kind?.name === 'underline' && paragraph.length > 0) finish(true);
    else if (kind?.name === 'heading') {
      finish();
      paragraph = [line.replace(/^#+\s*/, '').replace(/\s*#*$/, '')];
      finish(true);
    } else if (kind?.name === 'item' || kind?.name === 'row') {
      finish();
      paragraph = [kind.name === 'item' ? line.replace(ITEM, '') : line.replace(/^\||\|$/g, '').trim()];
      if (kind.name === 'row') finish();
    } else if (kind) finish();
    else {
      paragraph.push(line.replace(/\\$/, ''));
      // Nobody wraps lines this late, so it is a paragraph of its own, as is a line that ends with a marked break.
      if (line.length > 120 || raw.endsWith('  ') || line.endsWith('\\')) finish();
    }
  }
  finish();
  return blocks;
}

const QUOTED = /^(?:[ \t]{0,3}>)*/;
const ITEM = /^[-*+]\s+(?:\[[ xX]\]\s+)?/;
const LONGEST_MARK = 500;

/** What a line's marks make of it. A line that is no heading, item or row is text. The first match wins. */
const KINDS: readonly { readonly name: string; readonly pattern: RegExp }[] = [
  { name: 'blank', pattern: /^$/ },
  { name: 'fence', pattern: /^(?:`{3}|~{3})/ },
  { name: 'underline', pattern: /^(?:={2,}|-{2,})$/ },
  { name: 'rule', pattern: /^(?:[-*_]\s*){3,}$/ },
  { name: 'delimiter', pattern: /^\|?(?:\s*:?-+:?\s*\|)+\s*(?::?-+:?)?$/ },
  { name: 'definition', pattern: /^\[[^\][^]+\]:\s/ },
  { name: 'heading', pattern: /^#{1,6}(?:\s|$)/ },
  { name: 'item', pattern: /^(?:[-*+]|\d{1,3}[.)])\s/ },
  { name: 'row', pattern: /^\|/ },
];

/** Links, emphasis and the like within a paragraph, and what each leaves behind. */
const INLINE: readonly (readonly [pattern: RegExp, left: string])[] = [
  [/!\[[^[\]]*\](?:\([^()\s]*(?:\([^()]*\)[^()\s]*)*(?:\s+"[^"]*")?\)|\[[^[\]]*\])/g, ''],
  [/\[\^[^[\]]+\]:?/g, ''],
  [/\[([^[\]]*)\](?:\([^()\s]*(?:\([^()]*\)[^()\s]*)*(?:\s+"[^"]*")?\)|\[[^[\]]*\])/g, '$1'],
  [/<(https?:[^<>\s]+|[^<>\s@]+@[^<>\s@]+)>/g, '$1'],
  [/<\/?[a-zA-Z][^<>]*>/g, ''],
  [/(?<![\\*])(\*{1,3})(?=[^\s*])([^*]*[^*\s\\])\1/g, '$2'],
  [/(?<![\\*])(\*{1,3})(?=[^\s*])([^*]*[^*\s\\])\1/g, '$2'],
  [/(?<![\\\p{L}\p{N}_])(_{1,3})(?=[^\s_])([^_]*[^_\s\\])\1(?![\p{L}\p{N}_])/gu, '$2'],
  [/~~([^~]+)~~/g, '$1'],
  [/(`{1,2})([^`]+)\1/g, '$2'],
  [/\\([!-/:-@[-`{-~])/g, '$1'],
];

function inline(text: string): string {
  if (!/[[\]*_<`~\\]/.test(text)) return text;
  return INLINE.reduce((rest, [pattern, left]) => rest.replace(pattern, left), text);
}

function withoutComments(text: string): string {
  let rest = '';
  let at = 0;
  for (let open = text.indexOf('<!--'); open >= 0; open = text.indexOf('<!--', at)) {
    const close = text.indexOf('-->', open + 4);
    if (close < 0) break;
    rest += text.slice(at, open);
    at = close + 3;
  }
  return rest + text.slice(at);
}
