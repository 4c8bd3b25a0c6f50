import { type Form, Trait, type Word } from '../search/words.ts';
import { bound } from '../text/ascending.ts';
import type { Steps } from './steps.ts';

/** What an article is about in a word or two, as it writes them. */
export interface Topic {
  readonly text: string;
  /** How many documents have it among their topics. */
  readonly documents: number;
}

/** A topic of one document: what it is counted under in the corpus, and how the document writes it. */
export type OwnTopic = readonly [key: string, form: string];

/** So many topics of one word, and of two, an article has at most. */
const MOST = 12;
const MOST_PAIRS = 6;

/** What an article is about: the words that it repeats or has in its title, and pairs of them that it repeats. */
export function topicsOf(
  title: string,
  titleWords: readonly Word[],
  text: string,
  textWords: readonly Word[],
): OwnTopic[] {
  const single: Counts = new Map();
  const pairs: Counts = new Map();
  // Titles are often capitalised throughout: the text says how a word is written.
  const parts = [
    { part: title, words: titleWords, weight: 2 },
    { part: text, words: textWords, weight: 1 },
  ];
  for (const { part, words, weight } of parts)
    for (const { start, end, form } of words)
      if (isTelling(form) && end - start > 2)
        count(single, form.stem, part.slice(start, end), weight, 1 / weight);
  const repeated = (form: Form) => isTelling(form) && (single.get(form.stem)?.count ?? 0) > 1;
  for (const { part, words, weight } of parts)
    for (let i = 1; i < words.length; i++) {
      const [a, b] = [words[i - 1]!, words[i]!];
      if (b.start - a.end !== 1 || part[a.end] !== ' ' || !repeated(a.form) || !repeated(b.form)) continue;
      count(pairs, `${a.form.stem} ${b.form.stem}`, part.slice(a.start, b.end), weight, 1 / weight);
    }
  return [...mostRepeated(single, MOST), ...mostRepeated(pairs, MOST_PAIRS)];
}

/** The topics of several documents together. */
export function joinTopics(lists: Iterable<readonly OwnTopic[]>): Topic[] {
  const topics: Counts = new Map();
  for (const list of lists) for (const [key, form] of list) count(topics, key, form, 1);
  return Array.from(topics.values(), ({ count, forms }) => ({ text: mostFrequent(forms), documents: count }));
}

type Counts = Map<string, { count: number; readonly forms: Map<string, number> }>;

const isTelling = ({ stop, traits, stem }: Form) =>
  !stop && !(traits & (Trait.digit | Trait.number | Trait.month)) && !EVERYWHERE.has(stem);

/** Stems that news repeats whatever it is about. */
const EVERYWHERE = new Set(
  `said sai tell told ask report write call want need make made come came go went get take took give know think believ
   see show look find work new old first last year month week day time todai dai peopl man men woman women thing wai
   good great big much lot right part place case number state`.split(/\s+/),
);

function count(counts: Counts, key: string, form: string, weight: number, formWeight = 1): void {
  let there = counts.get(key);
  if (!there) {
    there = { count: 0, forms: new Map() };
    counts.set(key, there);
  }
  there.count += weight;
  there.forms.set(form, (there.forms.get(form) ?? 0) + formWeight);
}

function mostRepeated(counts: Counts, most: number): OwnTopic[] {
  return [...counts]
    .filter(([, { count }]) => count > 1)
    .sort((a, b) => b[1].count - a[1].count)
    .slice(0, most)
    .map(([key, { forms }]) => [key, mostFrequent(forms)]);
}

function mostFrequent(forms: ReadonlyMap<string, number>): string {
  let best = '';
  for (const [form, count] of forms) if (count > (forms.get(best) ?? 0)) best = form;
  return best;
}

interface Start {
  readonly key: string;
  readonly topic: number;
}

/** Topics by what somebody has typed of them. */
export class TopicList {
  readonly #topics: readonly Topic[];
  /** Beginnings of words in lower case with their topic, sorted. */
  readonly #starts: readonly Start[];

  private constructor(topics: readonly Topic[], starts: readonly Start[]) {
    this.#topics = topics;
    this.#starts = starts;
  }

  /** The topics of all lists together; `documents` is the number of documents they are from. */
  static *of(lists: Iterable<readonly Topic[]>, documents: number): Steps<TopicList> {
    const sums = new Map<string, { text: string; documents: number }>();
    for (const list of lists) {
      for (const topic of list) {
        const key = topic.text.toLowerCase();
        const there = sums.get(key);
        if (there) there.documents += topic.documents;
        else sums.set(key, { ...topic });
      }
      yield;
    }
    // What stands in half of the articles tells nothing, and in a large archive neither does what stands in one.
    const fewest = documents > 1000 ? 3 : 1;
    const weight = ({ documents: n }: Topic) => n * Math.log((documents + 1) / n) ** 2;
    const topics = [...sums.values()]
      .filter((topic) => topic.documents >= fewest)
      .sort((a, b) => weight(b) - weight(a));
    yield;
    const starts = topics.flatMap(({ text }, topic) => {
      const plain = text.toLowerCase();
      const second = plain.indexOf(' ') + 1;
      return second > 0
        ? [
            { key: plain, topic },
            { key: plain.slice(second), topic },
          ]
        : [{ key: plain, topic }];
    });
    yield;
    return new TopicList(
      topics,
      starts.sort((a, b) => (a.key < b.key ? -1 : 1)),
    );
  }

  /** Topics with a word that begins so, the most telling first; the most telling of all for nothing. */
  complete(typed: string, limit: number): string[] {
    const start = typed.trim().toLowerCase().replace(/\s+/g, ' ');
    if (start === '') return this.#topics.slice(0, limit).map(({ text }) => text);
    const found = new Set<number>();
    let i = bound(this.#starts.length, (at) => this.#starts[at]!.key < start);
    for (; this.#starts[i]?.key.startsWith(start); i++) found.add(this.#starts[i]!.topic);
    return [...found]
      .sort((a, b) => a - b)
      .slice(0, limit)
      .map((topic) => this.#topics[topic]!.text);
  }
}
