import type { APIInteraction, APIInteractionResponse } from 'discord-api-types/v10';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exchange } from '../../src/discord/exchange.ts';
import { farewell, jobFor } from '../../src/discord/interactions.ts';
import { markOf } from '../../src/discord/message.ts';
import type { Wire } from '../../src/discord/wire.ts';
import { ASKER, BOT, botWith, commandsWith, replyOf, unsafe } from './fixture.ts';

let ran: string[] = [];
const bot = botWith(
  commandsWith(() => {
    ran.push('ask');
    return replyOf([unsafe]);
  }).map((command) => ({
    ...command,
    run: (values, context) => {
      ran.push(command.name);
      return command.run(values, context);
    },
  })),
);

/** Answers one interaction and returns everything that went to Discord. */
async function answersTo(parts: object): Promise<APIInteractionResponse[]> {
  const sent: APIInteractionResponse[] = [];
  const wire: Wire = {
    respond: async (_, response) => {
      sent.push(response);
      return 'sent';
    },
    edit: async () => 'sent',
    follow: async () => 'sent',
    send: async () => 'sent',
    direct: async () => 'sent',
    recent: async () => [],
    close: () => {},
  };
  const interaction = {
    id: '1',
    application_id: BOT,
    token: 't',
    locale: 'en-US',
    user: { id: ASKER },
    ...parts,
  } as unknown as APIInteraction;
  ran = [];
  const job = jobFor(interaction, bot);
  if (job) await exchange(interaction, job, wire, bot);
  return sent;
}

const anything = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
);
const word = fc.oneof(
  fc.constantFrom('ask', 'denials', 'reindex', 'question', 'about', 'private', 'add'),
  fc.string(),
);
const options = fc.array(
  fc.record({
    name: word,
    type: fc.constantFrom(1, 3, 4, 5, 11),
    value: anything,
    focused: fc.boolean(),
    options: fc.constant([]),
  }),
  { maxLength: 4 },
);
const buttonId = fc.oneof(
  fc.string(),
  fc
    .tuple(
      fc.constantFrom('p', 'c', 's', 'r', 'a', 'o'),
      fc.array(fc.oneof(word, fc.string(), fc.constantFrom('-1', '1e9', '__proto__')), { maxLength: 6 }),
    )
    .map(([act, rest]) => [act, ...rest].join('|')),
);
const components = fc.array(
  fc.record({
    type: fc.constantFrom(1, 9, 10, 17),
    id: fc.constant(7001),
    content: fc.string(),
    components: fc.constant([]),
  }),
  { maxLength: 2 },
);

describe('Whatever comes in', () => {
  it('is answered exactly once: commands and completions with any options', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(2, 4), word, options, async (type, name, given) => {
        const sent = await answersTo({ type, data: { type: 1, name, options: given } });
        expect(sent).toHaveLength(1);
        expect([4, 8]).toContain(sent[0]!.type);
        expect(sent[0]!.type === 8).toBe(type === 4);
      }),
      { numRuns: 300 },
    );
  });

  it('is answered exactly once: buttons and forms with any id, on any message', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(3, 5), buttonId, components, async (type, custom_id, inside) => {
        const data = { custom_id, component_type: 2, components: [] };
        expect(await answersTo({ type, data, message: { flags: 0, components: inside } })).toHaveLength(1);
      }),
      { numRuns: 500 },
    );
  });

  it('never runs a moderators’ command for somebody who is none', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('p', 'c', 's', 'r', 'a', 'o'),
        fc.array(fc.string(), { minLength: 3, maxLength: 3 }),
        async (act, args) => {
          for (const count of [1, 2, 3]) {
            const custom_id = [act, ...args.slice(0, count), 'reindex'].join('|');
            await answersTo({ type: 3, data: { custom_id, component_type: 2 }, message: { components: [] } });
            await answersTo({ type: 5, data: { custom_id, components: [] }, message: { components: [] } });
          }
          expect(ran).not.toContain('reindex');
        },
      ),
      { numRuns: 100 },
    );
  });

  it('runs no command without what it requires, and says what that is', async () => {
    const blank = [{ type: 3, name: 'question', value: '\u200b \u2066' }];
    const old = { type: 3, data: { custom_id: 'a|0|ask', component_type: 2 }, message: { components: [] } };
    for (const parts of [{ type: 2, data: { type: 1, name: 'ask', options: blank } }, old]) {
      const sent = await answersTo(parts);
      expect(JSON.stringify(sent)).toContain('nothing in “question” that can be read');
      expect(ran).toEqual([]);
    }
  });

  it('is no report where the message has no excerpt, or the reason is none of ours', async () => {
    const data = { custom_id: 'r|0|ask|What?', component_type: 2 };
    const [opened] = await answersTo({ type: 3, data, message: { components: [] } });
    expect(opened!.type).toBe(4);
    const field = (custom_id: string, value: string) => ({
      type: 18,
      component: { custom_id, values: [value] },
    });
    const filled = [field('excerpt', markOf(unsafe)), field('reason', 'toString')];
    await answersTo({ type: 5, data: { custom_id: data.custom_id, components: filled }, message: {} });
    expect(bot.kept).toEqual([]);
  });

  it('is answered where Discord leaves out what it should send', async () => {
    expect(await answersTo({ type: 2, data: {}, user: undefined })).toHaveLength(0);
    expect(await answersTo({ type: 2, data: { type: 1, name: 'ask' }, user: undefined })).toHaveLength(1);
  });

  it('while stopping gets a word, or no completions', async () => {
    const { wait } = farewell({ type: 4, locale: 'en' } as never);
    expect(wait).toEqual({ type: 'choices', choices: [] });
    const outcome = await farewell({ type: 2, locale: 'en' } as never).run(() => {});
    expect(JSON.stringify(outcome)).toContain('being restarted');
  });
});
