import { hashOf } from '../search/words.ts';

/** How many binary digits every document has. */
export const BITS = 32;

/** The binary digits of document `id`. It belongs to the segment whose prefix they begin with. */
export function bitsOf(id: string): string {
  return (hashOf(id) >>> 0).toString(2).padStart(BITS, '0');
}
