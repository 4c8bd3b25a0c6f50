import { expect, test } from 'vitest';
import type { Attribution } from '../../src/attribution/attribution.ts';
import { findPeople } from '../../src/people/people.ts';
import { resolveSpeakers } from '../../src/people/resolve.ts';

/** The speakers of the sources marked `[…]` in a text, in order. */
function speakers(marked: string): (string | null)[] {
  const attributions: Attribution[] = [];
  let text = '';
  for (const part of marked.split(/(\[[^\]]*\])/)) {
    const source = part.startsWith('[') ? part.slice(1, -1) : null;
    if (source !== null)
      attributions.push({
        kind: 'statement',
        source: [{ start: text.length, end: text.length + source.length }],
        cue: null,
        content: [],
        anonymous: false,
        via: null,
        nested: false,
        confidence: 1,
      });
    text += source ?? part;
  }
  return resolveSpeakers(text, attributions, findPeople(text)).map(({ speaker }) => speaker);
}

test.each([
  ['a surname', 'Carla Vosberg came. It was late, [Vosberg] said.', ['Carla Vosberg']],
  [
    'a pronoun',
    '[Carla Vosberg] said it was late. [She] added that it rained.',
    ['Carla Vosberg', 'Carla Vosberg'],
  ],
  ['an office', 'President Carla Vosberg came. [The president] said it rained.', ['Carla Vosberg']],
  [
    'nobody: an office of somebody who is introduced much further down',
    `Carla Vosberg faces a vote. [The president] denied it. ${'It rained in town. '.repeat(50)}President Tomas Ruiz came.`,
    [null],
  ],
  [
    'a body by its kind',
    'The Department of Labor opened. [The department] said so.',
    ['Department of Labor'],
  ],
  ['an abbreviation', '[The DHS] declined to comment.', ['Department of Homeland Security']],
  [
    'an administration',
    'The Vosberg administration waits. Carla Vosberg left. [The administration] denied it.',
    ['Vosberg administration'],
  ],
  ['a name in apposition', '[A spokesman for Carla Vosberg, Tomas Ruiz,] denied it.', ['Tomas Ruiz']],
  ['nobody: an aide', '[An aide to Carla Vosberg] denied it.', [null]],
  ['nobody: a pronoun two people fit', 'Carla Vosberg and Ruth Calloway met. [She] said it rained.', [null]],
  [
    'the name behind the opening clause',
    'Tomas Ruiz left. In a move [he] said was fair, Mayor Omar Haddad stayed.',
    ['Omar Haddad'],
  ],
])('%s', (_, marked, expected) => {
  expect(speakers(marked)).toEqual(expected);
});

test('two who speak together are both named', () => {
  const text = 'Carla Vosberg and Tomas Ruiz said it rained.';
  const source = [{ start: 0, end: 28 }];
  const attribution = {
    kind: 'statement',
    source,
    cue: null,
    content: [],
    anonymous: false,
    via: null,
    nested: false,
    confidence: 1,
  } as const;
  const [spoken] = resolveSpeakers(text, [attribution], findPeople(text));
  expect(spoken?.speakers).toEqual(['Carla Vosberg', 'Tomas Ruiz']);
});
