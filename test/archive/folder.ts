import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { Overrides } from '../../src/archive/archive.ts';

/** What moderators changed before they changed anything. */
export const NOTHING: Overrides = {
  metadata: new Map(),
  removed: new Set(),
  merged: new Map(),
  split: new Set(),
  hidden: new Set(),
};

/** A folder of articles by file name, gone when the test is over. */
export function folderOf(articles: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'archive-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(articles)) writeFileSync(path.join(folder, name), text);
  return folder;
}

/** Articles on the harbour of a town that does not exist. */
export const HARBOUR: Readonly<Record<string, string>> = {
  'ferry.txt':
    'Ferry line to close\n\nMayor Odile Brandt denied that the ferry line would close. "We will keep the boats running for another ten years," Brandt said.\n',
  'bridge.txt':
    'Bridge repairs delayed\n\nThe harbour office said on Monday that repairs of the bridge would take until May. Mayor Odile Brandt called the delay a disgrace.\n',
  'quay.txt':
    'Quay flooded\n\nSpokesman Tomas Okafor said that nobody was hurt when the quay was flooded. Okafor declined to say what the repairs would cost.\n',
};
