import type { APIUser } from 'discord-api-types/v10';
import { CommandLine, type CommandLineActions } from './command-line.ts';
import { h, icon } from './dom.ts';
import { oneLine } from './field.ts';
import type { View } from './protocol.ts';
import { Suggestions } from './suggestions.ts';
import { type Typed, typedAs } from './typed.ts';
import { nameOf, words } from './words.ts';

export interface ComposerActions extends Omit<CommandLineActions, 'cancel'> {
  /** Resolves to whether it was accepted. */
  say(text: string, replyTo: string | null): Promise<boolean>;
}

/** The message box: text, mentions, and commands from the first `/` on. */
export class Composer {
  readonly element: HTMLElement;
  readonly #actions: ComposerActions;
  readonly #suggestions = new Suggestions();
  readonly #box: HTMLTextAreaElement;
  readonly #holder: HTMLElement;
  readonly #plain: HTMLElement;
  readonly #reply = h('div', { class: 'replying', hidden: true });
  #replyTo: View | null = null;
  #commands: readonly Typed[] = [];
  #people: readonly APIUser[] = [];

  constructor(actions: ComposerActions) {
    this.#actions = actions;
    this.#box = h('textarea', {
      rows: 1,
      id: 'message-box',
      autocomplete: 'off',
      'aria-autocomplete': 'list',
      'aria-haspopup': 'listbox',
      on: {
        input: () => this.#typedText(),
        keydown: (event) => this.#key(event),
        blur: () => this.#suggestions.close(),
        focus: () => this.#suggest(),
      },
    });
    this.#plain = h(
      'form',
      {
        class: 'line',
        on: {
          submit: (event) => {
            event.preventDefault();
            this.#say();
          },
        },
      },
      this.#box,
      h('button', { type: 'submit', class: 'send', 'aria-label': words('preview.send') }, icon('send')),
    );
    this.#holder = h('div', { class: 'box' }, this.#plain);
    this.element = h('div', { class: 'composer' }, this.#suggestions.element, this.#reply, this.#holder);
  }

  /** Sets what can be typed here now, and who can be mentioned. */
  offer(commands: readonly Typed[], people: readonly APIUser[], where: string): void {
    this.#commands = commands;
    this.#people = people;
    const label = words('preview.type-here', { where });
    this.#box.placeholder = label;
    this.#box.setAttribute('aria-label', label);
  }

  focus(): void {
    (this.#holder.querySelector<HTMLElement>('input, textarea') ?? this.#box).focus();
  }

  /** Puts a command into the box, filled in as given, with what was typed behind its name. */
  begin(name: string, given: Record<string, string> = {}, behind = ''): void {
    const typed = typedAs(this.#commands, name);
    if (!typed) return;
    const line = new CommandLine(
      typed,
      this.#suggestions,
      {
        complete: this.#actions.complete,
        send: async (...sent) => {
          this.#end();
          const taken = await this.#actions.send(...sent);
          if (!taken && this.#isEmpty()) this.#fill(line);
          return taken;
        },
        cancel: () => this.#end(),
      },
      given,
    );
    this.#fill(line);
    if (behind) line.type(behind);
  }

  #fill(line: CommandLine): void {
    this.#holder.replaceChildren(line.element);
    line.focus();
  }

  /** Whether nothing has been typed since the last sending. Then refused input is put back. */
  #isEmpty(): boolean {
    return this.#plain.isConnected && this.#box.value === '';
  }

  replyTo(view: View | null): void {
    this.#replyTo = view;
    this.#reply.hidden = view === null;
    if (!view) return;
    this.#reply.replaceChildren(
      h('span', {}, words('preview.replied-to', { user: nameOf(view.message.author) })),
      h(
        'button',
        {
          type: 'button',
          'aria-label': words('preview.stop-replying'),
          on: { click: () => this.replyTo(null) },
        },
        icon('close'),
      ),
    );
    this.focus();
  }

  #end(): void {
    this.#suggestions.close();
    this.#holder.replaceChildren(this.#plain);
    this.#box.value = '';
    this.#grow();
    this.#box.focus();
  }

  #say(): void {
    const text = this.#box.value.trim();
    if (text === '') return;
    const known = text.startsWith('/') && typedAs(this.#commands, text.slice(1));
    if (known) {
      this.begin(known.name);
      return;
    }
    const replyTo = this.#replyTo;
    this.replyTo(null);
    this.#end();
    void this.#actions.say(text, replyTo?.message.id ?? null).then((taken) => {
      if (taken || !this.#isEmpty()) return;
      this.replyTo(replyTo);
      this.#box.value = text;
      this.#grow();
    });
  }

  #typedText(): void {
    this.#grow();
    const { value } = this.#box;
    const name = this.#commandBefore(value);
    if (name !== null) {
      this.begin(name, {}, oneLine(value.slice(name.length + 2)));
      return;
    }
    this.#suggest();
  }

  /** The command name that a text begins with, if the text goes on behind it. */
  #commandBefore(text: string): string | null {
    if (!text.startsWith('/')) return null;
    // No command's name has more than two words.
    const names = [/^\/(\S+ \S+) /, /^\/(\S+) /].map((begins) => begins.exec(text)?.[1] ?? '');
    return names.find((name) => typedAs(this.#commands, name)) ?? null;
  }

  #suggest(): void {
    const { value, selectionStart } = this.#box;
    if (value.startsWith('/')) {
      const typed = value.slice(1).toLowerCase();
      const found = this.#commands.filter(
        ({ name, plainName }) => name.includes(typed) || plainName.includes(typed),
      );
      found.sort((a, b) => Number(b.name.startsWith(typed)) - Number(a.name.startsWith(typed)));
      this.#suggestions.show(
        this.#box,
        words('preview.commands'),
        found.map(({ name, description }) => ({
          label: `/${name}`,
          detail: description,
          pick: () => this.begin(name),
        })),
        true,
      );
      return;
    }
    const mention = /(?:^|\s)@([^@\n]{0,32})$/.exec(value.slice(0, selectionStart));
    if (!mention) {
      this.#suggestions.close();
      return;
    }
    const typed = mention[1]!.toLowerCase();
    this.#suggestions.show(
      this.#box,
      words('preview.mentions'),
      this.#people
        .filter((user) => nameOf(user).toLowerCase().startsWith(typed))
        .map((user) => ({
          label: nameOf(user),
          pick: () => {
            const from = selectionStart - mention[1]!.length;
            this.#box.setRangeText(`${nameOf(user)} `, from, selectionStart, 'end');
            this.#box.focus();
          },
        })),
      true,
    );
  }

  #key(event: KeyboardEvent): void {
    const list = this.#suggestions;
    const { key } = event;
    if (list.isOpen && (key === 'ArrowDown' || key === 'ArrowUp')) list.move(key === 'ArrowDown' ? 1 : -1);
    else if (list.isOpen && (key === 'Enter' || key === 'Tab') && !event.shiftKey) list.pick();
    else if (key === 'Enter' && !event.shiftKey && !event.isComposing) this.#say();
    else if (key === 'Escape' && list.isOpen) list.close();
    else if (key === 'Escape' && this.#replyTo) this.replyTo(null);
    else return;
    event.preventDefault();
  }

  #grow(): void {
    this.#box.style.height = 'auto';
    this.#box.style.height = `${Math.min(this.#box.scrollHeight, 240)}px`;
  }
}
