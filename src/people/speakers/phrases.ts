import type { Span } from '../../text/span.ts';
import { GROUPS, isGivenName, isPlace, TIME } from '../lexicon.ts';
import type { Person } from '../person.ts';
import type { Reading } from '../reading.ts';
import { isRoleNoun } from '../roles.ts';

/** One place that names somebody. `first` and `last` are word indices, `last` exclusive. */
export interface Mention extends Span {
  readonly person: Person;
  readonly first: number;
  readonly last: number;
}

/** The noun phrase at the head of a source, in word indices, `end` exclusive, and whom it names. */
export interface Core {
  readonly start: number;
  readonly end: number;
  readonly mention: Mention | null;
}

/** Reads the noun phrases of one text: where they end, and which names they hold. */
export class Phrases {
  readonly reading: Reading;
  /** In the order of the text. */
  readonly mentions: readonly Mention[];

  constructor(reading: Reading, people: readonly Person[]) {
    this.reading = reading;
    const mentions: Mention[] = [];
    for (const person of people)
      for (const { start, end } of person.mentions)
        mentions.push({ start, end, person, first: reading.at(start), last: reading.at(end) });
    // The longest of several that begin together comes first: "Trump administration" before "Trump".
    this.mentions = mentions.sort((a, b) => a.start - b.start || b.end - a.end);
  }

  /** The words of a source. If it cuts a name, the rest of the name comes along: "(Ocasio-)Cortez". */
  whole(source: readonly Span[]): { first: number; last: number } {
    const { words } = this.reading;
    const { start } = source[0]!;
    let first = this.reading.at(start);
    if (first > 0 && words[first - 1]!.end > start) first--;
    let last = Math.max(first + 1, this.reading.at(source.at(-1)!.end));
    for (const mention of this.mentions) {
      if (mention.first >= last) break;
      if (mention.first < first && first < mention.last) first = mention.first;
      const within = mention.first >= first && mention.last > last;
      if (within && (mention.person.type === 'person' || last - mention.first > 1)) last = mention.last;
    }
    return { first, last };
  }

  /** The head of a source: up to the first comma, preposition or clause. Names count as one word. */
  core(first: number, last: number): Core {
    const { words } = this.reading;
    let start = first;
    let mention: Mention | null = null;
    let i = first;
    while (i < last) {
      // "Secretary of State Ruth Hill": the role and the name are one phrase.
      const titled = this.titledAt(i, last);
      if (titled && !POSSESSIVES.has(words[titled.last]?.text ?? ''))
        return { start, end: titled.last, mention: titled };
      const found = titled ?? this.mentionAt(i);
      if (found && found.last <= last) {
        mention = found;
        i = found.last;
        continue;
      }
      const word = words[i]!;
      if (POSSESSIVES.has(word.text)) {
        start = i + 1;
        mention = null;
      } else if (word.text === '(' && words[i + 2]?.text === ')' && this.mentionAt(i + 3)) {
        // "Col (retd) Ruth Hill"
        i += 3;
        continue;
      } else if (word.mark && word.text !== '.' && !(word.text === '-' && words[i - 1]?.end === word.start))
        break;
      else if (BREAKS.has(word.lower) || (i > first && MADE.has(word.lower))) break;
      else if (!word.mark && !TIME.has(word.lower) && !isKind(word.lower, mention)) mention = null;
      i++;
    }
    return { start, end: i, mention };
  }

  /** Whom "who" or "which" at a word means: the name right before it, unless that belongs to a group ("members of Congress who"). */
  antecedentOf(pronoun: string, at: number): string | null {
    const { words } = this.reading;
    const end = words[at - 1]?.text === ',' ? at - 1 : at;
    const mention =
      this.mentions.find(({ last }) => last === end) ?? (pronoun === 'who' ? this.describedBefore(at) : null);
    if (!mention || (pronoun === 'who' && mention.person.type === 'organisation')) return null;
    if (pronoun === 'which' && isGivenName(mention.person.name.split(' ')[0]!)) return null;
    const head = words[mention.first - 2]?.lower ?? '';
    const several = words[mention.first - 1]?.lower === 'of' && (GROUPS.has(head) || head.endsWith('s'));
    return several && end === at ? null : mention.person.name;
  }

  /** Who is described by an apposition that ends before a word: "Ruth Hill, a former minister from Ohio, who". */
  private describedBefore(at: number): Mention | null {
    const { words } = this.reading;
    let i = at - 1;
    while (i > at - 14 && i > 0 && (!words[i]!.mark || words[i]!.text === '.')) i--;
    if (words[i]?.text !== ',' || !INDEFINITE.has(words[i + 1]!.lower)) return null;
    const within = this.mentions.some(
      ({ first, last, person }) => first > i && last <= at && person.type === 'person',
    );
    return within
      ? null
      : (this.mentions.find(({ last, person }) => last === i && person.type === 'person') ?? null);
  }

  /** Who opens a sentence and is described by the phrase at a word: "Ruth Hill, a former minister"; or null. */
  nameBefore(at: number): string | null {
    const { words } = this.reading;
    if (words[at - 1]?.text !== ',') return null;
    const mention = this.mentions.find(({ last, person }) => last === at - 1 && person.type === 'person');
    if (!mention) return null;
    // "Ruth Hill, the report said, …" is what is said of her.
    if (!APPOSED.has(words[at]!.lower) && !isRoleNoun(words[at]!.lower)) return null;
    let i = mention.first;
    while (i > 0 && words[i]!.sentence === words[i - 1]!.sentence) {
      i--;
      if (!words[i]!.capital && words[i]!.text !== '.') return null;
    }
    return mention.person.name;
  }

  /** The first word behind a dateline ("SPRINGFIELD (Reuters) — "), or `first` where there is none. */
  afterDateline(first: number, last: number): number {
    const { words } = this.reading;
    let bracket = false;
    for (let i = first; i < last && i < first + 9; i++) {
      const { text, mark, lower } = words[i]!;
      if (DASHES.has(text) && i > first) return i + 1;
      if (text === '(' || text === ')') bracket = text === '(';
      else if (!mark && !bracket && text === lower.toUpperCase()) continue;
      else if (!mark && !bracket && (i === first || !isPlace(text))) return first;
    }
    return first;
  }

  /** Who has the lawyer, aide or office at the head of a source: "Hill's lawyer"; or null. */
  ownerOf(first: number, last: number): string | null {
    const { start } = this.core(first, last);
    if (!POSSESSIVES.has(this.reading.words[start - 1]?.text ?? '')) return null;
    return this.mentions.find((mention) => mention.last === start - 1)?.person.name ?? null;
  }

  /** The last body a source names, or null. */
  bodyIn(first: number, last: number): string | null {
    const body = this.mentions.findLast(
      (mention) => mention.first >= first && mention.last <= last && mention.person.type === 'organisation',
    );
    return body?.person.name ?? null;
  }

  /** The name that begins at a word, or null. */
  mentionAt(index: number): Mention | null {
    return this.mentions.find((mention) => mention.first === index) ?? null;
  }

  /** The name whose title begins at a word: "Secretary of State Ruth Hill"; or null. */
  private titledAt(index: number, last: number): Mention | null {
    const { words } = this.reading;
    const { start } = words[index]!;
    for (const mention of this.mentions) {
      if (mention.first <= index || mention.last > last) continue;
      if (mention.first > index + 14) break;
      const role = mention.person.roles.find((span) => span.start === start);
      if (role && this.reading.at(role.end) >= mention.first - 1 && role.end <= mention.start) return mention;
    }
    return null;
  }

  /** The noun of a phrase, in lower case, leaving out times at its end ("a spokesman Monday"); or null. */
  headNoun({ start, end }: Core): string | null {
    for (let i = end - 1; i >= start; i--) {
      const { mark, lower } = this.reading.words[i]!;
      if (!mark && !TIME.has(lower)) return lower;
    }
    return null;
  }
}

/** What a name in the possessive ends with, as a word by itself. */
export const POSSESSIVES: ReadonlySet<string> = new Set(["'s", "'"]);
/** These begin an apposition, and seldom the subject of another verb. */
const APPOSED = new Set(['a', 'an', 'his', 'her']);
const DASHES = new Set(['–', '—', '-']);
export const INDEFINITE: ReadonlySet<string> = new Set(['a', 'an', 'another', 'one']);
/** Prepositions between somebody and the person or body they speak for or come from. */
export const OWNING: ReadonlySet<string> = new Set(['for', 'of', 'from', 'to', 'with', 'by', 'at', 'in']);
/** Whether a noun behind the name of a body only says what it is: "the Daily Ledger newspaper". */
const isKind = (noun: string, mention: Mention | null): boolean =>
  mention?.person.type === 'organisation' && KINDS_OF_BODY.has(noun);
const KINDS_OF_BODY = new Set('newspaper news agency magazine network channel website site'.split(' '));

/** What the author of a writing, or whoever brings it out, did with it. */
export const MADE: ReadonlySet<string> = new Set(
  'released published issued conducted written commissioned posted produced prepared compiled filed sent wrote'.split(
    ' ',
  ),
);

/** Where a source's head ends. */
const BREAKS = new Set(
  'of for at in from with on to by about against among who whom whose which that when where and or as but briefed familiar close speaking working including such like'.split(
    ' ',
  ),
);
