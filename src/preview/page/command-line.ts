import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOptionChoice,
  ApplicationCommandOptionType,
} from 'discord-api-types/v10';
import { h, icon } from './dom.ts';
import { type Field, fixedChoices, textInput, valueIn } from './field.ts';
import type { FieldValue } from './protocol.ts';
import type { Suggestions } from './suggestions.ts';
import { localized, type Typed } from './typed.ts';
import { words } from './words.ts';

export interface CommandLineActions {
  complete(
    typed: Typed,
    values: Record<string, FieldValue>,
    focused: string,
  ): Promise<readonly APIApplicationCommandOptionChoice[] | null>;
  /** Resolves to whether it was accepted. */
  send(typed: Typed, values: Record<string, FieldValue>): Promise<boolean>;
  cancel(): void;
}

/** The message box while a command is filled in: its name, and a field for each option in use. */
export class CommandLine {
  readonly element: HTMLElement;
  readonly #typed: Typed;
  readonly #suggestions: Suggestions;
  readonly #actions: CommandLineActions;
  readonly #fields: Field[] = [];
  /** What is typed behind the last option: the name of another. */
  readonly #next = textInput('next', {
    'aria-label': words('preview.options'),
    on: {
      focus: () => this.#offerNext(),
      blur: () => this.#suggestions.close(),
      input: () => this.#splitOff(null) || this.#offerNext(),
      keydown: (event) => this.#nextKey(event),
    },
  });
  readonly #line = h('div', { class: 'fields' }, this.#next);
  readonly #more = h('div', { class: 'more' });
  readonly #hint = h('p', { class: 'hint', 'aria-live': 'polite' });
  #asked = 0;

  constructor(
    typed: Typed,
    suggestions: Suggestions,
    actions: CommandLineActions,
    given: Record<string, string> = {},
  ) {
    this.#typed = typed;
    this.#suggestions = suggestions;
    this.#actions = actions;
    this.element = h(
      'form',
      {
        class: 'command-line',
        'aria-label': `/${typed.name}`,
        noValidate: true,
        on: {
          submit: (event) => {
            event.preventDefault();
            void this.#send();
          },
        },
      },
      h(
        'div',
        { class: 'line' },
        h('span', { class: 'command' }, `/${typed.name}`),
        this.#line,
        h('button', { type: 'submit', class: 'send', 'aria-label': words('preview.send') }, icon('send')),
        h(
          'button',
          {
            type: 'button',
            class: 'cancel',
            'aria-label': words('preview.cancel'),
            on: { click: () => this.#cancel() },
          },
          icon('close'),
        ),
      ),
      this.#hint,
      this.#more,
    );
    for (const option of typed.options) if (option.required || option.name in given) this.#add(option);
    for (const field of this.#fields) field.input.value = given[field.option.name] ?? '';
    this.#hint.textContent = typed.description;
    this.#offerMore();
  }

  #called(option: APIApplicationCommandBasicOption): string {
    return localized('name', option);
  }

  focus(): void {
    const empty = this.#fields.find(({ input }) => input.value === '') ?? this.#fields[0];
    (empty?.input ?? this.#next).focus();
  }

  /** Inserts `text` at the cursor, as if typed. */
  type(text: string): void {
    const [first = null] = this.#fields;
    const input = first?.input ?? this.#next;
    input.value = text;
    if (!this.#splitOff(first)) input.dispatchEvent(new Event('input'));
  }

  #add(option: APIApplicationCommandBasicOption): Field {
    const isFile = option.type === ApplicationCommandOptionType.Attachment;
    const isNumber =
      option.type === ApplicationCommandOptionType.Integer ||
      option.type === ApplicationCommandOptionType.Number;
    const id = `option-${option.name}`;
    const label = words('preview.option-for', {
      option: this.#called(option),
      command: `/${this.#typed.name}`,
    });
    const input = isFile
      ? h('input', { id, type: 'file', 'aria-label': label })
      : textInput(id, { 'aria-label': label, inputMode: isNumber ? 'numeric' : 'text' });
    const field: Field = {
      option,
      input,
      element: h('label', { class: 'option', htmlFor: id }, h('span', {}, this.#called(option)), input),
      picked: null,
    };
    input.addEventListener('focus', () => {
      this.#hint.textContent = localized('description', option);
      void this.#suggest(field);
    });
    input.addEventListener('blur', () => this.#suggestions.close());
    input.addEventListener('input', () => {
      field.picked = null;
      input.setAttribute('aria-invalid', 'false');
      if (!isFile && this.#splitOff(field)) return;
      void this.#suggest(field);
    });
    input.addEventListener('keydown', (event) => this.#key(event, field));
    this.#fields.push(field);
    this.#next.before(field.element);
    return field;
  }

  /** The options that have no field yet. */
  #rest(): APIApplicationCommandBasicOption[] {
    return this.#typed.options.filter(({ name }) => !this.#fields.some(({ option }) => option.name === name));
  }

  /**
   * As on Discord, "by:" within a text begins that option, with the rest as its value. Splits `field`, or what stands
   * behind the last one if null. Returns whether anything was split off.
   */
  #splitOff(field: Field | null): boolean {
    const input = field?.input ?? this.#next;
    const { value } = input;
    for (const match of value.matchAll(/(^|\s)(\S+?):\s*/g)) {
      const [all, , name] = match;
      const before = value.slice(0, match.index);
      const isNamed = (option: APIApplicationCommandBasicOption) =>
        option.name === name || this.#called(option) === name;
      const option = this.#typed.options.find(isNamed);
      if (!option) continue;
      const there = this.#fields.find((each) => each.option === option);
      const own = there !== undefined && there === field && before === '';
      if (there && !own && (there === field || there.input.value !== '')) continue;
      if (!own) input.value = before;
      const begun = there ?? this.#add(option);
      this.#offerMore();
      begun.input.focus();
      if (begun.input.type !== 'file') {
        begun.input.value = value.slice(match.index + all.length);
        begun.input.dispatchEvent(new Event('input'));
      }
      return true;
    }
    return false;
  }

  #offerNext(): void {
    const typed = this.#next.value.trim().toLowerCase();
    this.#next.setAttribute('aria-invalid', 'false');
    this.#suggestions.show(
      this.#next,
      words('preview.options'),
      this.#rest()
        .filter((option) => this.#called(option).startsWith(typed))
        .map((option) => ({
          label: this.#called(option),
          detail: localized('description', option),
          pick: () => {
            this.#next.value = '';
            this.#add(option).input.focus();
            this.#offerMore();
          },
        })),
      typed !== '',
      typed === '' ? '' : words('preview.no-choices'),
    );
  }

  #nextKey(event: KeyboardEvent): void {
    const { key } = event;
    if (this.#listKey(event, this.#suggestions.hasActive)) return;
    if (key === 'Escape') this.#cancel();
    else if (key === 'Backspace' && this.#next.value === '')
      if (this.#fields.length > 0) this.#fields.at(-1)!.input.focus();
      else this.#cancel();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Whether a key was meant for the list of suggestions. Tab counts only if `tabs`. */
  #listKey(event: KeyboardEvent, tabs: boolean): boolean {
    const { key, shiftKey } = event;
    const list = this.#suggestions;
    if (list.isOpen && (key === 'ArrowDown' || key === 'ArrowUp')) list.move(key === 'ArrowDown' ? 1 : -1);
    else if (key === 'Enter' && list.hasActive) list.pick();
    else if (key === 'Tab' && list.isOpen && !shiftKey && tabs) list.pick();
    else if (key === 'Escape' && list.isOpen) list.close();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  #key(event: KeyboardEvent, field: Field): void {
    const { key } = event;
    const tabs = !field.picked && (this.#suggestions.hasActive || field.input.value !== '');
    if (this.#listKey(event, tabs)) return;
    if (key === 'Escape') this.#cancel();
    else if (key === 'Backspace' && field.input.value === '' && field.input.type !== 'file')
      this.#remove(field);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #remove(field: Field): void {
    const at = this.#fields.indexOf(field);
    if (at === 0 || field.option.required) {
      this.#cancel();
      return;
    }
    this.#fields.splice(at, 1);
    field.element.remove();
    this.#offerMore();
    this.#fields[at - 1]?.input.focus();
  }

  #cancel(): void {
    this.#suggestions.close();
    this.#actions.cancel();
  }

  #offerMore(): void {
    const rest = this.#rest();
    this.#next.hidden = rest.length === 0;
    this.#more.replaceChildren(
      ...rest.map((option) =>
        h(
          'button',
          {
            type: 'button',
            class: 'add',
            title: localized('description', option),
            'aria-label': words('preview.add-option', { option: this.#called(option) }),
            on: {
              click: () => {
                const field = this.#add(option);
                this.#offerMore();
                field.input.focus();
              },
            },
          },
          `+ ${this.#called(option)}`,
        ),
      ),
    );
  }

  async #suggest(field: Field): Promise<void> {
    const { option, input } = field;
    const asked = ++this.#asked;
    const fixed = fixedChoices(option);
    const isStill = (): boolean => asked === this.#asked && document.activeElement === input;
    const show = (
      choices: readonly APIApplicationCommandOptionChoice[],
      choosing: boolean,
      note = '',
    ): void =>
      this.#suggestions.show(
        input,
        this.#called(option),
        choices.map((choice) => ({
          label: localized('name', choice),
          pick: () => this.#pick(field, choice),
        })),
        choosing,
        note,
      );
    if (fixed) {
      const typed = field.picked ? '' : input.value.toLowerCase();
      return show(
        fixed.filter((choice) => localized('name', choice).toLowerCase().includes(typed)),
        true,
      );
    }
    if (!('autocomplete' in option && option.autocomplete)) return this.#suggestions.close();
    const { values } = await this.#values();
    const choices = await this.#actions
      .complete(this.#typed, { ...values, [option.name]: input.value }, option.name)
      .catch(() => null);
    if (!isStill()) return;
    show(choices ?? [], false, words(choices === null ? 'preview.loading-failed' : 'preview.no-choices'));
  }

  #pick(field: Field, choice: { name: string; value: string | number | boolean }): void {
    // A completion still under way would open the list again.
    this.#asked++;
    field.input.value = localized('name', choice);
    field.picked = choice;
    field.input.setAttribute('aria-invalid', 'false');
    const next = this.#fields.find(({ input, option }) => option.required && input.value === '');
    (next?.input ?? field.input).focus();
  }

  async #values(): Promise<{ values: Record<string, FieldValue>; missing: Field | null }> {
    const values: Record<string, FieldValue> = {};
    let missing: Field | null = null;
    for (const field of this.#fields) {
      const value = await valueIn(field);
      if (value === null) {
        if (field.option.required) missing ??= field;
      } else values[field.option.name] = value;
    }
    return { values, missing };
  }

  async #send(): Promise<void> {
    const { values, missing } = await this.#values();
    if (missing) {
      missing.input.setAttribute('aria-invalid', 'true');
      missing.input.focus();
      this.#hint.textContent = words('preview.required');
      return;
    }
    if (this.#next.value.trim() !== '') {
      this.#next.setAttribute('aria-invalid', 'true');
      this.#next.focus();
      return;
    }
    this.#suggestions.close();
    void this.#actions.send(this.#typed, values);
  }
}
