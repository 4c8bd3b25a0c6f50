import type { CastList } from '../people/directory/cast.ts';
import { type Directory, openDirectoryInSteps } from '../people/directory/directory.ts';
import type { Alias } from '../people/person.ts';
import type { Overrides } from './archive.ts';
import { documentOf, type Segment } from './segment.ts';
import type { Steps } from './steps.ts';
import { type Topic, TopicList } from './topics.ts';

/**
 * The people and organisations a collection names. Listing them is slow, so they may be a little older than the
 * collection.
 */
export class Names {
  readonly directory: Directory;
  readonly topics: TopicList;
  readonly #hidden: ReadonlySet<string>;
  /** Canonical names, numbered. */
  readonly #canonical: Map<string, number>;
  /** The numbers of names that several people have. */
  readonly #shared: Set<number>;
  /** For each segment, the number of the canonical name for each of its names; -1 for hidden ones. */
  readonly #numbers: ReadonlyMap<Segment, Int32Array>;

  private constructor(
    directory: Directory,
    topics: TopicList,
    hidden: ReadonlySet<string>,
    canonical: Map<string, number>,
    shared: Set<number>,
    numbers: ReadonlyMap<Segment, Int32Array>,
  ) {
    this.directory = directory;
    this.topics = topics;
    this.#hidden = hidden;
    this.#canonical = canonical;
    this.#shared = shared;
    this.#numbers = numbers;
  }

  /** Lists the names of `segments`. `aliases` and `overrides` add what the articles do not say. */
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
    const names = new Names(directory, topicList, hiddenIn(overrides), new Map(), new Set(), new Map());
    return yield* names.over(segments);
  }

  /** The same names for other segments of the corpus. A name not listed yet stands for itself. */
  *over(segments: readonly Segment[]): Steps<Names> {
    const numbers = new Map<Segment, Int32Array>();
    for (const segment of segments) {
      numbers.set(
        segment,
        this.#numbers.get(segment) ??
          Int32Array.from(segment.names, (name) => this.#numberOf(this.canonical(name))),
      );
      yield;
    }
    return new Names(this.directory, this.topics, this.#hidden, this.#canonical, this.#shared, numbers);
  }

  /** The listed name of somebody `document` calls `name`; null for hidden people. */
  canonical(name: string, document?: string): string | null {
    const listed = this.directory.canonical(name, document);
    return listed ?? (this.#hidden.has(name) || this.directory.isShared(name) ? null : name);
  }

  /** For each name of a segment, the number of its listed name, or -1. A shared name has a number of its own. */
  numbersIn(segment: Segment): Int32Array {
    return this.#numbers.get(segment)!;
  }

  /** The number of the person that an attribution's document means by a name of its segment, or -1. */
  numberIn(segment: Segment, name: number, attribution: number): number {
    const number = this.numbersIn(segment)[name]!;
    if (!this.#shared.has(number)) return number;
    return this.#numberOf(
      this.canonical(segment.names[name]!, segment.ids[documentOf(segment, attribution)]!),
    );
  }

  /** The numbers of the names that mean `name`, and the documents in which they do. Null stands for all documents. */
  meaning(name: string): {
    readonly numbers: ReadonlySet<number>;
    readonly documents: ReadonlySet<string> | null;
  } {
    const canonical = this.canonical(name) ?? name;
    const sharing = this.directory.sharing(canonical);
    const numbers = [canonical, ...(sharing ? [sharing.called] : [])].map(
      (each) => this.#canonical.get(each) ?? -1,
    );
    return {
      numbers: new Set(numbers.filter((number) => number >= 0)),
      documents: sharing?.documents ?? null,
    };
  }

  #numberOf(canonical: string | null): number {
    if (canonical === null) return -1;
    const known = this.#canonical.get(canonical);
    if (known !== undefined) return known;
    const number = this.#canonical.size;
    this.#canonical.set(canonical, number);
    if (this.directory.isShared(canonical)) this.#shared.add(number);
    return number;
  }
}

/** The names moderators hid, with those merged into one of them. */
function hiddenIn(overrides: Overrides | null): ReadonlySet<string> {
  if (!overrides) return new Set();
  const { merged, hidden } = overrides;
  const theirs = [...merged].flatMap(([name, into]) => (hidden.has(into) ? [name] : []));
  return new Set([...hidden, ...theirs]);
}

/** What moderators decided about names, as the directory takes it. */
function aliasesOf(overrides: Overrides | null): Alias[] {
  if (!overrides) return [];
  const { merged, split } = overrides;
  const hidden = hiddenIn(overrides);
  const names = new Map<string, string[]>();
  for (const [name, into] of merged)
    if (!hidden.has(name)) names.set(into, [...(names.get(into) ?? []), name]);
  return [
    ...Array.from(names, ([name, aliases]) => ({ name, aliases })),
    ...Array.from(split, (name) => ({ name, aliases: [], apart: true })),
    ...Array.from(hidden, (name) => ({ name, aliases: [], hidden: true })),
  ];
}
