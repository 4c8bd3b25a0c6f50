import { beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../../commands/ask.ts';
import { claims } from '../../commands/claims.ts';
import { denials } from '../../commands/denials.ts';
import { who } from '../../commands/who.ts';
import { answer } from '../../src/answers/ask.ts';
import { onRecord } from '../../src/answers/record.ts';
import type { Archive } from '../../src/archive/archive.ts';
import type { Context } from '../../src/command.ts';
import { archiveWith } from '../support/archive.ts';

/** Ida and Otto Brandt share a surname, Ida Brandt and Ida Holt a first name; of the Vosses one is famous. */
const ARTICLES: Record<string, string> = {
  'harbour.txt':
    'Harbour stays open\n\nIda Brandt, the mayor of Port Ellery, said on Monday that the harbour would stay open all winter. Brandt said the new budget was sound.\n',
  'ferries.txt':
    'Ferries to run again\n\nMayor Ida Brandt said on Friday that the ferries would run again in May. Brandt thanked the crews.\n',
  'referee.txt':
    'Coach accused over match\n\nOtto Brandt, the coach of the Ellery Rovers, denied that he had paid the referee. Brandt said training would go on.\n\nThe Rovers captain claimed that Otto Brandt had lied to the club.\n',
  'light.txt':
    'Lighthouse keeper retires\n\nIda Holt, the keeper of the lighthouse, said on Tuesday that the lamp had never failed her.\n',
  'cake.txt': 'Bakery wins prize\n\nLena baked the cake. Lena said that the cake was good.\n',
  'bridge.txt':
    'Brother of the chancellor speaks\n\nKarl Voss, a brother of Chancellor Lena Voss, denied that he had sold the bridge. Karl Voss said the bridge was never his.\n',
  ...Object.fromEntries(
    [
      'taxes',
      'schools',
      'trains',
      'rivers',
      'farms',
      'mines',
      'roads',
      'ports',
      'towns',
      'woods',
      'hills',
    ].map((topic) => [
      `voss-${topic}.txt`,
      `Chancellor speaks on ${topic}\n\nChancellor Lena Voss said on Monday that the ${topic} needed more money. Voss praised those who work for the ${topic}.\n`,
    ]),
  ),
};

let archive: Archive;

beforeAll(async () => {
  archive = await archiveWith(ARTICLES);
});

const denied = (by: string) => onRecord(archive, { kinds: ['denial'], by, about: undefined });

async function meant(found: Promise<Awaited<ReturnType<typeof answer>>>) {
  const { status, choice, ...rest } = await found;
  const speakers = 'excerpts' in rest ? [...new Set(rest.excerpts.map(({ said }) => said?.speaker))] : [];
  return { status, speakers, about: choice?.name, others: choice?.others.map(({ name }) => name) };
}

const BOTH_WAYS = { about: 'Otto Brandt', others: ['Ida Brandt'] };

describe('a surname that two bear', () => {
  it.each(['brandt', 'Brandt', 'BRANDT', 'brant'])(
    'typed as %s for a list means the one who is on it, the other being a choice',
    async (by) => {
      expect(await meant(denied(by))).toEqual({
        status: 'answered',
        speakers: ['Otto Brandt'],
        ...BOTH_WAYS,
      });
    },
  );

  it('is offered with what the other is, and asks the same of them', async () => {
    const reply = await denials.run({ by: 'brandt', about: 'the referee' }, { archive } as Context);
    expect(reply.suggestions).toEqual([
      {
        label: 'Ida Brandt',
        detail: expect.stringMatching(/mayor/i),
        command: 'denials',
        values: { about: 'the referee', by: 'Ida Brandt' },
      },
    ]);
    expect(reply.notes[0]).toMatchObject({
      key: 'choice',
      values: { called: 'Brandt', name: 'Otto Brandt' },
    });
  });

  it('behind a title means the one who holds it, or may be called so', async () => {
    expect(await meant(denied('Mr. Brandt'))).toMatchObject({ speakers: ['Otto Brandt'], about: undefined });
    expect(await meant(denied('mrs brandt'))).toMatchObject({ status: 'nothing', about: undefined });
    expect(await meant(denied('coach Brandt'))).toMatchObject({
      speakers: ['Otto Brandt'],
      about: undefined,
    });
    expect(await meant(denied('mayor brandt'))).toMatchObject({ status: 'nothing', about: undefined });
  });

  it('is a choice as the one whom a list is about, too', async () => {
    const found = await onRecord(archive, { kinds: ['claim'], by: undefined, about: 'brandt' });
    expect(found).toMatchObject({ status: 'answered', choice: { name: 'Otto Brandt' } });
    const reply = await claims.run({ by: undefined, about: 'brandt' }, { archive } as Context);
    expect(reply.suggestions.map(({ values }) => values)).toEqual([{ about: 'Ida Brandt' }]);
  });

  it.each([
    ['what did Brandt deny?', 'Otto Brandt', 'Ida Brandt'],
    ['What did brandt say about the harbour?', 'Ida Brandt', 'Otto Brandt'],
    ['what did Brandt say about training?', 'Otto Brandt', 'Ida Brandt'],
    ['did Brandt deny that he paid the referee?', 'Otto Brandt', 'Ida Brandt'],
  ])('in “%s” means %s', async (question, one, other) => {
    expect(await meant(answer(archive, question))).toEqual({
      status: 'answered',
      speakers: [one],
      about: one,
      others: [other],
    });
    const reply = await ask.run({ question }, { archive, earlier: [] } as Partial<Context> as Context);
    const [typed] = /brandt/i.exec(question)!;
    expect(reply.suggestions.map(({ values }) => values)).toEqual([
      { question: question.replace(typed, other) },
    ]);
  });

  it('goes on meaning the one who was answered about', async () => {
    const found = await answer(archive, 'did she deny it?', ['what did Brandt say about the harbour?']);
    expect(found).toMatchObject({ status: 'nothing', name: 'Ida Brandt' });
    const next = answer(archive, 'and the referee?', ['what did Brandt say about the harbour?']);
    expect(await meant(next)).toMatchObject({ speakers: ['Ida Brandt'], about: undefined });
  });

  it('is a choice in a follow-up', async () => {
    const earlier = ['what did the captain say about the referee?'];
    expect(await meant(answer(archive, 'and Brandt?', earlier))).toMatchObject(BOTH_WAYS);
  });

  it('is a choice in who they are', async () => {
    const reply = await who.run({ name: 'brandt' }, { archive } as Context);
    expect(reply.heading.values).toEqual({ name: 'Ida Brandt' });
    expect(reply.suggestions).toMatchObject([
      { label: 'Otto Brandt', command: 'who', values: { name: 'Otto Brandt' } },
    ]);
  });
});

it('a first name that two bear is a choice', async () => {
  const found = answer(archive, 'what did Ida say about the lamp?');
  expect(await meant(found)).toMatchObject({ about: 'Ida Holt', others: ['Ida Brandt'] });
});

it('a first name means whom nearly everybody knows by it, whoever else is called nothing but that', async () => {
  const reply = await who.run({ name: 'lena' }, { archive } as Context);
  expect(reply.heading.values).toEqual({ name: 'Lena Voss' });
  expect(reply.suggestions).toEqual([]);
});

it('a full name is no choice', async () => {
  expect(await meant(denied('otto brandt'))).toMatchObject({ speakers: ['Otto Brandt'], about: undefined });
});

describe('a surname by which nearly everybody means one person', () => {
  it('offers nobody else where there is something of them', async () => {
    expect(await meant(answer(archive, 'what did Voss say about the schools?'))).toEqual({
      status: 'answered',
      speakers: ['Lena Voss'],
      about: undefined,
      others: undefined,
    });
    const reply = await who.run({ name: 'voss' }, { archive } as Context);
    expect(reply.suggestions).toEqual([]);
  });

  it('is answered about another where there is nothing of them, and says so', async () => {
    const found = await denied('voss');
    expect(found.choice).toMatchObject({
      name: 'Karl Voss',
      rather: 'Lena Voss',
      others: [{ name: 'Lena Voss' }],
    });
    const reply = await denials.run({ by: 'voss', about: undefined }, { archive } as Context);
    expect(reply.notes[0]).toMatchObject({ key: 'choice.rather', values: { rather: 'Lena Voss' } });
    expect(reply.suggestions).toMatchObject([{ label: 'Lena Voss', values: { by: 'Lena Voss' } }]);
  });

  it('means them where there is nothing of anybody', async () => {
    const found = await onRecord(archive, { kinds: ['no-comment'], by: 'voss', about: undefined });
    expect(found).toMatchObject({ status: 'nothing', name: 'Lena Voss' });
    expect(found.choice).toBeUndefined();
  });
});

it('another name takes the place of what was typed, whatever letters stand before it', async () => {
  const question = 'what İİİ Brandtson match did Brandt deny?';
  const reply = await ask.run({ question }, { archive, earlier: [] } as Partial<Context> as Context);
  const asked = reply.suggestions.map(({ values }) => values.question);
  expect(asked).toEqual(['what İİİ Brandtson match did Ida Brandt deny?']);
});
