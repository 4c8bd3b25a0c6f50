import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { reindexed } from '../../commands/reindex.ts';
import type { Archive } from '../../src/archive/archive.ts';
import type { Context } from '../../src/command.ts';
import { phrase } from '../../src/locales/phrase.ts';
import { say } from '../../src/locales/say.ts';
import type { Reply } from '../../src/reply.ts';
import { root } from '../../src/root.ts';
import { openSession } from '../../src/terminal/session.ts';
import { archiveOf, archiveWith } from '../support/archive.ts';
import { sentences } from '../support/moderating.ts';

let archive: Archive;
let empty: Archive;
beforeAll(async () => {
  archive = await archiveOf(path.join(root, 'test', 'answers', 'corpus'));
  empty = await archiveWith({});
});

/** What members' commands need of a desk. */
const deskOf = (over: Archive) => ({ archive: over }) as unknown as Context;
const ask = (line: string, over = archive) => openSession(deskOf(over), commands).answer(line);

const excerpts = (reply: Reply) =>
  reply.groups
    .flatMap(({ items }) => items)
    .flatMap((item) => (item.type === 'excerpt' ? [item.excerpt] : []));
const labels = (reply: Reply) => reply.groups.map(({ label }) => label && say(label, 'en'));

async function expectVerbatim(reply: Reply): Promise<void> {
  const all = [...excerpts(reply), ...reply.related].flatMap((each) => [each, ...each.counterparts]);
  for (const { document, start, end, text, citation } of all) {
    const stored = (await archive.document(document))!;
    expect(stored.text.slice(start, end)).toBe(text);
    const paragraph = stored.paragraphs[citation.paragraph - 1]!;
    expect(paragraph.start).toBeLessThanOrEqual(start);
    expect(paragraph.end).toBeGreaterThan(start);
  }
}

describe('/check', () => {
  it('shows who says what a text says, and nothing on what no article is on', async () => {
    const reply = await ask('/check text:Brannock had part in the award');
    const sides = excerpts(reply).flatMap((each) => [each, ...each.counterparts]);
    expect(sides[0]?.text).toContain('City auditors allege');
    expect(sides.map(({ said }) => said?.speaker)).toContain('Odile Brannock');
    await expectVerbatim(reply);
    expect((await ask('/check nice weather today')).nothing?.reason).toBe('no-evidence');
  });
});

describe('/denials', () => {
  it('keeps denials, disputes and silence in groups of their own, denials first', async () => {
    const reply = await ask('/denials');
    expect(labels(reply)[0]).toBe('Denied');
    expect(labels(reply)).not.toContain(say(reply.heading, 'en'));
    for (const { label, items } of reply.groups) {
      const kinds = new Set(items.map((item) => item.type === 'excerpt' && item.excerpt.said?.kind));
      expect(kinds.size, say(label!, 'en')).toBe(1);
    }
    await expectVerbatim(reply);
  });

  it('can be narrowed to one speaker, however the name is typed', async () => {
    const reply = await ask('/denials by:brannock');
    expect(excerpts(reply)[0]?.text).toContain('Brannock denied that she had any part in the award');
    expect(new Set(excerpts(reply).map(({ said }) => said?.speaker))).toEqual(new Set(['Odile Brannock']));
    expect(excerpts(await ask('/denials by:"Odil Branock"'))).toEqual(excerpts(reply));
  });

  it('says whom a misspelt name was taken for', async () => {
    const reply = await ask('/denials by:branock');
    expect(reply.notes.map((note) => say(note, 'en'))).toContain('“branock” taken for Odile Brannock.');
  });
});

describe('/claims', () => {
  it('can be narrowed to a topic', async () => {
    const reply = await ask('/claims about:chest pains');
    expect(excerpts(reply)[0]?.text).toContain('chest pains');
    expect(excerpts(reply)[0]?.said).toMatchObject({ kind: 'claim', speaker: 'Grace Amollo' });
    await expectVerbatim(reply);
  });

  it('takes what looks like a query for words', async () => {
    for (const about of ['foo:bar', '+', '~2', '^9', '*', '-dredging', 'a'.repeat(300)]) {
      expect((await ask(`/claims about:${about}`)).nothing, about).not.toBeNull();
    }
  });
});

describe('/quotes', () => {
  it('shows only what stands in quotation marks', async () => {
    const reply = await ask('/quotes by:vasey');
    expect(excerpts(reply).length).toBeGreaterThan(0);
    for (const { text } of excerpts(reply)) expect(text).toMatch(/[“”"]/);
    await expectVerbatim(reply);
  });
});

describe('/who', () => {
  it('tells roles as written, what somebody said and what they denied', async () => {
    const reply = await ask('/who brannock');
    expect(reply.data).toMatchObject({ name: 'Odile Brannock' });
    expect(JSON.stringify(reply.data.roles)).toContain('Mayor');
    expect(labels(reply)).toContain('Claimed about them');
    expect(labels(reply)).toContain('Denied, disputed or declined to comment on');
    await expectVerbatim(reply);
  });

  it('says so where no article names them', async () => {
    const reply = await ask('/who Zebulon Pike');
    expect(reply.nothing).toMatchObject({ reason: 'unknown-name' });
    expect(say(reply.nothing!.text, 'en')).toContain('Zebulon Pike');
  });
});

describe('/articles', () => {
  it('lists all, finds by words, and shows one with its facts and opening', async () => {
    expect((await ask('/articles')).data.articles).toHaveLength(6);
    const found = (await ask('/articles lithium')).data.articles as { id: string }[];
    expect(found[0]?.id).toBe('mine.html');
    const one = await ask('/articles clinic.md');
    expect(one.data.articles).toMatchObject([
      { id: 'clinic.md', outlet: 'The Highland Post', published: '2022-09-14' },
    ]);
    expect(excerpts(one)[0]?.text).toMatch(/^A trial of an experimental malaria vaccine/);
  });

  it('says so where nothing is found', async () => {
    expect((await ask('/articles zzzzqqq')).nothing?.reason).toBe('no-evidence');
  });
});

describe('/help', () => {
  it('tells what the corpus holds and offers questions that it answers', async () => {
    const reply = await ask('/help');
    const questions = reply.data.questions as string[];
    expect(questions).toHaveLength(5);
    for (const question of questions) expect((await ask(question)).nothing, question).toBeNull();
    const shown = sentences(reply);
    expect(shown).toContain('6 articles');
    for (const { name } of commands)
      expect(
        shown.some((line) => line.startsWith(`/${name}`)),
        name,
      ).toBe(true);
  });

  it('asks about a place as articles speak of it', async () => {
    const over = await archiveWith({
      'roof.txt':
        'Roof Leaks In Osk\n\nIda Brandt said on Monday that the Gull House leaks. Omar Voss said the roof of the Gull House is old.\n\nNils Grau claimed that the Gull House was never painted.',
    });
    expect((await ask('/help', over)).data).toMatchObject({
      questions: expect.arrayContaining(['What is said about the Gull House?']),
    });
  });
});

describe('/reindex', () => {
  it('is for moderators and says in any language what it skipped and why', async () => {
    const over = await archiveWith({ 'a.txt': 'Mara Quill said the gates were rusted.', 'b.txt': '' });
    const reply = await ask('/reindex', over);
    expect(reply.data).toMatchObject({ added: [], documents: 1 });
    expect(reply.data.skipped).toEqual([{ file: 'b.txt', reason: 'is empty' }]);
    const shown = reply.groups.flatMap(({ items }) => items).find(({ type }) => type === 'fact');
    expect(shown?.type === 'fact' && typeof shown.value !== 'string' && say(shown.value, 'de')).toBe(
      'ist leer',
    );
    expect(commands.find(({ name }) => name === 'reindex')?.who).toBe('moderator');
  });

  it('names every file that was skipped, and of many that were added the first', () => {
    const files = Array.from({ length: 1000 }, (_, at) => `article-${at}.txt`);
    const summary = { changed: [], removed: [], documents: 1000, attributions: 0, milliseconds: 1 };
    const skipped = files.slice(0, 50).map((file) => ({ file, reason: phrase('skipped.empty') }));
    const groups = reindexed({ ...summary, added: files, skipped });
    expect(groups.map(({ items }) => items.length)).toEqual([50, 21]);
    const last = groups[1]!.items.at(-1)!;
    expect(last.type === 'line' && say(last.text, 'en')).toContain('980');
  });
});

describe('every command', () => {
  it('has a name and descriptions that Discord takes', () => {
    for (const { name, description, options } of commands) {
      expect(name).toMatch(/^[-_a-z0-9]{1,32}(?: [-_a-z0-9]{1,32})?$/);
      expect(Object.keys(options).length).toBeLessThan(25);
      const texts = [description, ...Object.values(options).map((option) => option.description)].map((text) =>
        say(text, 'en'),
      );
      for (const text of texts) expect(text.length, text).toBeLessThanOrEqual(100);
      for (const option of Object.keys(options)) expect(option).toMatch(/^[-_a-z0-9]{1,32}$/);
      const required = Object.values(options).map((option) => option.required === true);
      expect(required, name).toEqual(required.toSorted((a, b) => Number(b) - Number(a)));
    }
    expect(new Set(commands.map(({ name }) => name)).size).toBe(commands.length);
  });

  it('answers plainly over an empty folder', async () => {
    for (const line of ['who denied it?', '/denials', '/claims', '/quotes', '/who anybody', '/articles']) {
      expect((await ask(line, empty)).nothing?.reason, line).toBe('empty-corpus');
    }
    expect((await ask('/help', empty)).nothing).toBeNull();
  });

  it('completes a name with what they are now and how often they speak', async () => {
    const archive = await archiveWith({
      'a.txt':
        'The tower is safe\n\nFormer secretary Ida Brandt said on Monday that the tower was safe.\n\nBrandt said it again.',
      'b.txt':
        'The tower leans\n\nMayor Ida Brandt said that the tower leant. Brandt denied that it was old.',
      'c.txt': 'The tower stands\n\nFormer secretary Ida Brandt came on Tuesday to see the tower.',
    });
    const { name } = commands.find((each) => each.name === 'who')!.options;
    for (const typed of ['', 'ida', 'brandt', 'Brandd', 'tower']) {
      const [choice] = await name!.complete!(typed, deskOf(archive));
      expect(choice, typed).toEqual({ label: 'Ida Brandt · Mayor · 4', value: 'Ida Brandt' });
    }
    await archive.close();
  });

  it('tells two people of one surname apart', async () => {
    const archive = await archiveWith({
      'a.txt': 'The tower leans\n\nMayor Ida Brandt said that the tower leant.',
      'b.txt':
        'The bridge is late\n\nMinister Olaf Brandt said that the bridge was late. Brandt said it twice.',
    });
    const { name } = commands.find((each) => each.name === 'who')!.options;
    expect(await name!.complete!('brandt', deskOf(archive))).toEqual([
      { label: 'Olaf Brandt · Minister · 2', value: 'Olaf Brandt' },
      { label: 'Ida Brandt · Mayor · 1', value: 'Ida Brandt' },
    ]);
    await archive.close();
  });

  it('completes names and topics from the corpus', async () => {
    const by = commands.find(({ name }) => name === 'denials')!.options.by!;
    const completions = await by.complete!('rous', deskOf(archive));
    expect(completions[0]?.value).toBe('Camille Rousselet');
    for (const { label, value } of completions)
      expect(Math.max(String(label).length, value.length)).toBeLessThanOrEqual(100);
  });
});
