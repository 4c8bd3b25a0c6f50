import type { APIUser } from 'discord-api-types/v10';
import { h } from './dom.ts';
import type { Context } from './markdown.ts';
import { type Actions, attemptElement, messageElement } from './message.ts';
import type { Attempt, View } from './protocol.ts';
import { words } from './words.ts';

/** Messages by one author within this many milliseconds are grouped under one name. */
const together = 7 * 60_000;

/** The messages of a channel, oldest first. Stays at the end as new ones come. */
export class MessageList {
  readonly element: HTMLElement;
  readonly #list = h('ol', { class: 'messages', 'aria-label': words('preview.messages') });
  readonly #scroller: HTMLElement;
  readonly #context: Context;
  readonly #actions: Actions;

  constructor(context: Context, actions: Actions) {
    this.#context = context;
    this.#actions = {
      ...actions,
      press: (view, control) => this.#once(view, () => actions.press(view, control)),
      choose: (view, control, values) => this.#once(view, () => actions.choose(view, control, values)),
    };
    this.#scroller = h(
      'div',
      { class: 'scroller', role: 'log', 'aria-label': words('preview.messages'), tabIndex: 0 },
      this.#list,
    );
    this.element = this.#scroller;
    this.#list.addEventListener('keydown', (event) => this.#key(event));
  }

  start(welcome: HTMLElement, views: readonly View[]): void {
    this.#list.replaceChildren(...views.map((view) => messageElement(view, this.#context, this.#actions)));
    this.#scroller.querySelector('.welcome')?.remove();
    this.#scroller.prepend(welcome);
    this.#group();
    this.#toEnd();
  }

  /** Adds a message or updates it. A focused part keeps the focus. */
  show(view: View, isNew: boolean): void {
    const old = document.getElementById(`message-${view.message.id}`);
    const element = messageElement(view, this.#context, this.#actions);
    const atEnd = this.#isAtEnd();
    if (old) {
      const focused = document.activeElement;
      const had = focused && old.contains(focused) ? focused : null;
      old.replaceWith(element);
      if (had) this.#refocus(element, had as HTMLElement);
    } else {
      this.#list.append(element);
    }
    this.#group();
    if (isNew || atEnd) this.#toEnd(element);
  }

  remove(id: string): void {
    const element = document.getElementById(`message-${id}`);
    const next = element?.contains(document.activeElement) ? element.previousElementSibling : null;
    element?.remove();
    (next as HTMLElement | null)?.focus();
    this.#group();
  }

  /** Shows that something is under way, or that it failed. */
  attempt(attempt: Attempt, bot: APIUser): void {
    if (attempt.on) {
      this.#pressed(attempt);
      return;
    }
    document.getElementById(`attempt-${attempt.id}`)?.remove();
    if (attempt.state === 'done') return;
    this.#list.append(attemptElement(attempt, bot));
    this.#toEnd();
  }

  /**
   * Like Discord's client, accepts nothing more on a message until a press there is answered, so a double click counts
   * once.
   */
  async #once({ message: { id } }: View, act: () => Promise<boolean>): Promise<boolean> {
    if (document.getElementById(`message-${id}`)?.classList.contains('busy')) return false;
    this.#busy(id, true);
    const taken = await act();
    if (!taken) this.#busy(id, false);
    return taken;
  }

  #busy(id: string, busy: boolean): void {
    const message = document.getElementById(`message-${id}`);
    message?.classList.toggle('busy', busy);
    message?.setAttribute('aria-busy', String(busy));
  }

  #pressed({ on, state }: Attempt): void {
    const message = document.getElementById(`message-${on}`);
    this.#busy(on!, state === 'waiting');
    message?.querySelector('.interaction-failed')?.remove();
    if (state === 'failed')
      message
        ?.querySelector('.body')
        ?.append(
          h('p', { class: 'error interaction-failed', role: 'alert' }, words('preview.interaction-failed')),
        );
  }

  #refocus(element: HTMLElement, had: HTMLElement): void {
    const controls = [...element.querySelectorAll<HTMLElement>('.body button, .body select')];
    const same = controls.find(
      ({ dataset }) => had.dataset.control && dataset.control === had.dataset.control,
    );
    const alike = controls.find(({ textContent }) => textContent === had.textContent);
    (same ?? alike ?? element).focus({ preventScroll: true });
  }

  /** Up and down move between messages, from the list or from within one. */
  #key(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    if (target.matches('select, input, textarea')) return;
    const messages = [...this.#list.children] as HTMLElement[];
    const at = messages.findIndex((message) => message.contains(target));
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!step) return;
    event.preventDefault();
    messages[Math.max(0, Math.min(messages.length - 1, at + step))]?.focus();
  }

  #group(): void {
    let before: HTMLElement | null = null;
    for (const message of this.#list.children as HTMLCollectionOf<HTMLElement>) {
      const joins =
        before !== null &&
        before.dataset.author === message.dataset.author &&
        message.dataset.author !== undefined &&
        Number(message.dataset.at) - Number(before.dataset.at) < together &&
        !message.querySelector(':scope > .above') &&
        before.classList.contains('ephemeral') === message.classList.contains('ephemeral');
      message.classList.toggle('joined', joins);
      before = message;
    }
    // Tab reaches the log once, at its newest message. Arrows go on from there.
    const all = [...this.#list.children] as HTMLElement[];
    for (const message of all) message.tabIndex = message === all.at(-1) ? 0 : -1;
  }

  #isAtEnd(): boolean {
    const { scrollHeight, scrollTop, clientHeight } = this.#scroller;
    return scrollHeight - scrollTop - clientHeight < 80;
  }

  /** Scrolls to the end, but not past the beginning of a message taller than the page. */
  #toEnd(message?: HTMLElement): void {
    const top = message ? message.offsetTop - this.#list.offsetTop : Number.POSITIVE_INFINITY;
    this.#scroller.scrollTop = Math.min(
      this.#scroller.scrollHeight,
      top + this.#list.offsetTop - this.#scroller.offsetTop - 12,
    );
  }
}
