import type { MessageBody } from './components.ts';

/** For how many members an answer is kept at most. The latest count. */
const MOST_OWED = 100;

/** Keeps answers that could not be delivered. Members who take no direct messages get them with their next command. */
export class Owed {
  readonly #answers = new Map<string, MessageBody>();

  /** Replaces what is already owed to `user`. */
  keep(user: string, body: MessageBody): void {
    this.#answers.delete(user);
    this.#answers.set(user, body);
    if (this.#answers.size > MOST_OWED) this.#answers.delete(this.#answers.keys().next().value!);
  }

  /** Returns what is owed to `user` and forgets it. */
  take(user: string): MessageBody | undefined {
    const body = this.#answers.get(user);
    this.#answers.delete(user);
    return body;
  }
}
