import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Attribution, Kind, SpokenAttribution } from '../../src/attribution/attribution.ts';
import { extract } from '../../src/attribution/extract.ts';
import { counterparts } from '../../src/people/counterparts/counterparts.ts';
import { findPeople } from '../../src/people/people.ts';
import { resolveSpeakers } from '../../src/people/speakers/resolve.ts';
import { root } from '../../src/root.ts';
import type { Figure } from './attribution.ts';

/** Offsets, `end` exclusive. */
export type Stretch = readonly [start: number, end: number];

/** A denial of the collection, tied by hand to the claims of the same article that it answers: ids and offsets alone. */
export interface Tied {
  readonly id: string;
  readonly denial: Stretch;
  readonly cue: Stretch;
  /** Empty where nobody in the article makes the claim. */
  readonly claims: readonly Stretch[];
  /** Statements that may be tied to it too, or not. */
  readonly also?: readonly Stretch[];
}

/** The hand-tied denials. */
export const tied = (): Tied[] => lines(path.join(root, 'test/evaluation/counterparts.jsonl'));

interface Annotated {
  readonly id: string;
  readonly text: string;
  readonly attributions: readonly {
    readonly source: readonly Stretch[] | null;
    readonly cue: readonly Stretch[] | null;
    readonly content: readonly Stretch[];
    readonly kind: string;
    readonly denialType?: string;
  }[];
}

/** An article with its attributions, and what of them a hand-tied denial is about. */
export interface Case {
  readonly gold: Tied;
  readonly text: string;
  readonly attributions: readonly SpokenAttribution[];
  /** Index of the denial among them, or -1 where it was not found. */
  readonly denial: number;
}

/** The hand-tied denials in their articles, with the collection's own attributions or with those that we extract. */
export function cases(folder: string, attributions: 'annotated' | 'extracted'): Case[] {
  const gold = tied();
  const wanted = new Set(gold.map(({ id }) => id));
  const articles = new Map(
    lines<Annotated>(path.join(folder, 'polnear-train-visible.jsonl'))
      .filter(({ id }) => wanted.has(id))
      .map((article) => [article.id, article]),
  );
  const spoken = new Map<string, readonly SpokenAttribution[]>();
  for (const [id, article] of articles) {
    const own = gold.filter((one) => one.id === id);
    const found = attributions === 'extracted' ? extract(article.text) : annotated(article, own);
    spoken.set(id, resolveSpeakers(article.text, found, findPeople(article.text)));
  }
  return gold.map((one) => {
    const all = spoken.get(one.id)!;
    return { gold: one, text: articles.get(one.id)!.text, attributions: all, denial: denialIn(all, one) };
  });
}

/** How well denials are tied, in percent: by denial (a right claim first, or rightly none) and by pair. */
export function counterpartFigures(folder: string): Figure[] {
  const given = score(cases(folder, 'annotated'));
  const found = score(cases(folder, 'extracted'));
  const row = (name: string, value: number) => ({
    name,
    value: 100 * value,
    heldOut: null,
    bar: 75,
    published: '–',
  });
  return [
    row('denial tied, given both', given.byDenial),
    row('pairs, given both', given.byPair),
    row('denial tied, all ours', found.byDenial),
  ];
}

/** F1 of ties over the cases. */
export function score(all: readonly Case[]): { byDenial: number; byPair: number } {
  const denials = { right: 0, wrong: 0, missed: 0 };
  const pairs = { right: 0, wrong: 0, missed: 0 };
  for (const { gold, text, attributions, denial } of all) {
    const ties = denial < 0 ? [] : counterparts(text, attributions).filter((tie) => tie.denial === denial);
    const judged = ties.map(({ claim }) => judge(gold, hull(attributions[claim]!)));
    const counted = judged.filter((verdict) => verdict !== 'ignored');
    if (judged[0] === 'wrong') denials.wrong++;
    if (gold.claims.length > 0) {
      if (judged[0] !== undefined && judged[0] !== 'wrong') denials.right++;
      else denials.missed++;
    }
    const hit = new Set(counted.filter((verdict) => verdict !== 'wrong'));
    pairs.right += hit.size;
    pairs.wrong += counted.length - counted.filter((verdict) => verdict !== 'wrong').length;
    pairs.missed += gold.claims.length - hit.size;
  }
  return { byDenial: f1(denials), byPair: f1(pairs) };
}

/** Which of the claims a statement is; `ignored` where it may be tied or not. */
export function judge(gold: Tied, statement: Stretch): number | 'ignored' | 'wrong' {
  const claim = gold.claims.findIndex((one) => overlap(one, statement) >= 0.5);
  if (claim >= 0) return claim;
  const inside = statement[0] >= gold.denial[0] - 2 && statement[1] <= gold.denial[1] + 2;
  return inside || gold.also?.some((one) => overlap(one, statement) >= 0.5) ? 'ignored' : 'wrong';
}

export const hull = ({ content }: Pick<Attribution, 'content'>): Stretch => [
  Math.min(...content.map(({ start }) => start)),
  Math.max(...content.map(({ end }) => end)),
];

const f1 = ({ right, wrong, missed }: { right: number; wrong: number; missed: number }): number =>
  (2 * right) / (2 * right + wrong + missed);

function overlap(a: Stretch, b: Stretch): number {
  const shared = Math.min(a[1], b[1]) - Math.max(a[0], b[0]);
  return shared <= 0 ? 0 : (2 * shared) / (a[1] - a[0] + b[1] - b[0]);
}

const ANSWERS: ReadonlySet<Kind> = new Set<Kind>(['denial', 'dispute', 'no-comment']);

function denialIn(attributions: readonly Attribution[], { denial, cue }: Tied): number {
  const likeness = attributions.map((one) => {
    if (!ANSWERS.has(one.kind)) return 0;
    const [first] = one.cue ?? [];
    const sameCue = first !== undefined && first.start < cue[1] && cue[0] < one.cue!.at(-1)!.end;
    return sameCue ? 1 : overlap(hull(one), denial);
  });
  const best = Math.max(...likeness);
  return best >= 0.3 ? likeness.indexOf(best) : -1;
}

/** The collection's own attributions as ours; beliefs and wishes only where a denial is tied to one. */
function annotated({ text, attributions }: Annotated, gold: readonly Tied[]): Attribution[] {
  const spans = (stretches: readonly Stretch[]) => stretches.map(([start, end]) => ({ start, end }));
  const same = (a: Stretch, b: Stretch) => a[0] === b[0] && a[1] === b[1];
  return attributions.flatMap(({ source, cue, content, kind, denialType }): Attribution[] => {
    const whole = hull({ content: spans(content) });
    const isDenial = gold.some(({ denial }) => same(denial, whole));
    if (
      kind === 'other' &&
      !isDenial &&
      !gold.some(({ claims }) => claims.some((claim) => same(claim, whole)))
    )
      return [];
    const accuses =
      cue?.[0] !== undefined && /^(?:accus|alleg|claim|accord|charg)/.test(text.slice(...cue[0]));
    const noComment = denialType === 'no-comment' || kind === 'noresponse';
    const ours: Kind =
      kind === 'denial'
        ? 'denial'
        : noComment || (isDenial && kind === 'statement')
          ? 'no-comment'
          : kind === 'refusal'
            ? 'dispute'
            : accuses
              ? 'claim'
              : 'statement';
    return [
      {
        kind: ours,
        source: source && spans(source),
        cue: cue && spans(cue),
        content: spans(content),
        anonymous: false,
        via: null,
        nested: false,
        confidence: 1,
      },
    ];
  });
}

function lines<T>(file: string): T[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);
}
