import { pino } from 'pino';
import type { Citation, Excerpt, Said } from '../../src/answers/answer.ts';
import type { Archive } from '../../src/archive/archive.ts';
import { type Command, command } from '../../src/command.ts';
import type { Document } from '../../src/corpus/document.ts';
import { Cooldown } from '../../src/discord/access.ts';
import type { Bot } from '../../src/discord/bot.ts';
import { Faults } from '../../src/discord/faults.ts';
import { Owed } from '../../src/discord/owed.ts';
import { unmetered } from '../../src/hosting/metrics.ts';
import { phrase } from '../../src/locales/phrase.ts';
import type { Action } from '../../src/moderation/journal.ts';
import type { Moderation } from '../../src/moderation/moderation.ts';
import { type Reply, reply } from '../../src/reply.ts';

const PARAGRAPHS = [
  'The harbour of Port Ellery was closed on Tuesday after a crane fell into the basin.',
  '“We did not know that the crane was unsafe,” said Mayor Ida Brandt, who denied having seen the report.',
  'Two dock workers, who asked not to be named, say that she had been told in March.',
  'The company that owns the crane did not answer questions.',
  'A hearing is set for next month.',
];

/** An article of invented people. */
export const harbour: Document = (() => {
  const text = PARAGRAPHS.join('\n\n');
  let start = 0;
  const paragraphs = PARAGRAPHS.map((paragraph) => {
    const span = { start, end: start + paragraph.length };
    start = span.end + 2;
    return span;
  });
  return {
    id: 'harbour.txt',
    title: 'Crane falls into harbour',
    outlet: 'The Ellery Echo',
    author: null,
    published: '2021-05-04',
    url: 'https://echo.example/harbour',
    text,
    paragraphs,
  };
})();

export const citation: Citation = {
  document: harbour.id,
  title: harbour.title,
  opening: PARAGRAPHS[0]!,
  outlet: harbour.outlet,
  published: harbour.published,
  url: harbour.url,
  paragraph: 2,
};

export const denial: Said = {
  kind: 'denial',
  speaker: 'Ida Brandt',
  source: 'Mayor Ida Brandt',
  cue: 'denied',
  anonymous: false,
  via: null,
  chain: [],
};

/** An excerpt of the article; of any other text for `text`. */
export function excerpt(text: string, parts: Partial<Excerpt> = {}): Excerpt {
  const start = Math.max(0, harbour.text.indexOf(text));
  return {
    document: harbour.id,
    text,
    start,
    end: start + text.length,
    citation,
    also: [],
    cut: { before: false, after: false },
    matches: [],
    said: denial,
    counterparts: [],
    ...parts,
  };
}

export const unsafe = excerpt('“We did not know that the crane was unsafe,”', {
  matches: [{ start: 26, end: 31 }],
});
export const told = excerpt('say that she had been told in March.', {
  said: { ...denial, kind: 'claim', speaker: null, source: 'Two dock workers', cue: 'say', anonymous: true },
});

export function replyOf(excerpts: readonly Excerpt[], parts: Partial<Reply> = {}): Reply {
  return reply({
    heading: phrase('suggestions'),
    groups: [{ label: null, items: excerpts.map((one) => ({ type: 'excerpt', excerpt: one })) }],
    ...parts,
  });
}

/** Commands to try things with; `/ask` answers with `answerWith`, or what `find` gives. */
export function commandsWith(
  answerWith: (question: string, earlier: readonly string[]) => Reply | Promise<Reply>,
): Command[] {
  return [
    command({
      name: 'ask',
      description: phrase('suggestions'),
      who: 'member',
      options: { question: { type: 'string', description: phrase('suggestions'), required: true } },
      run: async ({ question }, { earlier }) => answerWith(question, earlier),
    }),
    command({
      name: 'denials',
      description: phrase('suggestions'),
      who: 'member',
      options: {
        about: {
          type: 'string',
          description: phrase('suggestions'),
          complete: async (typed) => [{ label: `${typed}…`, value: typed || 'crane' }],
        },
        by: { type: 'string', description: phrase('suggestions') },
      },
      run: async () => replyOf([unsafe, told]),
    }),
    command({
      name: 'reindex',
      description: phrase('suggestions'),
      who: 'moderator',
      options: {},
      run: async () => reply({ heading: phrase('related') }),
    }),
  ];
}

export const silent = pino({ level: 'silent' });

/** A bot whose reports end up in `kept`. */
export function botWith(
  commands: readonly Command[],
  parts: Partial<Bot> = {},
): Bot & { readonly kept: Action[] } {
  const kept: Action[] = [];
  return {
    archive: {
      status: async () => ({ builtAt: '2021-05-05T00:00:00Z' }),
      document: async (id: string) => (id === harbour.id ? harbour : null),
    } as Partial<Archive> as Archive,
    moderation: {
      act: async (by: string, action: Action) => {
        kept.push(action);
        return { id: '1', at: '', by, action };
      },
    } as Partial<Moderation> as Moderation,
    health: () => ({ uptimeSeconds: 1, memoryBytes: 1, latencyMilliseconds: null, errors: [] }),
    commands,
    access: { homeGuilds: [HOME], moderatorRoles: [ROLE] },
    cooldown: new Cooldown(1000, 1),
    faults: new Faults(silent, unmetered),
    owed: new Owed(),
    meter: unmetered,
    log: silent,
    kept,
    ...parts,
  };
}

const HOME = '100000000000000001';

const ROLE = '200000000000000001';
export const ASKER = '300000000000000001';

export const BOT = '400000000000000001';
