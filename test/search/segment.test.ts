import { describe, expect, it } from 'vitest';
import { Corpus } from '../../src/search/corpus.ts';
import { openEngine } from '../../src/search/engine.ts';
import { buildSegment, openSegment } from '../../src/search/segment.ts';
import { document, NEWS } from './fixtures.ts';

describe('a segment', () => {
  it('has the same bytes for the same documents in any order', () => {
    expect(buildSegment([...NEWS].reverse())).toEqual(buildSegment(NEWS));
  });

  it('opens from bytes that lie anywhere in a buffer', () => {
    const bytes = buildSegment(NEWS);
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    expect(openSegment(shifted.subarray(3)).ids).toEqual(openSegment(bytes).ids);
  });

  it('says so where its bytes are cut short or another format, with the cure', () => {
    const bytes = buildSegment(NEWS);
    for (const broken of [
      new Uint8Array(0),
      bytes.subarray(0, 40),
      bytes.subarray(0, bytes.length - 64),
      new TextEncoder().encode('{"version":"2.3.9","fields":["text"]}'),
    ])
      expect(() => openSegment(broken)).toThrow('rebuild the index');
  });

  it('may hold no document, and documents without a word', () => {
    const engine = openEngine(
      new Corpus([openSegment(buildSegment([])), openSegment(buildSegment([document('a', null, '…')]))]),
    );
    expect(engine.search('who closed the bridge?', { limit: 3 })).toEqual([]);
  });

  it('knows nothing of links that a page squeezed in', () => {
    const text = 'Mayor Ida Brandt Ida Maria BrandtOstrova bridge sinks MORE closed the ferry.';
    const corpus = new Corpus([openSegment(buildSegment([document('a', null, text)]))]);
    const [ferry, bridge] = ['ferry', 'bridge'].map((word) => corpus.has(word));
    expect({ ferry, bridge }).toEqual({ ferry: true, bridge: false });
  });

  it('knows where words stand however far apart they are', () => {
    const text = `Ostrova${' '.repeat(10_000)}resigned after the ${'x'.repeat(400)} affair.`;
    const sentence = { start: 0, end: text.length };
    const engine = openEngine(
      new Corpus([openSegment(buildSegment([{ id: 'a', title: null, text, sentences: [sentence] }]))]),
    );
    for (const { matches } of engine.search('affair of Ostrova, resigned', { limit: 3 }))
      for (const { start, end } of matches)
        expect(text.slice(start, end)).toMatch(/^(Ostrova|resigned|affair)$/);
  });
});
