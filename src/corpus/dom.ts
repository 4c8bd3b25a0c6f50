/** The part of the Document Object Model used here. The compiler's own types are for browsers. */
export interface HtmlNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly firstChild: HtmlNode | null;
  readonly nextSibling: HtmlNode | null;
  readonly parentNode: HtmlNode | null;
  readonly textContent: string | null;
  getAttribute(name: string): string | null;
  remove(): void;
}

export interface HtmlDocument {
  readonly documentElement: HtmlNode | null;
  querySelector(selector: string): HtmlNode | null;
}

const ELEMENT = 1;
const TEXT = 3;

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Elements that stand on lines of their own. */
export const BLOCKS = set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BR CENTER DD DIV DL DT FIELDSET FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TBODY TFOOT THEAD TR UL',
);

/** Elements without any of the article. */
const IDLE = set(
  'AUDIO BUTTON CANVAS DIALOG EMBED FIGCAPTION FOOTER FORM IFRAME IMG INPUT LABEL NAV NOSCRIPT OBJECT OPTION PICTURE SELECT SOURCE STYLE SVG TEMPLATE TEXTAREA VIDEO',
);

/** Class names that pages give to captions and boxes within an article. */
const BOX =
  /(?:^|[\s_-])(?:caption|credit|newsletter|related|share|social|advert(?:isement)?|promo)(?:$|[\s_-])/i;

/** Whether elements are nested more than `most` levels deep. */
export function isTooDeep(root: HtmlNode, most: number): boolean {
  let depth = 0;
  let node: HtmlNode | null = root;
  while (node) {
    if (node.firstChild) {
      node = node.firstChild;
      if (++depth > most) return true;
      continue;
    }
    while (node !== root && !node.nextSibling) {
      node = node.parentNode!;
      depth--;
    }
    node = node === root ? null : node.nextSibling;
  }
  return false;
}

/**
 * Removes what holds no text of an article, but keeps the page's own facts. Returns the work left for Readability: one
 * for every remaining element, and more for deep ones, since it goes up from each through all above it.
 */
export function prune(node: HtmlNode, depth = 0): { readonly cost: number; readonly text: boolean } {
  let cost = 1 + depth ** 2 / 400;
  let text = false;
  for (let child = node.firstChild; child; ) {
    const next: HtmlNode | null = child.nextSibling;
    const name = child.nodeName.toUpperCase();
    if (child.nodeType === TEXT) text ||= /\S/.test(child.textContent ?? '');
    else if (child.nodeType !== ELEMENT || IDLE.has(name)) child.remove();
    else {
      const within = prune(child, depth + 1);
      if (within.text || KEPT.has(name)) cost += within.cost;
      else child.remove();
      text ||= within.text;
    }
    child = next;
  }
  return { cost, text };
}

/** Elements that have no text but are needed. */
const KEPT = set('BASE BODY BR HEAD HR HTML LINK META TIME TITLE');

/** The text of `root`, with every block on a line of its own and a blank line before it. */
export function textOf(root: HtmlNode): string {
  let text = '';
  const visit = (node: HtmlNode): void => {
    if (node.nodeType === TEXT) text += (node.textContent ?? '').replace(/[ \t\r\n\f]+/g, ' ');
    if (node.nodeType !== ELEMENT) return;
    const name = node.nodeName.toUpperCase();
    if (node !== root && (IDLE.has(name) || BOX.test(node.getAttribute('class') ?? ''))) return;
    const apart = BLOCKS.has(name) ? '\n\n' : name === 'TD' || name === 'TH' ? ' ' : '';
    text += apart;
    for (let child = node.firstChild; child; child = child.nextSibling) visit(child);
    text += apart;
  };
  visit(root);
  return withPlainBreaks(text);
}

/** Reduces the breaks between the blocks of a text to one or two line ends. */
export function withPlainBreaks(text: string): string {
  return text.replace(/ ?\n[ \n]*/g, (run) => (/\n ?\n/.test(run) ? '\n\n' : '\n'));
}
