import type { APIInteraction } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ArchiveError, type ReindexProgress } from '../../src/archive/archive.ts';
import { type MessageBody, notice, partsOf } from '../../src/discord/components.ts';
import { exchange, type Job, type Outcome } from '../../src/discord/exchange.ts';
import { Faults } from '../../src/discord/faults.ts';
import { Owed } from '../../src/discord/owed.ts';
import type { Sent, Wire } from '../../src/discord/wire.ts';
import { unmetered } from '../../src/hosting/metrics.ts';
import { phrase } from '../../src/locales/phrase.ts';
import { ASKER, BOT, silent } from './fixture.ts';

/** What went over the wire, in order: each thing by what it was and what it said. */
let sent: string[];
/** What becomes of the things sent, in order; sent where there is nothing more to say. */
let fates: Sent[];
let owed: Owed;

const textOf = (body: MessageBody) =>
  partsOf(body as never)
    .flatMap((part) => ('content' in part ? [part.content] : []))
    .join(' ');

const note = (what: string) => {
  sent.push(what);
  return Promise.resolve(fates.shift() ?? 'sent');
};
const wire: Wire = {
  respond: (_, response) =>
    note(
      `respond ${response.type}${'data' in response && response.data && 'components' in response.data && 'flags' in response.data ? ` ${textOf(response.data as MessageBody)}` : ''}`,
    ),
  edit: (_, body) => note(`edit ${textOf(body)}`),
  follow: (_, body) => note(`follow ${textOf(body)}`),
  send: (channel, body) => note(`send to ${channel}: ${textOf(body)}`),
  direct: (user, body) => note(`tell ${user}: ${textOf(body)}`),
  recent: async () => [],
  close: () => {},
};

const interaction = (permissions = '3072') =>
  ({
    id: '1',
    application_id: BOT,
    token: 'token',
    channel: { id: '77', type: 0 },
    app_permissions: permissions,
    user: { id: ASKER },
  }) as unknown as APIInteraction;

const said = (text: string): Outcome => ({
  type: 'message',
  body: notice(phrase('who.named', { speaker: text }), 'en', false),
});
const taking =
  (ms: number, outcome: Outcome = said('done')) =>
  () =>
    new Promise<Outcome>((resolve) => setTimeout(resolve, ms, outcome));
const job = (run: Job['run'], wait: Job['wait'] = 'public'): Job => ({
  what: '/ask',
  locale: 'en',
  wait,
  run,
});
const faults = new Faults(silent, unmetered);

async function run(one: Job, ms: number, what = interaction(), stops = new Set<() => void>()) {
  const done = exchange(what, one, wire, { log: silent, faults, meter: unmetered, owed }, stops);
  await vi.advanceTimersByTimeAsync(ms);
  await done;
  return sent;
}

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  fates = [];
  owed = new Owed();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('An answer', () => {
  it('is given at once where there is one', async () => {
    expect(
      await run(
        job(async () => said('done')),
        0,
      ),
    ).toEqual(['respond 4 done']);
  });

  it('takes the place of “thinking…” where it takes long', async () => {
    expect(await run(job(taking(2500)), 2500)).toEqual(['respond 5', 'edit done']);
  });

  it('leaves the pressed button’s message as it is until it is there', async () => {
    const update: Outcome = { type: 'update', body: (said('done') as { body: MessageBody }).body };
    expect(await run(job(taking(2500, update), 'update'), 2500)).toEqual(['respond 6', 'edit done']);
  });

  it('comes as a message of its own where it cannot take the place of the one pressed on', async () => {
    expect(await run(job(taking(2500), 'update'), 2500)).toEqual(['respond 6', 'follow done']);
  });

  it('gives way to something at once where Discord lets nobody wait', async () => {
    const none: Outcome = { type: 'choices', choices: [] };
    const late: Outcome = { type: 'choices', choices: [{ label: 'a', value: 'a' }] };
    expect(await run(job(taking(9000, late), none), 9000)).toEqual(['respond 8']);
  });

  it('that fails is a notice with an error id, and the reason only in the log', async () => {
    const [only] = await run(
      job(async () => Promise.reject(new Error('a secret'))),
      0,
    );
    expect(only).toMatch(/^respond 4 .* in the log as [0-9a-f]{8}/);
    expect(only).not.toContain('secret');
  });

  it('to somebody typing is completions, even where they fail', async () => {
    const failing = async () => Promise.reject(new Error('x'));
    expect(await run(job(failing, { type: 'choices', choices: [] }), 0)).toEqual(['respond 8']);
  });

  it('that has to wait for the first index says so, and is no error', async () => {
    const before = faults.recent.length;
    const building = async () => Promise.reject(new ArchiveError('building', 'no index yet'));
    expect(await run(job(building), 0)).toEqual([expect.stringMatching(/^respond 4 I am still reading/)]);
    expect(faults.recent).toHaveLength(before);
  });

  it('that fails late ends the “thinking…” all the same', async () => {
    const failing = () => new Promise<Outcome>((_, reject) => setTimeout(reject, 5000, new Error('x')));
    expect((await run(job(failing), 5000)).at(-1)).toMatch(/^edit Something went wrong/);
  });

  it('that Discord refuses is a notice instead', async () => {
    fates = ['refused'];
    expect(
      (
        await run(
          job(async () => said('done')),
          0,
        )
      ).at(-1),
    ).toMatch(/^respond 4 Something went wrong/);
  });

  it('that is stopped says so', async () => {
    const stops = new Set<() => void>();
    const done = run(job(taking(60_000)), 2000, interaction(), stops);
    await vi.advanceTimersByTimeAsync(2000);
    for (const stop of stops) stop();
    await done;
    expect(sent.at(-1)).toMatch(/^edit I am being restarted/);
  });
});

describe('A long command', () => {
  const progressing =
    (ms: number): Job['run'] =>
    (progress) =>
      new Promise((resolve) => {
        const total = Math.round(ms / 100);
        const report = (done: number): ReindexProgress => ({ stage: 'indexing', done, total });
        let done = 0;
        const timer = setInterval(() => progress(report(++done)), 100);
        setTimeout(() => {
          clearInterval(timer);
          resolve(said('done'));
        }, ms);
      });

  it('shows that it moves, but not more often than Discord likes', async () => {
    const all = await run(job(progressing(10_000)), 10_000);
    expect(all[0]).toBe('respond 5');
    expect(all.at(-1)).toBe('edit done');
    expect(all.length).toBeGreaterThan(4);
    expect(all.length).toBeLessThan(10);
    expect(all.slice(1, -1).every((edit) => edit.startsWith('edit Indexing, '))).toBe(true);
  });

  it('answers in the channel where it takes longer than fifteen minutes', async () => {
    const minutes = 20 * 60_000;
    const done = exchange(interaction(), job(progressing(minutes)), wire, {
      log: silent,
      faults,
      meter: unmetered,
      owed,
    });
    await vi.advanceTimersByTimeAsync(16 * 60_000);
    expect(sent.at(-1)).toContain('The result will come as a message in this channel');
    const before = sent.length;
    fates = ['late'];
    await vi.advanceTimersByTimeAsync(minutes);
    await done;
    expect(sent.slice(before)).toEqual(['edit done', 'send to 77: done']);
  });

  it.each([
    ['where it may not write into the channel', interaction('0'), 'public', ['late']],
    ['where writing into the channel fails after all', interaction(), 'public', ['late', 'refused']],
    ['that is private', interaction(), 'private', ['late']],
  ] as const)('%s, and takes so long, ends with a direct message', async (_, what, wait, then) => {
    const minutes = 20 * 60_000;
    const done = exchange(what, job(progressing(minutes), wait), wire, {
      log: silent,
      faults,
      meter: unmetered,
      owed,
    });
    await vi.advanceTimersByTimeAsync(16 * 60_000);
    if (then.length === 1) expect(sent.at(-1)).toContain('The result will come as a direct message');
    fates = [...then];
    await vi.advanceTimersByTimeAsync(minutes);
    await done;
    expect(sent.at(-1)).toBe(`tell ${ASKER}: done`);
  });

  it('waits for the next command of who takes no direct message, and comes once', async () => {
    const minutes = 20 * 60_000;
    const bot = { log: silent, faults, meter: unmetered, owed };
    const done = exchange(interaction('0'), job(progressing(minutes)), wire, bot);
    await vi.advanceTimersByTimeAsync(16 * 60_000);
    fates = ['late', 'refused'];
    await vi.advanceTimersByTimeAsync(minutes);
    await done;
    const before = sent.length;
    await run(
      job(async () => said('something else')),
      0,
    );
    await run(
      job(async () => said('and more')),
      0,
    );
    expect(sent.slice(before)).toEqual(['respond 4 something else', 'follow done', 'respond 4 and more']);
  });

  it('waits on where the next command takes as long', async () => {
    const minutes = 20 * 60_000;
    const bot = { log: silent, faults, meter: unmetered, owed };
    for (const then of [
      ['late', 'refused'],
      ['late', 'sent', 'late'],
    ] as const) {
      const done = exchange(interaction('0'), job(progressing(minutes)), wire, bot);
      await vi.advanceTimersByTimeAsync(16 * 60_000);
      fates = [...then];
      await vi.advanceTimersByTimeAsync(minutes);
      await done;
    }
    const before = sent.length;
    await run(
      job(async () => said('and more')),
      0,
    );
    expect(sent.slice(before)).toEqual(['respond 4 and more', 'follow done']);
  });
});
