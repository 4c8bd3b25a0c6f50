import { beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { Desk } from '../../src/command.ts';
import { complete } from '../../src/terminal/complete.ts';
import { openSession, type Session } from '../../src/terminal/session.ts';
import { archiveWith } from '../support/archive.ts';

let session: Session;

beforeAll(async () => {
  const archive = await archiveWith({
    'harbour.txt':
      'Harbour stays open\n\nIda Brandt, the mayor of Port Ellery, said the harbour would stay open.\n',
    'pier.txt': 'Pier burns\n\nTomas Calder and Ines Calder said the pier had burned.\n',
  });
  session = openSession({ archive } as Desk, commands);
});

describe('a line that Tab is pressed in', () => {
  it.each([
    ['/den', ['/denials '], '/den'],
    ['/corpus ', ['/corpus add ', '/corpus remove ', '/corpus edit ', '/corpus list '], '/corpus '],
    ['/who bran', ['"Ida Brandt"'], 'bran'],
    ['/quotes about:harbour by:"bra', ['"Ida Brandt"'], '"bra'],
    ['/quotes by:Brandt pri', ['private:'], 'pri'],
    ['/corpus edit harb', ['harbour.txt'], 'harb'],
    ['/corpus edit article:harb', ['harbour.txt'], 'harb'],
    ['/reports close outcome:', ['fixed', 'dismissed'], ''],
    ['/reports close outcome:fi', ['fixed'], 'fi'],
    ['/reindex constructor:', [], 'constructor:'],
    ['who denied', [], 'who denied'],
    // What is typed stays where several fit that share less than that.
    ['/who calder', ['"Ines Calder"', '"Tomas Calder"'], '"'],
    ['/who "ines cal', ['"Ines Calder"'], '"ines cal'],
  ])('%s goes on with %j', async (line, values, replaced) => {
    expect(await complete(line, session)).toEqual([values, replaced]);
  });
});
