/**
 * A copy of `text` of exactly the same length, for matching only; people are shown the raw text.
 *
 * - Double quotation marks of any make become `“` or `”` by the part they play, so that `public. “` ends in `”`;
 *   one that plays neither part (inches) becomes `"`.
 * - Single ones become `‘` or `’` where they quote and `'` where they are apostrophes, so that `CNN‘s` is `CNN's`.
 * - Every kind of space but line breaks becomes a plain space, hyphens become `-`, bars become `—`.
 * - Links that a page squeezed in behind a name become blanks: see `withoutLinks`.
 *
 * Quotation marks are paired within one line. Linear in the length of the text. The last copy of a text is kept: all that
 * read an article ask for it, and for copies of its names and phrases in between.
 */
export function normalise(text: string): string {
  if (text.length < PHRASE) return copyOf(text);
  if (last.text !== text) last = { text, copy: copyOf(text) };
  return last.copy;
}

let last = { text: '', copy: '' };

/** UTF-16 units: what is shorter is soon copied again. */
const PHRASE = 256;

function copyOf(text: string): string {
  if (!NEEDS_WORK.test(text)) return withoutLinks(text);
  const plain = withoutLinks(text.replace(SPACES, ' ').replace(HYPHENS, '-').replace(BARS, '—'));
  // Put together at once: a text that grows piece by piece stays in pieces, which are slow to read letter by letter.
  const parts: string[] = [];
  let copied = 0;
  let doubleOpen = false;
  let singleOpen = false;
  MARKS.lastIndex = 0;
  while (MARKS.test(plain)) {
    const at = MARKS.lastIndex - 1;
    const mark = plain[at]!;
    if (mark === '\n') {
      doubleOpen = false;
      singleOpen = false;
      continue;
    }
    const before = plain[at - 1] ?? '\n';
    const after = plain[at + 1] ?? '\n';
    let becomes: string;
    if (DOUBLE.has(mark)) {
      becomes = doubleMark(mark, before, after, doubleOpen);
      if (becomes !== '"') doubleOpen = becomes === '“';
    } else {
      becomes = singleMark(mark, before, after, singleOpen, plain.slice(at + 1, at + 6));
      if (becomes === '’' && before === 's' && POSSESSIVE.test(plain.slice(at + 1, at + AHEAD)))
        becomes = "'";
      if (becomes !== "'") singleOpen = becomes === '‘';
    }
    parts.push(plain.slice(copied, at), becomes);
    copied = at + 1;
  }
  parts.push(plain.slice(copied));
  return parts.join('');
}

/**
 * `text` with blanks, as many, in place of the links that a page squeezed in behind a name: the name in full, run into headlines,
 * up to `MORE`. They are nobody's words, and break the sentence in two.
 */
export function withoutLinks(text: string): string {
  return text.includes('MORE') ? text.replace(LINKS, (links) => ' '.repeat(links.length)) : text;
}

/** Of *Ida Brandt Ida Maria BrandtMayor rejects bids MORE* all but the first two words. */
const LINKS =
  /(?<=(\p{Lu}[\p{L}'’-]{1,30})(?: (?:Jr|Sr)\.?| I{2,3})?) (?:[\p{Lu}(][\p{L}.'’)-]{0,30} ){0,5}?\1(?:MORE|(?=[\p{Lu}\p{N}'‘“"])[^\n]{0,800}? MORE)(?![\p{L}\p{N}:])/gu;

const SPACES = /[\t\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff]/g;
const HYPHENS = /[\u2010\u2011\ufe63\uff0d]/g;
const BARS = /\u2015/g;
const MARKS = /["“”„‟«»″＂'‘’‚‛′`´\n]/g;
const NEEDS_WORK =
  /["“”„‟«»″＂'‘’‚‛′`´\t\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff\u2010\u2011\u2015\ufe63\uff0d]/;
const DOUBLE = new Set('"“”„‟«»″＂');
const OPENING = new Set('“„‟«‘‚‛`');
const CLOSING = new Set('”»’´');

const SPACE = /\s/;
const WORD = /[\p{L}\p{N}]/u;
/** What may stand right before a quotation: a space, a bracket, a dash, another opening mark. */
const LEADS = /[\s([{—–\-/“‘]/;
/**
 * What comes after an apostrophe, "the workers' cars were out,' he said", rather than after the end of a quotation: words, and a
 * closing mark behind a comma or a stop before any that opens.
 */
const POSSESSIVE =
  /^ \p{Ll}(?:[^\n'’‘`´"“”.,?!…]|[.,?!…](?!['’])|(?<=\p{L})['’](?=\p{L})|(?<=s)['’](?= \p{Ll}))*[.,?!…]['’](?!\p{L})/u;
/** How far is looked for it, in UTF-16 units. */
const AHEAD = 400;
/** Words written with a leading apostrophe. */
const ELISION = /^(?:\d0s|\d\ds?\b|em\b|til\b|tis\b|twas\b|cause\b|n\b|bout\b|round\b)/i;

function doubleMark(mark: string, before: string, after: string, open: boolean): '“' | '”' | '"' {
  const led = LEADS.test(before) || (before === '"' && OPENING.has(mark));
  const ends = SPACE.test(after);
  if (led && !ends) {
    // A closing mark behind a space, as in « word »,
    if (open && CLOSING.has(mark) && SPACE.test(before) && !WORD.test(after)) return '”';
    return SPACE.test(before) || !open || OPENING.has(mark) ? '“' : '”';
  }
  if (!led && !WORD.test(after)) {
    if (!open && mark === '"' && /\d/.test(before)) return '"';
    return '”';
  }
  // Space on both sides or on neither: the pairing decides, then the mark's own form.
  if (open) return '”';
  return CLOSING.has(mark) ? '”' : '“';
}

function singleMark(
  mark: string,
  before: string,
  after: string,
  open: boolean,
  ahead: string,
): '‘' | '’' | "'" {
  const afterWord = WORD.test(before);
  const beforeWord = WORD.test(after);
  if (afterWord && beforeWord) return "'";
  if (afterWord) return open ? '’' : "'";
  if (LEADS.test(before) && !SPACE.test(after)) {
    if (beforeWord && !(OPENING.has(mark) && mark !== '`') && ELISION.test(ahead)) return "'";
    return CLOSING.has(mark) && beforeWord ? "'" : '‘';
  }
  return open || !beforeWord ? '’' : '‘';
}
