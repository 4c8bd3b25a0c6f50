import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openJournal } from '../../src/moderation/journal.ts';
import { stateOf } from '../../src/moderation/state.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'journal-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const report = {
  type: 'report',
  document: 'a.txt',
  start: 3,
  end: 9,
  reason: 'wrong-speaker',
  note: 'It was her aide',
} as const;

describe('the journal', () => {
  it('keeps what moderators did through a restart', () => {
    openJournal(folder).write('7', { type: 'merge', name: 'Bob Quill', into: 'Robert Quill' });
    expect(stateOf(openJournal(folder).entries()).merged).toEqual(new Map([['Bob Quill', 'Robert Quill']]));
  });

  it('says who did what and when', () => {
    const entry = openJournal(folder).write('7', { type: 'remove', document: 'a.txt' });
    expect(openJournal(folder).entries()).toEqual([entry]);
    expect(entry).toMatchObject({ by: '7', action: { type: 'remove', document: 'a.txt' } });
    expect(Date.parse(entry.at)).not.toBeNaN();
  });

  it('takes anything back, and takes the taking back back', () => {
    const journal = openJournal(folder);
    const removal = journal.write('7', { type: 'remove', document: 'a.txt' });
    const undo = journal.write('8', { type: 'undo', entry: removal.id });
    expect(stateOf(journal.entries()).removed.has('a.txt')).toBe(false);
    journal.write('7', { type: 'undo', entry: undo.id });
    expect(stateOf(journal.entries()).removed.has('a.txt')).toBe(true);
  });

  it('takes an added article off the record where that is undone, until it is added again', () => {
    const journal = openJournal(folder);
    const added = journal.write('7', { type: 'add', documents: ['a.txt', 'b.txt'] });
    const undo = journal.write('7', { type: 'undo', entry: added.id });
    expect(stateOf(journal.entries()).removed).toEqual(new Set(['a.txt', 'b.txt']));
    journal.write('7', { type: 'add', documents: ['b.txt'] });
    expect(stateOf(journal.entries()).removed).toEqual(new Set(['a.txt']));
    journal.write('7', { type: 'undo', entry: undo.id });
    expect(stateOf(journal.entries()).removed).toEqual(new Set());
  });

  it('lets a later correction win and keeps the fields it does not touch', () => {
    const journal = openJournal(folder);
    journal.write('7', { type: 'edit', document: 'a.txt', changes: { title: 'Old', outlet: 'The Ledger' } });
    journal.write('7', { type: 'edit', document: 'a.txt', changes: { title: 'New' } });
    expect(stateOf(journal.entries()).metadata.get('a.txt')).toEqual({ title: 'New', outlet: 'The Ledger' });
  });

  it('drops a report from the list when it is closed and brings it back when that is undone', () => {
    const journal = openJournal(folder);
    const made = journal.write('42', report);
    const closed = journal.write('7', { type: 'close', report: made.id, outcome: 'dismissed' });
    expect(stateOf(journal.entries()).reports).toEqual([]);
    journal.write('7', { type: 'undo', entry: closed.id });
    expect(stateOf(journal.entries()).reports).toMatchObject([{ id: made.id, note: 'It was her aide' }]);
  });

  it('says what to do where something else stands in its place', () => {
    mkdirSync(path.join(folder, 'journal.jsonl'));
    expect(() => openJournal(folder)).toThrow(/journal\.jsonl cannot be read: .* STATE/);
    const file = path.join(folder, 'file');
    writeFileSync(file, '');
    expect(() => openJournal(path.join(file, 'state'))).toThrow(/cannot be read/);
  });

  it('sets a torn line aside, names it, and keeps every other one', () => {
    openJournal(folder).write('7', { type: 'hide', name: 'Load More' });
    appendFileSync(path.join(folder, 'journal.jsonl'), '{"id":"torn","at":"20');
    const journal = openJournal(folder);
    expect(journal.damaged).toMatchObject([{ line: 2 }]);
    expect(stateOf(journal.entries()).hidden).toEqual(new Set(['Load More']));
    expect(readFileSync(path.join(folder, 'journal.damaged.jsonl'), 'utf8')).toContain('"torn"');
    expect(openJournal(folder).damaged).toEqual([]);
  });

  it('forgets the reports of a member who asks for it, on the disk too', () => {
    const journal = openJournal(folder);
    journal.write('42', report);
    journal.write('7', { type: 'remove', document: 'b.txt' });
    expect(journal.forget('42')).toBe(1);
    expect(readFileSync(path.join(folder, 'journal.jsonl'), 'utf8')).not.toContain('aide');
    expect(openJournal(folder).entries()).toHaveLength(1);
  });

  it('forgets what a member reported in a line that was set aside, and no other such line', () => {
    const journal = openJournal(folder);
    journal.write('42', report);
    journal.write('43', report);
    const file = path.join(folder, 'journal.jsonl');
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('}}\n', '\n'));
    expect(openJournal(folder).forget('42')).toBe(1);
    const left = readFileSync(path.join(folder, 'journal.damaged.jsonl'), 'utf8');
    expect(left.trim().split('\n')).toEqual([expect.stringContaining('"by":"43"')]);
  });
});
