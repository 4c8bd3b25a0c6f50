import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import type * as attribution from '../../src/attribution/extract.ts';
import { extractLines } from '../../src/terminal/extract.ts';
import { temporary } from '../support/archive.ts';

vi.mock('../../src/attribution/extract.ts', async (original) => {
  const { extract, ...rest } = await original<typeof attribution>();
  return {
    ...rest,
    extract: (text: string) => {
      if (text.includes('tide')) throw new RangeError('No such tide');
      return extract(text);
    },
  };
});

afterEach(() => vi.restoreAllMocks());

test('an article whose statements cannot be read is named, and costs no other its line', async () => {
  const file = path.join(temporary(), 'export.jsonl');
  const texts = ['“It burned,” Ines Calder said.', 'The tide rose.', '“It rained,” Tom Busch said.'];
  await writeFile(file, texts.map((text, id) => JSON.stringify({ id: String(id), text })).join('\n'));
  const printed: string[] = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((line) => {
    printed.push(String(line));
    return true;
  });
  const complaints: string[] = [];
  expect(await extractLines(file, (message) => complaints.push(message))).toBe(1);
  expect(printed.map((line) => JSON.parse(line).id)).toEqual(['0', '2']);
  expect(complaints).toEqual([`${file}, line 2: cannot be read for statements: No such tide`]);
});
