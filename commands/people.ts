import type { Completion } from '../src/archive/archive.ts';
import { type Context, OFFERED } from '../src/command.ts';

/** Whom a member may mean who has typed so much of a name or a role; where nobody is called so, those who spoke of it. */
export async function completePeople(typed: string, { archive }: Context): Promise<readonly Completion[]> {
  const called = await archive.complete('person', typed, OFFERED);
  if (called.length > 0 || typed.trim().length < 3) return called;
  const spoken = await archive.attributions({ about: typed, limit: OFFERED });
  const speakers = new Set(spoken.flatMap(({ attribution }) => attribution.speaker ?? []));
  const found = await Promise.all(
    [...speakers].map(async (name) =>
      (await archive.complete('person', name, 5)).filter(({ value }) => value === name),
    ),
  );
  return found.flat();
}
