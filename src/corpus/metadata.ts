import { z } from 'zod';
import { MONTHS } from '../text/calendar.ts';
import type { Document } from './document.ts';

/** What may be known of a document besides its text. */
export type Metadata = Pick<Document, 'title' | 'outlet' | 'author' | 'published' | 'url'>;

/** A text and what its file says about it. Its lines may still include menus and the like. */
export interface Page extends Partial<Metadata> {
  readonly text: string;
}

/** A field that is missing, of the wrong type or not credible counts as unknown: a date is never guessed. */
export const metadataSchema = z.object({
  title: field(lineOf),
  outlet: field(lineOf),
  author: field((value) =>
    Array.isArray(value) ? lineOf(value.filter((name) => lineOf(name)).join(', ')) : lineOf(value),
  ),
  published: field(dateOf),
  url: field(urlOf),
});

function field(read: (value: unknown) => string | null) {
  return z.unknown().optional().transform(read);
}

const LONGEST_LINE = 500;

/** One line of text, single-spaced, without control characters. Null if `value` is anything else. */
export function lineOf(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const line = value
    .slice(0, 4 * LONGEST_LINE)
    .replace(/[\s\p{Cc}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/gu, ' ')
    .trim();
  return line === '' ? null : line.slice(0, LONGEST_LINE).replace(/\p{Cs}/gu, '');
}

/** An http or https address, or null. */
export function urlOf(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > 2000) return null;
  const url = value.trim();
  return /^https?:\/\//i.test(url) && URL.canParse(url) ? new URL(url).href : null;
}

const MONTH = String.raw`(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?`;
const ISO = /\b(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)/;
const MONTH_FIRST = new RegExp(String.raw`\b${MONTH}\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b`, 'i');
const DAY_FIRST = new RegExp(String.raw`\b(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?${MONTH},?\s+(\d{4})\b`, 'i');

/**
 * The ISO 8601 date (`2019-04-13`) that `value` states in full, or null. `04/05/2019` is also null: it is the fifth of
 * April for some and the fourth of May for others.
 */
export function dateOf(value: unknown): string | null {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 10);
  if (typeof value !== 'string') return null;
  const text = value.slice(0, 200);
  let match = ISO.exec(text);
  if (match) return calendarDate(match[1]!, match[2]!, match[3]!);
  match = MONTH_FIRST.exec(text);
  if (match) return calendarDate(match[3]!, monthNumber(match[1]!), match[2]!);
  match = DAY_FIRST.exec(text);
  return match && calendarDate(match[3]!, monthNumber(match[2]!), match[1]!);
}

/** The number of a month, from 1, given in full or in short. */
function monthNumber(name: string): number {
  const start = name.slice(0, 3).toLowerCase();
  return MONTHS.findIndex((month) => month.startsWith(start)) + 1;
}

function calendarDate(year: string, month: string | number, day: string): string | null {
  const iso = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  const real = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso);
  return real && date.getUTCFullYear() >= 1500 && date.getUTCFullYear() <= 2200 ? iso : null;
}

/** The newspaper, agency or broadcaster that a line names, with at most a date behind it. Null for any other line. */
export function outletOf(line: string): string | null {
  if (line.length > LONGEST_OUTLET) return null;
  const [name = '', behind] = line.split(/\s*[|·•]\s*/, 2);
  if (behind !== undefined && dateOf(behind) === null) return null;
  const words = name.split(' ');
  const last = words.at(-1)!.toLowerCase();
  if (words.length > 6 || !words.every((word) => /^(?:\p{Lu}|of$|and$|&$|the$)/u.test(word))) return null;
  const named = words.length > 1 && OUTLETS.has(last) && !SECTIONS.has(words[0]!.toLowerCase());
  return named || AGENCIES.has(name.toLowerCase()) ? name : null;
}

/**
 * In characters. Six words and a date have fewer, and a line full of white space must not cost more than a short one.
 */
const LONGEST_OUTLET = 150;
/** Last words of the names of newspapers and the like. */
const OUTLETS = new Set(
  `times post herald tribune gazette journal news observer courier chronicle guardian telegraph examiner press globe monitor dispatch
   mail sentinel bulletin register inquirer enquirer mercury standard independent advertiser messenger echo today`.split(
    /\s+/,
  ),
);
const AGENCIES = new Set([
  'reuters',
  'associated press',
  'the associated press',
  'ap',
  'afp',
  'agence france-presse',
  'bbc',
  'cnn',
  'npr',
  'bloomberg',
  'politico',
]);
/** "Local News" is a part of a paper. */
const SECTIONS = new Set(
  'local world national breaking latest top us uk u.s. sports business political politics more related in other good bad fake by'.split(
    ' ',
  ),
);
