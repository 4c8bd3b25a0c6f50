import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { openArchive } from '../../src/archive/open.ts';
import { Serving } from '../../src/archive/serving.ts';
import { folderOf, HARBOUR } from './folder.ts';

describe('a serving of many articles', () => {
  it('serves a new article at once, and lists its names between questions', async () => {
    const corpus = folderOf(HARBOUR);
    const index = folderOf({});
    const archive = await openArchive({ corpus, index });
    const serving = new Serving(index, { soonListed: 0 });
    await serving.load();
    expect(serving.people('okafor', 1)).toHaveLength(1);

    writeFileSync(
      path.join(corpus, 'crane.txt'),
      'Crane\n\nEngineer Salma Reyes said that the crane was safe.\n',
    );
    await archive.reindex();
    await serving.load();
    const [said] = serving.attributions({ by: 'Salma Reyes', limit: 1 });
    expect(said?.attribution.speaker).toBe('Salma Reyes');
    await vi.waitFor(() => expect(serving.people('reyes', 1)[0]?.person.name).toBe('Salma Reyes'));
    expect(serving.attributions({ by: 'Salma Reyes', limit: 1 })).toEqual([said]);
    serving.close();
  });

  it('answers from the old index until the new one is whole', async () => {
    const corpus = folderOf(HARBOUR);
    const index = folderOf({});
    const archive = await openArchive({ corpus, index });
    const serving = new Serving(index, { soonListed: 0 });
    await serving.load();
    writeFileSync(path.join(corpus, 'crane.txt'), 'Crane\n\nThe crane was sold, the office said.\n');
    await archive.reindex();
    const loading = serving.load();
    expect(serving.status().documents).toBe(3);
    expect(serving.search('who sold the crane?', { limit: 1 })[0]?.document).not.toBe('crane.txt');
    await loading;
    expect(serving.search('who sold the crane?', { limit: 1 })[0]?.document).toBe('crane.txt');
  });

  it('notices the index that another process has built, and goes on answering until it is whole', async () => {
    const corpus = folderOf(HARBOUR);
    const index = folderOf({});
    const other = await openArchive({ corpus, index });
    let changes = 0;
    const serving = new Serving(index, { lookEvery: 0, onChange: () => changes++ });
    await serving.load();
    expect(changes).toBe(1);
    writeFileSync(path.join(corpus, 'crane.txt'), 'Crane\n\nThe crane was sold, the office said.\n');
    await other.reindex();
    expect(serving.status().documents).toBe(3);
    await vi.waitFor(() => expect(serving.status().documents).toBe(4));
    expect(serving.documents(['crane.txt'])[0]?.text).toMatch('The crane was sold');
    expect(changes).toBe(2);
    serving.close();
  });

  it('says that there is no index yet', async () => {
    const serving = new Serving(folderOf({}));
    await expect(serving.load()).rejects.toMatchObject({ code: 'building' });
    expect(() => serving.status()).toThrow(/being built/);
  });
});
