import { beforeAll, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { Desk } from '../../src/command.ts';
import { render } from '../../src/terminal/render.ts';
import { openSession, type Session } from '../../src/terminal/session.ts';
import { archiveWith } from '../support/archive.ts';

let session: Session;

beforeAll(async () => {
  const archive = await archiveWith({
    'harbour.txt':
      'Harbour stays open\n\nIda Brandt, the mayor of Port Ellery, said on Monday that the harbour would stay open all winter. Brandt said the new budget was sound.\n',
    'referee.txt':
      'Coach accused over match\n\nOtto Brandt, the coach of the Ellery Rovers, denied that he had paid the referee. Brandt said training would go on.\n',
  });
  session = openSession({ archive } as Desk, commands);
});

async function shown(line: string, locale: 'en' | 'de' = 'en'): Promise<string> {
  return render(await session.answer(line), { columns: 100, color: false, locale }).join('\n');
}

/** The line that a reply suggests for somebody. */
const suggested = (text: string, name: string) =>
  text
    .split('\n')
    .find((line) => line.startsWith('  › ') && line.includes(name))!
    .slice(4);

it.each([
  ['/denials by:brandt', 'Otto Brandt', 'Ida Brandt'],
  ['/quotes about:harbour by:Brandt', 'Ida Brandt', 'Otto Brandt'],
  ['/who brandt', 'Ida Brandt', 'Otto Brandt'],
  ['what did Brandt deny?', 'Otto Brandt', 'Ida Brandt'],
])('%s is about %s, with a line to type for %s', async (line, one, other) => {
  const text = await shown(line);
  expect(text).toContain(`Several people on record are called Brandt; this is about ${one}.`);
  const next = suggested(text, other);
  expect(text).toMatch(new RegExp(`${next.replace(/[?()]/g, '\\$&')}\n {4}(?:the )?(?:mayor|coach)`));
  const turned = await shown(next);
  expect(turned).not.toContain('Several people');
  expect(turned).toContain(other);
});

it('the choice is put in the language of the terminal', async () => {
  expect(await shown('/denials by:brandt', 'de')).toContain(
    'Mehrere Personen in den Artikeln heißen Brandt; hier geht es um Otto Brandt.',
  );
});
