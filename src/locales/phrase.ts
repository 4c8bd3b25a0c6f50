import type { en } from './en.ts';

/** The name of a text that people see. */
export type Key = keyof typeof en;

/** A text, or one for each plural form that its language has; `other` serves where a form is missing. */
export type Text = string | ({ readonly other: string } & Partial<Record<Intl.LDMLPluralRule, string>>);

/** A language is complete or does not compile. */
export type Catalogue = Readonly<Record<Key, Text>>;

/**
 * Strings are data: renderers escape them. A list is joined, and a day or a moment in ISO 8601 written, the way the language does.
 * A member is a Discord user id, or `terminal`.
 */
export type Value =
  | string
  | number
  | Phrase
  | { readonly date: string }
  | { readonly time: string }
  | { readonly member: string }
  | readonly (string | Phrase)[];

/** A text that people see, before it is put into their language. A value named `count` chooses its plural form. */
export interface Phrase {
  readonly key: Key;
  readonly values: Readonly<Record<string, Value>>;
}

export const phrase = (key: Key, values: Phrase['values'] = {}): Phrase => ({ key, values });
