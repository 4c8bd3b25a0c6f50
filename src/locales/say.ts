import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import type { Catalogue, Phrase, Text, Value } from './phrase.ts';

const catalogues = { en, es, de, fr } satisfies Record<string, Catalogue>;

export type Locale = keyof typeof catalogues;

export const LOCALES = Object.keys(catalogues) as readonly Locale[];

/**
 * The locale we have that serves a language tag ("en-GB" → "en"), or the first that we have of several with colons between them,
 * as systems set LANGUAGE ("ja:de_DE.UTF-8:en" → "de"); English where we have none.
 */
export function localeFor(tag: string): Locale {
  const languages = tag.toLowerCase().split(':');
  const known = languages.map((each) => LOCALES.find((locale) => locale === each.split(/[-_.@]/)[0]));
  return known.find(Boolean) ?? 'en';
}

/**
 * The phrase in words of the locale. Every value that is data passes through `quote` (the identity by default);
 * our own words do not.
 */
export function say(
  phrase: Phrase,
  locale: Locale,
  quote: (data: string) => string = (data) => data,
): string {
  const text: Text = catalogues[locale][phrase.key];
  const template = typeof text === 'string' ? text : plural(text, phrase.values.count, locale);
  return template.replace(/\{(\w+)\}/g, (hole, name: string) => {
    const value = phrase.values[name];
    return value === undefined ? hole : sayValue(value, locale, quote);
  });
}

/** An ISO 8601 date ("2019-04-13") as the locale writes it; anything else as it is. */
export function sayDate(iso: string, locale: Locale): string {
  const date = /^\d{4}-\d{2}-\d{2}/.test(iso) ? new Date(`${iso.slice(0, 10)}T00:00:00Z`) : null;
  return date && !Number.isNaN(date.getTime()) ? formats(locale).date.format(date) : iso;
}

/** An ISO 8601 moment as the locale writes it, in UTC; anything else as it is. */
function sayTime(iso: string, locale: Locale): string {
  const time = new Date(iso);
  return Number.isNaN(time.getTime()) ? iso : formats(locale).time.format(time);
}

function sayValue(value: Value, locale: Locale, quote: (data: string) => string): string {
  if (typeof value === 'string') return quote(value);
  if (typeof value === 'number') return formats(locale).number.format(value);
  if ('date' in value) return sayDate(value.date, locale);
  if ('time' in value) return sayTime(value.time, locale);
  // As Discord writes a member: it shows the name, and pings nobody where no mentions are allowed.
  if ('member' in value) return /^\d+$/.test(value.member) ? `<@${value.member}>` : quote(value.member);
  if ('key' in value) return say(value, locale, quote);
  return formats(locale).list.format(value.map((part) => sayValue(part, locale, quote)));
}

function plural(text: Exclude<Text, string>, count: Value | undefined, locale: Locale): string {
  return (typeof count === 'number' && text[formats(locale).plural.select(count)]) || text.other;
}

interface Formats {
  readonly number: Intl.NumberFormat;
  readonly list: Intl.ListFormat;
  readonly plural: Intl.PluralRules;
  readonly date: Intl.DateTimeFormat;
  readonly time: Intl.DateTimeFormat;
}

/** Kept because making one takes longer than everything else here. */
const kept = new Map<Locale, Formats>();

function formats(locale: Locale): Formats {
  let known = kept.get(locale);
  if (!known) {
    known = {
      number: new Intl.NumberFormat(locale),
      list: new Intl.ListFormat(locale),
      plural: new Intl.PluralRules(locale),
      date: new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }),
      time: new Intl.DateTimeFormat(locale, {
        year: 'numeric',
        month: 'short',
        day: 'numeric',
        hour: 'numeric',
        minute: '2-digit',
        timeZone: 'UTC',
        timeZoneName: 'short',
      }),
    };
    kept.set(locale, known);
  }
  return known;
}
