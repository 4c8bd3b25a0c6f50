import { type Directory, openDirectoryInSteps } from '../people/directory.ts';
import type { CastList } from '../people/merge.ts';
import type { Alias } from '../people/person.ts';
import type { Overrides } from './archive.ts';
import type { Segment } from './segment.ts';
import type { Steps } from './steps.ts';
import { type Topic, TopicList } from './topics.ts';

/** Whom and what a collection names: slow to list anew, so that it may be a little older than the collection. */
export class Names {
  readonly directory: Directory;
  readonly topics: TopicList;
  readonly #hidden: ReadonlySet<string>;
  /** Canonical names, numbered. */
  readonly #canonical: Map<string, number>;
  /** For each segment, the numbers of the canonical names of its names; -1 for hidden ones. */
  readonly #numbers: ReadonlyMap<Segment, Int32Array>;

  private constructor(
    directory: Directory,
    topics: TopicList,
    hidden: ReadonlySet<string>,
    canonical: Map<string, number>,
    numbers: ReadonlyMap<Segment, Int32Array>,
  ) {
    this.directory = directory;
    this.topics = topics;
    this.#hidden = hidden;
    this.#canonical = canonical;
    this.#numbers = numbers;
  }

  /** Lists the names of `segments`. `aliases` and `overrides` say what articles do not. */
  static *of(
    segments: readonly Segment[],
    aliases: readonly Alias[],
    overrides: Overrides | null,
  ): Steps<Names> {
    const topics: (readonly Topic[])[] = [];
    function* casts(): Generator<CastList> {
      for (const segment of segments) {
        const lists = segment.lists();
        topics.push(lists.topics);
        yield* lists.casts;
      }
    }
    const directory = yield* openDirectoryInSteps(casts(), [...aliases, ...aliasesOf(overrides)]);
    const documents = segments.reduce((sum, { ids }) => sum + ids.length, 0);
    const topicList = yield* TopicList.of(topics, documents);
    const names = new Names(directory, topicList, overrides?.hidden ?? new Set(), new Map(), new Map());
    return yield* names.over(segments);
  }

  /** The same names for other segments of the corpus. Names that are not listed yet stand for themselves. */
  *over(segments: readonly Segment[]): Steps<Names> {
    const numbers = new Map<Segment, Int32Array>();
    for (const segment of segments) {
      numbers.set(
        segment,
        this.#numbers.get(segment) ?? Int32Array.from(segment.names, (name) => this.#numberOf(name)),
      );
      yield;
    }
    return new Names(this.directory, this.topics, this.#hidden, this.#canonical, numbers);
  }

  /** The name under which somebody is listed whom a document calls `name`; null for who is hidden. */
  canonical(name: string): string | null {
    return this.directory.canonical(name) ?? (this.#hidden.has(name) ? null : name);
  }

  /** The number of a canonical name among those of `numbersIn`, or -1. */
  number(name: string): number {
    return this.#canonical.get(name) ?? -1;
  }

  /** For each name of a segment the number of the name it is listed under, or -1. */
  numbersIn(segment: Segment): Int32Array {
    return this.#numbers.get(segment)!;
  }

  #numberOf(name: string): number {
    const canonical = this.canonical(name);
    if (canonical === null) return -1;
    const known = this.#canonical.get(canonical);
    if (known !== undefined) return known;
    this.#canonical.set(canonical, this.#canonical.size);
    return this.#canonical.size - 1;
  }
}

/** What moderators say of names, as the directory takes it. */
function aliasesOf(overrides: Overrides | null): Alias[] {
  if (!overrides) return [];
  const { merged, split, hidden } = overrides;
  const names = new Map<string, string[]>();
  for (const [name, into] of merged) names.set(into, [...(names.get(into) ?? []), name]);
  return [
    ...Array.from(names, ([name, aliases]) => ({ name, aliases })),
    ...Array.from(split, (name) => ({ name, aliases: [], apart: true })),
    ...Array.from(hidden, (name) => ({ name, aliases: [], hidden: true })),
  ];
}
