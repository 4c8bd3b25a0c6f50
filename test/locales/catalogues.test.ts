import { describe, expect, it } from 'vitest';
import { de } from '../../src/locales/de.ts';
import { en } from '../../src/locales/en.ts';
import { es } from '../../src/locales/es.ts';
import { fr } from '../../src/locales/fr.ts';
import { localName, NAMES } from '../../src/locales/names.ts';
import type { Text } from '../../src/locales/phrase.ts';

const forms = (text: Text): string[] => (typeof text === 'string' ? [text] : Object.values(text));
const holes = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([hole]) => hole).sort();

describe.each([
  ['Spanish', es, 'es'],
  ['German', de, 'de'],
  ['French', fr, 'fr'],
] as const)('the %s catalogue', (_, catalogue, language) => {
  it('has every text and no other', () => {
    expect(Object.keys(catalogue).sort()).toEqual(Object.keys(en).sort());
  });

  it('sets in the same values as the English one', () => {
    const wrong = (Object.keys(en) as (keyof typeof en)[]).filter((key) => {
      const [english = ''] = forms(en[key]);
      return forms(catalogue[key]).some((form) => holes(form).join() !== holes(english).join());
    });
    expect(wrong).toEqual([]);
  });

  it('names commands as Discord shows them in that language', () => {
    const names = new Set(Object.keys(NAMES).map((name) => localName(name, language)));
    const wrong = (Object.keys(en) as (keyof typeof en)[])
      // The terminal knows the English names alone.
      .filter((key) => !/^(?:line|chat)\./.test(key))
      .flatMap((key) => forms(catalogue[key]))
      .filter((text) =>
        [...text.matchAll(/(?:^|\s)\/(\p{L}+)(?: (\p{L}+) \{|\b)/gu)].some(
          ([, ...words]) => !words.every((word) => word === undefined || names.has(word)),
        ),
      );
    expect(wrong).toEqual([]);
  });

  it('keeps descriptions within the 100 characters that Discord shows', () => {
    const long = (Object.keys(en) as (keyof typeof en)[])
      .filter((key) =>
        /\.description$|^option\.|^aliases\.(merge|split|hide|list|into)$|^(reports|audit)\.(list|close|undo|id|outcome)$/.test(
          key,
        ),
      )
      .filter((key) => forms(catalogue[key]).some((form) => form.length > 100));
    expect(long).toEqual([]);
  });
});
