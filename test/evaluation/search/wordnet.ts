/**
 * Makes `src/search/wordnet.bin`: `node dist/test/evaluation/search/wordnet.js FOLDER`, FOLDER being the database files of
 * WordNet 3.0 (its licence stands in LICENSE and in what is made), which is not installed with the project. Takes seconds.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../../src/root.ts';
import { english, englishNumber } from '../../../src/search/english.ts';
import { pack } from '../../../src/search/pack.ts';
import { WORDNET } from '../../../src/search/wordnet.ts';
import { formOf, hashOf } from '../../../src/search/words.ts';

/** Words of one meaning, and what leads from it to others; `from` and `to` count its words and the other's, 0 for all of them. */
interface Synset {
  readonly words: readonly string[];
  readonly pointers: readonly { kind: string; synset: string; from: number; to: number }[];
}

/** How related two stems are, 0 to 1. */
interface Relation {
  family: number;
  synonym: number;
  broad: number;
}

const PARTS = { noun: 'n', verb: 'v', adj: 'a', adv: 'r' } as const;

/** Pointers from one word to another of its family: derived from it, pertaining to it, its participle. */
const FAMILY = new Set(['+', '\\', '<']);

/** Pointers from one meaning to a wider, narrower or neighbouring one, and how near that is. */
const BROAD: Readonly<Record<string, number>> = {
  ...{ '&': 0.8, $: 0.8, '@': 0.7, '~': 0.7, '@i': 0.7, '~i': 0.7 },
  ...{ '*': 0.5, '>': 0.5, '=': 0.5, '^': 0.5 },
};

/** Meanings that a word rarely has say little. */
const RARE = 0.1;
/** A family holds together in a rare meaning too. */
const RARELY = 0.05;

const folder = process.argv[2] ?? '';
const lines = (file: string) => readFileSync(path.join(folder, file), 'latin1').split('\n');
const synsets = readSynsets();
const shares = readShares();
const relations = new Map<number, Map<number, Relation>>();

for (const part of Object.keys(PARTS))
  for (const line of lines(`${part}.exc`)) {
    const [inflected = '', ...words] = line.trim().split(' ');
    for (const word of words) if (shares.has(word)) relate(inflected, word, 'family', 1);
  }
for (const [id, { words, pointers }] of synsets) {
  for (const [i, word] of words.entries())
    for (const other of words.slice(i + 1)) relate(word, other, 'synonym', both(word, id, other, id));
  for (const { kind, synset, from, to } of pointers) {
    const others = synsets.get(synset)?.words ?? [];
    if (FAMILY.has(kind)) {
      const [word = '', other = ''] = [words[from - 1], others[to - 1]];
      relate(word, other, 'family', both(word, id, other, synset, RARELY));
    }
    const near = BROAD[kind];
    if (near === undefined || from !== 0) continue;
    for (const word of words.filter((word) => shareOf(word, id) > RARE))
      for (const other of others.filter((other) => shareOf(other, synset) > RARE))
        relate(word, other, 'broad', near * both(word, id, other, synset));
  }
}

const start = [0];
const other: number[] = [];
const strengths = { family: [] as number[], synonym: [] as number[], broad: [] as number[] };
for (let stem = 0; stem < english().hash.length; stem++) {
  for (const [to, relation] of [...(relations.get(stem) ?? [])].sort(([a], [b]) => a - b)) {
    const { family } = relation;
    const synonym = family > 0 ? 1 : relation.synonym;
    const broad = Math.max(synonym, relation.broad);
    if (broad < 0.02) continue;
    other.push(to);
    for (const [kind, strength] of Object.entries({ family, synonym, broad }))
      strengths[kind as keyof Relation].push(Math.round(255 * strength));
  }
  start.push(other.length);
}
const columns = {
  start: Uint32Array.from(start),
  other: Uint16Array.from(other),
  family: Uint8Array.from(strengths.family),
  synonym: Uint8Array.from(strengths.synonym),
  broad: Uint8Array.from(strengths.broad),
};
const license = readFileSync(path.join(root, 'LICENSE'), 'utf8');
const notice = license.slice(license.indexOf('src/search/wordnet.bin'));
writeFileSync(path.join(root, 'src/search/wordnet.bin'), pack(WORDNET, notice, columns));

function relate(a: string, b: string, kind: keyof Relation, strength: number): void {
  const [first, second] = [numberOf(a), numberOf(b)];
  if (first < 0 || second < 0 || first === second) return;
  for (const [from, to] of [
    [first, second],
    [second, first],
  ] as const) {
    const its = relations.get(from) ?? new Map<number, Relation>();
    relations.set(from, its);
    const relation = its.get(to) ?? { family: 0, synonym: 0, broad: 0 };
    its.set(to, relation);
    relation[kind] = Math.max(relation[kind], strength);
  }
}

/** The number of a word's stem among the English ones, or -1. */
function numberOf(word: string): number {
  if (!/^[a-z]{2,}$/.test(word)) return -1;
  const { stem, stop } = formOf(word);
  return stop ? -1 : englishNumber(hashOf(stem));
}

/** How likely two words have these meanings: the geometric mean. */
function both(word: string, synset: string, other: string, its: string, least = 0): number {
  return Math.sqrt(Math.max(least, shareOf(word, synset)) * Math.max(least, shareOf(other, its)));
}

function shareOf(word: string, synset: string): number {
  return shares.get(word)?.get(synset) ?? 0;
}

function readSynsets(): Map<string, Synset> {
  const found = new Map<string, Synset>();
  for (const [file, part] of Object.entries(PARTS))
    for (const line of lines(`data.${file}`)) {
      const fields = (line.split(' | ')[0] ?? '').trim().split(' ');
      if (line.startsWith(' ') || fields.length < 6) continue;
      const count = Number.parseInt(fields[3]!, 16);
      const words = Array.from({ length: count }, (_, i) =>
        fields[4 + 2 * i]!.replace(/\(\w+\)$/, '').toLowerCase(),
      );
      const first = 5 + 2 * count;
      const pointers = Array.from({ length: Number(fields[first - 1]) }, (_, i) => {
        const [kind = '', offset, partOfIt, words = ''] = fields.slice(first + 4 * i, first + 4 * i + 4);
        const [from = 0, to = 0] = [words.slice(0, 2), words.slice(2)].map((digits) =>
          Number.parseInt(digits, 16),
        );
        return { kind, synset: `${partOfIt === 's' ? 'a' : partOfIt}${offset}`, from, to };
      });
      found.set(part + fields[0], { words, pointers });
    }
  return found;
}

/** For each word the share of its uses that have each meaning, as counted in tagged texts; those not counted are rare. */
function readShares(): Map<string, Map<string, number>> {
  const counted = new Map<string, number>();
  for (const line of lines('cntlist.rev')) {
    const [key = '', sense, count] = line.split(' ');
    const [word, digit] = key.split('%');
    const use = `${word} ${'nvara'[Number(digit?.[0]) - 1]} ${sense}`;
    counted.set(use, (counted.get(use) ?? 0) + Number(count));
  }
  const found = new Map<string, Map<string, number>>();
  for (const [file, part] of Object.entries(PARTS))
    for (const line of lines(`index.${file}`)) {
      if (line.startsWith(' ') || line === '') continue;
      const fields = line.trim().split(' ');
      const word = fields[0]!;
      const meanings = found.get(word) ?? new Map<string, number>();
      found.set(word, meanings);
      for (const [i, offset] of fields.slice(-Number(fields[2])).entries())
        meanings.set(part + offset, (counted.get(`${word} ${part} ${i + 1}`) ?? 0) + 0.5 / (i + 1));
    }
  for (const meanings of found.values()) {
    const all = [...meanings.values()].reduce((sum, uses) => sum + uses, 0);
    for (const [synset, uses] of meanings) meanings.set(synset, uses / all);
  }
  return found;
}
