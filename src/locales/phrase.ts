import type { en } from './en.ts';

/** The name of a text that people see. */
export type Key = keyof typeof en;

/** A text that people see, before it is put into their language. Values are data: renderers escape them. */
export interface Phrase {
  readonly key: Key;
  readonly values: Readonly<Record<string, string | number>>;
}

export const phrase = (key: Key, values: Phrase['values'] = {}): Phrase => ({ key, values });
