import {
  type APIInteraction,
  type APIMessage,
  type GatewayMessageCreateDispatchData,
  InteractionType,
  MessageFlags,
  ApplicationCommandOptionType as Type,
} from 'discord-api-types/v10';
import type { Command, Option } from '../../src/command.ts';
import { type MessageBody, partsOf } from '../../src/discord/components.ts';
import type { Outcome } from '../../src/discord/exchange.ts';
import { jobFor } from '../../src/discord/interactions.ts';
import { answerMessage, Conversations } from '../../src/discord/question.ts';
import type { Wire } from '../../src/discord/wire.ts';
import { plainText } from '../../src/preview/markdown.ts';
import { checkMessage } from '../../src/preview/rules/message.ts';
import { checkModal } from '../../src/preview/rules/modal.ts';
import { pick, type Random } from '../support/random.ts';
import { damaged, texts } from './files.ts';
import { typed } from './mutate.ts';
import type { FuzzedServer } from './server.ts';

/** So many of the last messages have buttons that are pressed. */
const KEPT = 12;

const words = [
  ...new Set(texts.flatMap((text) => text.match(/[\p{L}’]+/gu) ?? [])),
  ...[
    'who',
    'denied',
    'said',
    'what',
    'did',
    'trump',
    'mcaleenan',
    'dhs',
    'did Trump deny',
    'Kevin McAleenan',
  ],
];

/** A member who does whatever Discord lets them do, and some of what it does not. */
export class Member {
  readonly #server: FuzzedServer;
  readonly #messages: Pick<APIMessage, 'components' | 'flags'>[] = [];

  constructor(server: FuzzedServer) {
    this.#server = server;
  }

  /** Does one thing. Returns what is wrong with the bot's answer, or null. */
  async act(next: Random): Promise<string | null> {
    const { bot } = this.#server;
    if (next() < 0.05) return this.#ask(next);
    const interaction = {
      id: '1',
      application_id: '400000000000000001',
      token: 't',
      locale: pick(['en-US', 'de', 'fr', 'es-ES', 'ja', ''], next),
      ...(next() < 0.9
        ? {
            guild_id: this.#server.id,
            member: { user: { id: '3' }, roles: [], permissions: next() < 0.9 ? '32' : '0' },
          }
        : { user: { id: '3' } }),
      ...this.#deed(next),
    } as unknown as APIInteraction;
    const faults = bot.faults.recent[0];
    const outcome = await jobFor(interaction, bot)?.run(() => {});
    if (bot.faults.recent[0] !== faults) return `it broke: ${bot.faults.recent[0]?.message}`;
    return outcome ? this.#wrong(outcome) : null;
  }

  /** Writes a message to the bot, perhaps in reply to one of its own. */
  async #ask(next: Random): Promise<string | null> {
    const answers: MessageBody[] = [];
    const keep = async (body: MessageBody): Promise<'sent'> => {
      answers.push(body);
      return 'sent';
    };
    const wire: Wire = {
      respond: async () => 'sent',
      edit: (_, body) => keep(body),
      follow: (_, body) => keep(body),
      send: (_, body) => keep(body),
      direct: (_, body) => keep(body),
      recent: async () => [],
      close: () => {},
    };
    const replied = next() < 0.5 ? pick(this.#messages, next) : undefined;
    const message = {
      id: '1000000000000000000',
      channel_id: '7',
      content: `<@4> ${typed(words, next)}`,
      author: { id: '3' },
      mentions: [{ id: '4' }],
      ...(next() < 0.5 && { guild_id: this.#server.id, member: { roles: [] } }),
      ...(replied && { referenced_message: { ...replied, author: { id: '4' } } }),
    } as unknown as GatewayMessageCreateDispatchData;
    const language = pick(['en-US', 'de', 'ja'], next);
    const place = { self: '4', role: null, language, thread: false, conversations: new Conversations() };
    const faults = this.#server.bot.faults.recent[0];
    await answerMessage(message, place, this.#server.bot, wire);
    const [fault] = this.#server.bot.faults.recent;
    if (fault !== faults) return `it broke: ${fault?.message}`;
    if (answers.length !== 1) return `a message was answered ${answers.length} times`;
    return this.#wrong({ type: 'message', body: answers[0]! });
  }

  #deed(next: Random): object {
    const kind = next();
    const message = pick(this.#messages, next);
    if (kind < 0.55 || !message) return this.#command(next, false);
    if (kind < 0.7) return this.#command(next, true);
    if (kind < 0.75) return menu(next);
    const ids = partsOf(message).flatMap((part) => ('custom_id' in part ? [part.custom_id] : []));
    const id = ids.length > 0 && next() < 0.9 ? pick(ids, next) : buttonId(this.#server.bot.commands, next);
    return kind < 0.95
      ? { type: InteractionType.MessageComponent, message, data: { custom_id: id, component_type: 2 } }
      : { type: InteractionType.ModalSubmit, message, data: { custom_id: id, components: form(ids, next) } };
  }

  #command(next: Random, typing: boolean): object {
    const { commands } = this.#server.bot;
    const members = commands.filter(({ who }) => who === 'member');
    const command = pick(next() < 0.8 ? members : commands, next);
    const given = Object.entries(command.options).filter(
      ([, { required }]) => next() < (required ? 0.98 : 0.5),
    );
    const focused = typing ? given.find(([, { complete }]) => complete)?.[0] : undefined;
    const attachments: Record<string, object> = {};
    const options = given.map(([name, option], n) => ({
      name,
      ...this.#value(option, String(n), attachments, next),
      ...(name === focused ? { focused: true } : {}),
    }));
    if (next() < 0.2) options.push({ name: 'private', type: Type.Boolean, value: true } as never);
    const [top, sub] = command.name.split(' ');
    return {
      type: typing ? InteractionType.ApplicationCommandAutocomplete : InteractionType.ApplicationCommand,
      data: {
        type: 1,
        name: top,
        options: sub ? [{ name: sub, type: Type.Subcommand, options }] : options,
        resolved: { attachments },
      },
    };
  }

  #value(option: Option, id: string, attachments: Record<string, object>, next: Random): object {
    switch (option.type) {
      case 'boolean':
        return { type: Type.Boolean, value: next() < 0.5 };
      case 'integer':
        return { type: Type.Integer, value: Math.floor((next() - 0.3) * 10 ** Math.floor(next() * 12)) };
      case 'attachment': {
        const { name, bytes } = damaged(next);
        const filename = next() < 0.7 ? `${Math.floor(next() * 6)}${name}` : typed(words, next);
        attachments[id] = { filename, size: bytes.length, url: this.#server.handOver(bytes) };
        return { type: Type.Attachment, value: id };
      }
      case 'string':
        return {
          type: Type.String,
          value:
            option.choices && next() < 0.9
              ? pick(option.choices, next).value
              : typed(words, next).slice(0, option.complete ? 100 : 6_000),
        };
    }
  }

  async #wrong(outcome: Outcome): Promise<string | null> {
    if (outcome.type === 'choices')
      return outcome.choices.length <= 25 &&
        outcome.choices.every(({ label, value }) => fits(label) && fits(value))
        ? null
        : 'a completion is empty or too long, or there are too many';
    if (outcome.type === 'modal') {
      await checkModal(outcome.modal as never);
      return null;
    }
    const { body } = outcome;
    await checkMessage(body as never, { schema: 'MessageCreateRequest', path: [], files: [] });
    if (body.allowed_mentions?.parse?.length !== 0) return 'a message would let Discord parse mentions';
    this.#messages.push({ components: body.components, flags: body.flags & MessageFlags.Ephemeral } as never);
    if (this.#messages.length > KEPT) this.#messages.shift();
    const invented = await this.#invented(body);
    return invented === null ? null : `this stands in no article: ${invented}`;
  }

  /** A quotation that stands in no article word for word, or null. */
  async #invented(body: { readonly components?: unknown }): Promise<string | null> {
    const quoted = partsOf(body as APIMessage).flatMap((part) =>
      'content' in part ? (part.content.match(/^> .*(?:\n> .*)*/gm) ?? []) : [],
    );
    if (quoted.length === 0) return null;
    const { archive } = this.#server.bot;
    const known = (await archive.articles('', 1_000)).map(({ text }) => flat(text));
    return (
      quoted
        .map((lines) =>
          flat(
            lines
              .split('\n')
              .map((line) => plainText(line.slice(2)))
              .join(' '),
          ),
        )
        .find((quotation) => !known.some((text) => text.includes(quotation))) ?? null
    );
  }
}

const menu = (next: Random): object => ({
  type: InteractionType.ApplicationCommand,
  data: {
    type: 3,
    name: 'Check the record',
    target_id: '9',
    resolved: {
      messages: { 9: { content: next() < 0.5 ? typed(words, next) : pick(texts, next).slice(0, 2_000) } },
    },
  },
});

/** A custom id that this version did not make, or only nearly. */
function buttonId(commands: readonly Command[], next: Random): string {
  const fields = Array.from({ length: Math.floor(next() * 7) }, () =>
    next() < 0.4
      ? pick(commands, next).name
      : next() < 0.5
        ? String(Math.floor(next() * 30))
        : typed(words, next),
  );
  return [pick(['p', 'c', 's', 'r', 'a', 'x', ''], next), ...fields].join('|').slice(0, 100);
}

function form(ids: readonly string[], next: Random): object[] {
  const marks = ids.flatMap((id) => (id.startsWith('c|') ? [id.split('|')[2]!] : []));
  const reasons = ['wrong-speaker', 'wrong-kind', 'out-of-context', 'other', 'toString'];
  return [
    {
      type: 18,
      component: { custom_id: 'excerpt', values: [marks.length > 0 ? pick(marks, next) : 'xxxx'] },
    },
    { type: 18, component: { custom_id: 'reason', values: [pick(reasons, next)] } },
    { type: 18, component: { custom_id: 'note', value: typed(words, next) } },
  ];
}

const fits = (text: string): boolean => text.length >= 1 && text.length <= 100;

/** As a reader compares it: white space and what nobody sees left out of account. */
const flat = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, ' ')
    .replaceAll(/ +/g, ' ')
    .trim();
