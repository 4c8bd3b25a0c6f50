import type {
  Archive,
  ArchiveStatus,
  AttributionRecord,
  NameInQuestion,
  Passage,
} from '../archive/archive.ts';
import type { Document } from '../corpus/document.ts';
import { ROLES } from '../people/lexicon.ts';
import { terms, words } from '../search/words.ts';
import { sentenceTexts } from '../text/sentences.ts';
import { overlaps, type Span, slice } from '../text/span.ts';
import type { Answer } from './answer.ts';
import { MOST, SMALL } from './inquiry.ts';
import { nothing } from './nothing.ts';
import { sentencesAround } from './passages/excerpt.ts';
import { moved, shownPassages } from './passages/passages.ts';
import { distinct, documentsOf, extent, place, reference, shown } from './passages/shown.ts';
import { paragraphsAround } from './passages/window.ts';
import { verb } from './question/verbs.ts';
import { related } from './related.ts';
import { steady } from './steady.ts';

/** A message is read so far, and so many of its sentences are looked up. */
const LONGEST = 2000;
const MOST_SENTENCES = 6;
/** So many statements and passages are compared with each sentence. */
const POOL = 16;
const PASSAGES = 4;
/** The most passages shown beside statements. */
const MOST_PASSAGES = 2;

/** To be on the same matter, a statement must have these shares of a sentence's words: of those that are no names, and of all. */
const SAME = { words: 0.5, all: 0.6 };
/** And at least so many words in common: one may be chance, in a large corpus even two. */
const LEAST = { words: 2, inLarge: 3 };
/** A word close in form counts less than the word itself, and so does a name that stands beside a statement. */
const AKIN = 0.8;
const BESIDE = 0.7;

/**
 * What the articles hold on what a message says: the statements on the same matter, each with what denies it, then passages; nothing
 * where the message says nothing that an article reports. It does not say whether the message is right. `message` is data.
 */
export function check(archive: Archive, message: string): Promise<Answer> {
  return steady(archive, (status) => onIndex(archive, message, status));
}

async function onIndex(archive: Archive, message: string, status: Promise<ArchiveStatus>): Promise<Answer> {
  const text = message.slice(0, LONGEST);
  const { documents: searched } = await status;
  if (searched === 0) return nothing({ searched, reason: 'empty-corpus' });
  if (!/[\p{L}\p{N}]/u.test(text)) return nothing({ searched, reason: 'empty-question' });
  const said = await Promise.all(
    sentenceTexts(text)
      .filter((sentence) => terms(sentence).length >= LEAST.words)
      .slice(0, MOST_SENTENCES)
      .map((sentence) => onSentence(archive, sentence, searched > SMALL)),
  );
  const best = <T extends { readonly fit: number }>(found: readonly T[]) =>
    [...found].sort((a, b) => b.fit - a.fit);
  const records = best(said.flatMap(({ records }) => records)).map(({ record }) => record);
  const passages = best(said.flatMap(({ passages }) => passages)).map(({ passage }) => passage);
  const statements = await shown(archive, await claimsFirst(archive, records.slice(0, MOST)));
  const besides = (await shownPassages(archive, passages.slice(0, MOST_PASSAGES))).filter(
    (passage) => !statements.some((each) => each.document === passage.document && overlaps(each, passage)),
  );
  const excerpts = distinct([...statements, ...besides]);
  return excerpts.length === 0
    ? nothing({ searched, reason: 'no-evidence' })
    : { status: 'answered', searched, taken: [], excerpts, related: [] };
}

/** What a denial denies stands in its place, where that is known: it is shown with the denial beside it. */
async function claimsFirst(
  archive: Archive,
  records: readonly AttributionRecord[],
): Promise<AttributionRecord[]> {
  const others = await archive.counterparts(records.map(reference), 1);
  const claims = records.map((record, at) =>
    ANSWERS.has(record.attribution.kind) ? (others[at]?.[0] ?? record) : record,
  );
  const seen = new Set<string>();
  return claims.filter((claim) => !seen.has(place(claim)) && seen.add(place(claim)));
}

const ANSWERS: ReadonlySet<string> = new Set(['denial', 'dispute', 'no-comment']);

interface OnSentence {
  readonly records: readonly { readonly record: AttributionRecord; readonly fit: number }[];
  readonly passages: readonly { readonly passage: Passage; readonly fit: number }[];
}

async function onSentence(archive: Archive, sentence: string, large: boolean): Promise<OnSentence> {
  const [names, onTopic, passages] = await Promise.all([
    archive.names(sentence),
    archive.attributions({ about: sentence, limit: POOL }),
    archive.search(sentence, { limit: PASSAGES }),
  ]);
  const within = await archive.attributionsWithin(passages);
  const pool = new Map([...onTopic, ...within.flat()].map((record) => [place(record), record]));
  const matter = matterOf(sentence, names, large);
  const documents = await documentsOf(archive, [...pool.values(), ...passages]);
  const fitIn = (id: string, span: Span): number => {
    const document = documents.get(id);
    return document ? fitOf(matter, document, span) : 0;
  };
  const fitting = [...pool.values()]
    .map((record) => ({ record, fit: fitIn(record.document, extent(record)) }))
    .filter(({ fit }) => fit >= SAME.all - BONUS.answered);
  const others = await archive.counterparts(
    fitting.map(({ record }) => reference(record)),
    1,
  );
  const bonus = ({ attribution: { nested } }: AttributionRecord, at: number): number =>
    (others[at]!.length > 0 ? BONUS.answered : 0) + (nested ? BONUS.nested : 0);
  return {
    records: fitting
      .map(({ record, fit }, at) => ({ record, fit: fit + bonus(record, at) }))
      .filter(({ fit }) => fit >= SAME.all),
    // Of a passage the one sentence that is on it; the others may be anything.
    passages: passages
      .flatMap((passage) => {
        const document = documents.get(passage.document);
        return document ? sentencesAround(document, passage.span).map((span) => moved(passage, span)) : [];
      })
      .map((passage) => ({ passage, fit: fitIn(passage.document, passage.span) }))
      .filter(({ fit }) => fit >= SAME.all),
  };
}

/** Of statements that fit alike, the one with another side to it, and the whole report rather than what is told in it. */
const BONUS = { answered: 0.05, nested: -0.02 };

/** What a sentence is on: the stems of its own words, and for each name those of all its forms. */
interface Matter {
  readonly stems: readonly string[];
  readonly names: readonly (readonly string[])[];
  /** So many of them must stand in what is on the same matter. */
  readonly least: number;
}

function matterOf(sentence: string, names: readonly NameInQuestion[], large: boolean): Matter {
  const known = names.filter(({ matches }) => matches.length > 0);
  const own = words(sentence).filter(
    ({ start, end, form }) =>
      !form.stop &&
      !EMPTY.has(form.folded) &&
      !verb(form.folded) &&
      !ROLES.has(form.folded) &&
      !names.some(({ span }) => overlaps(span, { start, end })),
  );
  return {
    least: large && known.length === 0 ? LEAST.inLarge : LEAST.words,
    stems: [...new Set(own.map(({ form }) => form.stem))],
    names: [
      ...known.map(({ matches }) =>
        terms([matches[0]!.person.called, ...matches[0]!.person.aliases].join(' ')),
      ),
      // A name that nobody here has is in no article.
      ...names.filter(({ matches }) => matches.length === 0).map(() => []),
    ],
  };
}

/** Words that say nothing on what a message is about. */
const EMPTY = new Set(
  'heard hear hears apparently supposedly allegedly never ever anyone anybody someone somebody everyone everybody nobody nothing something anything everything today yesterday tomorrow really just also still always again actually literally lol yes no not maybe thing things stuff people guy guys one lot good bad nice great right wrong true false think know like go going get got make made do done'.split(
    ' ',
  ),
);

/** The share of the matter that stands within `span`, its names perhaps beside it; 0 where that may be chance. */
function fitOf({ stems, names, least }: Matter, document: Document, span: Span): number {
  const there = terms(slice(document.text, span));
  const own = stems.reduce((sum, stem) => {
    if (there.includes(stem)) return sum + 1;
    return sum + (there.some((other) => related(stem, other)) ? AKIN : 0);
  }, 0);
  const beside = terms(slice(document.text, paragraphsAround(document, span)));
  const named = names.reduce((sum, forms) => {
    if (forms.some((stem) => there.includes(stem))) return sum + 1;
    return sum + (forms.some((stem) => beside.includes(stem)) ? BESIDE : 0);
  }, 0);
  if (own === 0 || own + named < least - (1 - BESIDE) || own < SAME.words * stems.length) return 0;
  return (own + named) / (stems.length + names.length);
}
