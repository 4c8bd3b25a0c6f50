import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { readCorpus } from '../../src/corpus/folder.ts';
import { random as generator, pick as pickFrom } from '../support/random.ts';

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

/**
 * Writes `articles.jsonl` with `count` made articles into `folder`, and `questions.json` with so many questions on them;
 * returns how many articles there are. The n-th article is the same in every corpus.
 */
export function writeCorpus(folder: string, count: number, asked: number): Promise<number> {
  return write(
    folder,
    (function* () {
      for (let n = 0; n < count; n++) yield article(n);
    })(),
    asked,
  );
}

/** The same with the first articles that the folder `from` holds, at most `count`. */
export function takeCorpus(from: string, folder: string, count: number, asked: number): Promise<number> {
  return write(
    folder,
    (async function* () {
      let left = count;
      for await (const read of readCorpus(from)) {
        if (read.type !== 'document') continue;
        if (left-- === 0) return;
        const { id, title, text, outlet, published } = read.document;
        yield { id, title: title ?? '', text, outlet: outlet ?? '', published: published ?? '' };
      }
    })(),
    asked,
  );
}

async function write(
  folder: string,
  articles: Iterable<BenchArticle> | AsyncIterable<BenchArticle>,
  asked: number,
): Promise<number> {
  const file = openSync(path.join(folder, 'articles.jsonl'), 'w');
  const random = generator(0xa11ce);
  const questions: string[] = [];
  let count = 0;
  for await (const each of articles) {
    writeSync(file, `${JSON.stringify(each)}\n`);
    // Every article seen so far is asked about with the same probability: https://en.wikipedia.org/wiki/Reservoir_sampling
    const place = count < asked ? count : Math.floor(random() * (count + 1));
    if (place < asked) questions[place] = questionOn(each, random);
    count++;
  }
  closeSync(file);
  writeFileSync(path.join(folder, 'questions.json'), JSON.stringify(questions));
  return count;
}

/** Two or three words of the article, common ones as often as it has them, asked as people ask. */
function questionOn({ text }: BenchArticle, random: () => number): string {
  const words = (text.match(/\p{L}{4,}/gu) ?? []).filter(
    (word) => !FUNCTION_WORDS.includes(word.toLowerCase()),
  );
  const pick = () => words[Math.floor(random() * words.length)] ?? 'report';
  return pickFrom(FRAMES, random)
    .replace('{a}', pick())
    .replace('{b}', pick())
    .replace('{who}', speakerOf(text) ?? pick());
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

const speakerOf = (text: string): string | undefined =>
  text.match(/\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+(?= said)/u)?.[0];
