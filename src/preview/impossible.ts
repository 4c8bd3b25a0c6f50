import { type Key, type Phrase, phrase } from '../locales/phrase.ts';
import { say } from '../locales/say.ts';

/** What Discord's client would not let a person do, in words for whoever tried: theirs on the page, English in a test. */
export class Impossible extends Error {
  override readonly name = 'Impossible';
  readonly why: Phrase;

  constructor(key: Extract<Key, `impossible.${string}`>, values: Phrase['values'] = {}) {
    const why = phrase(key, values);
    super(say(why, 'en'));
    this.why = why;
  }
}
