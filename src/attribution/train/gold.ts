import { bound } from '../../text/ascending.ts';
import { canBeCue } from '../cues.ts';
import { type Run, type Tagged, tag, type Unit } from '../tag.ts';
import { readLines } from './input.ts';

/** One line of the data: see the header of the scorer for what the fields mean. */
interface GoldDocument {
  readonly id: string;
  readonly text: string;
  readonly attributions: readonly GoldAttribution[];
  readonly ignore?: readonly Pair[];
}

type Pair = readonly [start: number, end: number];

export interface GoldAttribution {
  readonly source: readonly Pair[] | null;
  readonly cue: readonly Pair[];
  readonly content: readonly Pair[];
  readonly kind: string;
}

/** What a model is to answer: nothing, a belief or wish, a statement. */
export type Label = 0 | 1 | 2;

/** An attribution in tokens. */
export interface Target {
  readonly label: Label;
  readonly unit: Unit;
  /** The head of the cue. */
  readonly cue: number;
  readonly source: Run | null;
  /** The parts of the content in the cue's unit, before and after it. */
  readonly left: Run | null;
  readonly right: Run | null;
  /** Every word of the content. */
  readonly words: ReadonlySet<number>;
}

export interface Example {
  readonly id: string;
  readonly tagged: Tagged;
  readonly targets: readonly Target[];
  /** Tokens that are not part of the article proper, such as notes about the author. */
  readonly ignored: ReadonlySet<number>;
}

/** The annotated articles of the file named on the command line, cut into tokens. */
export function readGold(file: string, usage: string): Example[] {
  const documents = readLines<GoldDocument>(file, usage);
  const cut = documents.map((document) => ({ document, tagged: tag(document.text) }));
  const heads = headRates(cut);
  return cut.map(({ document, tagged }) => ({
    id: document.id,
    tagged,
    targets: document.attributions.flatMap((gold) => target(tagged, gold, heads) ?? []),
    ignored: new Set((document.ignore ?? []).flatMap((span) => within(tagged, span))),
  }));
}

/** How often each lemma with its part of speech stands in a cue, out of all its occurrences. */
function headRates(cut: readonly { document: GoldDocument; tagged: Tagged }[]): Map<string, number> {
  const all = new Map<string, number>();
  const inCue = new Map<string, number>();
  for (const { document, tagged } of cut) {
    for (const { lemma, pos } of tagged.tokens) increase(all, `${lemma} ${pos}`);
    for (const gold of document.attributions) {
      for (const i of gold.cue.flatMap((span) => within(tagged, span))) {
        const { lemma, pos } = tagged.tokens[i]!;
        increase(inCue, `${lemma} ${pos}`);
      }
    }
  }
  return new Map([...inCue].map(([key, n]) => [key, n / (all.get(key)! + 5)]));
}

function increase(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function target(tagged: Tagged, gold: GoldAttribution, rates: ReadonlyMap<string, number>): Target | null {
  const { tokens } = tagged;
  const cue = head(tagged, gold, rates);
  if (cue < 0) return null;
  const unit = tagged.units.find(({ start, end }) => start <= cue && cue < end)!;
  const words = new Set(gold.content.flatMap((span) => within(tagged, span)).filter((i) => !tokens[i]!.mark));
  const source = (gold.source ?? []).flatMap((span) => within(tagged, span)).filter((i) => !tokens[i]!.mark);
  const inUnit = source.length > 0 && source.every((i) => unit.start <= i && i < unit.end);
  return {
    label: gold.kind === 'other' ? 1 : 2,
    unit,
    cue,
    source: inUnit ? { start: source[0]!, end: source.at(-1)! + 1 } : null,
    left: hull(words, unit.start, cue),
    right: hull(words, cue + 1, unit.end),
    words,
  };
}

/** The word of a cue that most often reports. */
function head(
  { tokens, ...rest }: Tagged,
  gold: GoldAttribution,
  rates: ReadonlyMap<string, number>,
): number {
  let best = -1;
  let most = -1;
  for (const i of gold.cue.flatMap((span) => within({ tokens, ...rest }, span))) {
    const token = tokens[i]!;
    if (!canBeCue(token)) continue;
    const share = token.pos === 'VERB' ? 1 : token.pos === 'ADP' || token.pos === 'ADV' ? 0.12 : 0.6;
    const rate = share * (rates.get(`${token.lemma} ${token.pos}`) ?? 0);
    if (rate > most) {
      most = rate;
      best = i;
    }
  }
  return best;
}

function hull(words: ReadonlySet<number>, from: number, to: number): Run | null {
  let start = -1;
  let end = -1;
  for (let i = from; i < to; i++) {
    if (!words.has(i)) continue;
    if (start < 0) start = i;
    end = i + 1;
  }
  return start < 0 ? null : { start, end };
}

/** The tokens that a span of characters touches. */
export function within({ tokens }: Tagged, [from, to]: Pair): number[] {
  const found: number[] = [];
  for (
    let i = bound(tokens.length, (at) => tokens[at]!.end <= from);
    i < tokens.length && tokens[i]!.start < to;
    i++
  )
    found.push(i);
  return found;
}
