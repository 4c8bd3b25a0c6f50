import type { Archive } from '../archive/archive.ts';

/** Questions that this corpus answers, made from what it holds; fewer than `count` where it holds little. */
export async function examples(_archive: Archive, _count: number): Promise<string[]> {
  return [];
}
