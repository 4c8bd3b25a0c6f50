import type { Archive, AttributionQuery, AttributionRecord, Passage } from '../archive/archive.ts';
import type { Document } from '../corpus/document.ts';
import { terms, words } from '../search/words.ts';
import { overlaps, slice } from '../text/span.ts';
import type { Question } from './question.ts';
import { documentsOf, extent } from './shown.ts';
import { verb } from './verbs.ts';
import { hull } from './window.ts';

/** An attribution that may be what a question on speech asks for. */
export interface Candidate {
  readonly record: AttributionRecord;
  /** How well it answers, comparable within one question; about 1 for a full match of the topic. */
  readonly fit: number;
}

/** Who speaks, as far as a question says so. */
export type Speaker =
  /** Somebody whom the corpus names. */
  | { readonly type: 'named'; readonly name: string }
  /** Words that the article uses for its source: "the third official". */
  | { readonly type: 'described'; readonly words: readonly string[] }
  | { readonly type: 'anybody' };

/** So many attributions are looked at for one question. */
const POOL = 60;

/** The least fit of the best candidate for it to be an answer. */
const FITTING = 0.4;

/** What each sign of a good answer adds to the topical fit. */
const SIGN = {
  passage: 0.3,
  firstPassage: 0.15,
  cue: 0.2,
  kind: 0.25,
  laterKind: 0.1,
  quoted: 1,
  unsourced: -0.15,
};

/**
 * The attributions that answer a question on speech, best first: by the right speaker, of the right kind, on the topic; none where
 * nothing fits. Passages that search found for the question count in favour of what they hold.
 */
export async function speechCandidates(
  archive: Archive,
  question: Question,
  speaker: Speaker,
  passages: readonly Passage[],
): Promise<Candidate[]> {
  const about = terms(question.topic).length > 0 ? question.topic : null;
  const query: Omit<AttributionQuery, 'limit'> = {
    ...(speaker.type === 'named' && { by: speaker.name }),
    ...(question.sense?.kinds && { kinds: question.sense.kinds }),
  };
  const [onTopic, within] = await Promise.all([
    archive.attributions({ ...query, ...(about !== null && { about }), limit: POOL }),
    archive.attributionsWithin(passages.map(({ document, span }) => ({ document, span }))),
  ]);
  const pool = new Map(onTopic.map((record) => [key(record), record]));
  for (const record of within.flat()) {
    if (!pool.has(key(record)) && isAskedFor(record, question, speaker)) pool.set(key(record), record);
  }
  const documents = await documentsOf(archive, [...pool.values()]);
  const signs = signsOf(question, about !== null, passages);
  return [...pool.values()]
    .flatMap((record) => {
      const document = documents.get(record.document);
      return document && speaks(record, document, speaker)
        ? [{ record, fit: fitOf(record, document, signs) }]
        : [];
    })
    .filter(({ fit }) => fit >= FITTING)
    .sort((a, b) => b.fit - a.fit);
}

const key = ({ document, index }: Pick<AttributionRecord, 'document' | 'index'>): string =>
  `${index}\n${document}`;

function isAskedFor({ attribution }: AttributionRecord, { sense }: Question, speaker: Speaker): boolean {
  if (sense?.kinds && !sense.kinds.includes(attribution.kind)) return false;
  return speaker.type !== 'named' || speaker.name === attribution.speaker;
}

/** Whether the attribution's source is whoever the question asks about. */
function speaks({ attribution }: AttributionRecord, document: Document, speaker: Speaker): boolean {
  if (speaker.type !== 'described') return true;
  const source = terms((attribution.source ?? []).map((span) => slice(document.text, span)).join(' '));
  const known = new Set([...source, ...terms(attribution.speaker ?? ''), ...terms(attribution.via ?? '')]);
  const shared = speaker.words.filter((word) => known.has(word));
  return shared.length >= speaker.words.length * DESCRIBED;
}

/** The share of a description's words that a source must have. */
const DESCRIBED = 0.6;

interface Signs {
  readonly question: Question;
  readonly topical: boolean;
  readonly passages: readonly Passage[];
  /** Words in quotation marks in the question, folded. */
  readonly quoted: string | null;
}

function signsOf(question: Question, topical: boolean, passages: readonly Passage[]): Signs {
  const quoted = /["“]([^"“”]{6,})["”]/.exec(question.topic)?.[1];
  return { question, topical, passages, quoted: quoted ? folded(quoted) : null };
}

function fitOf(
  record: AttributionRecord,
  document: Document,
  { question, topical, passages, quoted }: Signs,
): number {
  const { attribution } = record;
  const kinds = question.sense?.kinds;
  const at = passages.findIndex(
    ({ document: id, span }) => id === record.document && overlaps(span, extent(record)),
  );
  let fit = topical ? record.score : FITTING;
  if (at >= 0)
    fit += SIGN.passage * Math.min(1, passages[at]!.confidence) + (at === 0 ? SIGN.firstPassage : 0);
  if (kinds) fit += kinds[0] === attribution.kind ? SIGN.kind : SIGN.laterKind;
  if (hasCue(attribution.cue?.map((span) => slice(document.text, span)).join(' ') ?? '', question))
    fit += SIGN.cue;
  if (quoted && folded(slice(document.text, hull(attribution.content))).includes(quoted)) fit += SIGN.quoted;
  if (attribution.source === null) fit += SIGN.unsourced;
  return fit;
}

/** Whether the reporting words are those of the question, in any form; words that fit everything tell nothing. */
function hasCue(cue: string, { sense }: Question): boolean {
  if (!sense || sense.word === 'say' || sense.word === 'tell') return false;
  return cue
    .toLowerCase()
    .split(/[^a-z]+/)
    .some((word) => verb(word)?.word === sense.word);
}

const folded = (text: string): string =>
  words(text)
    .map(({ form }) => form.folded)
    .join(' ');
