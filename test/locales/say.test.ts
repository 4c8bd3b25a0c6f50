import { describe, expect, it } from 'vitest';
import { en } from '../../src/locales/en.ts';
import { phrase } from '../../src/locales/phrase.ts';
import { LOCALES, localeFor, say, sayDate } from '../../src/locales/say.ts';

describe('saying a phrase', () => {
  it('chooses the plural form by count and writes numbers the way the language does', () => {
    expect(say(phrase('searched.documents', { count: 1 }), 'en')).toBe('Searched 1 article.');
    expect(say(phrase('searched.documents', { count: 10173 }), 'en')).toBe('Searched 10,173 articles.');
  });

  it('sets phrases into phrases', () => {
    const title = phrase('denials.heading');
    expect(say(phrase('heading.by', { title, by: 'Odile Brannock' }), 'en')).toBe(
      'Denials by Odile Brannock',
    );
  });

  it('quotes data and nothing else', () => {
    const quoted = (data: string) => `<${data}>`;
    expect(say(phrase('taken', { typed: '*x*', name: 'X' }), 'en', quoted)).toBe('“<*x*>” taken for <X>.');
    const title = phrase('claims.heading');
    expect(say(phrase('heading.about', { title, about: '{title}' }), 'en', quoted)).toBe(
      'Claims about <{title}>',
    );
  });

  it('joins lists and writes dates the way the language does', () => {
    expect(say(phrase('ask.heading', { question: ['a', 'b', phrase('related')] }), 'en')).toBe(
      'a, b, and Related, but not an answer',
    );
    expect(sayDate('2019-04-13', 'en')).toBe('Apr 13, 2019');
    expect(sayDate('2019-13-45', 'en')).toBe('2019-13-45');
    expect(sayDate('last week', 'en')).toBe('last week');
  });

  it('falls back to English for a language that there is none of', () => {
    expect(localeFor('xx-YY')).toBe('en');
    expect(localeFor('en-GB')).toBe('en');
    expect(localeFor('de_DE.UTF-8')).toBe('de');
    expect(localeFor('de.UTF-8')).toBe('de');
    expect(localeFor('ja:fr:en')).toBe('fr');
  });

  it('has every hole of a text filled by a name', () => {
    for (const [key, text] of Object.entries(en)) {
      for (const form of typeof text === 'string' ? [text] : Object.values(text)) {
        expect(form.replace(/\{[a-z-]+\}/g, ''), key).not.toMatch(/[{}]/);
      }
    }
    expect(LOCALES).toContain('en');
  });
});
