import type { APIUser } from 'discord-api-types/v10';
import { type Phrase, phrase } from '../../locales/phrase.ts';
import { localeFor, say } from '../../locales/say.ts';

/** The reader's language, from their browser. */
export const language = navigator.language;

const locale = localeFor(language);
document.documentElement.lang = locale;

/** Our own words on the page. */
export const words = (key: Phrase['key'], values: Phrase['values'] = {}): string =>
  say(phrase(key, values), locale);

/** The name shown for a user. */
export const nameOf = ({ global_name: name, username }: APIUser): string => name ?? username;

const time = new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit' });
const long = new Intl.DateTimeFormat(language, { dateStyle: 'short', timeStyle: 'short' });
const full = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short' });
const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });

/** When a message was written, as Discord puts it. */
export function sayWhen(at: Date): string {
  return at.toDateString() === new Date().toDateString()
    ? words('preview.today-at', { time: time.format(at) })
    : long.format(at);
}

/** Date and time in full, shown when a pointer rests on a time. */
export const sayFully = (at: Date): string => full.format(at);

/** A `<t:…>` in the style it asks for. */
export function sayTimestamp(seconds: number, style: string): string {
  const at = new Date(seconds * 1000);
  const styles: Record<string, Intl.DateTimeFormatOptions> = {
    t: { timeStyle: 'short' },
    T: { timeStyle: 'medium' },
    d: { dateStyle: 'short' },
    D: { dateStyle: 'long' },
    f: { dateStyle: 'long', timeStyle: 'short' },
    F: { dateStyle: 'full', timeStyle: 'short' },
  };
  if (style !== 'R') return new Intl.DateTimeFormat(language, styles[style] ?? styles.f).format(at);
  const away = seconds - Date.now() / 1000;
  const units = [
    ['year', 31_536_000],
    ['month', 2_592_000],
    ['day', 86_400],
    ['hour', 3600],
    ['minute', 60],
    ['second', 1],
  ] as const;
  const [unit, size] = units.find(([, length]) => Math.abs(away) >= length) ?? units[5];
  return relative.format(Math.trunc(away / size), unit);
}
