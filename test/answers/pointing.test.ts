import { beforeAll, expect, it } from 'vitest';
import { answer } from '../../src/answers/ask.ts';
import type { Archive } from '../../src/archive/archive.ts';
import { archiveWith, firstExcerpt } from '../support/archive.ts';

let archive: Archive;
beforeAll(async () => {
  archive = await archiveWith({
    'gates.txt': `The Gates Of Lund

On Sunday the reeve Ida Holt came to the old harbour of Lund. Holt ordered the steward Emil Brandt and the harbour master Otto Wess to close some of the gates of the old harbour of Lund at once, other clerks say.

Brandt pushed back against that, and told her that turning boats away breaks the treaty with the other towns along the coast, which the guild signed.

“So be it,” Holt answered. Her clerk Nils Ode managed to talk Holt out of the plan, but Brandt has left his post all the same.`,
    'boats.txt': `Boats Counted At Night

Boats were counted at night so that fewer tolls were due, two ferrymen told the guild of Osk. One of the ferrymen spoke with the Osk Ledger, and several clerks confirmed the accounts. They did not want to give their names.

“It was an idea of the toll keeper,” said one clerk who knows the ferrymen.`,
  });
});

it('who did something is told by what tells just that, though "the plan" stands there for the rest', async () => {
  expect(
    await firstExcerpt(archive, 'Who talked Holt out of closing the gates of the old harbour?'),
  ).toContain('Nils Ode');
});

it('what somebody said is their account', async () => {
  const found = await answer(archive, 'Who confirmed what the ferrymen said?');
  expect(found.status === 'answered' && found.excerpts[0]?.said?.source).toBe('several clerks');
});
