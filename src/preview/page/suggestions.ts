import { h } from './dom.ts';

export interface Suggestion {
  readonly label: string;
  readonly detail?: string | undefined;
  pick(): void;
}

/** The list above the message box. Its input keeps the focus and names the active line for screen readers. */
export class Suggestions {
  readonly element: HTMLElement;
  readonly #title = h('div', { class: 'suggestions-title', role: 'presentation' });
  readonly #list = h('div', { class: 'suggestions-list', role: 'listbox', id: 'suggestions' });
  #input: HTMLElement | null = null;
  #items: readonly Suggestion[] = [];
  #active = -1;

  constructor() {
    this.element = h('div', { class: 'suggestions', hidden: true }, this.#title, this.#list);
    // Keeps the focus in the input; otherwise the list would close before a click reaches it.
    this.element.addEventListener('pointerdown', (event) => event.preventDefault());
  }

  get isOpen(): boolean {
    return !this.element.hidden && this.#items.length > 0;
  }

  /** Whether Enter would pick a line. */
  get hasActive(): boolean {
    return this.isOpen && this.#active >= 0;
  }

  /** Shows lines for `input`, the first of them active if `choosing`, or a note if there are none. */
  show(input: HTMLElement, title: string, items: readonly Suggestion[], choosing: boolean, note = ''): void {
    this.close();
    if (items.length === 0 && !note) return;
    this.#input = input;
    this.#items = items;
    this.#title.textContent = items.length > 0 ? title : note;
    this.#list.setAttribute('aria-label', title);
    this.#list.replaceChildren(
      ...items.map((item, n) =>
        h(
          'div',
          {
            role: 'option',
            id: `suggestion-${n}`,
            class: 'suggestion',
            'aria-selected': 'false',
            on: { click: () => this.pick(n), pointermove: () => this.#activate(n) },
          },
          h('span', { class: 'label' }, item.label),
          item.detail !== undefined && h('span', { class: 'detail' }, item.detail),
        ),
      ),
    );
    this.element.hidden = false;
    if (input.role === 'combobox') input.setAttribute('aria-expanded', 'true');
    input.setAttribute('aria-controls', 'suggestions');
    this.#activate(choosing && items.length > 0 ? 0 : -1);
  }

  close(): void {
    this.element.hidden = true;
    this.#items = [];
    if (this.#input?.role === 'combobox') this.#input.setAttribute('aria-expanded', 'false');
    this.#input?.removeAttribute('aria-activedescendant');
    this.#input?.removeAttribute('aria-controls');
    this.#input = null;
  }

  move(step: 1 | -1): void {
    const count = this.#items.length;
    this.#activate(this.#active < 0 && step < 0 ? count - 1 : (this.#active + step + count) % count);
  }

  pick(n = Math.max(0, this.#active)): void {
    const item = this.#items[n];
    this.close();
    item?.pick();
  }

  #activate(n: number): void {
    this.#active = n;
    for (const [index, line] of [...this.#list.children].entries()) {
      line.setAttribute('aria-selected', String(index === n));
      if (index === n) line.scrollIntoView({ block: 'nearest' });
    }
    if (n >= 0) this.#input?.setAttribute('aria-activedescendant', `suggestion-${n}`);
    else this.#input?.removeAttribute('aria-activedescendant');
  }
}
