import type { Archive } from '../archive/archive.ts';
import type { Answer } from './answer.ts';
import { nothing } from './nothing.ts';

export async function answer(
  archive: Archive,
  question: string,
  _earlier: readonly string[],
): Promise<Answer> {
  const { documents: searched } = await archive.status();
  if (searched === 0) return nothing({ searched, reason: 'empty-corpus' });
  if (!/[\p{L}\p{N}]/u.test(question)) return nothing({ searched, reason: 'empty-question' });
  return nothing({ searched, reason: 'no-evidence' });
}
