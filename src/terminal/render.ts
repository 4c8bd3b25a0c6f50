import { styleText } from 'node:util';
import type { Citation, Excerpt } from '../answers/answer.ts';
import { type Phrase, phrase } from '../locales/phrase.ts';
import { type Locale, say, sayDate } from '../locales/say.ts';
import { counterpartLabel, how, type Item, type Reply, type Suggestion, usageLine, who } from '../reply.ts';
import { shortWords } from '../text/shorten.ts';
import { overlaps, type Span } from '../text/span.ts';
import { harmless } from './print.ts';

export interface Style {
  readonly columns: number;
  readonly color: boolean;
  readonly locale: Locale;
}

type Format = 'bold' | 'dim' | 'underline' | 'cyan';

/** A reply as lines of at most `columns` characters. Citations are numbered from 1 as they are shown. */
export function render(reply: Reply, style: Style): string[] {
  const page = new Page(style);
  page.words(reply.heading, 'bold');
  for (const note of reply.notes) page.words(note, 'dim');
  if (reply.nothing) page.gap().words(reply.nothing.text);
  for (const group of reply.groups) {
    page.gap();
    if (group.label) page.words(group.label, 'underline');
    for (const item of group.items) page.item(item);
  }
  if (reply.related.length > 0) {
    page.gap().words(phrase('related'), 'underline');
    for (const excerpt of reply.related) page.gap().excerpt(excerpt);
  }
  if (reply.suggestions.length > 0) {
    page.gap().words(phrase('suggestions'), 'underline');
    for (const suggestion of reply.suggestions) {
      page.data(`› ${typed(suggestion)}`, 2);
      if (suggestion.detail) page.data(suggestion.detail, 4, 'dim');
    }
  }
  return page.lines;
}

/** What to type for it. A question needs no command. */
function typed({ command, values }: Suggestion): string {
  if (command === 'ask' && values.question !== undefined) return values.question;
  return [`/${command}`, ...Object.entries(values).map(([option, value]) => `${option}:${value}`)].join(' ');
}

/** The caller decides whether there are colours, whatever standard output is. */
const ALWAYS = { validateStream: false } as const;

/** How many characters of what was typed, or of a file's name, are repeated. */
const LONGEST = 1000;

/** Lines in the making, with the number of the last citation. */
class Page {
  readonly lines: string[] = [];
  private readonly style: Style;
  private cited = 0;

  constructor(style: Style) {
    this.style = style;
  }

  gap(): this {
    if (this.lines.at(-1) !== '') this.lines.push('');
    return this;
  }

  words(text: Phrase, format?: Format, indent = 0): this {
    return this.data(
      say(text, this.style.locale, (value) => shortWords(value, LONGEST)),
      indent,
      format,
    );
  }

  data(text: string, indent: number, format?: Format, bold: readonly Span[] = []): this {
    const { columns, color } = this.style;
    const formats = format ? [format] : [];
    for (const line of wrap(harmless(text), columns - indent)) {
      const words = line.map((word) => {
        const marked = color && bold.some((match) => overlaps(match, word));
        return marked ? styleText('bold', word.text, ALWAYS) : word.text;
      });
      const joined = words.join(' ');
      this.lines.push(' '.repeat(indent) + (color ? styleText(formats, joined, ALWAYS) : joined));
    }
    return this;
  }

  item(item: Item): void {
    const { locale } = this.style;
    if (item.type === 'excerpt') this.gap().excerpt(item.excerpt);
    else if (item.type === 'article')
      this.data(`• ${this.source(item.citation)}`, 2).data(item.citation.document, 4, 'dim');
    else if (item.type === 'line') this.words(item.text, undefined, 2);
    else if (item.type === 'usage')
      this.words(
        phrase('help.command', { usage: usageLine(item), description: item.description }),
        undefined,
        2,
      );
    else {
      const told = typeof item.value === 'string' ? item.value : say(item.value, locale);
      this.data(`${say(item.label, locale)}: ${told}`, 2);
    }
  }

  /** An excerpt: who says it and how, the quotation, its source, and what answers it. */
  excerpt(excerpt: Excerpt, indent = 0): this {
    const { locale } = this.style;
    const { said, text, cut, citation, also, counterparts } = excerpt;
    this.cited += 1;
    const number = `[${this.cited}]`;
    const speaks = said ? `${say(who(said), locale)} · ${say(how(said), locale)}` : null;
    this.data(speaks ? `${number} ${speaks}` : number, indent, 'cyan');
    const before = cut.before ? '…' : '';
    const bold = excerpt.matches.map(({ start, end }) => ({
      start: start + before.length,
      end: end + before.length,
    }));
    this.data(`${before}${text}${cut.after ? '…' : ''}`, indent + 4, undefined, bold);
    const place = `${this.source(citation)}, ${say(phrase('cited.paragraph', { paragraph: citation.paragraph }), locale)}`;
    this.data(`— ${place}`, indent + 4, 'dim');
    if (also.length > 0) this.words(phrase('cited.also', { count: also.length }), 'dim', indent + 6);
    let above = '';
    for (const counterpart of counterparts) {
      const label = say(counterpartLabel(counterpart), locale);
      if (label !== above) this.data(label, indent + 4, 'underline');
      this.excerpt(counterpart, indent + 4);
      above = label;
    }
    return this;
  }

  private source({ title, opening, outlet, published, url }: Citation): string {
    const { locale } = this.style;
    const name = title ?? say(phrase('cited.untitled', { opening: shortWords(opening, OPENING) }), locale);
    return [name, outlet, published && sayDate(published, locale), url].filter(Boolean).join(' · ');
  }
}

/** How many characters of the opening stand for the title of an article without one. */
const OPENING = 60;

interface Placed extends Span {
  readonly text: string;
}

/**
 * The words of `text` in lines of at most `columns` characters, each with its offsets. A longer word has a line to
 * itself.
 */
function* wrap(text: string, columns: number): Generator<Placed[]> {
  let line: Placed[] = [];
  let width = 0;
  for (const { 0: word, index } of text.matchAll(/\n|[^\s]+/g)) {
    if (line.length > 0 && (word === '\n' || width + 1 + word.length > columns)) {
      yield line;
      line = [];
    }
    if (word === '\n') continue;
    width = line.length === 0 ? word.length : width + 1 + word.length;
    line.push({ text: word, start: index, end: index + word.length });
  }
  if (line.length > 0) yield line;
}
