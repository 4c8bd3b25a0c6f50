import type { Excerpt } from '../answers/answer.ts';
import type { Document } from '../corpus/document.ts';
import { phrase } from '../locales/phrase.ts';
import { type Locale, say } from '../locales/say.ts';
import type { Span } from '../text/span.ts';
import { card, type MessageBody, text } from './components.ts';
import { citationLine, inMarkdown, piecesOf } from './layout.ts';

/** Characters of markdown for all paragraphs, and for those before and after the excerpt's own. */
const ROOM = 3000;
const REACH = 3;
/** The most paragraphs of the excerpt itself. Discord takes forty components. */
const MOST = 25;

/**
 * A private message with the paragraphs around an excerpt, its own words in bold: as many before and after as there is
 * room for.
 */
export function contextMessage(document: Document, excerpt: Excerpt, locale: Locale): MessageBody {
  const own = document.paragraphs.flatMap((paragraph, index) =>
    paragraph.start < excerpt.end && excerpt.start < paragraph.end ? [index] : [],
  );
  const shown = new Map<number, string>();
  let room = ROOM;
  const show = (index: number): boolean => {
    const paragraph = document.paragraphs[index];
    const markdown = paragraph && paragraphMarkdown(document, index, paragraph, excerpt, locale);
    if (markdown === undefined || (markdown.length >= room && shown.size > 0)) return false;
    room -= markdown.length + 1;
    shown.set(index, markdown);
    return true;
  };
  for (const index of own.slice(0, MOST)) if (!show(index)) break;
  const [first, last] = [Math.min(...shown.keys()), Math.max(...shown.keys())];
  let ways = [(reach: number) => first - reach, (reach: number) => last + reach];
  for (let reach = 1; reach <= REACH; reach++) ways = ways.filter((way) => show(way(reach)));
  const paragraphs = [...shown].sort(([a], [b]) => a - b).map(([, markdown]) => text(markdown));
  const head = citationLine(excerpt.citation, locale).replace(/^-# /, '');
  return card([text(head), ...paragraphs], [], true);
}

/** A numbered paragraph. If it is too long by itself, the part in which the excerpt begins. */
function paragraphMarkdown(
  document: Document,
  index: number,
  paragraph: Span,
  excerpt: Excerpt,
  locale: Locale,
): string {
  const number = inMarkdown(phrase('cited.paragraph', { paragraph: index + 1 }), locale);
  const bold = {
    start: Math.max(0, excerpt.start - paragraph.start),
    end: Math.min(paragraph.end, excerpt.end) - paragraph.start,
  };
  const pieces = piecesOf(document.text.slice(paragraph.start, paragraph.end), [bold], ROOM - 100);
  const piece = pieces.find((markdown) => markdown.includes('**')) ?? pieces[0];
  const note = pieces.length > 1 ? ` · ${say(phrase('discord.cut'), locale)}` : '';
  return `-# ${number}${note}\n${piece}`;
}
