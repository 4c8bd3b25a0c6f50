import { describe, expect, test } from 'vitest';
import type { Kind, SpokenAttribution } from '../../src/attribution/attribution.ts';
import { counterparts } from '../../src/people/counterparts/counterparts.ts';
import { answersElsewhere, isRepeat, SHARED, sketch } from '../../src/people/repeats.ts';

/** `[kind|speaker|source|cue|content]` in a text. */
function ties(marked: string): [string, string][] {
  const attributions: SpokenAttribution[] = [];
  let text = '';
  for (const part of marked.split(/(\[[^\]]*\])/)) {
    if (!part.startsWith('[')) {
      text += part;
      continue;
    }
    const [kind, speaker, source, cue, content] = part.slice(1, -1).split('|') as [Kind, ...string[]];
    const add = (words: string | undefined) => {
      const start = text.length;
      text += `${words} `;
      return [{ start, end: start + (words ?? '').length }];
    };
    attributions.push({
      kind,
      speaker: speaker || null,
      source: source ? add(source) : null,
      cue: add(cue),
      content: add(content),
      anonymous: false,
      via: null,
      nested: false,
      confidence: 1,
    });
  }
  const said = (index: number) =>
    attributions[index]!.content.map(({ start, end }) => text.slice(start, end)).join(' ');
  return counterparts(text, attributions).map(({ denial, claim }) => [said(denial), said(claim)]);
}

describe('a denial is tied to what it denies', () => {
  test('also where a word of it has no end', () => {
    const denied = `the claim of ${'A'.repeat(300_000)}`;
    expect(ties(`[claim|Tomas Ruiz|Ruiz|claimed|it rained][denial||Vosberg|denied|${denied}]`)).toHaveLength(
      1,
    );
  });
  test.each([
    [
      'the report before it',
      'The council met on Monday. [statement|Ana Belo|Ana Belo|said|it was a long night]. ' +
        '[claim|Daily Ledger|The Daily Ledger|reported|that Tomas Ruiz took money from the harbour fund]. [denial|Tomas Ruiz|Ruiz|denied|the report].',
      [['the report', 'that Tomas Ruiz took money from the harbour fund']],
    ],
    [
      'the accusation of whom it names',
      '[claim|Ana Belo|Ana Belo|accused|Ruiz of hiding the harbour accounts]. [statement|Lena Hald|Lena Hald|said|the bridge would open in May]. ' +
        '[denial|Tomas Ruiz|Ruiz|rejected|Belo’s accusation].',
      [['Belo’s accusation', 'Ruiz of hiding the harbour accounts']],
    ],
    [
      'nothing, where nobody made the claim',
      '[statement|Lena Hald|Lena Hald|said|the bridge would open in May].\n\nThe harbour froze.\n\nIt thawed.\n\nThe fair came. It left.\n\nWinter came again. It snowed. ' +
        '[denial|Tomas Ruiz|Tomas Ruiz|denied|that he had ever owned a boat].',
      [],
    ],
  ])('%s', (_, marked, expected) => {
    expect(ties(marked)).toEqual(expected);
  });
});

const statement = (content: string, speaker: string | null = null, kind: Kind = 'statement') => ({
  kind,
  speaker,
  content,
});
const LONG = 'the harbour fund will pay for the bridge and for nothing else this year';

describe('the same statement in several articles', () => {
  test('is found by its sketch, even where an article carries less of it', () => {
    const shorter = sketch('will pay for the bridge and for nothing else this year');
    expect(sketch(LONG).filter((hash) => shorter.includes(hash)).length).toBeGreaterThanOrEqual(SHARED);
    expect(isRepeat(statement(LONG), statement(`“${LONG.toUpperCase()}”`))).toBe(true);
  });
  test('is not the same of two speakers', () => {
    expect(isRepeat(statement(LONG, 'Ana Belo'), statement(LONG, 'Tomas Ruiz'))).toBe(false);
  });
  test('is not a few common words', () => {
    expect(sketch('it was a long night')).toEqual([]);
  });
});

test('a denial answers a claim of another article on the same matter, and no other', () => {
  const claim = statement(
    'that Tomas Ruiz took money from the Harbour Fund for a yacht',
    'Ana Belo',
    'claim',
  );
  const denial = (content: string) => statement(content, 'Tomas Ruiz', 'denial');
  expect(answersElsewhere(denial('that Ruiz ever took Harbour Fund money for a yacht'), claim)).toBe(true);
  expect(answersElsewhere(denial('that he would leave the council in May'), claim)).toBe(false);
  expect(answersElsewhere({ ...denial('taking Harbour Fund money'), speaker: 'Ana Belo' }, claim)).toBe(
    false,
  );
});
