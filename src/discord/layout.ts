import type { Citation, Excerpt } from '../answers/answer.ts';
import { localName } from '../locales/names.ts';
import { type Phrase, phrase } from '../locales/phrase.ts';
import { type Locale, say, sayDate } from '../locales/say.ts';
import { counterpartLabel, how, type Item, type Reply, usageLine, who } from '../reply.ts';
import { short, shortWords } from '../text/shorten.ts';
import type { Span } from '../text/span.ts';
import { data, quotation, target } from './markdown.ts';

/** A part of a page. */
export interface Block {
  /**
   * In Discord's markdown, each for a component of its own. Right behind a quotation, Discord may not recognise small
   * print.
   */
  readonly texts: readonly string[];
  /** Position of the excerpt it shows among `excerptsOf(reply)`, for its Context button. Null for any other text. */
  readonly excerpt: number | null;
  /** Whether it makes no sense at the foot of a page, without what follows. */
  readonly leads: boolean;
  /** Whether an answer to it follows, which belongs on the same page if both fit on one. */
  readonly answered?: true;
  /** Whether to draw a line above it, unless it comes first on its page. */
  readonly apart?: true;
}

export type Page = readonly Block[];

/** What a page may hold: characters of markdown, and components, nested ones included. */
export interface Room {
  readonly characters: number;
  readonly components: number;
}

/** Members scroll past longer pages instead of reading them, and nobody turns that many. */
const SCREENFUL = { characters: 1800, excerpts: 5 };
const PAGES = 50;

/**
 * The most characters of data within our own lines: a value in general, a name in the lines about an excerpt, a title,
 * a fact, and a whole line.
 */
const VALUE = 140;
const NAME = 60;
const TITLE = 160;
const OPENING = 80;
const FACT = 700;
const LINE = 900;

/** The most characters of a label. Its excerpt leaves room for it, since the two share a page. */
const LABEL = 260;

/** The least room a quotation has, however long the lines around it are. */
const QUOTATION = 300;

/** All excerpts that a reply shows, in the order of their numbers (which count from 1). */
export function excerptsOf(reply: Reply): readonly Excerpt[] {
  const items = reply.groups.flatMap((group) => group.items);
  const answering = items.flatMap((item) => (item.type === 'excerpt' ? [item.excerpt] : []));
  return [...answering, ...reply.related].flatMap((excerpt) => [excerpt, ...excerpt.counterparts]);
}

/**
 * Divides the reply into pages of at most a screenful, each within `room`. A quotation too long for its page continues
 * on the next. Whatever comes after the fiftieth page is left out, and that page says so.
 */
export function pagesOf(reply: Reply, locale: Locale, room: Room): readonly Page[] {
  const characters = Math.min(SCREENFUL.characters, room.characters);
  const pages: Block[][] = [[]];
  for (const held of heldTogether(blocksOf(reply, locale, characters - LABEL), characters, room.components)) {
    const block = held.at(-1)!;
    const page = pages.at(-1)!;
    const goesOn = block.excerpt !== null && block.excerpt === page.at(-1)?.excerpt;
    if (page.length === 0 || (!goesOn && fits([...page, ...held], characters, room.components)))
      page.push(...held);
    else if (pages.length < PAGES) pages.push([...held]);
    else {
      page.push(plainBlock(`-# ${say(phrase('discord.too-many'), locale)}`));
      return pages;
    }
  }
  return pages;
}

/**
 * Groups blocks that stay on one page: a label with what it introduces, and an excerpt with its first answer if both
 * fit.
 */
function* heldTogether(
  blocks: Iterable<Block>,
  characters: number,
  components: number,
): Generator<readonly Block[]> {
  let answered: readonly Block[] = [];
  let held: Block[] = [];
  for (const block of blocks) {
    held.push(block);
    if (block.leads) continue;
    if (answered.length > 0 && !fits([...answered, ...held], characters, components)) yield answered;
    else held = [...answered, ...held];
    answered = [];
    if (block.answered) answered = held;
    else yield held;
    held = [];
  }
  if (answered.length + held.length > 0) yield [...answered, ...held];
}

/** A phrase as markdown: the data in it is shown exactly, if shortened. */
export function inMarkdown(text: Phrase, locale: Locale, longest = VALUE, most = LINE): string {
  const line = say(text, locale, (value) => data(short(value, longest)));
  return line.length <= most ? line : data(short(say(text, locale), most / 2));
}

/** The source of an excerpt, on one line. */
export function citationLine(citation: Citation, locale: Locale, also = 0): string {
  const link = target(citation.url);
  const parts = [
    titleOf(citation, locale),
    citation.outlet && data(short(citation.outlet, NAME)),
    citation.published && data(short(sayDate(citation.published, locale), NAME)),
    inMarkdown(phrase('cited.paragraph', { paragraph: citation.paragraph }), locale),
    link && `[${say(phrase('discord.article'), locale)}](${link})`,
    also > 0 && inMarkdown(phrase('cited.also', { count: also }), locale),
  ];
  return `-# ${parts.filter(Boolean).join(' · ')}`;
}

/** An article in a list: its title, where and when it was published, and its file if asked for. */
function articleLine(citation: Citation, locale: Locale, file = false): string {
  const link = target(citation.url);
  const title = titleOf(citation, locale);
  const facts = [
    citation.title === null ? title : `**${title}**`,
    citation.outlet && data(short(citation.outlet, NAME)),
    citation.published && data(short(sayDate(citation.published, locale), NAME)),
    link && `[${say(phrase('discord.article'), locale)}](${link})`,
    file && data(short(citation.document, TITLE)),
  ];
  return `- ${facts.filter(Boolean).join(' · ')}`;
}

function titleOf(citation: Citation, locale: Locale): string {
  return citation.title === null
    ? inMarkdown(phrase('cited.untitled', { opening: shortWords(citation.opening, OPENING) }), locale)
    : data(shortWords(citation.title, TITLE));
}

function fits(blocks: readonly Block[], characters: number, components: number): boolean {
  const excerpts = blocks.filter((block) => block.excerpt !== null).length;
  return (
    excerpts <= SCREENFUL.excerpts &&
    sum(blocks.map(({ texts }) => sum(texts.map((text) => text.length + 1)))) <= characters &&
    sum(
      blocks.map(({ excerpt, texts, apart }) => (excerpt === null ? 1 : 2 + texts.length) + (apart ? 1 : 0)),
    ) <= components
  );
}

function* blocksOf(reply: Reply, locale: Locale, characters: number): Generator<Block> {
  let number = 0;
  let answered = false;
  const withCounterparts = function* (excerpt: Excerpt): Generator<Block> {
    // Otherwise it would look like another answer to the previous one.
    const own = [...excerptBlocks(excerpt, number++, locale, characters)];
    // An excerpt on several pages cannot share a page with its answer.
    if (own.length === 1 && excerpt.counterparts.length > 0) own[0] = { ...own[0]!, answered: true };
    yield* apartIf(answered, own);
    let above = '';
    for (const counterpart of excerpt.counterparts) {
      const words = counterpartLabel(counterpart);
      if (words.key !== above) yield label(words, locale);
      above = words.key;
      yield* excerptBlocks(counterpart, number++, locale, characters);
    }
    answered = excerpt.counterparts.length > 0;
  };
  for (const group of reply.groups) {
    const isNew = group.label !== null && say(group.label, locale) !== say(reply.heading, locale);
    if (group.label !== null && isNew && group.items.length > 0) {
      yield* apartIf(answered, [label(group.label, locale)]);
      answered = false;
    }
    for (const item of group.items)
      if (item.type === 'excerpt') yield* withCounterparts(item.excerpt);
      else yield plainBlock(lineOf(item, locale));
  }
  if (reply.related.length > 0) yield* apartIf(answered, [label(phrase('related'), locale)]);
  answered = false;
  for (const excerpt of reply.related) yield* withCounterparts(excerpt);
}

function* apartIf(apart: boolean, blocks: Iterable<Block>): Generator<Block> {
  let first = apart;
  for (const block of blocks) {
    yield first ? { ...block, apart: true } : block;
    first = false;
  }
}

function label(text: Phrase, locale: Locale): Block {
  const words = inMarkdown(text, locale, NAME, LABEL - '****\n'.length);
  return { texts: [`**${words}**`], excerpt: null, leads: true };
}

function plainBlock(text: string): Block {
  return { texts: [text], excerpt: null, leads: false };
}

function lineOf(item: Exclude<Item, { type: 'excerpt' }>, locale: Locale): string {
  if (item.type === 'line') return inMarkdown(item.text, locale);
  if (item.type === 'article') return articleLine(item.citation, locale, item.file);
  if (item.type === 'usage') {
    const usage = usageLine(item, (name) => localName(name, locale));
    return `**${data(usage)}** ${inMarkdown(item.description, locale)}`;
  }
  const { label, value } = item;
  const told = typeof value === 'string' ? data(short(value, FACT)) : inMarkdown(value, locale, TITLE);
  return `**${inMarkdown(label, locale)}** ${told}`;
}

function* excerptBlocks(
  excerpt: Excerpt,
  number: number,
  locale: Locale,
  characters: number,
): Generator<Block> {
  const { said } = excerpt;
  const head = said
    ? `**${number + 1} · ${inMarkdown(who({ ...said, chain: said.chain.slice(0, 2) }), locale, NAME)}** — ${inMarkdown(how(said), locale, NAME)}`
    : `**${number + 1}** · ${say(phrase('who.passage'), locale)}`;
  const again = `**${number + 1}** · ${say(phrase('discord.continued'), locale)}`;
  const cited = (citation: Citation) => citationLine(citation, locale, excerpt.also.length);
  const whole = cited(excerpt.citation);
  // Only a link can be long here. If there is little room left, it goes before any words do.
  const isTight = characters - head.length - whole.length < QUOTATION;
  const foot = isTight ? cited({ ...excerpt.citation, url: null }) : whole;
  const on = `-# ${say(phrase('discord.continues'), locale)}`;
  const room = characters - Math.max(head.length, again.length) - Math.max(foot.length, on.length) - 6;
  const pieces = piecesOf(excerpt.text, excerpt.matches, Math.max(room, QUOTATION));
  for (const [index, piece] of pieces.entries())
    yield {
      texts: [
        `${index > 0 ? again : excerpt.cut.before ? `${head} …` : head}\n${piece}`,
        index < pieces.length - 1 ? on : excerpt.cut.after ? foot.replace('-# ', '-# … ') : foot,
      ],
      excerpt: number,
      leads: false,
    };
}

/**
 * The text as quotations of at most `room` characters each. It is cut only where necessary: after a sentence, else
 * after a word, never within a character. Joined, the pieces are the whole text.
 */
export function piecesOf(text: string, bold: readonly Span[], room: number): readonly string[] {
  const pieces: string[] = [];
  let at = 0;
  while (pieces.length === 0 || at < text.length) {
    const within = (end: number) =>
      bold
        .filter((span) => span.end > at && span.start < end)
        .map((span) => ({ start: Math.max(span.start, at) - at, end: Math.min(span.end, end) - at }));
    const shown = (end: number) => quotation(text.slice(at, end), within(end));
    let end = Math.min(text.length, at + room);
    if (end < text.length || shown(end).length > room) {
      let low = at + 1;
      while (low < end - 1) {
        const middle = (low + end) >> 1;
        if (shown(middle).length <= room) low = middle;
        else end = middle;
      }
      end = breakBefore(text, at, low);
    }
    pieces.push(shown(end));
    at = end;
  }
  return pieces;
}

function breakBefore(text: string, start: number, end: number): number {
  const piece = text.slice(start, end);
  const sentence = Math.max(
    ...['. ', '.” ', '." ', '? ', '! ', '\n'].map((stop) => piece.lastIndexOf(stop) + stop.length),
  );
  if (sentence > piece.length / 2 && sentence <= piece.length) return start + sentence;
  const word = piece.lastIndexOf(' ') + 1;
  if (word > piece.length / 2) return start + word;
  return start + (/[\ud800-\udbff]$/.test(piece) && piece.length > 1 ? piece.length - 1 : piece.length);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
