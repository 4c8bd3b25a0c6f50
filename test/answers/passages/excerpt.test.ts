import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerpt } from '../../../src/answers/passages/excerpt.ts';
import { clipped, windowOf } from '../../../src/answers/passages/window.ts';
import type { Attribution, SpokenAttribution } from '../../../src/attribution/attribution.ts';
import { LONGEST } from '../../../src/search/reading.ts';
import { SEAM } from '../../../src/text/seams.ts';
import type { Span } from '../../../src/text/span.ts';
import { documentOf } from '../../support/document.ts';

const find = (text: string, words: string) => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
});

const attribution = (parts: Partial<Attribution> & Pick<Attribution, 'content'>): SpokenAttribution => ({
  kind: 'quote',
  source: null,
  cue: null,
  anonymous: false,
  via: null,
  nested: false,
  confidence: 1,
  speaker: null,
  ...parts,
});

describe('an excerpt', () => {
  const text = 'Mara Quill ran.\n\nShe said: “I ran.” 😀 Nobody saw it, she added later.';

  it('is the slice of the stored text, with the paragraph it stands in', () => {
    const made = excerpt(documentOf(text), find(text, '“I ran.”'));
    expect(made.text).toBe('“I ran.”');
    expect(text.slice(made.start, made.end)).toBe(made.text);
    expect(made.citation).toMatchObject({ paragraph: 2, title: null, opening: 'Mara Quill ran.' });
  });

  it('says on which side its sentence goes on', () => {
    expect(excerpt(documentOf(text), find(text, 'Mara Quill ran.')).cut).toEqual({
      before: false,
      after: false,
    });
    expect(excerpt(documentOf(text), find(text, 'Quill')).cut).toEqual({ before: true, after: true });
  });

  it('moves matches to its own beginning and drops those outside', () => {
    const made = excerpt(documentOf(text), find(text, '“I ran.”'), {
      matches: [find(text, 'I ran'), find(text, 'Mara')],
    });
    expect(made.matches.map(({ start, end }) => made.text.slice(start, end))).toEqual(['I ran']);
  });

  it('is refused where the span is not of this text, is blank or cuts a character', () => {
    const smile = text.indexOf('😀');
    for (const span of [
      { start: 0, end: text.length + 1 },
      { start: -1, end: 3 },
      { start: 5, end: 5 },
      { start: 15, end: 17 },
      { start: smile + 1, end: smile + 4 },
      { start: 0, end: smile + 1 },
    ]) {
      expect(() => excerpt(documentOf(text), span), JSON.stringify(span)).toThrow(RangeError);
    }
  });

  it('is refused where something was left out of the file in its midst', () => {
    const cut = `Mara Quill ran.${SEAM}Nobody saw it.`;
    expect(() => excerpt(documentOf(cut), { start: 0, end: cut.length })).toThrow(RangeError);
  });

  it('is verbatim or refused for any span of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.nat(70), fc.nat(70), (any, start, end) => {
        try {
          const made = excerpt(documentOf(any), { start, end });
          expect(made.text).toBe(any.slice(start, end));
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }),
    );
  });
});

describe('the window of an attribution', () => {
  it('is its whole sentences where they fit', () => {
    const text = 'It rained. In Tarn on Monday, Mara Quill said the bridge was safe, and left. It rained on.';
    const said = attribution({
      source: [find(text, 'Mara Quill')],
      cue: [find(text, 'said')],
      content: [find(text, 'the bridge was safe')],
    });
    const { start, end } = windowOf(documentOf(text), said);
    expect(text.slice(start, end)).toBe('In Tarn on Monday, Mara Quill said the bridge was safe, and left.');
  });

  it('takes in the sentence before where that has to tell who speaks', () => {
    const text = 'It rained. Mara Quill ran the mill. She pledged to mend it. It rained on.';
    const said = attribution({
      source: [find(text, 'She')],
      cue: [find(text, 'pledged')],
      content: [find(text, 'to mend it')],
    });
    const { start, end } = windowOf(documentOf(text), said);
    expect(text.slice(start, end)).toBe('Mara Quill ran the mill. She pledged to mend it.');
    const known = windowOf(documentOf(text), { ...said, speaker: 'Mara Quill' });
    expect(text.slice(known.start, known.end)).toBe('She pledged to mend it.');
  });

  it('goes back to the beginning of a clause where it is the end of too long a sentence', () => {
    const before = 'the boats that the guild of Tarn had sold '.repeat(8).trim();
    const text = `In the spring, ${before}, came home to the bridge — by the rules of 1912 that Mara Quill said were old.`;
    const said = attribution({
      source: [find(text, 'Mara Quill')],
      cue: [find(text, 'said')],
      content: [find(text, 'were old')],
    });
    const { start, end } = windowOf(documentOf(text), said);
    expect(text.slice(start, end)).toBe(
      'came home to the bridge — by the rules of 1912 that Mara Quill said were old.',
    );
  });

  it('takes in the beginning of a quotation', () => {
    const text = 'Quill shrugged. “It was dark. Nobody saw me,” she said. Then she left.';
    const said = attribution({ cue: [find(text, 'said')], content: [find(text, 'Nobody saw me')] });
    const { start, end } = windowOf(documentOf(text), said);
    expect(text.slice(start, end)).toBe('“It was dark. Nobody saw me,” she said.');
  });

  it('leaves a single quotation whole, however long', () => {
    const quotation = `“${'We never went near the bridge that night. '.repeat(12).trim()}”`;
    const text = `Asked about it, she said the following. ${quotation} She left.`;
    const { start, end } = windowOf(documentOf(text), attribution({ content: [find(text, quotation)] }));
    expect(text.slice(start, end)).toBe(quotation);
  });

  it('does not take what begins and ends with two quotations for a single one', () => {
    const half = 'We never went near the bridge that night. '.repeat(5).trim();
    const said = `“${half}” is what the skipper told the guild, and to the council “${half}”`;
    const text = `Asked about it, she repeated what she said. ${said} She left.`;
    const { start, end } = windowOf(documentOf(text), attribution({ content: [find(text, said)] }));
    expect(end - start).toBeLessThanOrEqual(LONGEST);
  });

  it('leaves a quotation of several paragraphs whole', () => {
    const half = `“${'We never went near the bridge that night. '.repeat(5).trim()}`;
    const quotation = `${half}\n\n${half}”`;
    const text = `Asked about it, she said the following.\n\n${quotation}\n\nShe left.`;
    const { start, end } = windowOf(documentOf(text), attribution({ content: [find(text, quotation)] }));
    expect(text.slice(start, end)).toBe(quotation);
  });

  it('ends where something was left out of the file', () => {
    const text = `“We ran,” Quill said.${SEAM}“We were never seen.”`;
    const said = attribution({
      source: [find(text, 'Quill')],
      cue: [find(text, 'said')],
      content: [find(text, '“We ran,”'), find(text, '“We were never seen.”')],
    });
    const shown = (matches: Span[] = []) => {
      const { start, end } = windowOf(documentOf(text), said, matches);
      return text.slice(start, end);
    };
    expect(shown()).toBe('“We ran,” Quill said.');
    expect(shown([find(text, 'seen')])).toBe('“We were never seen.”');
  });

  it('cuts more than fits to the part that holds what is looked for', () => {
    const text = `${'The council met and talked of roads, of drains, of trees, '.repeat(12)}of the Osk bridge, and went home.`;
    const match = find(text, 'Osk bridge');
    const { start, end } = clipped(documentOf(text), { start: 0, end: text.length }, [match]);
    expect(end - start).toBeLessThanOrEqual(LONGEST);
    expect(text.slice(start, end)).toContain('Osk bridge');
    expect(text.slice(start, end)).toMatch(/^\w/);
  });

  it('rather shows a sentence with all that is looked for to its end than some of it twice', () => {
    const told =
      'The reeve told the skippers at the mill that if they would not pay for the dam, then the gates of the old bridge must be shut by the first of May.';
    const text = `The reeve ${'had gone to the fair with his brothers and '.repeat(5)}come home. ${told} It rained.`;
    const matches = ['reeve', 'skippers'].flatMap((word) =>
      [...text.matchAll(new RegExp(word, 'g'))].map(({ index }) => ({
        start: index,
        end: index + word.length,
      })),
    );
    const { start, end } = clipped(documentOf(text), { start: 0, end: text.length }, matches);
    expect(text.slice(start, end)).toContain(told);
  });

  it('never cuts a word or a character, and never exceeds the limit', () => {
    const word = fc.constantFrom(
      'a',
      'bridge',
      'naïve',
      '😀😀',
      'U.S.',
      'said,',
      'done.',
      '“yes,”',
      `x${'y'.repeat(40)}`,
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 60, maxLength: 160 }), fc.nat(159), (all, at) => {
        const text = all.join(' ');
        const before = all.slice(0, Math.min(at, all.length - 1)).join(' ').length;
        const match = {
          start: Math.min(before + 1, text.length - 1),
          end: Math.min(before + 2, text.length),
        };
        const { start, end } = clipped(documentOf(text), { start: 0, end: text.length }, [match]);
        expect(end - start).toBeLessThanOrEqual(LONGEST);
        expect(text.slice(start, end).trim()).not.toBe('');
        expect(start === 0 || text[start - 1] === ' ').toBe(true);
        expect(end === text.length || text[end] === ' ').toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
