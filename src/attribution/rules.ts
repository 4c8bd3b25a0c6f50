/**
 * The rules by which wink-nlp chooses among the parts of speech that a word may have, one machine after the other. A machine is an
 * automaton over the words' symbols: their part of speech so far, or what stands for words with a rule of their own.
 */
export interface Machine {
  /** The next state by state and symbol, `SYMBOLS` for each state; 0, where all begins, for none. */
  readonly next: Int16Array;
  /** The state to fall back to for each state; 0 for none. */
  readonly otherwise: Int16Array;
  /** What is found in each state: a part of speech, negative where the word becomes one whatever it may be; 0 for nothing. */
  readonly found: Int8Array;
  /** How many words after the first of what is found the word stands that it is about. */
  readonly offset: Int8Array;
}

/** What the rules look at in a word. */
export interface Tagging {
  /** Its likeliest part of speech. */
  readonly tag: number;
  /** Known to be nothing else: the *would* of "he'd". */
  readonly fixed: boolean;
  /** What it may be besides: a bit for each part of speech. */
  readonly may: number;
  /** What it is to the rules whatever its part of speech; 0 for nothing. */
  readonly hint: number;
}

/** The part of speech of each word of a text, by wink-nlp's numbers: first its likeliest, then what one machine after the other says. */
export function chooseTags(machines: readonly Machine[], words: readonly Tagging[]): number[] {
  const tags: number[] = [];
  const symbols: number[] = [];
  for (const { tag, hint } of words) {
    tags.push(tag);
    symbols.push(symbolOf(hint, tag));
  }
  const changes: number[] = [];
  for (const machine of machines) {
    detect(machine, symbols, changes);
    for (let i = 0; i < changes.length; i += 2) {
      const at = changes[i]!;
      const found = changes[i + 1]!;
      const { may, hint, fixed } = words[at]!;
      const tag = Math.abs(found);
      if (found > 0 && !(may & (1 << tag))) continue;
      symbols[at] = symbolOf(hint, tag);
      if (!fixed) tags[at] = tag;
    }
    changes.length = 0;
  }
  return tags;
}

/** A symbol is the number of a part of speech, or a hint of wink-nlp's from here. */
const HINT = 32;
const SYMBOLS = 128;

/** The symbol of a word: what wink-nlp hints at, or its part of speech so far. */
const symbolOf = (hint: number, tag: number) => (hint > 0 ? HINT + hint : tag);

/** A machine as wink-nlp's language model has it, in JSON. Throws where it has symbols that are not known here. */
export function readMachine(json: string): Machine {
  const [, last, states, outcomes, marks] = JSON.parse(json) as WinkMachine;
  const machine = {
    next: new Int16Array((last + 1) * SYMBOLS),
    otherwise: new Int16Array(last + 1),
    found: new Int8Array(last + 1),
    offset: new Int8Array(last + 1),
  };
  for (const [state, events] of Object.entries(states)) {
    for (const [event, next] of Object.entries(events)) {
      if (event === OTHERWISE) machine.otherwise[Number(state)] = next;
      else if (NUMBER.test(event)) machine.next[Number(state) * SYMBOLS + symbol(Number(event))] = next;
    }
  }
  for (const [state, tag] of Object.entries(outcomes)) machine.found[Number(state)] = Number(tag);
  for (const [state, [before]] of Object.entries(marks)) machine.offset[Number(state)] = before;
  return machine;
}

type WinkMachine = [
  version: number,
  last: number,
  states: Record<string, Record<string, number>>,
  outcomes: Record<string, string>,
  marks: Record<string, [before: number, after: number]>,
];

const OTHERWISE = '2070003';
/** Other events are words, by which no rule is reached. */
const NUMBER = /^\d+$/;
const FIRST_HINT = 1_080_000;

function symbol(event: number): number {
  const known = event < FIRST_HINT ? event : event - FIRST_HINT + HINT;
  const limits = event < FIRST_HINT ? [1, HINT] : [HINT, SYMBOLS];
  if (!(known >= limits[0]! && known < limits[1]!))
    throw new Error(`wink-nlp has an unknown symbol: ${event}`);
  return known;
}

/**
 * What a machine finds in a row of symbols: the place of the word that it is about and what is found, by turns. The longest
 * match counts, and the next is looked for behind it.
 */
function detect(
  { next, otherwise, found, offset }: Machine,
  symbols: readonly number[],
  into: number[],
): void {
  let state = 0;
  let first = 0;
  let fallback = 0;
  let fallbackAt = 0;
  for (let i = 0; i <= symbols.length; i++) {
    for (let j = i; j <= symbols.length; j++) {
      const to = j < symbols.length ? next[state * SYMBOLS + symbols[j]!]! : 0;
      if (state === 0 && to > 0) first = j;
      const reached = found[to] ? to : to === 0 ? fallback : 0;
      if (reached > 0) {
        into.push(first + offset[reached]!, found[reached]!);
        i = found[to] ? j : fallbackAt;
        fallback = 0;
      }
      state = reached > 0 ? 0 : to;
      if (state === 0) break;
      if (otherwise[state]! > 0) {
        fallback = otherwise[state]!;
        fallbackAt = j;
      }
    }
  }
}
