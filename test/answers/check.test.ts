import { beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answers/answer.ts';
import { check } from '../../src/answers/check.ts';
import type { Archive } from '../../src/archive/archive.ts';
import { archiveWith } from '../support/archive.ts';

const ARTICLES = {
  'dam.txt': `Dam Inspector Warned Council

The Tarn Herald claimed on Monday that Mayor Henrik Osgood had cancelled an inspection of the Tarn dam.

Osgood denied that he had cancelled any inspection. “No such letter ever reached us,” he told reporters.

Inspector Mara Quill of the Dale Water Authority said the spillway gates were rusted.

Work on the northern spillway began in 1961 and took nine years.`,
};

let archive: Archive;
beforeAll(async () => {
  archive = await archiveWith(ARTICLES);
});

const texts = (answer: Answer) =>
  answer.status === 'answered' ? answer.excerpts.map(({ text }) => text) : [];

describe('what a message says', () => {
  it('is met with the claim that it repeats, the denial beside it', async () => {
    const found = await check(
      archive,
      'lol. the mayor really cancelled that inspection of the dam, Osgood must go',
    );
    expect(found.status).toBe('answered');
    const [first] = found.status === 'answered' ? found.excerpts : [];
    expect(first?.said?.speaker).toBe('Tarn Herald');
    expect(first?.counterparts.map(({ said }) => said?.kind)).toContain('denial');
  });

  it('is met with the claim first where it repeats the denial', async () => {
    const found = await check(archive, 'Osgood has denied that any inspection was cancelled');
    expect(texts(found)[0]).toContain('claimed on Monday');
  });

  it('is met sentence by sentence, and with what the articles only write', async () => {
    const found = await check(
      archive,
      'The spillway gates were rusted! And work on that northern spillway took nine years?',
    );
    expect(texts(found).join('\n')).toMatch(/gates were rusted[\s\S]*took nine years/);
  });

  it.each([
    'nice weather today',
    'Osgood is an idiot',
    'I have an inspection tomorrow, wish me luck with the landlord',
    'Zebulon Pike cancelled the concert',
    '',
    '?!',
    '<@123> *:^~ dam:* +',
  ])('is met with nothing where no article is on it: %s', async (message) => {
    expect((await check(archive, message)).status).toBe('nothing');
  });

  it('needs more than two words in common with one of many articles', async () => {
    const status = await archive.status();
    const large: Archive = { ...archive, status: async () => ({ ...status, documents: 10_000 }) };
    expect((await check(archive, 'look, the gates are rusted')).status).toBe('answered');
    expect((await check(large, 'look, the gates are rusted')).status).toBe('nothing');
    expect((await check(large, 'look, the spillway gates are rusted')).status).toBe('answered');
  });

  it('is data, however long', async () => {
    expect((await check(archive, 'dam* ^inspection~9 '.repeat(400))).status).toMatch(/answered|nothing/);
  });
});
