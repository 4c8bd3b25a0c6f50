import { type Key, type Phrase, phrase } from '../locales/phrase.ts';
import { say } from '../locales/say.ts';

/**
 * Something Discord's client would not let a person do. The message is in the person's language on the page, and in
 * English in a test.
 */
export class Impossible extends Error {
  override readonly name = 'Impossible';
  readonly why: Phrase;

  constructor(key: Extract<Key, `impossible.${string}`>, values: Phrase['values'] = {}) {
    const why = phrase(key, values);
    super(say(why, 'en'));
    this.why = why;
  }
}
