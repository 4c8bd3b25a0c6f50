import type { Archive } from '../archive/archive.ts';

/** So many articles are asked about: by then what most questions run through is compiled. */
const ARTICLES = 32;

/** Ways of asking about what an article tells; one has a word that no article has, which is looked for among all that they have. */
const ASKING: readonly ((told: string) => string)[] = [
  (told) => `Who said ${told}?`,
  (told) => `What is ${told} qvx?`,
  (told) => `When did ${told}?`,
  (told) => `How many ${told}?`,
];

/**
 * Asks about what the newest articles tell, one question after another: the first questions of a process take ten times as long as
 * the others, since tables are read and code is compiled, and no member has to wait for that. Answers are dropped, and so are
 * errors, which whoever asks next is told of.
 */
export async function warmUp(archive: Archive, ask: (question: string) => Promise<unknown>): Promise<void> {
  try {
    const newest = await archive.articles('', ARTICLES);
    for (const [i, { title, text }] of newest.entries())
      await ask(ASKING[i % ASKING.length]!(title ?? text.slice(0, 100)));
  } catch {}
}
