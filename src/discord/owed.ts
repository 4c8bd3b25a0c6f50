import type { MessageBody } from './components.ts';

/** How many members an answer is kept for at most: those to whom one was owed last. */
const MOST_OWED = 100;

/** Answers that a member could not be given when they came: who takes no direct message gets them with their next command. */
export class Owed {
  readonly #answers = new Map<string, MessageBody>();

  /** In place of what is owed to `user` already. */
  keep(user: string, body: MessageBody): void {
    this.#answers.delete(user);
    this.#answers.set(user, body);
    if (this.#answers.size > MOST_OWED) this.#answers.delete(this.#answers.keys().next().value!);
  }

  /** What is owed to `user`, which it no longer is then. */
  take(user: string): MessageBody | undefined {
    const body = this.#answers.get(user);
    this.#answers.delete(user);
    return body;
  }
}
