import { Trait, words } from '../search/words.ts';
import type { Entry } from './entry.ts';

/** What an article is about in a word or two, as it writes them. */
export interface Topic {
  readonly text: string;
  /** How many documents have it among their topics. */
  readonly documents: number;
}

/** So many topics of one word, and of two, an article has at most. */
const MOST = 12;
const MOST_PAIRS = 6;

/** What `entries` are about: words and pairs of words that an article repeats, or has in its title. */
export function topicsOf(entries: readonly Entry[]): Topic[] {
  const topics = new Map<string, { documents: number; forms: Map<string, number> }>();
  for (const { document } of entries) {
    for (const [key, form] of topicsIn(document.title ?? '', document.text)) {
      const topic = topics.get(key) ?? { documents: 0, forms: new Map() };
      topic.documents++;
      topic.forms.set(form, (topic.forms.get(form) ?? 0) + 1);
      topics.set(key, topic);
    }
  }
  return Array.from(topics.values(), ({ documents, forms }) => ({ text: mostFrequent(forms), documents }));
}

function topicsIn(title: string, text: string): Map<string, string> {
  const counts = new Map<string, { count: number; pair: boolean; forms: Map<string, number> }>();
  const count = (key: string, form: string, pair: boolean, weight: number) => {
    const there = counts.get(key) ?? { count: 0, pair, forms: new Map() };
    there.count += weight;
    there.forms.set(form, (there.forms.get(form) ?? 0) + 1);
    counts.set(key, there);
  };
  for (const [part, weight] of [
    [title, 2],
    [text, 1],
  ] as const) {
    let before: { stem: string; written: string; end: number } | null = null;
    for (const { start, end, form } of words(part)) {
      const written = part.slice(start, end);
      const usable =
        !form.stop && !(form.traits & (Trait.digit | Trait.number | Trait.month)) && written.length > 2;
      if (!usable) {
        before = null;
        continue;
      }
      count(form.stem, written, false, weight);
      if (before && start - before.end === 1 && part[before.end] === ' ')
        count(`${before.stem} ${form.stem}`, `${before.written} ${written}`, true, weight);
      before = { stem: form.stem, written, end };
    }
  }
  const repeated = [...counts].filter(([, { count }]) => count > 1).sort((a, b) => b[1].count - a[1].count);
  const chosen = [
    ...repeated.filter(([, { pair }]) => !pair).slice(0, MOST),
    ...repeated.filter(([, { pair }]) => pair).slice(0, MOST_PAIRS),
  ];
  return new Map(chosen.map(([key, { forms }]) => [key, mostFrequent(forms)]));
}

function mostFrequent(forms: ReadonlyMap<string, number>): string {
  let best = '';
  for (const [form, count] of forms) if (count > (forms.get(best) ?? 0)) best = form;
  return best;
}

/** Topics by what somebody has typed of them. */
export class TopicList {
  readonly #topics: readonly Topic[];
  /** Beginnings of words in lower case with their topic, sorted. */
  readonly #starts: readonly { readonly key: string; readonly topic: number }[];

  constructor(lists: Iterable<readonly Topic[]>, documents: number) {
    const sums = new Map<string, Topic>();
    for (const list of lists)
      for (const topic of list) {
        const key = topic.text.toLowerCase();
        const there = sums.get(key);
        sums.set(key, there ? { ...there, documents: there.documents + topic.documents } : topic);
      }
    // What stands in half of the articles tells nothing, and in a large archive neither does what stands in one.
    const fewest = documents > 1000 ? 3 : 1;
    const weight = ({ documents: n }: Topic) => n * Math.log((documents + 1) / n);
    this.#topics = [...sums.values()]
      .filter((topic) => topic.documents >= fewest)
      .sort((a, b) => weight(b) - weight(a));
    this.#starts = this.#topics
      .flatMap(({ text }, topic) => {
        const plain = text.toLowerCase();
        const second = plain.indexOf(' ') + 1;
        return second > 0
          ? [
              { key: plain, topic },
              { key: plain.slice(second), topic },
            ]
          : [{ key: plain, topic }];
      })
      .sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  /** Topics with a word that begins so, the most telling first; the most telling of all for nothing. */
  complete(typed: string, limit: number): string[] {
    const start = typed.trim().toLowerCase().replace(/\s+/g, ' ');
    if (start === '') return this.#topics.slice(0, limit).map(({ text }) => text);
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#starts[middle]!.key < start) low = middle + 1;
      else high = middle;
    }
    const found = new Set<number>();
    for (; this.#starts[low]?.key.startsWith(start); low++) found.add(this.#starts[low]!.topic);
    return [...found]
      .sort((a, b) => a - b)
      .slice(0, limit)
      .map((topic) => this.#topics[topic]!.text);
  }
}
