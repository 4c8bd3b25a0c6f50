import { KINDS, type SpokenAttribution } from '../attribution/attribution.ts';
import type { Document } from '../corpus/document.ts';
import type { Person } from '../people/person.ts';
import type { Span } from '../text/span.ts';
import type { OwnTopic } from './topics.ts';

/** What questions are answered from. */
export interface Article {
  readonly document: Document;
  readonly sentences: readonly Span[];
  readonly attributions: readonly SpokenAttribution[];
  /** Which denial answers which claim, the surest first; indices into `attributions`. */
  readonly ties: readonly Tie[];
}

export interface Tie {
  readonly denial: number;
  readonly claim: number;
}

/** Everything the archive keeps of one document. */
export interface Entry extends Article {
  readonly people: readonly Person[];
  readonly topics: readonly OwnTopic[];
  /** Sketch of the text or of an attribution's content, for finding similar ones. */
  readonly sketch: readonly number[];
  readonly statementSketches: readonly (readonly number[])[];
}

/**
 * Encodes an entry for the disk. The article comes first and separately, with few brackets: it is parsed dozens of
 * times for one question.
 */
export function encode({ document, sentences, attributions, ties, ...rest }: Entry): Buffer {
  const { paragraphs, ...facts } = document;
  const article: PackedArticle = [
    facts,
    flat(paragraphs),
    flat(sentences),
    attributions.map(packed),
    ties.map(({ denial, claim }) => [denial, claim]),
  ];
  const head = Buffer.from(JSON.stringify(article));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(head.length);
  return Buffer.concat([length, head, Buffer.from(JSON.stringify(rest))]);
}

/** Decodes the article alone; the rest is not parsed. */
export function decodeArticle(bytes: Buffer): Article {
  const end = 4 + bytes.readUInt32LE(0);
  const article = JSON.parse(bytes.toString('utf8', 4, end)) as PackedArticle;
  const [facts, paragraphs, sentences, attributions, ties] = article;
  return {
    document: { ...facts, paragraphs: spans(paragraphs) },
    sentences: spans(sentences),
    attributions: attributions.map(unpacked),
    ties: ties.map(([denial, claim]) => ({ denial, claim })),
  };
}

/** The reverse of `encode`. */
export function decode(bytes: Buffer): Entry {
  const rest = JSON.parse(bytes.toString('utf8', 4 + bytes.readUInt32LE(0))) as Omit<Entry, keyof Article>;
  return { ...decodeArticle(bytes), ...rest };
}

type PackedArticle = [
  document: Omit<Document, 'paragraphs'>,
  paragraphs: number[],
  sentences: number[],
  attributions: PackedAttribution[],
  ties: [denial: number, claim: number][],
];

/** `is` has 1 for anonymous, 2 for nested. Spans are flat: each start is followed by its end. */
type PackedAttribution = [
  kind: number,
  is: number,
  confidence: number,
  content: number[],
  source: number[] | null,
  cue: number[] | null,
  via: string | null,
  speaker: string | null,
  speakers?: readonly string[],
];

function packed(attribution: SpokenAttribution): PackedAttribution {
  const { kind, anonymous, nested, confidence, content, source, cue, via, speaker, speakers } = attribution;
  return [
    KINDS.indexOf(kind),
    (anonymous ? 1 : 0) + (nested ? 2 : 0),
    Math.round(confidence * 1000) / 1000,
    flat(content),
    source && flat(source),
    cue && flat(cue),
    via,
    speaker,
    ...(speakers ? [speakers] : []),
  ] as PackedAttribution;
}

function unpacked(attribution: PackedAttribution): SpokenAttribution {
  const [kind, is, confidence, content, source, cue, via, speaker, speakers] = attribution;
  return {
    kind: KINDS[kind]!,
    anonymous: (is & 1) !== 0,
    nested: (is & 2) !== 0,
    confidence,
    content: spans(content),
    source: source && spans(source),
    cue: cue && spans(cue),
    via,
    speaker,
    ...(speakers && { speakers }),
  };
}

function flat(list: readonly Span[]): number[] {
  const numbers: number[] = [];
  for (const { start, end } of list) numbers.push(start, end);
  return numbers;
}

function spans(numbers: readonly number[]): Span[] {
  const list: Span[] = [];
  for (let i = 0; i < numbers.length; i += 2) list.push({ start: numbers[i]!, end: numbers[i + 1]! });
  return list;
}
