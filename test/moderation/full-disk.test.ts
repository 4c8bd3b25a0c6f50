import { appendFileSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, vi } from 'vitest';
import { openJournal } from '../../src/moderation/journal.ts';

const disk = vi.hoisted(() => ({ isFull: false }));

vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  const writeFileSync = (file: number, text: string) => {
    if (!disk.isFull) return fs.writeFileSync(file, text);
    fs.writeFileSync(file, text.slice(0, 20));
    throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
  };
  return { ...fs, writeFileSync };
});

it('An entry that does not fit on the disk is refused with the cure, and spoils no other', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'journal-'));
  const journal = openJournal(folder);
  journal.write('7', { type: 'hide', name: 'Load More' });
  disk.isFull = true;
  expect(() => journal.write('7', { type: 'hide', name: 'Read More' })).toThrow(/ENOSPC.*Make room/);
  disk.isFull = false;
  journal.write('7', { type: 'hide', name: 'Sign Up' });
  const again = openJournal(folder);
  expect(again.damaged).toEqual([]);
  expect(again.entries()).toEqual(journal.entries());
  expect(again.entries()).toHaveLength(2);
});

it('Neither a member’s reports nor damaged lines are lost where the disk is full, and the cure is told', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'journal-'));
  const file = path.join(folder, 'journal.jsonl');
  const journal = openJournal(folder);
  journal.write('7', { type: 'report', document: 'a.txt', start: 0, end: 4, reason: 'other', note: '' });
  const before = readFileSync(file, 'utf8');
  disk.isFull = true;
  expect(() => journal.forget('7')).toThrow(/journal\.jsonl cannot be written.*ENOSPC.*Make room/);
  expect(readFileSync(file, 'utf8')).toBe(before);
  expect(journal.entries()).toHaveLength(1);
  appendFileSync(file, '{"id":\n');
  expect(() => openJournal(folder)).toThrow(/journal\.jsonl cannot be written.*ENOSPC.*Make room/);
  expect(readFileSync(file, 'utf8')).toBe(`${before}{"id":\n`);
  disk.isFull = false;
  expect(openJournal(folder).damaged).toHaveLength(1);
  expect(journal.forget('7')).toBe(1);
});
