import { type Form, Trait, type Word } from '../search/words.ts';
import { bound } from '../text/ascending.ts';
import type { Span } from '../text/span.ts';
import type { Steps } from './steps.ts';

/** What an article is about, in one or two words as it writes them. */
export interface Topic {
  readonly text: string;
  /** How many documents have it among their topics. */
  readonly documents: number;
}

/** A topic of one document: its key in the corpus, and how the document writes it. */
export type OwnTopic = readonly [key: string, form: string];

/** How many topics of one word, and how many of two, an article has at most. */
const MOST = 12;
const MOST_PAIRS = 6;

/** What an article is about: words that it repeats or has in its title, and pairs of words that it repeats. */
export function topicsOf(
  title: string,
  titleWords: readonly Word[],
  text: string,
  textWords: readonly Word[],
): OwnTopic[] {
  // Titles are often capitalised throughout, so the text decides how a word is written.
  const parts = [
    { part: title, words: titleWords, weight: 2 },
    { part: text, words: textWords, weight: 1 },
  ];
  const singles: Mention[] = [];
  for (const { part, words, weight } of parts)
    for (const { start, end, form } of words)
      if (end - start > 2 && isTelling(form)) singles.push({ key: form.stem, weight, part, start, end });
  const counts = tally(singles);
  const pairs: Mention[] = [];
  for (const { part, words, weight } of parts) {
    let before: Word | null = null;
    for (const word of words) {
      const repeated = (counts.get(word.form.stem) ?? 0) > 1 && isTelling(word.form);
      if (repeated && before && word.start - before.end === 1 && part[before.end] === ' ') {
        const key = `${before.form.stem} ${word.form.stem}`;
        pairs.push({ key, weight, part, start: before.start, end: word.end });
      }
      before = repeated ? word : null;
    }
  }
  return [...mostRepeated(singles, counts, MOST), ...mostRepeated(pairs, tally(pairs), MOST_PAIRS)];
}

/** A possible topic: its key, its weight, and its place. */
interface Mention extends Span {
  readonly key: string;
  readonly weight: number;
  readonly part: string;
}

function tally(mentions: readonly Mention[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { key, weight } of mentions) counts.set(key, (counts.get(key) ?? 0) + weight);
  return counts;
}

function mostRepeated(
  mentions: readonly Mention[],
  counts: ReadonlyMap<string, number>,
  most: number,
): OwnTopic[] {
  const chosen = [...counts]
    .filter(([, count]) => count > 1)
    .sort((a, b) => b[1] - a[1])
    .slice(0, most);
  const forms = new Map(chosen.map(([key]) => [key, new Map<string, number>()]));
  for (const { key, weight, part, start, end } of mentions) {
    const there = forms.get(key);
    if (!there) continue;
    const form = part.slice(start, end);
    there.set(form, (there.get(form) ?? 0) + 1 / weight);
  }
  return Array.from(forms, ([key, there]) => [key, mostFrequent(there)]);
}

/** Joins the topics of several documents. */
export function joinTopics(lists: Iterable<readonly OwnTopic[]>): Topic[] {
  const topics = new Map<string, { count: number; readonly forms: Map<string, number> }>();
  for (const list of lists)
    for (const [key, form] of list) {
      let there = topics.get(key);
      if (!there) {
        there = { count: 0, forms: new Map() };
        topics.set(key, there);
      }
      there.count++;
      there.forms.set(form, (there.forms.get(form) ?? 0) + 1);
    }
  return Array.from(topics.values(), ({ count, forms }) => ({ text: mostFrequent(forms), documents: count }));
}

const isTelling = ({ stop, traits, stem }: Form) =>
  !stop && !(traits & (Trait.digit | Trait.number | Trait.month)) && !EVERYWHERE.has(stem);

/** Stems that news repeats whatever the matter. */
const EVERYWHERE = new Set(
  `said sai tell told ask report write call want need make made come came go went get take took give know think believ
   see show look find work new old first last year month week day time todai dai peopl man men woman women thing wai
   good great big much lot right part place case number state`.split(/\s+/),
);

function mostFrequent(forms: ReadonlyMap<string, number>): string {
  let best = '';
  for (const [form, count] of forms) if (count > (forms.get(best) ?? 0)) best = form;
  return best;
}

interface Start {
  readonly key: string;
  readonly topic: number;
}

/** Finds topics by what somebody has typed so far. */
export class TopicList {
  readonly #topics: readonly Topic[];
  /** Beginnings of words in lower case with their topic, sorted. */
  readonly #starts: readonly Start[];

  private constructor(topics: readonly Topic[], starts: readonly Start[]) {
    this.#topics = topics;
    this.#starts = starts;
  }

  /** Joins all lists; `documents` is how many documents they come from. */
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
    // A topic of half of the articles tells nothing. In a large archive, neither does a topic of one article.
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

  /** Topics with a word that begins like `typed`, most telling first. For empty input, the most telling of all. */
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
