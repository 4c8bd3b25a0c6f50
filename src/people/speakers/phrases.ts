import type { Span } from '../../text/span.ts';
import {
  FUNCTION,
  GROUPS,
  isGivenName,
  isPlace,
  ORGANISATION_WORDS,
  ROLE_PREFIXES,
  SPEECH,
  TIME,
  TITLES,
} from '../lexicon.ts';
import type { Person } from '../person.ts';
import { isAcronym, type Reading } from '../reading.ts';
import { isRoleNoun } from '../roles.ts';

/** One naming of somebody; `first` and `last` are word indices, `last` exclusive. */
export interface Mention extends Span {
  readonly person: Person;
  readonly first: number;
  readonly last: number;
}

/** The noun phrase at the head of a source, in word indices, and whom it names. */
export interface Core {
  readonly start: number;
  readonly end: number;
  readonly mention: Mention | null;
}

/** Reads who the noun phrases of one text name. */
export class Phrases {
  private readonly reading: Reading;
  /** In the order of the text. */
  readonly mentions: readonly Mention[];

  constructor(reading: Reading, people: readonly Person[]) {
    this.reading = reading;
    this.mentions = people
      .flatMap((person) =>
        person.mentions.map(({ start, end }) => ({
          start,
          end,
          person,
          first: reading.at(start),
          last: reading.at(end),
        })),
      )
      // The longest of several that begin together comes first: "Trump administration" before "Trump".
      .sort((a, b) => a.start - b.start || b.end - a.end);
  }

  /** The words of a source, with the rest of a name that it was cut in: "(Ocasio-)Cortez". */
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

  /** Names at the head of a source, or in apposition to its head. */
  namedIn(first: number, last: number): readonly string[] {
    const core = this.core(first, last);
    if (core.mention) return this.listed(core.mention, core.end, last);
    const noun = this.headNoun(core);
    if (noun !== null && (GROUPS.has(noun) || (noun.endsWith('s') && !isRoleNoun(noun))))
      return this.among(core.end, last);
    return this.apposed(core, noun, last);
  }

  /** Whom "who" or "which" at a word means: whoever is named right before it, unless it is several of them ("members of Congress who"). */
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

  /** Whose description ends before a word: "Ruth Hill, a former minister from Ohio". */
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

  /** The person to whom a phrase that begins at a word is an apposition, where their name opens the sentence: "Ruth Hill, a former minister". */
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

  /** Past a dateline: "SPRINGFIELD (Reuters) — ". */
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

  /** Whose lawyer, aide or office the head of a source is. */
  ownerOf(first: number, last: number): string | null {
    const { start } = this.core(first, last);
    if (!POSSESSIVES.has(this.reading.words[start - 1]?.text ?? '')) return null;
    return this.mentions.find((mention) => mention.last === start - 1)?.person.name ?? null;
  }

  /** The last body that is named in a source, or null. */
  bodyIn(first: number, last: number): string | null {
    const body = this.mentions.findLast(
      (mention) => mention.first >= first && mention.last <= last && mention.person.type === 'organisation',
    );
    return body?.person.name ?? null;
  }

  /**
   * Whether a source of whom it is not told who they are is one person by themselves: somebody who has not been spoken of, or
   * "the prosecutor", who is nobody in particular of those named.
   */
  isNewcomer(first: number, last: number): boolean {
    const { words } = this.reading;
    const { start, end } = this.core(first, last);
    const head = words[end - 1];
    if (!head || end <= start) return false;
    if (GROUPS.has(head.lower) || FUNCTION.has(head.lower)) return false;
    const article = words[first]!.lower;
    if (isRoleNoun(head.lower) || ONE_PERSON.has(head.lower))
      return INDEFINITE.has(article) || (article === 'the' && !REDESCRIBING.has(head.lower));
    return (
      head.capital &&
      end - first < 4 &&
      !head.headline &&
      !/s$/.test(head.lower) &&
      !isAcronym(head.text) &&
      !ORGANISATION_WORDS.has(head.lower) &&
      !isPlace(head.text) &&
      words[first]!.lower !== 'the'
    );
  }

  /** The first of several names with those that are listed behind it: "Smith and Jones", "Smith, Jones and Hill". */
  private listed(mention: Mention, end: number, last: number): readonly string[] {
    const { words } = this.reading;
    const names = [mention.person.name];
    let at = end;
    let joined = false;
    while (
      at < last &&
      !joined &&
      (words[at]!.text === ',' || words[at]!.lower === 'and' || words[at]!.text === '&')
    ) {
      if (words[at]!.text === ',' && words[at + 1]?.lower === 'and') at++;
      // ", a friend of Hill's" is about the first.
      const lead = words[words[at + 1]?.lower === 'the' ? at + 2 : at + 1];
      if (words[at]!.text === ',' && !(lead?.capital && (lead === words[at + 1] || TITLES.has(lead.lower))))
        break;
      const next = this.core(at + 1, last);
      if (!next.mention || next.end <= at) break;
      joined = words[at]!.text !== ',';
      names.push(next.mention.person.name);
      at = next.end;
    }
    // Without an "and" what follows the comma is about the first: "Smith, Jones's deputy".
    return joined || (at >= last && mention.person.type === 'person') ? names : names.slice(0, 1);
  }

  /** Who of several is named: "many senators, including Hill and Ruiz". */
  private among(first: number, last: number): readonly string[] {
    const { words } = this.reading;
    for (let i = first; i + 1 < last; i++) {
      const suchAs = words[i]!.lower === 'such' && words[i + 1]!.lower === 'as';
      if (!suchAs && words[i]!.lower !== 'including' && words[i]!.lower !== 'like') continue;
      const core = this.core(suchAs ? i + 2 : i + 1, last);
      return core.mention ? this.listed(core.mention, core.end, last) : [];
    }
    return [];
  }

  /** "a spokesman, Tom Hill", "Clinton ally and former mayor Tom Hill", "the panel's chairman, Labour MP Tom Hill" */
  private apposed(core: Core, noun: string | null, last: number): readonly string[] {
    const { words } = this.reading;
    for (const mention of this.mentions) {
      if (mention.first < core.end || mention.last > last || mention.person.type !== 'person') continue;
      // "The wife of film star Tom Hill" is not he, but "the wife of the mayor, Ruth Hill" she.
      const within = words.slice(core.end, mention.first);
      if (OWNING.has(within[0]?.lower ?? '') && !within.some(({ text }) => text === ',')) continue;
      if (POSSESSIVES.has(words[mention.last]?.text ?? '')) continue;
      let lead = mention.first - 1;
      while (lead > core.end && this.leadsName(lead)) lead--;
      if (
        lead > core.end &&
        words[core.end]!.lower === 'and' &&
        this.isOnePhrase(core.end + 1, mention.first)
      )
        lead = core.end;
      // "A spokesman for Mayor Ruth Hill" is not she.
      if (words[lead] && OWNING.has(words[lead]!.lower)) continue;
      if (lead === core.end && words[lead]!.lower === 'and' && lead < mention.first - 1)
        return [mention.person.name];
      const before = words[words[lead]?.text === ',' ? lead : mention.first - 1];
      if (before && (before.text === ',' || before.lower === 'and' || isRoleNoun(before.lower)))
        return noun !== null && (isRoleNoun(noun) || before.text === ',') ? [mention.person.name] : [];
    }
    return [];
  }

  /** Whether a word belongs to what stands before a name: "Labour MP", "Lt. Gen.", "former mayor". */
  private leadsName(index: number): boolean {
    const { words } = this.reading;
    const { capital, text, lower } = words[index]!;
    return (
      capital ||
      isRoleNoun(lower) ||
      ROLE_PREFIXES.has(lower) ||
      (text === '.' && TITLES.has(words[index - 1]!.lower))
    );
  }

  /** Whether the words from `first` to `last` could all stand before one name: "potential candidate Sen." */
  private isOnePhrase(first: number, last: number): boolean {
    for (let i = first; i < last; i++) {
      const { lower, mark, text } = this.reading.words[i]!;
      if ((mark && text !== '.') || FUNCTION.has(lower) || SPEECH.has(lower)) return false;
    }
    return true;
  }

  /** Who is named from a word on, or null. */
  mentionAt(index: number): Mention | null {
    return this.mentions.find((mention) => mention.first === index) ?? null;
  }

  /** Somebody whose role, written right before the name, begins at a word. */
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

  /** The noun of a phrase, lower case, past the times at its end; or null. */
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
/** What begins an apposition and seldom the subject of another verb. */
const APPOSED = new Set(['a', 'an', 'his', 'her']);
const DASHES = new Set(['–', '—', '-']);
const INDEFINITE = new Set(['a', 'an', 'another', 'one']);
/** By these the press speaks again of whom it has just named. */
const REDESCRIBING = new Set(['president', 'lawmaker', 'nominee', 'businessman']);
/** Nouns for one person that are no roles. */
const ONE_PERSON = new Set(
  'source official man woman person boy girl aide ally operative protester'.split(' '),
);
/** What leads from somebody to whom or what they speak for, or come from. */
export const OWNING: ReadonlySet<string> = new Set(['for', 'of', 'from', 'to', 'with', 'by', 'at', 'in']);
/** Whether a noun behind the name of a body says only what it is: "the Daily Ledger newspaper". */
const isKind = (noun: string, mention: Mention | null): boolean =>
  mention?.person.type === 'organisation' && KINDS_OF_BODY.has(noun);
const KINDS_OF_BODY = new Set('newspaper news agency magazine network channel website site'.split(' '));

/** What was done with a writing by whoever speaks in it. */
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
