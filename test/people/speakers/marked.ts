import type { Attribution, SpokenAttribution } from '../../../src/attribution/attribution.ts';
import { findPeople } from '../../../src/people/people.ts';
import { resolveSpeakers } from '../../../src/people/speakers/resolve.ts';

/** The attributions to the sources marked `[…]` in a text, in order, with their speakers. `{…}` marks what the source before it says. */
export function spoken(marked: string): readonly SpokenAttribution[] {
  const attributions: Attribution[] = [];
  let text = '';
  for (const part of marked.split(/(\[[^\]]*\]|\{[^}]*\})/)) {
    const source = part.startsWith('[') ? part.slice(1, -1) : null;
    if (part.startsWith('{')) {
      const said = { start: text.length, end: text.length + part.length - 2 };
      attributions.push({ ...attributions.pop()!, content: [said] });
      text += part.slice(1, -1);
      continue;
    }
    if (source !== null)
      attributions.push(statement({ source: [{ start: text.length, end: text.length + source.length }] }));
    text += source ?? part;
  }
  return resolveSpeakers(text, attributions, findPeople(text));
}

/** The first speaker of each source marked in a text. See `spoken`. */
export const speakers = (marked: string): (string | null)[] => spoken(marked).map(({ speaker }) => speaker);

/** A statement about which nothing is known but what `known` says. */
export const statement = (known: Partial<Attribution>): Attribution => ({
  kind: 'statement',
  source: null,
  cue: null,
  content: [],
  anonymous: false,
  via: null,
  nested: false,
  confidence: 1,
  ...known,
});
