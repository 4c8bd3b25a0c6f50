import fc from 'fast-check';
import { expect, test } from 'vitest';
import { data, quotation } from '../../src/discord/markdown.ts';
import { type Block, type Inline, plainText, readMarkdown } from '../../src/preview/markdown.ts';

/** The first line of what is read, in a short form: `{strong a}`. */
function short(text: string): string {
  const inline = (part: Inline): string => {
    if (typeof part === 'string') return part;
    const { type, ...rest } = part;
    const inside = 'inside' in part ? part.inside.map(inline).join('') : '';
    const facts = Object.entries(rest).flatMap(([key, value]) => (key === 'inside' ? [] : [String(value)]));
    return `{${[type, ...facts].join(' ')}${inside && ` ${inside}`}}`;
  };
  const block = (each: Block): string => {
    if (each.type === 'lines') return each.lines.map((line) => line.map(inline).join('')).join('/');
    if (each.type === 'quote') return `[quote ${each.inside.map(block).join(' ')}]`;
    if (each.type === 'list')
      return `[${each.ordered ? 'ol' : 'ul'} ${each.items.map((item) => item.depth + item.inside.map(inline).join('')).join(',')}]`;
    if (each.type === 'code-block') return `[code ${each.text}]`;
    return `[${each.type} ${'level' in each ? `${each.level} ` : ''}${each.inside.map(inline).join('')}]`;
  };
  return readMarkdown(text).map(block).join(' ');
}

test.each([
  ['**a** *b* _c_ __d__ ~~e~~ ||f||', '{strong a} {em b} {em c} {underline d} {strike e} {spoiler f}'],
  ['***both***', '{strong {em both}}'],
  ['*a **b** c*', '{em a {strong b} c}'],
  ['**a *b***', '{strong a {em b}}'],
  ['snake_case_name', 'snake_case_name'],
  ['2 * 3 * 4', '2 * 3 * 4'],
  ['**open', '**open'],
  ['\\*\\*no\\*\\* \\<@1\\> \\# \\\\', '**no** <@1> # \\'],
  ['¯\\_(ツ)_/¯', '¯_(ツ)_/¯'],
  ['`a *b*` ``c`d``', '{code a *b*} {code c`d}'],
  ['[text](https://example.org/a)', '{link https://example.org/a text}'],
  ['[text](javascript:alert(1))', '[text](javascript:alert(1))'],
  ['see https://example.org/a_b.', 'see {link https://example.org/a_b https://example.org/a_b}.'],
  ['<https://example.org>', '{link https://example.org https://example.org}'],
  ['<@1> <@!2> <@&3> <#4> </corpus add:5>', '{user 1} {user 2} {role 3} {channel 4} {command corpus add 5}'],
  ['<t:1700000000:R> <a:wave:6>', '{time 1700000000 R} {emoji :wave:}'],
  ['@everyone @here mail@example.org', '{everyone @everyone} {everyone @here} mail@example.org'],
  ['# a\n## b\n### c\n#### d', '[heading 1 a] [heading 2 b] [heading 3 c] #### d'],
  ['-# small\nbig', '[small small] big'],
  ['> a\n> b\n-# c', '[quote a/b] [small c]'],
  ['> # a\n> - b\nc', '[quote [heading 1 a] [ul 0b]] c'],
  ['>>> a\nb', '[quote a/b]'],
  ['- a\n  - b\n* c\n1. d', '[ul 0a,1b,0c] [ol 0d]'],
  ['a ```ts\n*b*\n``` c', 'a  [code *b*]  c'],
  ['a\n\nb', 'a//b'],
])('%j reads as %s', (text, read) => {
  expect(short(text)).toBe(read);
});

test('whatever an article says, a reader of its quotation sees just that', () => {
  const flat = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
  const printable = fc.oneof(
    fc.string({ unit: 'grapheme-ascii', maxLength: 80 }),
    fc.array(fc.constantFrom('“', '”', 'é', 'ß', '…', ' ', '\n', '**', '> ', '`', '😀', '@here', '\\'), {
      maxLength: 30,
    }),
  );
  fc.assert(
    fc.property(printable, (given) => {
      const text = typeof given === 'string' ? given : given.join('');
      expect(flat(plainText(quotation(text)))).toBe(flat(text));
      expect(plainText(data(text))).toBe(flat(text));
    }),
  );
});

test('no text of a member or an article becomes markup, a mention or a link', () => {
  const marks = [
    '*',
    '_',
    '~',
    '|',
    '`',
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
    '@',
    '#',
    '\\',
    ':',
    '/',
    '-',
    '.',
    'a',
    '1',
    ' ',
  ];
  const known = [
    '@everyone',
    '<@1>',
    'https://a.b',
    '[a](https://a.b)',
    '**a**',
    '\n> ',
    '\n# ',
    '-# ',
    '```',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...marks, ...known), { maxLength: 30 }), (parts) => {
      const text = parts.join('');
      expect([...typesIn(readMarkdown(`x ${data(text)}`))]).toEqual(['lines']);
      expect([...typesIn(readMarkdown(data(text)))].filter((type) => type !== 'lines')).toEqual([]);
      expect(typesIn(readMarkdown(quotation(text)))).toEqual(new Set(['quote', 'lines']));
    }),
  );
});

function typesIn(value: unknown): Set<string> {
  const found = new Set<string>();
  const visit = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    if ('type' in part) found.add(String(part.type));
    for (const inner of Object.values(part)) visit(inner);
  };
  visit(value);
  return found;
}

test.each([
  '*',
  '_',
  '`',
  '[',
  '<',
  '||',
  '~~',
  '**a',
  '[a](',
  '[a](http://a ',
  '](http://',
  '*a **b __c ',
  '-# ',
  '`` ` ',
  '\\',
])('twenty thousand times %j is read at all', (piece) => {
  // Anything quadratic would not come to an end within the time that a test has.
  expect(plainText(piece.repeat(20_000)).length).toBeGreaterThan(0);
});
