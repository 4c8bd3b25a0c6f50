import { PermissionFlagsBits } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import type { Context } from '../../src/command.ts';
import { phrase } from '../../src/locales/phrase.ts';
import { SettableClock } from '../../src/preview/clock.ts';
import { reply } from '../../src/reply.ts';
import { harbour, told } from './fixture.ts';
import { asked, bot, commands, discord, restart, runBot } from './running-bot.ts';

describe('A member', () => {
  runBot();

  it('asks with a slash command and sees excerpts with their speakers and citations', async () => {
    const sight = await discord.member.slash('/denials', { about: 'crane' });
    expect(sight.text).toContain('**1 · Ida Brandt** — Denial: “denied”');
    expect(sight.text).toContain('> “We did not know that the **crane** was unsafe,”');
    expect(sight.ephemeral).toBe(false);
  });

  it('is the only one to see a private reply, and may share it', async () => {
    const sight = await discord.member.slash('/denials', { private: true });
    expect(sight.ephemeral).toBe(true);
    const shared = await discord.member.click(sight, 'Share');
    expect(shared.ephemeral).toBe(false);
    expect(shared.buttons).not.toContain('Share');
  });

  it('turns the pages of their own reply in place', async () => {
    const sight = await discord.member.slash('/ask', { question: 'What happened?' });
    const next = await discord.member.click(sight, 'Next');
    expect(next.stored).toBe(sight.stored);
    expect(sight.text).toContain('Page 2 of 2');
    await discord.member.click(sight, 'Previous');
    expect(sight.text).toContain('Page 1 of 2');
  });

  it('gets a page of somebody else’s reply as a copy of their own', async () => {
    const sight = await discord.member.slash('/ask', { question: 'What happened?' });
    const copy = await discord.moderator.click(sight, 'Next');
    expect(copy.ephemeral).toBe(true);
    expect(copy.text).toContain('Page 2 of 2');
    expect(sight.text).toContain('Page 1 of 2');
    await discord.moderator.click(copy, 'Previous');
    expect(copy.text).toContain('Page 1 of 2');
  });

  it('turns pages that were sent before a restart, of long questions too', async () => {
    const long = await discord.member.slash('/ask', { question: 'What happened? '.repeat(18) });
    const brief = await discord.member.slash('/ask', { question: 'What happened?' });
    await restart();
    for (const sight of [long, brief]) {
      await discord.member.click(sight, 'Next');
      expect(sight.text).toContain('Page 2 of 2');
    }
  });

  it('opens the paragraphs around an excerpt, privately', async () => {
    const sight = await discord.member.slash('/denials', { about: 'crane' });
    const context = await discord.moderator.click(sight, 'Context');
    expect(context.ephemeral).toBe(true);
    expect(context.text).toContain('> The harbour of Port Ellery was closed on Tuesday');
    expect(context.text).toContain(
      '> **“We did not know that the crane was unsafe,”** said Mayor Ida Brandt',
    );
  });

  it('reports an excerpt by a form', async () => {
    const sight = await discord.member.slash('/denials');
    const form = await discord.member.click(sight, 'Report a problem');
    const options = form.form!.components[0]!.component!.options!;
    expect(options.map(({ label }) => label)).toEqual([
      '1 · Ida Brandt — Denial: “denied”',
      '2 · Two dock workers (not named) — Claim: “say”',
    ]);
    const thanks = await discord.member.submitModal(form, {
      excerpt: [options[1]!.value],
      reason: ['wrong-speaker'],
      note: 'It was three.',
    });
    expect(thanks.ephemeral).toBe(true);
    expect(bot.kept).toEqual([
      {
        type: 'report',
        document: harbour.id,
        start: told.start,
        end: told.end,
        reason: 'wrong-speaker',
        note: 'It was three.',
        shown: { kind: 'claim', speaker: 'Two dock workers' },
      },
    ]);
  });

  it('asks what a button suggests', async () => {
    const sight = await discord.member.slash('/ask', { question: 'What happened?' });
    const suggested = await discord.member.click(sight, 'Ida Brandt');
    expect(suggested.text).toContain('**2 · Two dock workers (not named)**');
  });

  it('is told plainly where there is nothing', async () => {
    const sight = await discord.member.slash('/ask', { question: 'What did nobody say?' });
    expect(sight.text).toContain('Nothing on record.');
    expect(sight.text).toContain('-# /ask question: What did nobody say?');
  });

  it('gets completions while typing', async () => {
    const choices = await discord.member.autocomplete('/denials', { about: 'cra' });
    expect(choices).toEqual([{ name: 'cra…', value: 'cra' }]);
  });

  it('has a message checked from its menu, privately', async () => {
    const message = discord.moderator.say('The mayor knew that the crane was unsafe.');
    const sight = await discord.member.apps(message, 'Check the record');
    expect(sight.ephemeral).toBe(true);
    expect(asked).toEqual([['The mayor knew that the crane was unsafe.', []]]);
  });

  it.each(['', 'https://gazette.example/harbour'])(
    'has checked what is embedded in a message of nothing else, or a link: %j',
    async (content) => {
      const message = discord.moderator.say(content);
      Object.assign(message.payload, {
        embeds: [
          {
            title: 'Crane falls',
            description: 'The mayor knew it was unsafe.',
            url: 'https://gazette.example',
          },
        ],
      });
      await discord.member.apps(message, 'Check the record');
      expect(asked).toEqual([['Crane falls The mayor knew it was unsafe.', []]]);
    },
  );

  it('has checked what a member wrote above what is embedded', async () => {
    const message = discord.moderator.say('Is it true? https://gazette.example/harbour');
    Object.assign(message.payload, { embeds: [{ title: 'Crane falls' }] });
    await discord.member.apps(message, 'Check the record');
    expect(asked).toEqual([['Is it true? https://gazette.example/harbour', []]]);
  });

  it('is told that a message without text holds nothing to check', async () => {
    const message = discord.moderator.say('', {
      files: [{ name: 'a.png', bytes: new Uint8Array(4), type: 'image/png' }] as never,
    });
    expect((await discord.member.apps(message, 'Check the record')).text).toBe(
      'There is no text in that message.',
    );
  });

  it('is told of an error by an id, and of nothing else', async () => {
    const sight = await discord.member.slash('/ask', { question: 'What is broken?' });
    expect(sight.ephemeral).toBe(true);
    expect(sight.text).toMatch(/in the log as [0-9a-f]{8}/);
    expect(sight.text).not.toContain('secret');
  });
});

describe('A moderator', () => {
  runBot();

  it('uses a moderators’ command in a home guild', async () => {
    expect((await discord.moderator.slash('/reindex')).text).toContain('### Related');
  });

  it.each([
    ['a member of it', () => discord.member],
    [
      'the owner of another server',
      () => discord.addUser('Else', { guild: discord.addGuild('Elsewhere').guild }),
    ],
  ])('is not %s, whatever Discord lets through', async (_, user) => {
    const remembered = discord.moderator.commands().find(({ name }) => name === 'reindex')!;
    const sight = await user().slash('/reindex', {}, { force: true, remembered });
    expect(sight.ephemeral).toBe(true);
    expect(sight.text).not.toContain('### Related');
  });

  it('may be whoever has a moderators’ role', async () => {
    const role = discord.world.addRole(discord.guild, 'Editors', 0n);
    const editor = discord.addUser('Eddy');
    discord.guild.members.get(editor.account.id)!.roles.push(role.id);
    await restart({ moderatorRoles: [role.id] });
    expect((await editor.slash('/reindex')).text).toContain('### Related');
  });
});

describe('A reindex that takes longer than Discord lets anybody answer', () => {
  const clock = new SettableClock();
  let finish: () => void;
  const long = commands.map((each) =>
    each.name !== 'reindex'
      ? each
      : {
          ...each,
          async run(_: unknown, { progress }: Context) {
            progress({ stage: 'reading', done: 1, total: 2 });
            await new Promise<void>((resolve) => {
              finish = resolve;
            });
            return reply({ heading: phrase('reindex.heading') });
          },
        },
  );

  runBot({ clock }, long);

  it.each([
    ['in its channel', 0n, () => discord.channel],
    [
      'as a direct message where the bot may not write there',
      PermissionFlagsBits.SendMessages,
      () => discord.moderator.privately,
    ],
  ])('still tells every moderator who waits for it, %s', async (_, denied, where) => {
    discord.channel.denied = denied;
    const seen = discord.moderator.begin('/reindex');
    await seen.until(({ text }) => text.includes('Reading'));
    clock.advance(16 * 60_000);
    discord.problems.expect({ what: 'refused' });
    const told = new Promise<void>((resolve) => {
      const stop = discord.world.onHappening((happening) => {
        if (happening.type !== 'message' || happening.change !== 'created') return;
        stop();
        resolve();
      });
    });
    finish();
    await told;
    expect(discord.moderator.sees({ in: where() }).at(-1)?.text).toContain('The index is up to date');
  });
});
