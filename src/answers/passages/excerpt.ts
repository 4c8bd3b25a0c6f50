import type { AttributionRecord } from '../../archive/archive.ts';
import type { Document } from '../../corpus/document.ts';
import { SEAM } from '../../text/seams.ts';
import { sentences } from '../../text/sentences.ts';
import { contains, type Span, slice } from '../../text/span.ts';
import type { Citation, Excerpt, Said } from '../answer.ts';
import { antecedent, bodyBehind } from './antecedent.ts';

/** What an excerpt carries besides its text and its place. */
export type Details = Partial<Pick<Excerpt, 'also' | 'said' | 'counterparts'>> & {
  /** Offsets into the document's text of words to show in bold; those outside the excerpt are dropped. */
  readonly matches?: readonly Span[];
};

/**
 * The only maker of Excerpts: the characters of `document.text` that `span` covers (UTF-16, end exclusive), cut now from the
 * stored text and never passed on from elsewhere, with their citation. Throws a RangeError where the span does not lie in the
 * text, covers white space only, goes over a seam, or cuts a character in two.
 */
export function excerpt(document: Document, span: Span, details: Details = {}): Excerpt {
  const text = slice(document.text, span);
  if (
    text.length !== span.end - span.start ||
    text.trim() === '' ||
    text.includes(SEAM) ||
    cutsCharacter(document.text, span.start) ||
    cutsCharacter(document.text, span.end)
  ) {
    throw new RangeError(
      `No excerpt at ${span.start}–${span.end} of ${document.id}: its index is not of this text. Reindex.`,
    );
  }
  return {
    document: document.id,
    text,
    start: span.start,
    end: span.end,
    cut: { before: !beginsSentence(document, span.start), after: !endsSentence(document, span.end) },
    citation: citation(document, span.start),
    also: details.also ?? [],
    matches: (details.matches ?? [])
      .filter((match) => contains(span, match))
      .map((match) => ({ start: match.start - span.start, end: match.end - span.start })),
    said: details.said ?? null,
    counterparts: details.counterparts ?? [],
  };
}

/** Where the character at `offset` of `document` stands; its beginning stands for the whole article. */
export function citation(document: Document, offset = 0): Citation {
  const { id, title, outlet, published, url, paragraphs, text } = document;
  const first = paragraphs[0];
  return {
    document: id,
    title,
    opening: first
      ? slice(text, sentencesAround(document, { start: first.start, end: first.start + 1 })[0] ?? first)
      : '',
    outlet,
    published,
    url,
    paragraph:
      Math.max(
        0,
        paragraphs.findLastIndex((paragraph) => paragraph.start <= offset),
      ) + 1,
  };
}

/** Who says what an attribution of `document` holds. `outer` are the attributions whose content holds it, innermost first. */
export function said(
  document: Document,
  record: AttributionRecord,
  outer: readonly AttributionRecord[] = [],
): Said {
  const { kind, source, cue, speaker, anonymous, via } = record.attribution;
  const words = (spans: readonly Span[] | null) =>
    spans?.map((span) => slice(document.text, span)).join(' … ') ?? null;
  return {
    kind,
    speaker,
    source: words(speaker === null && source?.length === 1 ? whoIs(document, source[0]!) : source),
    cue: words(cue),
    anonymous,
    via: via ?? outer.find((teller) => teller.attribution.via !== null)?.attribution.via ?? null,
    chain: outer.map(({ attribution }) => ({
      speaker: attribution.speaker,
      source: words(attribution.source),
    })),
  };
}

/** The words that tell who a source is: its own, what its pronoun stands for, or those with the body before them that it speaks for. */
function whoIs(document: Document, source: Span): readonly Span[] {
  const body = bodyBehind(document, source);
  return body ? [body, source] : [antecedent(document, source) ?? source];
}

/** How far around a place its sentences are looked for: no sentence that anybody reads is longer. */
const REACH = 2000;

/** The sentences around `span`, in order, within the paragraphs that share a character with it; offsets into the whole text. */
export function sentencesAround(document: Document, span: Span): Span[] {
  return document.paragraphs
    .filter((paragraph) => paragraph.start < span.end && span.start < paragraph.end)
    .flatMap((paragraph) => {
      const start = Math.max(paragraph.start, span.start - REACH);
      const end = Math.min(paragraph.end, span.end + REACH);
      const whole = start === paragraph.start && end === paragraph.end;
      return whole ? sentencesOf(document, paragraph) : sentencesIn(document, { start, end });
    });
}

/** What is known of the documents in use. Each answer looks five times around each of its excerpts: half of its whole work before. */
const known = new WeakMap<Document, Map<number, readonly Span[]>>();

/** The sentences of a whole paragraph, found once for as long as the document is in use. */
function sentencesOf(document: Document, paragraph: Span): readonly Span[] {
  const byStart = known.get(document) ?? new Map<number, readonly Span[]>();
  known.set(document, byStart);
  const found = byStart.get(paragraph.start) ?? sentencesIn(document, paragraph);
  byStart.set(paragraph.start, found);
  return found;
}

function sentencesIn(document: Document, span: Span): Span[] {
  return sentences(slice(document.text, span)).map(({ start, end }) => ({
    start: start + span.start,
    end: end + span.start,
  }));
}

/** Whether a slice that begins or ends at `offset` would cut a character of two UTF-16 units in half. */
export function cutsCharacter(text: string, offset: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, offset - 1), offset + 1));
}

function beginsSentence(document: Document, offset: number): boolean {
  return sentencesAround(document, { start: offset, end: offset + 1 }).some(({ start }) => start === offset);
}

function endsSentence(document: Document, offset: number): boolean {
  return sentencesAround(document, { start: offset - 1, end: offset }).some(({ end }) => end === offset);
}
