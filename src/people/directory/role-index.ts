import { keyWords } from '../fold.ts';
import { FUNCTION, INSTITUTIONS, ROLES } from '../lexicon.ts';
import type { Entry } from './entry.ts';

/** One wording of somebody's role. */
interface Wording {
  readonly words: ReadonlySet<string>;
  /** The nouns that say what somebody is. "Sheriff's deputy" has "deputy" and not "sheriff". */
  readonly nouns: readonly string[];
  /** Numbers of the documents that use it. */
  readonly documents: number[];
}

/** Finds people by what documents say they are ("homeland security secretary in 2021", "trump's chief of staff"). */
export class RoleIndex {
  private readonly entries: readonly Entry[];
  private readonly documents: readonly { published: string | null }[];
  private readonly named: (key: string) => readonly number[];
  /** Role noun → entry → its wordings with that noun. */
  private readonly nouns: ReadonlyMap<string, ReadonlyMap<number, Wording[]>>;

  /** `named` returns the entries that have a key as one of their names. */
  constructor(
    entries: readonly Entry[],
    documents: readonly { published: string | null }[],
    named: (key: string) => readonly number[],
  ) {
    this.entries = entries;
    this.documents = documents;
    this.named = named;
    this.nouns = this.index();
  }

  private index(): Map<string, Map<number, Wording[]>> {
    const nouns = new Map<string, Map<number, Wording[]>>();
    const wordsOf = new Map<string, { words: string[]; nouns: string[] }>();
    for (const [number, { roles }] of this.entries.entries()) {
      const wordings = new Map<string, Wording>();
      for (const { text, document } of roles) {
        let read = wordsOf.get(text);
        if (!read) {
          const nouns = roleWords(text.replace(OWNER, ' ')).filter((word) => ROLES.has(word));
          read = { words: roleWords(text), nouns };
          wordsOf.set(text, read);
        }
        const { words, nouns: offices } = read;
        const id = words.join(' ');
        const known = wordings.get(id);
        if (known) {
          known.documents.push(document);
          continue;
        }
        const wording: Wording = { words: new Set(words), nouns: offices, documents: [document] };
        wordings.set(id, wording);
        for (const word of new Set(offices)) {
          const bearers = nouns.get(word) ?? new Map<number, Wording[]>();
          nouns.set(word, bearers);
          bearers.set(number, [...(bearers.get(number) ?? []), wording]);
        }
      }
    }
    return nouns;
  }

  /** Whom `typed` describes, best first; `fit` is from 0 to 1. Empty if it has no role noun. */
  find(typed: string): { number: number; fit: number }[] {
    const year = /\b(?:19|20)\d\d\b/.exec(typed)?.[0] ?? null;
    const words = roleWords(typed).filter((word) => word !== year);
    const nouns = words.filter((word) => ROLES.has(word));
    if (nouns.length === 0) return [];
    const rarest = nouns.map((noun) => this.nouns.get(noun) ?? NOBODY).sort((a, b) => a.size - b.size)[0]!;
    const found: { number: number; fit: number }[] = [];
    for (const [number, wordings] of rarest) {
      const fit = this.fit(number, wordings, words, year);
      if (fit >= 0.5) found.push({ number, fit });
    }
    return found.sort((a, b) => b.fit - a.fit || a.number - b.number);
  }

  private fit(
    number: number,
    wordings: readonly Wording[],
    words: readonly string[],
    year: string | null,
  ): number {
    const entry = this.entries[number]!;
    const kinship = new Map<string, number>();
    let best = 0;
    for (const { words: has, nouns, documents } of wordings) {
      if (!words.every((word) => !ROLES.has(word) || nouns.includes(word))) continue;
      let fit = 0;
      for (const word of has) if (!words.includes(word)) fit -= STANDINGS.has(word) ? 0.15 : 0.02;
      if (
        year &&
        !documents.some((document) => this.documents[document]!.published?.startsWith(year) ?? true)
      )
        fit -= 0.3;
      // Words of the query that the role lacks can add only so much. Skip looking them up where that cannot matter.
      let covered = 0;
      for (const word of words) {
        if (has.has(word)) covered++;
        else {
          let known = this.expanded(word, has) ? 0.95 : kinship.get(word);
          if (known === undefined) {
            known = this.company(word, entry);
            kinship.set(word, known);
          }
          covered += known;
        }
      }
      fit += covered / words.length;
      if (fit > best) best = fit;
    }
    return Math.min(1, best);
  }

  /** Whether a word abbreviates words of a role: "dhs" for "Homeland Security". */
  private expanded(word: string, has: ReadonlySet<string>): boolean {
    for (const form of LONG_FORMS.get(word) ?? []) if (form.every((part) => has.has(part))) return true;
    return false;
  }

  /** How far a word names somebody who appears together with `entry`: "trump" with his chief of staff. */
  private company(word: string, entry: Entry): number {
    let best = 0;
    const named = this.named(word);
    // "trumps chief of staff"
    for (const number of (named.length > 0 ? named : this.named(word.replace(/s$/, ''))).slice(0, 4)) {
      const other = this.entries[number]!;
      if (other === entry) continue;
      const together = shared(entry.documents, other.documents) / entry.documents.length;
      best = Math.max(best, (other.type === 'person' ? 0.9 : 0.3) * together);
    }
    return best;
  }
}

/** Only from the beginning of a word, so that a long one is not tried from each of its letters. */
const OWNER = /(?<!\p{L})\p{L}+['’]s(?=\s)/gu;

const NOBODY: ReadonlyMap<number, Wording[]> = new Map();

/** These words mark another standing than the plain role. It is less likely meant unless typed. */
const STANDINGS = new Set([
  'former',
  'ex',
  'then',
  'acting',
  'deputy',
  'vice',
  'assistant',
  'interim',
  'nominee',
  'candidate',
]);

const LONG: ReadonlyMap<string, string> = new Map(
  Object.entries({
    sen: 'senator',
    rep: 'representative',
    gov: 'governor',
    congressman: 'representative',
    congresswoman: 'representative',
  }),
);

/** The meaningful words of a role. */
function roleWords(text: string): string[] {
  return keyWords(text)
    .filter((word) => !FUNCTION.has(word))
    .map((word) => LONG.get(word) ?? word);
}

/** How many numbers two ascending lists share. */
function shared(a: readonly number[], b: readonly number[]): number {
  let count = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) count++;
    if (a[i]! < b[j]!) i++;
    else j++;
  }
  return count;
}

/** Abbreviation → the words of its long form, one list for each way to write it. */
const LONG_FORMS = new Map<string, string[][]>();
for (const { names } of INSTITUTIONS)
  for (const short of names) {
    const [word, ...more] = keyWords(short);
    if (more.length > 0 || word === undefined) continue;
    const long = names.map((name) => roleWords(name).filter((part) => part !== 'department'));
    LONG_FORMS.set(
      word,
      long.filter((parts) => parts.length > 0 && parts[0] !== word),
    );
  }
