import { pick, type Random } from '../support/random.ts';

/** What formats, encodings and Discord take for more than text. */
const TOKENS = [
  '\0',
  '\r',
  '\n\n',
  '\u2028',
  '\u202e',
  '\ufeff',
  '\ud800',
  '”',
  '“',
  '‘',
  '’',
  '"',
  '…',
  '<',
  '</p>',
  '<script>',
  '<!--',
  '<div>',
  '&amp;',
  '&#x0;',
  '---\n',
  '```',
  '](http://',
  '**',
  '||',
  '@everyone',
  '<@1>',
  '{"id":1,"text":',
  '\\u0000',
  'said',
  ' denied ',
  'according to',
  '\u00a0',
  '\u00ad',
  '\u0301',
  '😀',
  '%PDF-',
  'PK\u0003\u0004',
  'U.S. ',
  'Mr. ',
  ' — ',
  ':',
  ';',
  '(',
  ')',
  '[',
  '{',
];

/** `bytes` with one to eight faults in it: bytes flipped, cut out, doubled, moved, or a token put in. */
export function mutate(bytes: Uint8Array, next: Random): Uint8Array {
  let out = Buffer.from(bytes);
  for (let faults = 1 + Math.floor(next() * 8); faults > 0; faults--) {
    const at = Math.floor(next() * (out.length + 1));
    const length = Math.floor(next() ** 3 * Math.min(2_000, out.length - at));
    const [before, part, after] = [
      out.subarray(0, at),
      out.subarray(at, at + length),
      out.subarray(at + length),
    ];
    const changed = [
      () => [before, after],
      () => [before, part, part, after],
      () => [after, part, before],
      () => [before, Buffer.from(pick(TOKENS, next).repeat(1 + Math.floor(next() ** 4 * 400))), part, after],
      () => [before, Buffer.from(part.map((byte) => byte ^ (1 << Math.floor(next() * 8)))), after],
      () => [before, part],
    ];
    out = Buffer.concat(pick(changed, next)()).subarray(0, 60_000);
  }
  return out;
}

/** A line as a member might type it, or as somebody who means harm would. */
export function typed(words: readonly string[], next: Random): string {
  const parts = Array.from({ length: Math.floor(next() * 9) }, () => {
    const kind = next();
    if (kind < 0.6) return pick(words, next);
    if (kind < 0.8) return pick(TOKENS, next);
    if (kind < 0.9)
      return pick(
        ['foo:bar', '+x', '-y', '*', 'abcdefghijklmnop~8', 'a^9', '\\', 'c:d:e', '__proto__', 'constructor'],
        next,
      );
    return String.fromCodePoint(Math.floor(next() * 0x2fff)).repeat(Math.floor(next() * 40));
  });
  return parts.join(next() < 0.8 ? ' ' : '').slice(0, 6_000);
}
