import { describe, expect, it } from 'vitest';
import { answer } from '../../../src/answers/ask.ts';
import { antecedent, bodyBehind } from '../../../src/answers/passages/antecedent.ts';
import { slice } from '../../../src/text/span.ts';
import { archiveWith } from '../../support/archive.ts';
import { documentOf } from '../../support/document.ts';

/** What the last "who" of a text stands for. */
function meant(text: string): string | null {
  const document = documentOf(text);
  const start = document.text.lastIndexOf('who');
  const span = antecedent(document, { start, end: start + 'who'.length });
  return span && slice(document.text, span);
}

describe('whom "who" stands for', () => {
  it.each([
    ['They asked their bosses about the toll, who told them to pay.', 'their bosses'],
    ['The clerk spoke to two senior millers who said the dam leaks.', 'two senior millers'],
    ['It passed over the objections of voters who say it costs too much.', 'voters'],
    ['She was one of several members of the guild who said so.', 'several members of the guild'],
    ['The reeve wrote to Mayor Roe (of Osk), who said nothing.', 'Mayor Roe'],
    ['They met a woman in Tollen who says she saw it.', 'a woman'],
  ])('%s', (text, who) => {
    expect(meant(text)).toBe(who);
  });

  it.each([
    'Much of it turns on who said so.',
    'He wrote of a person with the same name who said he had moved.',
    'It was, who knows, a whim.',
  ])('is not told by %s', (text) => {
    expect(meant(text)).toBeNull();
  });
});

it('an unnamed source is shown by its own words rather than by a pronoun', async () => {
  const archive = await archiveWith({
    'toll.txt':
      'The Toll Of Osk\n\nThe carters talked to their bosses about the toll, who told them to pay it at once.',
  });
  const found = await answer(archive, 'who told the carters to pay the toll?');
  expect(found.status === 'answered' && found.excerpts[0]?.said?.source).toBe('their bosses');
});

describe('for which body somebody speaks', () => {
  const bodyOf = (text: string, source: string): string | null => {
    const document = documentOf(text);
    const start = document.text.lastIndexOf(source);
    const span = bodyBehind(document, { start, end: start + source.length });
    return span && slice(document.text, span);
  };

  it.each([
    ['The Tarn Council bought it. An official said that the council is glad.', 'An official', 'Tarn Council'],
    [
      'Falk sued the Reed Company. Then a spokesman said the company is sorry.',
      'a spokesman',
      'Reed Company',
    ],
  ])('is told by %s', (text, source, body) => {
    expect(bodyOf(text, source)).toContain(body);
  });

  it.each([
    ['President Falk came. An official said the president is glad.', 'An official'],
    ['The Tarn Council bought it. An official said that the mill is old.', 'An official'],
    ['The Tarn Council bought it. The clerk said that the council is glad.', 'The clerk'],
    ['The Tarn Council bought it.\n\nAn official said that the council is glad.', 'An official'],
  ])('is not told by %s', (text, source) => {
    expect(bodyOf(text, source)).toBeNull();
  });
});

it('a spokesman is shown with the body for which he speaks', async () => {
  const archive = await archiveWith({
    'boats.txt':
      'The Boats Of Osk\n\nThe Harbour Board bought two boats. A spokesman said the board would paint them red.',
  });
  const found = await answer(archive, 'who said the boats would be painted red?');
  expect(found.status === 'answered' && found.excerpts[0]?.said?.source).toBe(
    'The Harbour Board … A spokesman',
  );
});
