import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openArchive } from '../../src/archive/open.ts';

let corpus: string;

beforeEach(() => {
  corpus = mkdtempSync(path.join(tmpdir(), 'archive-'));
  writeFileSync(
    path.join(corpus, 'ferry.txt'),
    'Ferry line to close\n\nMayor Odile Brandt denied that the ferry line would close. "We will keep the boats running," Brandt said.\n',
  );
  writeFileSync(
    path.join(corpus, 'bridge.txt'),
    'Bridge repairs delayed\n\nThe harbour office said on Monday that repairs of the bridge would take until May.\n',
  );
});

afterEach(() => rmSync(corpus, { recursive: true }));

describe('an archive', () => {
  it('finds passages and attributions of the articles in a folder', async () => {
    const archive = await openArchive({ corpus });
    const [best] = await archive.search('how long will the bridge be repaired?', { limit: 1 });
    expect(best?.document).toBe('bridge.txt');
    const [denial] = await archive.attributions({ kinds: ['denial'], about: 'ferry', limit: 5 });
    const document = await archive.document(denial!.document);
    expect(denial!.attribution.content.map(({ start, end }) => document!.text.slice(start, end))).toEqual([
      'that the ferry line would close',
    ]);
    await archive.close();
  });

  it('says what a reindex added, changed and removed', async () => {
    const archive = await openArchive({ corpus });
    writeFileSync(
      path.join(corpus, 'bridge.txt'),
      'Bridge open\n\nThe bridge was opened on Friday, the office said.\n',
    );
    writeFileSync(path.join(corpus, 'quay.txt'), 'Quay\n\nNobody was hurt at the quay, the office said.\n');
    rmSync(path.join(corpus, 'ferry.txt'));
    expect(await archive.reindex()).toMatchObject({
      added: ['quay.txt'],
      changed: ['bridge.txt'],
      removed: ['ferry.txt'],
      documents: 2,
    });
    expect(await archive.document('ferry.txt')).toBeNull();
    expect((await archive.document('bridge.txt'))?.text).toContain('on Friday');
    await archive.close();
  });
});
