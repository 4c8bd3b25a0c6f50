import { expect, it } from 'vitest';
import { Corpus } from '../../src/search/corpus.ts';
import { openEngine } from '../../src/search/engine.ts';
import { fill } from '../../src/search/fill.ts';
import { readQuestion } from '../../src/search/question.ts';
import { glance, Reader } from '../../src/search/reader.ts';
import { slice } from '../../src/text/span.ts';
import { document, segments } from './fixtures.ts';

const OPENED = 'The Lorne tunnel opened in 1931.';
const BUILT = `Its builders had dug for nine years through slate and clay below the harbour, where the Ministry of Works kept two pumps running day and night, and they lost three of their engineers to a flood in the winter of 1928, after which the western half was begun anew from the other bank by a crew of miners from Harnfeld who had never worked below the sea.`;

/** What is shown of a text where it is asked when the tunnel opened, and what follows it there. */
function shownOf(text: string): { shown: string; rest: string } {
  const [best] = openEngine(new Corpus(segments([document('tunnel.txt', null, text)], 1))).search(
    'When did the Lorne tunnel open?',
    { limit: 1 },
  );
  return { shown: text.slice(best!.span.start, best!.until), rest: text.slice(best!.until) };
}

/** What is shown of the sentence alone that tells when the tunnel opened. */
function aroundOpened(text: string): string {
  const question = readQuestion(
    'When did the Lorne tunnel open?',
    new Corpus(segments([document('tunnel.txt', null, text)], 1)),
  );
  const glanced = glance(question, 0);
  const reader = new Reader(glanced.segment, question);
  const window = reader.windows(reader.read(glanced), 0).find(({ span }) => slice(text, span) === OPENED);
  const { span, until } = fill(window!, []);
  return text.slice(span.start, until);
}

it('shows as much of the next sentence as an excerpt holds, up to the end of a phrase', () => {
  const { shown, rest } = shownOf(`${OPENED} ${BUILT}`);
  expect(shown).toContain(`${OPENED} Its builders had dug for nine years`);
  expect(shown.length).toBeLessThanOrEqual(350);
  expect(shown.length).toBeGreaterThan(300);
  expect(rest).toMatch(/^,| (?:and|by|from|in|the|to|was|which|who) /);
});

it('does not part "the Ministry of Works"', () => {
  const barges = 'barge '.repeat(49);
  const next = `In ${barges}sat the Ministry of Works for many years while the walls were drying and the pumps were running.`;
  const { shown } = shownOf(`${OPENED} ${next}`);
  expect(`${OPENED} ${next}`.slice(0, 350)).toMatch(/the Ministry of [A-Z]?[a-z]*$/);
  expect(shown).toMatch(/ sat$/);
});

it('shows nothing of a sentence that begins another paragraph, nor of one that is cut after a few words', () => {
  expect(shownOf(`${OPENED}\n\n${BUILT}`).shown).toBe(OPENED);
  expect(shownOf(`${OPENED} Barges came, the ${'barge '.repeat(60)}sank.`).shown).toBe(OPENED);
});

it('goes on with its own paragraph rather than over into the one before', () => {
  const before = 'Ferries had crossed the harbour until then.';
  expect(aroundOpened(`${before}\n\n${OPENED} ${BUILT}`)).toMatch(
    /^The Lorne tunnel opened in 1931\. Its builders had/,
  );
});

it('reaches back in its own paragraph before it goes over into the next one', () => {
  const before = `Ferries had crossed the harbour until then, ${'and barges '.repeat(12)}had waited.`;
  const after = `${'Barges '.repeat(22)}were sold.`;
  expect(aroundOpened(`${before} ${OPENED}\n\n${after}`)).toBe(`${before} ${OPENED}`);
  expect(aroundOpened(`${OPENED}\n\n${after}`)).toBe(`${OPENED}\n\n${after}`);
});

it('does not cut a word in two, however long it is', () => {
  for (const length of [240, 254, 255, 256, 300, 320])
    expect(
      shownOf(`${OPENED} Then came a 𝒳${'x'.repeat(length)} of the barges ${'barge '.repeat(60)}.`).rest,
    ).not.toMatch(/^x/);
});
