import { expect, test } from 'vitest';
import { tag } from '../../src/attribution/tag.ts';

/** The texts of the quotations found. */
const quoted = (text: string) => tag(text).quotations.map(({ start, end }) => text.slice(start, end));

test.each([
  ['curly marks', 'He said “not today” twice.', ['“not today”']],
  ['straight marks', 'He said "not today" and "not tomorrow".', ['"not today"', '"not tomorrow"']],
  ['an opening mark that closes', '“We won. “', ['“We won. “']],
  [
    'a quotation in a quotation',
    '“He told me ‘never’ and left,” she said.',
    ['“He told me ‘never’ and left,”'],
  ],
  ['single marks alone', 'The so-called ‘harbor pact’ failed.', ['‘harbor pact’']],
  ['apostrophes', 'The mayors’ cars weren’t theirs.', []],
  ['inches', 'The board is 6" wide.', []],
  [
    'spaced guillemets',
    '« The pier is shut », he said. « For good. »',
    ['« The pier is shut »', '« For good. »'],
  ],
  [
    'single marks around an apostrophe behind an s',
    '‘The workers’ cars were out,’ he said, and the mayors’ too.',
    ['‘The workers’ cars were out,’'],
  ],
  [
    'the same in straight marks',
    "'The workers' cars were out,' he said. 'All of them.'",
    ["'The workers' cars were out,'", "'All of them.'"],
  ],
  [
    'a word in single marks before others',
    'The ‘red lines’ were ‘firm,’ he said.',
    ['‘red lines’', '‘firm,’'],
  ],
  [
    'double marks inside single ones',
    '‘He told me “never” and left,’ she said. “No.”',
    ['‘He told me “never” and left,’', '“No.”'],
  ],
  ['an apostrophe before double marks', 'In the ‘boom “years” it was theirs’ to lose.', ['“years”']],
])('%s', (_, text, expected) => {
  expect(quoted(text)).toEqual(expected);
});

test('a quotation that its paragraph does not close goes on to the end of it', () => {
  const text = '“We waited all night.\n\n“Nobody came,” he said.';
  const [first, second] = tag(text).quotations;
  expect(first).toMatchObject({ start: 0, end: 21, unclosed: true });
  expect(second?.unclosed).toBe(false);
});

test('single marks go on to the end of a paragraph where the next one opens with another', () => {
  const text = 'She said: ‘We waited.\n\n‘Nobody came.’\n\nThe ‘Old Mill\n\nclosed.';
  expect(quoted(text)).toEqual(['‘We waited.', '‘Nobody came.’']);
});

test.each([
  ["''Not today,'' he said.", "''"],
  ["``Not today,'' he said.", '``'],
])('two apostrophes, or grave accents before them, are one mark: %s', (text, opening) => {
  const marks = tag(text).tokens.filter(({ word }) => word === '“' || word === '”');
  expect(marks.map(({ start, end }) => text.slice(start, end))).toEqual([opening, "''"]);
});

test('every token is an exact slice of the text, in order', () => {
  const text = 'CNN‘s “live” show — 5.30 p.m.\u00a0on Aug. 3 — won’t  air; Mr. Ó Sé\'s "fans" can\'t wait…';
  const { tokens } = tag(text);
  let at = 0;
  for (const { start, end } of tokens) {
    expect(start).toBeGreaterThanOrEqual(at);
    expect(text.slice(at, start).trim()).toBe('');
    at = end;
  }
  expect(text.slice(at).trim()).toBe('');
});
