import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/**
 * News-like articles in any number, the same ones every time. Words follow Zipf's law (frequency about 1 / rank), as in
 * real text: posting lists, and with them query times, then have the shape that they have on real archives. About one
 * paragraph in three reports what somebody said.
 */
export interface BenchArticle {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly outlet: string;
  readonly published: string;
}

/** Characters of an article's text, about: the size of a news article in the archives that people bring. */
const SIZE = 5_000;
const VOCABULARY = 60_000;

/** Makes `count` articles of about 5 kB, starting with the `from`-th. The n-th article is the same in every corpus. */
export function* articles(count: number, from = 0): Generator<BenchArticle> {
  for (let n = from; n < from + count; n++) yield article(n);
}

/** Writes `count` articles as one `.jsonl` file into `folder` and returns the file's path. */
export async function writeCorpus(folder: string, count: number): Promise<string> {
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, 'articles.jsonl');
  const lines = function* () {
    for (const each of articles(count)) yield `${JSON.stringify(each)}\n`;
  };
  await pipeline(Readable.from(lines()), createWriteStream(file));
  return file;
}

/** Questions on the first `among` articles: two or three words that stand in one of them, asked as people ask. */
export function questions(count: number, among: number): string[] {
  const random = generator(0xa11ce);
  return Array.from({ length: count }, () => {
    const asked = article(Math.floor(random() * among));
    const words = [...new Set(asked.text.match(/\p{L}{5,}/gu) ?? [])];
    const pick = () => words[Math.floor(random() * words.length)] ?? 'report';
    const frame = pickFrom(FRAMES, random);
    return frame
      .replace('{a}', pick())
      .replace('{b}', pick())
      .replace('{who}', speakerOf(asked.text) ?? pick());
  });
}

const FRAMES = [
  'What did {who} say about the {a} {b}?',
  'Who denied the {a} {b}?',
  'When did the {a} reach the {b}?',
  'How many {a} were in the {b} {who}?',
  'Who claimed that {a} would {b}?',
  'Why was the {a} of {b} called off?',
];
const FIRST = [
  'Maren',
  'Tobias',
  'Ilse',
  'Dorian',
  'Petra',
  'Callum',
  'Noor',
  'Stefan',
  'Wilma',
  'Andre',
  'Lucia',
  'Hugo',
];
const OUTLETS = [
  'The Harbor Ledger',
  'Northgate Courier',
  'The Valley Post',
  'Daily Meridian',
  'Coastline Wire',
];
const SAID = ['said', 'told reporters', 'claimed', 'argued', 'warned', 'announced', 'insisted'];
const DENIED = ['denied', 'rejected the claim', 'disputed the account', 'declined to comment'];
const FUNCTION_WORDS =
  'the of to and in a that for on is with as was at by it from be are this has an have not were which he she his her but they their had or who will been its one would more about after when than can also there said out up into over other new'.split(
    ' ',
  );
const SYLLABLES =
  'ba be bi bo ca ce co cu da de di do fa fe fi fo ga ge gi go ha he hi ho ka ke la le li lo lu ma me mi mo mu na ne ni no nu pa pe pi po ra re ri ro ru sa se si so su ta te ti to tu va ve vi vo war wen win'.split(
    ' ',
  );

function article(n: number): BenchArticle {
  const random = generator(n * 2_654_435_761 + 1);
  // An article keeps to a topic: some words of its own come again and again.
  const topic = Array.from({ length: 12 }, () => word(1_000 + Math.floor(random() * (VOCABULARY - 1_000))));
  const people = Array.from(
    { length: 4 },
    () => `${pickFrom(FIRST, random)} ${capital(word(3_000 + Math.floor(random() * 4_000)))}`,
  );
  const paragraphs: string[] = [];
  for (let length = 0; length < SIZE; length += paragraphs.at(-1)?.length ?? 0)
    paragraphs.push(paragraph(random, topic, people));
  return {
    id: `bench-${n}`,
    title: capital(clause(random, topic, 7)),
    text: paragraphs.join('\n\n'),
    outlet: pickFrom(OUTLETS, random),
    published: new Date(Date.UTC(2012 + (n % 9), n % 12, 1 + (n % 28))).toISOString().slice(0, 10),
  };
}

function paragraph(random: () => number, topic: readonly string[], people: readonly string[]): string {
  const who = pickFrom(people, random);
  const sentence = () => `${capital(clause(random, topic, 12 + Math.floor(random() * 14)))}.`;
  const kind = random();
  if (kind < 0.12)
    return `“${capital(clause(random, topic, 16))},” ${who} said. “${sentence()}” ${sentence()}`;
  if (kind < 0.27) return `${who} ${pickFrom(SAID, random)} that ${clause(random, topic, 14)}. ${sentence()}`;
  if (kind < 0.33)
    return `${who} ${pickFrom(DENIED, random)} that ${clause(random, topic, 10)}. ${sentence()}`;
  return Array.from({ length: 2 + Math.floor(random() * 3) }, sentence).join(' ');
}

function clause(random: () => number, topic: readonly string[], words: number): string {
  return Array.from({ length: words }, () => {
    const kind = random();
    if (kind < 0.45) return pickFrom(FUNCTION_WORDS, random);
    if (kind < 0.57) return pickFrom(topic, random);
    return word(Math.floor(VOCABULARY ** random()));
  }).join(' ');
}

/** The vocabulary's word of that rank; different ranks give different words. */
function word(rank: number): string {
  let out = '';
  for (let rest = rank + SYLLABLES.length; rest > 0; rest = Math.floor(rest / SYLLABLES.length))
    out += SYLLABLES[rest % SYLLABLES.length];
  return out;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const pickFrom = <T>(from: readonly T[], random: () => number): T =>
  from[Math.floor(random() * from.length)] as T;
const speakerOf = (text: string): string | undefined =>
  text.match(/\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+(?= said)/u)?.[0];

/** Mulberry32: small, fast, and the same numbers on every machine. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
