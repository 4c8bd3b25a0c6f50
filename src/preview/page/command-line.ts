import {
  type APIApplicationCommand,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  type APIApplicationCommandOptionChoice,
  ApplicationCommandOptionType,
  ApplicationCommandType,
} from 'discord-api-types/v10';
import { h, icon } from './dom.ts';
import type { FieldValue } from './protocol.ts';
import type { Suggestions } from './suggestions.ts';
import { language, words } from './words.ts';

/** A command as it is typed: `corpus add` is one, although Discord files it under `corpus`. */
export interface Typed {
  readonly command: APIApplicationCommand;
  readonly path: string[];
  /** As it is called in the member's language, which is what they see, and in the code. */
  readonly name: string;
  readonly plainName: string;
  readonly description: string;
  readonly options: readonly APIApplicationCommandBasicOption[];
}

export function typedCommands(commands: readonly APIApplicationCommand[]): Typed[] {
  const nested = (option: APIApplicationCommandOption): boolean =>
    option.type === ApplicationCommandOptionType.Subcommand ||
    option.type === ApplicationCommandOptionType.SubcommandGroup;
  const expand = (
    command: APIApplicationCommand,
    path: string[],
    names: string[],
    description: string,
    options: readonly APIApplicationCommandOption[],
  ): Typed[] =>
    options.some(nested)
      ? options.flatMap((option) =>
          expand(
            command,
            [...path, option.name],
            [...names, localized('name', option)],
            localized('description', option),
            ('options' in option && option.options) || [],
          ),
        )
      : [
          {
            command,
            path,
            name: names.join(' '),
            plainName: [command.name, ...path].join(' '),
            description,
            options: options as readonly APIApplicationCommandBasicOption[],
          },
        ];
  return commands
    .filter(({ type }) => type === ApplicationCommandType.ChatInput)
    .flatMap((command) =>
      expand(
        command,
        [],
        [localized('name', command)],
        localized('description', command),
        command.options ?? [],
      ),
    )
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** The command that was typed, whichever of its names was. */
export const typedAs = (commands: readonly Typed[], name: string): Typed | undefined =>
  commands.find((each) => each.name === name) ?? commands.find((each) => each.plainName === name);

/** In the language of whoever looks at the page. */
function localized<F extends 'name' | 'description'>(field: F, of: Readonly<Record<F, string>>): string {
  const { [`${field}_localizations`]: translations } = of as Record<string, unknown>;
  const known = (translations ?? {}) as Record<string, string | undefined>;
  return known[language] ?? known[language.split('-')[0]!] ?? of[field];
}

export interface CommandLineActions {
  complete(
    typed: Typed,
    values: Record<string, FieldValue>,
    focused: string,
  ): Promise<readonly APIApplicationCommandOptionChoice[] | null>;
  send(typed: Typed, values: Record<string, FieldValue>): void;
  cancel(): void;
}

interface Field {
  readonly option: APIApplicationCommandBasicOption;
  readonly input: HTMLInputElement;
  readonly element: HTMLElement;
  /** What was picked, while the input still shows its name. */
  picked: { readonly name: string; readonly value: string | number | boolean } | null;
}

/** The message box while a command is being filled in: its name, and a field for each option in use. */
export class CommandLine {
  readonly element: HTMLElement;
  readonly #typed: Typed;
  readonly #suggestions: Suggestions;
  readonly #actions: CommandLineActions;
  readonly #fields: Field[] = [];
  readonly #line = h('div', { class: 'fields' });
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
    (empty?.input ?? this.element.querySelector<HTMLElement>('.send'))?.focus();
  }

  #add(option: APIApplicationCommandBasicOption): Field {
    const isFile = option.type === ApplicationCommandOptionType.Attachment;
    const isNumber =
      option.type === ApplicationCommandOptionType.Integer ||
      option.type === ApplicationCommandOptionType.Number;
    const id = `option-${option.name}`;
    const input = h('input', {
      id,
      type: isFile ? 'file' : 'text',
      inputMode: isNumber ? 'numeric' : 'text',
      autocomplete: 'off',
      spellcheck: false,
      'aria-label': words('preview.option-for', {
        option: this.#called(option),
        command: `/${this.#typed.name}`,
      }),
      ...(!isFile && {
        role: 'combobox',
        'aria-expanded': 'false',
        'aria-autocomplete': 'list',
        'aria-haspopup': 'listbox',
      }),
    });
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
      void this.#suggest(field);
    });
    input.addEventListener('keydown', (event) => this.#key(event, field));
    this.#fields.push(field);
    this.#line.append(field.element);
    return field;
  }

  #key(event: KeyboardEvent, field: Field): void {
    const { key } = event;
    const list = this.#suggestions;
    if (list.isOpen && (key === 'ArrowDown' || key === 'ArrowUp')) list.move(key === 'ArrowDown' ? 1 : -1);
    else if (key === 'Enter' && list.hasActive) list.pick();
    else if (
      key === 'Tab' &&
      list.isOpen &&
      !event.shiftKey &&
      (list.hasActive || field.input.value !== '') &&
      !field.picked
    )
      list.pick();
    else if (key === 'Escape' && list.isOpen) list.close();
    else if (key === 'Escape') this.#cancel();
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
    const rest = this.#typed.options.filter(
      ({ name }) => !this.#fields.some(({ option }) => option.name === name),
    );
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
    // A completion still under way would open the list again over what is settled.
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
    this.#suggestions.close();
    this.#actions.send(this.#typed, values);
  }
}

type Choices = readonly { readonly name: string; readonly value: never }[];

function fixedChoices(option: APIApplicationCommandBasicOption): Choices | null {
  if (option.type === ApplicationCommandOptionType.Boolean)
    return [
      { name: 'True', value: true as never },
      { name: 'False', value: false as never },
    ];
  return 'choices' in option && option.choices?.length ? (option.choices as unknown as Choices) : null;
}

async function valueIn({ option, input, picked }: Field): Promise<FieldValue | null> {
  if (input.type === 'file') {
    const file = input.files?.[0];
    if (!file) return null;
    const bytes = new Uint8Array(await file.arrayBuffer());
    let binary = '';
    for (const byte of bytes) binary += String.fromCharCode(byte);
    return { name: file.name, type: file.type || 'application/octet-stream', base64: btoa(binary) };
  }
  if (picked) return picked.value;
  if (input.value === '') return null;
  const fixed = fixedChoices(option)?.find(
    (choice) => localized('name', choice).toLowerCase() === input.value.toLowerCase(),
  );
  if (fixed) return fixed.value;
  const isNumber =
    option.type === ApplicationCommandOptionType.Integer ||
    option.type === ApplicationCommandOptionType.Number;
  return isNumber ? Number(input.value) : input.value;
}
