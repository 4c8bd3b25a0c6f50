import type { SpokenAttribution } from '../../attribution/attribution.ts';
import type { Span } from '../../text/span.ts';
import { fold } from '../fold.ts';
import { FUNCTION, SPEECH } from '../lexicon.ts';
import type { Reading } from '../reading.ts';

/** The kinds of attributions that answer others. */
export const ANSWERS: ReadonlySet<string> = new Set(['denial', 'dispute', 'no-comment']);

/** What the features need of an attribution, worked out once. */
export interface Place {
  readonly attribution: SpokenAttribution;
  /** From the first word of its content, source or cue to the last. */
  readonly whole: Span;
  /** From the first word of its content to the last. */
  readonly span: Span;
  readonly sentence: number;
  readonly lastSentence: number;
  readonly paragraph: number;
  readonly cue: string;
  readonly source: string;
  readonly content: string;
  readonly words: ReadonlySet<string>;
  /** Words of the content that begin with a capital, folded. */
  readonly names: ReadonlySet<string>;
  readonly speaker: ReadonlySet<string>;
  /**
   * For an answer, the names of those whose claim it says it answers, folded: "Hill's charge", "criticism from Hill".
   */
  readonly accusers: ReadonlySet<string>;
}

export function placeOf(reading: Reading, attribution: SpokenAttribution): Place {
  const { source, cue, content, speaker } = attribution;
  const textOf = (spans: readonly Span[] | null): string =>
    (spans ?? []).map(({ start, end }) => reading.plain.slice(start, end)).join(' ');
  const all = [...content, ...(source ?? []), ...(cue ?? [])];
  const span = hull(content);
  const whole = hull(all);
  const body = textOf(content);
  const names = textOf(source);
  return {
    attribution,
    span,
    whole,
    sentence: reading.sentenceAt(whole.start),
    lastSentence: reading.sentenceAt(Math.max(whole.start, whole.end - 1)),
    paragraph: lineAt(reading.plain, whole.start),
    cue: fold(textOf(cue)),
    source: fold(names),
    content: fold(body),
    words: contentWords(body),
    names: capitalised(body),
    speaker: capitalised(`${names} ${speaker ?? ''}`),
    accusers: ANSWERS.has(attribution.kind) ? accusersIn(body) : NOBODY,
  };
}

const hull = (spans: readonly Span[]): Span => ({
  start: Math.min(...spans.map(({ start }) => start)),
  end: Math.max(...spans.map(({ end }) => end)),
});

/** Offset of the last line break before `offset`. It tells paragraphs apart. */
const lineAt = (plain: string, offset: number): number => plain.lastIndexOf('\n', offset);

/** Content words, cut to six letters so that "denied" matches "denial" and "accuse" matches "accusation". */
function contentWords(text: string): Set<string> {
  const found = new Set<string>();
  for (const [word] of fold(text).matchAll(/[\p{L}\p{N}][\p{L}\p{N}'-]*/gu))
    if (word.length > 3 && !FUNCTION.has(word) && !SPEECH.has(word))
      found.add(word.replace(/'s$/, '').slice(0, 6));
  return found;
}

function capitalised(text: string): Set<string> {
  const found = new Set<string>();
  for (const [word] of text.matchAll(/\p{Lu}[\p{L}\p{N}'-]+/gu)) {
    const plain = fold(word).replace(/'s$/, '');
    if (plain.length > 2 && !FUNCTION.has(plain) && !TITLES.has(plain)) found.add(plain);
  }
  return found;
}
const TITLES = new Set('mrs president senator secretary sen gov rep governor'.split(' '));

function accusersIn(content: string): Set<string> {
  const found = new Set<string>();
  for (const [, before, after] of content.matchAll(ACCUSER))
    for (const name of capitalised(before ?? after ?? '')) found.add(name);
  return found;
}
/**
 * "Ruth Hill's sharp criticism", "criticism from the mayor, Ruth Hill". Names have at most forty letters here, so that
 * the search stays linear.
 */
const ACCUSER =
  /((?:\p{Lu}[\p{L}.-]{1,40} ){0,2}\p{Lu}[\p{L}-]{1,40})['’‘]s? (?:[\p{L}-]{1,40} ){0,2}?(?:accus|alleg|claim|charge|critici|attack|comment|remark|suggest|argu|statement|point|concern|proposal|report|letter|stor|complaint|assert|call)|\b(?:from|by) ((?:[\p{L}.,-]+ ){0,4}\p{Lu}[\p{L}, -]+)/gu;
const NOBODY: ReadonlySet<string> = new Set();
