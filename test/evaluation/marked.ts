import type { Span } from '../../src/text/span.ts';

/** One attribution as it was marked. */
export interface Marked {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
}

/** The text of a marked passage without its marks, and the attributions in the order of their numbers. */
export function readMarks(marked: string): { text: string; attributions: Marked[] } {
  const spans = new Map<string, Span[]>();
  const open = new Map<string, number>();
  let text = '';
  let at = 0;
  for (const match of marked.matchAll(/<(\/?)([sqc]\d)>/g)) {
    text += marked.slice(at, match.index);
    at = match.index + match[0].length;
    const [, closing, label] = match;
    if (closing === '') {
      open.set(label!, text.length);
    } else {
      const start = open.get(label!);
      if (start === undefined) throw new Error(`</${label}> without <${label}> in: ${marked}`);
      spans.set(label!, [...(spans.get(label!) ?? []), { start, end: text.length }]);
    }
  }
  text += marked.slice(at);
  const attributions: Marked[] = [];
  for (let n = 1; spans.has(`c${n}`); n++) {
    attributions.push({
      source: spans.get(`s${n}`) ?? [],
      cue: spans.get(`q${n}`) ?? [],
      content: spans.get(`c${n}`)!,
    });
  }
  return { text, attributions };
}
