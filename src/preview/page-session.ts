import { localeFor, say } from '../locales/say.ts';
import { Impossible } from './impossible.ts';
import type { Interaction } from './interactions.ts';
import type { OptionValue } from './invocation.ts';
import type { LocalDiscord } from './local-discord.ts';
import type {
  BotState,
  FieldValue,
  File64,
  Person,
  Requests,
  Room,
  Told,
  ToServer,
  View,
} from './page/protocol.ts';
import { Sight } from './sight.ts';
import type { User } from './user.ts';
import type { Channel, Happening, Stored } from './world.ts';

/** What all open pages share. */
export interface Scene {
  readonly discord: LocalDiscord;
  readonly people: readonly { readonly user: User; readonly moderator: boolean }[];
  readonly channels: readonly Channel[];
  readonly botState: () => BotState;
}

const PRIVATE = 'private';

/** One open page: the user and channel it shows, what it is told of them, and what it asks. */
export class PageSession {
  readonly #scene: Scene;
  readonly #tell: (told: Told) => void;
  readonly #unwatch: () => void;
  #user: User;
  #channel: Channel;
  /** Ephemeral messages that this page has dismissed. */
  readonly #dismissed = new Set<string>();
  readonly #forms = new Map<string, Sight>();

  constructor(scene: Scene, tell: (told: Told) => void) {
    this.#scene = scene;
    this.#tell = tell;
    this.#user = scene.people[0]!.user;
    this.#channel = scene.channels[0]!;
    this.#unwatch = scene.discord.world.onHappening((happening) => this.#report(happening));
    tell({
      type: 'hello',
      bot: scene.discord.world.bot,
      guild: scene.discord.guild.name,
      people: scene.people.map(({ user, moderator }): Person => ({ user: user.account, moderator })),
      rooms: [
        ...scene.channels.map(({ id, name }): Room => ({ id, name, private: false })),
        { id: PRIVATE, name: scene.discord.world.bot.username, private: true },
      ],
    });
    tell({ type: 'bot', state: scene.botState() });
  }

  close(): void {
    this.#unwatch();
  }

  tell(told: Told): void {
    this.#tell(told);
  }

  /** Does what the page asks. Rejects with a message for the person at the page, in their language. */
  async handle(request: ToServer): Promise<unknown> {
    try {
      if (!Object.hasOwn(this.#handlers, request.type)) throw new Impossible('impossible.version');
      const handler = this.#handlers[request.type] as (body: unknown) => unknown;
      return (await handler(request.body)) ?? null;
    } catch (error) {
      if (!(error instanceof Impossible)) throw error;
      throw new Error(say(error.why, localeFor(this.#user.locale)));
    }
  }

  readonly #handlers: { [K in keyof Requests]: (body: Requests[K][0]) => unknown } = {
    enter: ({ user, room, locale }) => {
      const person = this.#scene.people.find((each) => each.user.account.id === user);
      if (!person) throw new Impossible('impossible.no-user');
      this.#user = person.user;
      this.#user.locale = locale;
      const channel =
        room === PRIVATE ? this.#user.privately : this.#scene.channels.find(({ id }) => id === room);
      if (!channel) throw new Impossible('impossible.no-channel');
      this.#channel = channel;
      this.#user.channel = channel;
      const views = this.#user
        .sees()
        .map(({ stored }) => stored!)
        .filter(({ payload }) => !this.#dismissed.has(payload.id))
        .map((stored) => this.#view(stored));
      return { views, commands: this.#user.commands() };
    },
    say: ({ text, replyTo }) => {
      const target = replyTo ? this.#message(replyTo) : undefined;
      this.#user.say(text, { in: this.#channel, ...(target && { replyTo: target }) });
    },
    slash: ({ command, path, values }) => {
      const { remembered, line } = this.#command(command, path);
      this.#follow(this.#user.begin(line, this.#values(values), { in: this.#channel, remembered }));
    },
    complete: ({ command, path, values, focused }) => {
      const { remembered, line } = this.#command(command, path);
      return this.#user.autocomplete(line, this.#values(values), focused, { in: this.#channel, remembered });
    },
    press: ({ message, control }) => this.#follow(this.#user.press(this.#message(message), control)),
    choose: ({ message, control, values }) => {
      this.#follow(this.#user.chooseFrom(this.#message(message), control, values));
    },
    submit: ({ interaction, values }) => {
      const form = this.#forms.get(interaction);
      if (!form) throw new Impossible('impossible.form-gone');
      this.#follow(this.#user.fillIn(form, values));
      this.#forms.delete(interaction);
    },
    apps: ({ message, command }) =>
      this.#follow(this.#user.chooseApp(this.#message(message), command, { in: this.#channel })),
    dismiss: ({ message }) => {
      this.#dismissed.add(message);
      this.#tell({ type: 'gone', id: message });
    },
  };

  #command(id: string, path: readonly string[]) {
    const remembered = this.#user.commands({ in: this.#channel }).find((command) => command.id === id);
    if (!remembered) throw new Impossible('impossible.command-gone');
    return { remembered, line: [remembered.name, ...path].join(' ') };
  }

  #message(id: string): Stored {
    const stored = this.#scene.discord.world.message(this.#channel, id);
    if (!stored) throw new Impossible('impossible.message-gone');
    return stored;
  }

  #values(values: Record<string, FieldValue>): Record<string, OptionValue> {
    const { world, parts } = this.#scene.discord;
    const kept = (file: File64) =>
      world.addFile(parts.messages.origin, file.name, file.type, Buffer.from(file.base64, 'base64'));
    return Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, typeof value === 'object' ? kept(value) : value]),
    );
  }

  /** Reports the progress of an interaction until there is something to see. */
  #follow(sight: Sight): void {
    const interaction = sight.interaction!;
    const tell = (state: 'waiting' | 'failed' | 'done'): void =>
      this.#tell({
        type: 'attempt',
        attempt: {
          id: interaction.id,
          user: interaction.user,
          name: nameOf(interaction),
          state,
          on: interaction.source?.payload.id ?? null,
        },
      });
    tell('waiting');
    void sight
      .until(({ outcome }) => outcome !== 'waiting')
      .then(({ outcome, form }) => {
        tell(outcome === 'did not respond' ? 'failed' : 'done');
        if (!form) return;
        this.#forms.set(interaction.id, sight);
        this.#tell({ type: 'form', interaction: interaction.id, form });
      });
  }

  #report(happening: Happening): void {
    switch (happening.type) {
      case 'message': {
        const { stored, change } = happening;
        if (stored.channel !== this.#channel) return;
        if (stored.onlyFor !== null && stored.onlyFor !== this.#user.account.id) return;
        if (change === 'deleted') this.#tell({ type: 'gone', id: stored.payload.id });
        else if (!this.#dismissed.has(stored.payload.id))
          this.#tell({ type: 'view', view: this.#view(stored), isNew: change === 'created' });
        return;
      }
      case 'typing':
        if (happening.channel === this.#channel) this.#tell({ type: 'typing' });
        return;
      case 'commands':
        this.#tell({ type: 'commands', commands: this.#user.commands({ in: this.#channel }) });
    }
  }

  #view(stored: Stored): View {
    const { interaction_metadata: about } = stored.payload;
    const interaction =
      about && this.#scene.discord.parts.interactions.all().find(({ id }) => id === about.id);
    const sight = new Sight(this.#scene.discord.world, null, stored);
    return {
      message: stored.payload,
      ephemeral: sight.ephemeral,
      loading: sight.loading,
      used: interaction && !interaction.source ? { user: interaction.user, name: nameOf(interaction) } : null,
    };
  }
}

/** `/denials`, or the name of a message command. */
const nameOf = ({ name, metadata, source }: Interaction): string =>
  source || metadata.target_message_id !== undefined ? name : `/${name}`;
