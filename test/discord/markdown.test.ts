import { parse } from 'discord-markdown-parser';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { data, plain, quotation, target, undata } from '../../src/discord/markdown.ts';

interface Node {
  readonly type: string;
  readonly content?: string | Node | readonly Node[];
  /** Of an emoji of Unicode's: the emoji. */
  readonly name?: string;
}

/** Text as Discord's readers see it, and the kinds of markup met on the way. */
function seen(markdown: string) {
  const kinds = new Set<string>();
  const textOf = (node: Node | readonly Node[] | string | undefined): string => {
    if (node === undefined) return '';
    if (typeof node === 'string') return node;
    if (Array.isArray(node)) return node.map(textOf).join('');
    const one = node as Node;
    kinds.add(one.type);
    return one.type === 'br' || one.type === 'newline' ? '\n' : textOf(one.content ?? one.name);
  };
  const text = textOf(parse(markdown, 'extended') as Node[]);
  return { text, kinds: [...kinds].filter((kind) => !['text', 'br', 'newline', 'twemoji'].includes(kind)) };
}

/** Snippets that mean something to Discord, between ordinary characters. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          '**',
          '*',
          '_',
          '__',
          '~~',
          '||',
          '`',
          '```',
          '> ',
          '>>> ',
          '# ',
          '## ',
          '-# ',
          '- ',
          '1. ',
          '[a](https://x.example)',
        ],
        ...[
          '<@123456789012345678>',
          '<@&123456789012345678>',
          '<#123456789012345678>',
          '@everyone',
          '@here',
          '</ask:123456789012345678>',
        ],
        ...[
          '<:wave:123456789012345678>',
          '<a:wave:123456789012345678>',
          ':wave:',
          '<t:1600000000:R>',
          '<id:home>',
          '¯\\_(ツ)_/¯',
        ],
        ...[
          'https://x.example/a_b_',
          '<https://x.example>',
          'mailto:a@b.example',
          '\n',
          ' ',
          '\\',
          '\\\\',
          'word',
          '’',
          '😀',
          'é',
        ],
      ),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

const spansOf = (text: string) =>
  fc.array(
    fc
      .tuple(fc.nat(text.length), fc.nat(text.length))
      .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) })),
    { maxLength: 3 },
  );

describe('A quotation on Discord', () => {
  it('shows exactly the characters of the article, whatever they would mean to Discord', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const { text: shown, kinds } = seen(quotation(text));
        expect(shown.replace(/\n$/, '')).toBe(visible(text));
        expect(kinds).toEqual(['blockQuote']);
      }),
      { numRuns: 2000 },
    );
  });

  it('shows the same with words in bold, and nothing else than bold is added', () => {
    fc.assert(
      fc.property(
        hostile.chain((text) => fc.tuple(fc.constant(text), spansOf(text))),
        ([text, spans]) => {
          const { text: shown, kinds } = seen(quotation(text, spans));
          expect(shown.replace(/\n$/, '')).toBe(visible(text));
          expect(['blockQuote', 'strong']).toEqual(expect.arrayContaining(kinds));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['a line of its own', 'one\ntwo', '> one\n> two'],
    ['a heading', '# Not a heading', '> \\# Not a heading'],
    ['a numbered list', '1. First', '> 1\\. First'],
    ['small print', '-# — The Times', '> \\-# — The Times'],
    ['a line separator', 'one\u2028two', '> one\n> two'],
    ['a carriage return', 'one\r\ntwo', '> one\n> two'],
    ['a time of day', 'at 12:30 sharp', '> at 12\\:30 sharp'],
  ])('keeps %s inside the quotation', (_, text, shown) => {
    expect(quotation(text)).toBe(shown);
  });

  it('ends a change of writing direction with its line', () => {
    expect(quotation('abc \u202edef\nghi')).toBe('> abc \u202edef\u202c\n> ghi');
    expect(quotation('abc \u2067def\u2069')).toBe('> abc \u2067def\u2069');
  });

  it('puts matched words in bold, once where matches touch', () => {
    const bold = [
      { start: 0, end: 3 },
      { start: 3, end: 5 },
      { start: 8, end: 9 },
    ];
    expect(quotation('denied it all', bold)).toBe('> **denie**d i**t** all');
  });
});

/** What there is to see of a text: every way to end a line looks the same. */
const visible = (text: string) =>
  text
    .replace(UNSEEN, '')
    .replace(/\r\n|[\r\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/\n$/, '');

/** What has no form to be seen by. */
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is not seen
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufff9-\ufffb\p{Surrogate}]/gu;

describe('A name or question in a line of ours', () => {
  it('is one line and shows exactly its visible characters', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const { text: shown, kinds } = seen(`name: ${data(text)}`);
        expect(shown).toBe(`name: ${plain(text)}`);
        expect(kinds).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it('can be read back from what was shown', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(undata(data(text))).toBe(plain(text));
      }),
    );
  });

  it('cannot turn the direction of what follows', () => {
    expect(data('abc\u202e\u2066\u200f\u200bdef')).toBe('abcdef');
  });
});

describe('A link to an article', () => {
  it.each([
    ['https://echo.example/harbour', 'https://echo.example/harbour'],
    [
      'https://echo.example/a) [b](https://evil.example',
      'https://echo.example/a%29%20%5Bb%5D%28https://evil.example',
    ],
    ['javascript:alert(1)', null],
    ['not a link', null],
    [null, null],
  ])('of %s goes to %s', (url, expected) => {
    expect(target(url)).toBe(expected);
  });
});
