import { describe, expect, it } from 'vitest';
import { Corpus } from '../../src/search/corpus.ts';
import { promising, Readers } from '../../src/search/engine.ts';
import { FEATURES } from '../../src/search/features.ts';
import { readQuestion } from '../../src/search/question.ts';
import { NEWS, segments } from './fixtures.ts';

const corpus = new Corpus(segments(NEWS, 2));

/** The features, by name, of the window that begins with these words. */
function features(question: string, beginning: string): Record<(typeof FEATURES)[number], number> {
  const read = readQuestion(question, corpus);
  for (const { window, features } of promising(corpus, read, new Readers(read))) {
    const { segment, local } = window.reading;
    const { text } = NEWS.find(({ id }) => id === segment.ids[local])!;
    if (!text.startsWith(beginning, window.span.start) || window.first !== window.last) continue;
    expect(features).toHaveLength(FEATURES.length);
    return Object.fromEntries(FEATURES.map((name, i) => [name, features[i]])) as never;
  }
  throw new Error(`No window begins with ${beginning}`);
}

describe('features', () => {
  it('are numbers, one for each name', () => {
    const found = features('When will the old bridge in Quernby close?', 'The old bridge');
    for (const value of Object.values(found)) expect(Number.isFinite(value)).toBe(true);
  });

  it('tell how much of the question stands in the window, beside it and in the title', () => {
    const whole = features('When will the old bridge in Quernby close?', 'The old bridge');
    expect(whole.stems).toBeCloseTo(1);
    const part = features('Who found cracks in the Quernby bridge?', 'Engineers found');
    expect(part.stems).toBeLessThan(1);
    expect(part.near).toBeCloseTo(1);
    expect(part.withTitle).toBeCloseTo(1);
  });

  it('are exactly 1 for a whole question, in whatever order its shares are added up', () => {
    const sentence = NEWS[0]!.text.split(/(?<=[.!?])\s/)[0]!;
    const words = sentence.split(' ');
    for (let most = 4; most <= words.length; most++) {
      const whole = features(words.slice(0, most).join(' '), sentence.slice(0, 20));
      expect(whole.stems).toBe(1);
    }
  });

  it('tell what the title says from what the window itself must say', () => {
    const found = features('Who found cracks in the Quernby bridge?', 'Engineers found');
    expect(found.besidesTitle).toBeCloseTo(1);
    expect(found.titleAsked).toBeCloseTo(2 / 4);
    expect(features('Who won the chess championship?', 'Sixteen').titleAsked).toBe(-1);
  });

  it('tell how far a window leads over those of other documents', () => {
    const question = 'When will the old bridge over the Lorne in Quernby close to ferries?';
    const first = features(question, 'The old bridge');
    expect(first.promiseRank).toBe(0);
    expect(first.othersLead).toBeGreaterThan(0);
    expect(features(question, 'Osk').othersLead).toBeLessThan(0);
  });

  it('see words of like meaning', () => {
    const found = features('Who applauded the measles vaccine?', 'Health minister');
    expect(found.kin).toBeGreaterThanOrEqual(found.stems);
    const physician = features('Which physician founded the laboratory?', 'The laboratory');
    expect(physician.softCover).toBeGreaterThan(physician.stems);
  });

  it('see words of one family, of one meaning and of a wider one', () => {
    const family = features('What did engineers find in the arches?', 'Engineers found');
    expect(family.family).toBeCloseTo(1);
    expect(family.stems).toBeLessThan(1);
    expect(family.familyMissing).toBeCloseTo(1);
    const beside = features('What did engineers find in Quernby?', 'The old bridge');
    expect(beside.familyNear).toBeGreaterThan(beside.family);
    const synonym = features('What will the fixing of the bridge cost?', 'Repairs will');
    expect(synonym.synonym).toBeGreaterThan(synonym.family);
    const broad = features('Who lauded the vaccine?', 'Health minister');
    expect(broad.broad).toBeGreaterThan(broad.synonym);
    expect(features('What did Ostrova praise?', 'Health minister').familyMissing).toBe(-1);
  });

  it('count what may be the answer, by what is asked for', () => {
    expect(features('When will the bridge close?', 'The old bridge').fitting).toBe(3);
    expect(features('How much will repairs of the bridge cost?', 'Repairs will').fitting).toBe(2);
    expect(features('Who said repairs of the bridge will cost much?', 'Repairs will').fitting).toBe(2);
  });
});
