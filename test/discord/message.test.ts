import { ComponentType } from 'discord-api-types/v10';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Excerpt } from '../../src/answers/answer.ts';
import { type MessageBody, partsOf } from '../../src/discord/components.ts';
import { contextMessage } from '../../src/discord/context.ts';
import { excerptsOf, pagesOf, piecesOf } from '../../src/discord/layout.ts';
import { undata } from '../../src/discord/markdown.ts';
import { markOf, replyMessage, type Showing } from '../../src/discord/message.ts';
import { ask, askedFrom, ECHO, isParticular, pressOf } from '../../src/discord/press.ts';
import { phrase } from '../../src/locales/phrase.ts';
import { checkMessage } from '../../src/preview/rules/message.ts';
import type { Reply } from '../../src/reply.ts';
import { citation, commandsWith, denial, excerpt, harbour, replyOf, told, unsafe } from './fixture.ts';

const commands = commandsWith(() => replyOf([]));
const [askCommand, denials] = commands as [(typeof commands)[0], (typeof commands)[0]];

function showing(parts: Partial<Showing> = {}): Showing {
  return {
    asked: ask(askCommand, { question: 'Who denied it?' }),
    page: 0,
    locale: 'en',
    ephemeral: false,
    stamp: 'abcd',
    commands,
    repeatable: true,
    ...parts,
  };
}

const check = (body: MessageBody) =>
  checkMessage(body as never, { schema: 'MessageCreateRequest', path: [], files: [] });

const textsOf = (body: MessageBody) =>
  partsOf(body as never).flatMap((part) => ('content' in part ? [part.content] : []));
const idsOf = (body: MessageBody) =>
  partsOf(body as never).flatMap((part) => ('custom_id' in part ? [part.custom_id] : []));

/** Texts that mean something to Discord, or are long, or both. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '*_~`|<>[]@:\\'.repeat(200),
    'word '.repeat(600),
    '\n'.repeat(500),
    '😀'.repeat(700),
    '@everyone <@1> [a](b)',
  ),
);
/** Excerpts of which every text is one of `texts`. */
const excerptsOfTexts = (texts: fc.Arbitrary<string>): fc.Arbitrary<Excerpt> => {
  const line = fc.oneof(texts, fc.constant(null));
  const parts = fc.record({
    text: texts,
    title: line,
    outlet: line,
    url: fc.constantFrom(null, `https://x.example/${'a'.repeat(480)}`),
    speaker: line,
    source: line,
    cue: line,
    via: line,
    opening: texts,
    cut: fc.boolean(),
  });
  return parts.map(({ text, title, outlet, url, speaker, source, cue, via, opening, cut }) =>
    excerpt(`${text}.`, {
      citation: { ...citation, title, outlet, url, opening },
      matches: [{ start: 0, end: 3 }],
      cut: { before: cut, after: cut },
      said: {
        ...denial,
        speaker,
        source,
        cue,
        via,
        chain: [
          { speaker, source },
          { speaker: via, source: cue },
        ],
      },
    }),
  );
};

/** Replies of which every text is one of `texts`. */
const repliesOfTexts = (texts: fc.Arbitrary<string>): fc.Arbitrary<Reply> => {
  const parts = fc.record({
    excerpts: fc.array(excerptsOfTexts(texts), { maxLength: 8 }),
    related: fc.array(excerptsOfTexts(texts), { maxLength: 3 }),
    note: texts,
    fact: texts,
    suggestion: texts,
  });
  return parts.map(({ excerpts, related, note, fact, suggestion }) =>
    replyOf(excerpts, {
      heading: phrase('nothing.unknown-name', { name: note }),
      notes: [
        phrase('nothing.unknown-name', { name: [note, note, note] }),
        phrase('nothing.unknown-name', { name: note }),
      ],
      groups: [
        {
          label: phrase('who.named', { speaker: note }),
          items: excerpts.map((one) => ({
            type: 'excerpt',
            excerpt: { ...one, counterparts: excerpts.slice(0, 2) },
          })),
        },
        {
          label: null,
          items: [
            { type: 'fact', label: phrase('related'), value: fact },
            { type: 'article', citation: { ...citation, title: fact } },
          ],
        },
      ],
      related,
      suggestions: Array.from({ length: 7 }, () => ({
        label: suggestion,
        command: 'ask',
        values: { question: suggestion },
      })),
    }),
  );
};
const hostileReply = repliesOfTexts(hostile);

async function checkPages(reply: Reply, question: string, before: string, ephemeral: boolean): Promise<void> {
  for (const page of [0, 1, 99]) {
    const asked = ask(askCommand, { question }, [before, before, before]);
    const body = replyMessage(reply, showing({ asked, page, ephemeral, asker: '300000000000000001' }));
    await check(body);
    expect(textsOf(body).join('').length).toBeLessThanOrEqual(4000);
    expect(body.allowed_mentions.parse).toEqual([]);
  }
}

describe('A reply on Discord', { timeout: 60_000 }, () => {
  it('puts speaker and cue in front of the quotation, and the citation behind it', () => {
    expect(textsOf(replyMessage(replyOf([unsafe, told]), showing()))).toMatchSnapshot();
  });

  it('is a card of sections, each with a button for its context', () => {
    expect(
      replyMessage(replyOf([unsafe, { ...told, counterparts: [unsafe] }]), showing()).components,
    ).toMatchSnapshot();
  });

  it('says once how several others answer an excerpt, and draws a line before the next one', () => {
    const body = replyMessage(replyOf([{ ...unsafe, counterparts: [told, unsafe] }, told]), showing());
    const parts = partsOf(body as never);
    const others = { ...unsafe, counterparts: [told, { ...told, start: 1 }] };
    const same = textsOf(replyMessage(replyOf([others]), showing()));
    expect(same.filter((text) => text === '**In answer to**')).toHaveLength(1);
    const lineAt = parts.findIndex(({ type }) => type === ComponentType.Separator);
    const texts = parts.slice(lineAt).flatMap((part) => ('content' in part ? [part.content] : []));
    expect(texts[0]).toContain('**4 · Two dock workers');
    expect(parts.filter(({ type }) => type === ComponentType.Separator)).toHaveLength(1);
  });

  it('keeps within every limit of Discord on every page, whatever is in it', async () => {
    const question = fc.oneof(hostile, fc.constant('Who?'));
    const anything = fc.tuple(hostileReply, question, hostile, fc.boolean());
    await fc.assert(
      fc.asyncProperty(anything, (given) => checkPages(...given)),
      { numRuns: 60 },
    );
    // Every character of these takes two, in everything that a page holds at once.
    const longest = fc.constant('*_~`|<>[]@:\\'.repeat(200));
    const mostly = fc.oneof({ weight: 4, arbitrary: longest }, { weight: 1, arbitrary: fc.constant('word') });
    const fullest = fc.tuple(repliesOfTexts(mostly), longest, longest, fc.boolean());
    await fc.assert(
      fc.asyncProperty(fullest, (given) => checkPages(...given)),
      { numRuns: 30 },
    );
  });

  it('tells from the message alone what was asked, on every page, whatever was asked', () => {
    const given = fc.record({ about: hostile, by: hostile });
    fc.assert(
      fc.property(
        fc.oneof(given, fc.record({ about: fc.string({ maxLength: 8 }) })),
        fc.array(hostile, { maxLength: 3 }),
        fc.constantFrom([], [unsafe]),
        (values, earlier, excerpts) => {
          const asked = ask(denials, values, earlier);
          const body = replyMessage(replyOf(excerpts), showing({ asked }));
          const small = partsOf(body as never).find((part) => part.id === ECHO);
          const found =
            small && 'content' in small
              ? askedFrom(small.content, commands)
              : idsOf(body).flatMap((id) => pressOf(id, commands)?.asked ?? [])[0];
          if (isParticular(asked)) expect(clean(found)).toEqual(clean(asked));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('says where only the beginning of a long text was looked at', () => {
    const asked = ask(askCommand, { question: 'long '.repeat(100) });
    expect(textsOf(replyMessage(replyOf([unsafe]), showing({ asked })))[0]).toContain(
      'Only the first 300 characters',
    );
    expect(textsOf(replyMessage(replyOf([unsafe]), showing()))[0]).not.toContain('Only the first');
  });

  it('offers what it suggests by buttons, and what does not fit on one as text', () => {
    const suggestions = ['Who?', 'long '.repeat(20)].map((label) => ({
      label,
      command: 'ask',
      values: { question: label },
    }));
    const body = replyMessage(replyOf([], { suggestions }), showing());
    expect(idsOf(body)).toEqual([
      'a|0|ask|Who?',
      expect.stringMatching(/^o\|1\|....\|ask\|Who denied it\?$/),
    ]);
    const never = replyMessage(replyOf([], { suggestions }), showing({ repeatable: false }));
    expect(textsOf(never)).toContain(`-# ${'long '.repeat(20).trim()}`);
  });

  it('has no two buttons with one id', () => {
    fc.assert(
      fc.property(hostileReply, (reply) => {
        const ids = idsOf(replyMessage(reply, showing()));
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 30 },
    );
  });

  it('shows what answers an excerpt on the same page', () => {
    const pair = (n: number) => ({
      ...excerpt(`Claim ${n}.`),
      counterparts: [excerpt(`Denial ${n}.`)],
    });
    const pages = pagesOf(replyOf([1, 2, 3, 4, 5].map(pair)), 'en', { characters: 3000, components: 30 });
    expect(pages.length).toBeGreaterThan(1);
    for (const n of [1, 2, 3, 4, 5]) {
      const page = pages.findIndex((blocks) => JSON.stringify(blocks).includes(`Claim ${n}.`));
      expect(JSON.stringify(pages[page])).toContain(`Denial ${n}.`);
    }
  });

  it('goes on with a long quotation over the next pages, without losing a character', () => {
    const long = `“${'A sentence of the article that goes on. '.repeat(150)}”`;
    const pages = pagesOf(replyOf([excerpt(long)]), 'en', { characters: 3000, components: 25 });
    expect(pages.length).toBeGreaterThan(3);
    const quoted = pages.flatMap((page) =>
      page.flatMap((block) =>
        block.texts
          .join('\n')
          .split('\n')
          .filter((row) => row.startsWith('> ')),
      ),
    );
    expect(quoted.map((row) => undata(row.slice(2))).join('')).toBe(long);
    expect(
      pages.slice(0, -1).every((page) => page.at(-1)!.texts.at(-1)!.endsWith('continues on the next page')),
    ).toBe(true);
  });

  it('cuts a quotation after a sentence where it has to be cut', () => {
    const pieces = piecesOf('One sentence here. Another sentence there. And a third one.', [], 45);
    expect(pieces).toEqual(['> One sentence here. Another sentence there. ', '> And a third one.']);
  });

  it('never divides a character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 50 }),
        fc.integer({ min: 10, max: 40 }),
        (text, room) => {
          for (const piece of piecesOf(text, [], room)) expect(/\p{Surrogate}/u.test(piece)).toBe(false);
        },
      ),
    );
  });

  it('says outside of the quotation that a sentence goes on', () => {
    const cut = { ...unsafe, cut: { before: true, after: true } };
    const [, said, cited] = textsOf(replyMessage(replyOf([cut]), showing()));
    const [head, quoted] = said!.split('\n');
    expect([head, quoted, cited].map((row) => row!.includes('…'))).toEqual([true, false, true]);
  });

  it('shows a page that there is, whatever number is asked for', () => {
    for (const page of [-1, 0.5, Number.POSITIVE_INFINITY])
      expect(textsOf(replyMessage(replyOf([unsafe]), showing({ page }))).join()).toContain('Ida Brandt');
  });

  it('shows the last page to who asks for one that is no longer there', () => {
    const reply = replyOf(Array.from({ length: 12 }, () => unsafe));
    const last = replyMessage(reply, showing({ page: 2 }));
    expect(replyMessage(reply, showing({ page: 40 }))).toEqual(last);
  });

  it('says that the articles were indexed again since the page before', () => {
    const texts = (before: string) => textsOf(replyMessage(replyOf([unsafe]), showing({ before })));
    expect(texts('wxyz')[0]).toContain('indexed again');
    expect(texts('abcd')[0]).not.toContain('indexed again');
  });

  it('numbers excerpts through from page to page', () => {
    const reply = replyOf(Array.from({ length: 12 }, (_, n) => excerpt(`Number ${n}.`)));
    const numbers = [0, 1, 2].flatMap((page) =>
      textsOf(replyMessage(reply, showing({ page }))).flatMap((text) =>
        [...text.matchAll(/^\*\*(\d+) ·/gm)].map(([, n]) => Number(n)),
      ),
    );
    expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });
});

describe('The context of an excerpt', () => {
  it('is the paragraphs around it, with its own words in bold', () => {
    expect(textsOf(contextMessage(harbour, unsafe, 'en'))).toMatchSnapshot();
  });

  it('keeps within every limit of Discord', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostile, { minLength: 1, maxLength: 6 }), fc.nat(), async (texts, at) => {
        const paragraphs = texts.map((text) => `${text.replaceAll('\n', ' ')}.`);
        let start = 0;
        const spans = paragraphs.map((text) => {
          const span = { start, end: start + text.length };
          start = span.end + 2;
          return span;
        });
        const document = { ...harbour, text: paragraphs.join('\n\n'), paragraphs: spans };
        const chosen = spans[at % spans.length]!;
        await check(contextMessage(document, excerpt('x', chosen), 'en'));
      }),
      { numRuns: 100 },
    );
  });

  it('shows the part with the excerpt of a paragraph that is too long to be shown whole', () => {
    const long = `${'Filler of the article. '.repeat(200)}The crane was old. ${'More filler. '.repeat(300)}`;
    const start = long.indexOf('The crane');
    const document = { ...harbour, text: long, paragraphs: [{ start: 0, end: long.length }] };
    const shown = textsOf(contextMessage(document, excerpt('x', { start, end: start + 18 }), 'en')).join(
      '\n',
    );
    expect(shown).toContain('**The crane was old.**');
    expect(shown).toContain('The paragraph goes on in the article.');
  });

  it('knows an excerpt again by its place and words', () => {
    expect(markOf(unsafe)).toBe(markOf({ ...unsafe, matches: [], also: [citation] }));
    expect(markOf(unsafe)).not.toBe(markOf(told));
    expect(excerptsOf(replyOf([{ ...unsafe, counterparts: [told] }]))).toHaveLength(2);
  });
});

/** Options that were not given may be undefined or not there. */
function clean(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null));
}
