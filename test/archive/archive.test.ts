import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type OpenOptions, openArchive } from '../../src/archive/open.ts';
import { phrase } from '../../src/locales/phrase.ts';
import { say } from '../../src/locales/say.ts';
import { folderOf, HARBOUR, NOTHING } from './folder.ts';

const open = async (articles: Readonly<Record<string, string>>, options: Partial<OpenOptions> = {}) => {
  const corpus = folderOf(articles);
  const archive = await openArchive({ corpus, ...options });
  return { corpus, archive };
};

describe('an archive', () => {
  it('finds the passage that answers a question', async () => {
    const { archive } = await open(HARBOUR);
    const [best] = await archive.search('how long will the bridge be repaired?', { limit: 1 });
    const document = await archive.document(best!.document);
    expect(document!.text.slice(best!.span.start, best!.span.end)).toContain('until May');
  });

  it('finds statements by kind and topic', async () => {
    const { archive } = await open(HARBOUR);
    const [denial, ...others] = await archive.attributions({ kinds: ['denial'], about: 'ferry', limit: 5 });
    expect(others).toEqual([]);
    expect(denial).toMatchObject({ document: 'ferry.txt', attribution: { speaker: 'Odile Brandt' } });
    expect(await archive.attributions({ about: 'glaciers', limit: 5 })).toEqual([]);
    expect(await archive.attributions({ about: 'of the', limit: 5 })).toEqual([]);
  });

  it('finds what somebody said in any article, and counts it', async () => {
    const { archive } = await open(HARBOUR);
    const said = await archive.attributions({ by: 'Odile Brandt', limit: 9 });
    expect(new Set(said.map(({ document }) => document))).toEqual(new Set(['bridge.txt', 'ferry.txt']));
    expect(await archive.count({ by: 'Odile Brandt' })).toBe(said.length);
    expect(await archive.attributions({ by: 'Nobody Here', limit: 9 })).toEqual([]);
  });

  it('takes in a statement in whose midst hundreds of signs stand that are no words', async () => {
    const { archive } = await open({
      'toll.txt': `Toll\n\nMayor Odile Brandt said that the toll ${'_-'.repeat(400)} would rise in May.\n`,
    });
    const [found] = await archive.attributions({ about: 'toll rise', limit: 5 });
    expect(found?.attribution.speaker).toBe('Odile Brandt');
  });

  it('finds words in quotation marks, whatever their kind', async () => {
    const { archive } = await open(HARBOUR);
    const quoted = await archive.attributions({ quoted: true, limit: 9 });
    expect(quoted.map(({ document }) => document)).toEqual(['ferry.txt']);
  });

  it('finds what an attribution says of somebody', async () => {
    const { archive } = await open({
      'a.txt': 'Storm\n\nHarbour master Lena Vik said that Tomas Okafor had left the quay too late.\n',
    });
    const [found] = await archive.attributions({ mentions: 'Tomas Okafor', limit: 5 });
    expect(found?.attribution.speaker).toBe('Lena Vik');
  });

  it('gives the attributions at a place and within a passage', async () => {
    const { archive } = await open(HARBOUR);
    const [denial] = await archive.attributions({ kinds: ['denial'], limit: 1 });
    const { document, index, attribution } = denial!;
    const [within, none] = await archive.attributionsWithin([
      { document, span: attribution.content[0]! },
      { document, span: { start: 0, end: 0 } },
    ]);
    expect(within!.map((one) => one.index)).toEqual([index]);
    expect(none).toEqual([]);
  });

  it('shows a statement that several articles carry once, with the others beside it', async () => {
    const wire =
      'Captain Ruth Amadi said that the harbour would be dredged before the autumn storms arrive again.\n';
    const { archive } = await open({
      'one.txt': `Dredging\n\n${wire}`,
      'two.txt': `Harbour works\n\nThe town council met on Friday.\n\n${wire}`,
      'other.txt': 'Dredging dispute\n\nCaptain Ruth Amadi said that the harbour was shallow.\n',
    });
    const said = await archive.attributions({ by: 'Ruth Amadi', limit: 9 });
    const [wired] = said.filter(({ document }) => document !== 'other.txt');
    expect(said).toHaveLength(2);
    expect([wired!.document, ...wired!.repeats.map(({ document }) => document)].sort()).toEqual([
      'one.txt',
      'two.txt',
    ]);
  });

  it('shows a passage that several articles carry once, with the others beside it', async () => {
    const story =
      'The lighthouse keeper switched off the old lamp on Sunday night. It had burned for a hundred and twelve years without a pause.\n\nA small museum will keep it.\n';
    const { archive } = await open({
      'one.txt': `Lamp goes out\n\n${story}`,
      'two.txt': `Farewell to a lamp\n\n${story}\nVisitors came by boat from three islands to watch.\n`,
      'other.txt': 'Lamps\n\nThe lighthouse keeper bought three lamps for the kitchen.\n',
    });
    const found = await archive.search('when was the lamp of the lighthouse switched off?', { limit: 5 });
    const [first, ...rest] = found;
    const other = first!.document === 'one.txt' ? 'two.txt' : 'one.txt';
    expect(first!.also.map(({ document }) => document)).toEqual([other]);
    const text = async ({ document, span }: { document: string; span: { start: number; end: number } }) =>
      (await archive.document(document))!.text.slice(span.start, span.end);
    expect(await text(first!.also[0]!)).toBe(await text(first!));
    expect(await Promise.all(rest.map(text))).not.toContain(await text(first!));
  });

  it('knows people by what members type', async () => {
    const { archive } = await open(HARBOUR);
    const [match] = await archive.people('okafor', 3);
    expect(match).toMatchObject({ person: { name: 'Tomas Okafor', documents: 1 }, how: 'exact' });
    const [name] = await archive.names('what did odile brandt say?');
    expect(name).toMatchObject({
      span: { start: 9, end: 21 },
      matches: [{ person: { name: 'Odile Brandt' } }],
    });
  });

  it('completes people, topics and articles, none longer than Discord takes', async () => {
    const long = `${'Very '.repeat(40)}long title\n\nThe ferry company said that boats run.\n`;
    const ship = `${'x'.repeat(98)}🚢 sails\n\nThe ferry company said that boats run.\n`;
    const { archive } = await open({ ...HARBOUR, 'long.txt': long, 'ship.txt': ship });
    expect(await archive.complete('person', 'oka', 5)).toEqual([
      { label: expect.stringMatching(/^Tomas Okafor · Spokesman · \d$/), value: 'Tomas Okafor' },
    ]);
    expect((await archive.complete('topic', 'ferr', 5)).map(({ value }) => value)).toContain('ferry');
    expect((await archive.complete('article', 'bridge', 5))[0]).toEqual({
      label: 'Bridge repairs delayed',
      value: 'bridge.txt',
    });
    const titled = async (typed: string) =>
      (await archive.complete('article', typed, 5)).map(({ value }) => value);
    expect(await titled('Repairs de')).toEqual(['bridge.txt']);
    expect(await titled('epairs de')).not.toContain('bridge.txt');
    for (const { label, value } of await archive.complete('article', '', 25)) {
      expect(label.length).toBeLessThanOrEqual(100);
      expect(label, 'no half of a character').toBe(Buffer.from(label).toString());
      expect(value.length).toBeLessThanOrEqual(100);
    }
  });

  it('says what a reindex added, changed and removed', async () => {
    const { corpus, archive } = await open(HARBOUR);
    writeFileSync(
      path.join(corpus, 'bridge.txt'),
      'Bridge open\n\nThe bridge was opened on Friday, the office said.\n',
    );
    writeFileSync(path.join(corpus, 'crane.txt'), 'Crane\n\nThe crane was sold, the office said.\n');
    rmSync(path.join(corpus, 'ferry.txt'));
    expect(await archive.reindex()).toMatchObject({
      added: ['crane.txt'],
      changed: ['bridge.txt'],
      removed: ['ferry.txt'],
      documents: 3,
    });
    expect(await archive.document('ferry.txt')).toBeNull();
    expect((await archive.document('bridge.txt'))?.text).toContain('on Friday');
    expect(await archive.attributions({ kinds: ['denial'], limit: 5 })).toEqual([]);
  });

  it('finds the same after small changes as after a build from nothing', async () => {
    const articles: Record<string, string> = {};
    for (let i = 0; i < 300; i++)
      articles[`${i}.txt`] =
        `Pier ${i}\n\nInspector Ada Lund said that pier ${i} was rotten. "Pier ${i + 7} is worse," Lund said.\n`;
    const { corpus, archive } = await open(articles);
    for (let i = 0; i < 300; i += 29)
      writeFileSync(
        path.join(corpus, `${i}.txt`),
        `Pier ${i}\n\nInspector Ada Lund denied that pier ${i} was safe.\n`,
      );
    for (let i = 5; i < 300; i += 50) rmSync(path.join(corpus, `${i}.txt`));
    for (let i = 300; i < 420; i++)
      writeFileSync(
        path.join(corpus, `${i}.txt`),
        `Pier ${i}\n\nInspector Ada Lund said that pier ${i} stood.\n`,
      );
    await archive.reindex();
    const anew = await openArchive({ corpus, index: folderOf({}) });
    const ask = async (one: typeof archive) => [
      (await one.search('which pier is worse than pier 47?', { limit: 5 })).map(
        ({ document, span, score }) => [document, span, score],
      ),
      await one.attributions({ kinds: ['denial'], limit: 50 }),
      await one.attributions({ about: 'pier 311', limit: 3 }),
      await one.count({ by: 'Ada Lund' }),
      (await one.articles('', 500)).map(({ id }) => id),
      { ...(await one.status()), builtAt: null },
    ];
    expect(await ask(archive)).toEqual(await ask(anew));
  }, 60_000);

  it('does not read an unchanged folder again', async () => {
    const { corpus, archive } = await open(HARBOUR);
    const { builtAt } = await archive.status();
    await archive.close();
    const again = await openArchive({ corpus });
    expect((await again.status()).builtAt).toBe(builtAt);
  });

  it('lets who asks while it reindexes join in, and includes what they changed', async () => {
    const { corpus, archive } = await open(HARBOUR);
    writeFileSync(path.join(corpus, 'crane.txt'), 'Crane\n\nThe crane was sold, the office said.\n');
    const first = archive.reindex();
    writeFileSync(path.join(corpus, 'lock.txt'), 'Lock\n\nThe lock was shut, the office said.\n');
    const stages: string[] = [];
    const second = archive.reindex(({ stage }) => stages.push(stage));
    await first;
    expect([...(await second).added].sort()).toEqual(['crane.txt', 'lock.txt']);
    expect(stages).toContain('loading');
  });

  it('takes what moderators changed into account at once, and after a reindex', async () => {
    const { corpus, archive } = await open(HARBOUR);
    await archive.override({
      ...NOTHING,
      metadata: new Map([['quay.txt', { title: 'Flood at the quay', outlet: 'Harbour Courier' }]]),
      removed: new Set(['bridge.txt']),
      merged: new Map([['Tomas Okafor', 'Thomas Okafor']]),
      hidden: new Set(['Odile Brandt']),
    });
    const check = async () => {
      expect(await archive.document('quay.txt')).toMatchObject({
        title: 'Flood at the quay',
        outlet: 'Harbour Courier',
      });
      expect(await archive.document('bridge.txt')).toBeNull();
      expect(
        (await archive.search('bridge repairs', { limit: 5 })).map(({ document }) => document),
      ).not.toContain('bridge.txt');
      expect((await archive.articles('', 9)).map(({ id }) => id)).not.toContain('bridge.txt');
      expect((await archive.attributions({ by: 'Thomas Okafor', limit: 9 })).length).toBeGreaterThan(0);
      const [denial] = await archive.attributions({ kinds: ['denial'], limit: 1 });
      expect(denial?.attribution.speaker).toBeNull();
    };
    await check();
    await archive.reindex();
    await check();
    await archive.close();
    const again = await openArchive({ corpus, overrides: NOTHING });
    expect(await again.document('bridge.txt')).not.toBeNull();
    expect(await again.document('quay.txt')).toMatchObject({ title: 'Quay flooded', outlet: null });
  });

  it('ties a denial to the claim that it answers, both ways', async () => {
    const { archive } = await open({
      'dike.txt':
        'Dike\n\nThe Harbour Courier reported on Monday that Mayor Odile Brandt had sold the old dike to a friend.\n\nBrandt denied the report.\n',
    });
    const [denial] = await archive.attributions({ kinds: ['denial'], limit: 1 });
    const nowhere = { document: 'none.txt', index: 0 };
    const [claims, none] = await archive.counterparts([denial!, nowhere], 1);
    expect(none).toEqual([]);
    const [claim] = claims!;
    const { text } = (await archive.document('dike.txt'))!;
    expect(claim!.attribution.content.map(({ start, end }) => text.slice(start, end)).join()).toContain(
      'sold the old dike',
    );
    expect(await archive.counterparts([claim!], 9)).toEqual([[{ ...denial, score: 0 }]]);
    // What it is about is what it answers.
    expect(await archive.attributions({ kinds: ['denial'], about: 'dike sold', limit: 1 })).toHaveLength(1);
  });

  it('ties a denial to the claim of another article, where both say the same of the same people', async () => {
    const { archive } = await open({
      'claim.txt':
        'Sale\n\nThe Harbour Courier reported on Monday that Mayor Odile Brandt had secretly sold the lighthouse to a hotel chain.\n',
      'denial.txt':
        'Mayor at school\n\nPupils sang for the guests.\n\nMayor Odile Brandt denied that she had sold the lighthouse to a hotel chain.\n',
      'other.txt': 'Price\n\nTomas Okafor said that Mayor Odile Brandt had sold her bicycle.\n',
    });
    const [denial] = await archive.attributions({ kinds: ['denial'], limit: 1 });
    const [claims] = await archive.counterparts([denial!], 9);
    expect(claims!.map(({ document }) => document)).toEqual(['claim.txt']);
    expect(await archive.counterparts(claims!, 9)).toEqual([[{ ...denial, score: 0 }]]);
  });

  it('reads lines of JSON, and what corpus.yaml says of articles and names', async () => {
    const line = {
      id: 'a1',
      title: 'Tolls',
      text: 'The PTA said that tolls would rise.',
      outlet: 'Harbour Courier',
    };
    const { corpus, archive } = await open({
      'export.jsonl': `${JSON.stringify(line)}\nnot json\n${JSON.stringify({ ...line, id: 'a2' })}\n`,
      'corpus.yaml':
        'metadata:\n  a1:\n    outlet: Dock News\naliases:\n  - name: Port Toll Authority\n    type: organisation\n    aliases: [PTA]\n',
    });
    expect(await archive.document('a1')).toMatchObject({ outlet: 'Dock News', title: 'Tolls' });
    expect(await archive.count({ by: 'Port Toll Authority' })).toBe(2);
    expect((await archive.people('pta', 1))[0]?.person.name).toBe('Port Toll Authority');
    expect((await archive.reindex()).skipped).toEqual([
      { file: 'export.jsonl:2', reason: phrase('skipped.not-json') },
    ]);
    writeFileSync(
      path.join(corpus, 'corpus.yaml'),
      'metadata:\n  a2:\n    outlet: Dock News\n  A2:\n    outlet: Quay News\n',
    );
    const { changed, skipped } = await archive.reindex();
    expect([...changed].sort()).toEqual(['a1', 'a2']);
    expect(skipped.map(({ file, reason }) => `${file}: ${say(reason, 'en')}`)).toContainEqual(
      expect.stringContaining('corpus.yaml: metadata → A2 is no article that is read'),
    );
    expect(await archive.document('a1')).toMatchObject({ outlet: 'Harbour Courier' });
    expect(await archive.document('a2')).toMatchObject({ outlet: 'Dock News' });
  });

  it('answers from an empty folder', async () => {
    const { archive } = await open({});
    expect(await archive.search('anything', { limit: 3 })).toEqual([]);
    expect(await archive.attributions({ limit: 3 })).toEqual([]);
    expect(await archive.complete('person', '', 5)).toEqual([]);
    expect(await archive.complete('topic', '', 5)).toEqual([]);
    expect(await archive.status()).toMatchObject({ documents: 0, earliest: null, latest: null });
  });

  it('goes on naming what it skips of an export that nobody changed, and reads what it repeated elsewhere', async () => {
    const line = (id: string) => `${JSON.stringify({ id, text: HARBOUR['ferry.txt'] })}\n`;
    const { corpus, archive } = await open({
      'export.jsonl': line('x') + line('y'),
      'b-broken.jsonl': `${line('z')}not json\n`,
      'a.jsonl': line('x'),
    });
    const first = await archive.reindex();
    expect(first.skipped.map(({ file }) => file)).toEqual(['b-broken.jsonl:2', 'export.jsonl:1']);
    expect((await archive.reindex()).skipped).toEqual(first.skipped);
    rmSync(path.join(corpus, 'a.jsonl'));
    const { skipped, documents } = await archive.reindex();
    expect([skipped.length, documents]).toEqual([1, 3]);
    expect((await archive.reindex()).documents).toBe(3);
  });
});
