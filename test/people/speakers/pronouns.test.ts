import { expect, test } from 'vitest';
import { findPeople } from '../../../src/people/people.ts';
import { resolveSpeakers } from '../../../src/people/speakers/resolve.ts';
import type { Span } from '../../../src/text/span.ts';
import { speakers, spoken, statement } from './marked.ts';

test.each([
  [
    'a pronoun',
    '[Carla Vosberg] said it was late. [She] added that it rained.',
    ['Carla Vosberg', 'Carla Vosberg'],
  ],
  [
    'an age',
    '[Carla Vosberg] said it was late. It rained, [the 36-year-old] said.',
    ['Carla Vosberg', 'Carla Vosberg'],
  ],
  [
    'who heard something from a daughter, and not the daughter',
    '[Carla Vosberg] said {that she had it from her daughter}. It was late, [she] said.',
    ['Carla Vosberg', 'Carla Vosberg'],
  ],
  ['nobody: a pronoun two people fit', 'Carla Vosberg and Ruth Calloway met. [She] said it rained.', [null]],
  [
    'nobody: whom somebody named behind it speaks of',
    'Omar Haddad came. He met a second witness Haddad said he knew. [The witness] said it rained.',
    [null],
  ],
  [
    'a pronoun, past whoever signed what stands between',
    'Omar Haddad came. [Haddad] said it was late.\n\nIt rains and rains. — Tomas Ruiz (@tomasr) May 4\n\n[He] added that it rained.',
    ['Omar Haddad', 'Omar Haddad'],
  ],
  [
    'a pronoun across what is nothing but quotation',
    'Tomas Ruiz met Omar Haddad. [Haddad] said it rained. “It rained. It poured. It hailed. It snowed. It blew.” [He] left.',
    ['Omar Haddad', 'Omar Haddad'],
  ],
  [
    'the subject of its own sentence, not who spoke before',
    '[Tomas Ruiz] said it rained. While Omar Haddad spoke of it in his first speech since [he] came, it stopped.',
    ['Tomas Ruiz', 'Omar Haddad'],
  ],
  [
    'who spoke last among several in one sentence',
    'Writing for most of them, and joined by Lina Ortega, Ruth Calloway and Sonia Hill, Carla Vosberg wrote it was wrong, [she] said.',
    ['Carla Vosberg'],
  ],
  [
    'the one whom the paragraph begins with, though the words quoted in it name another',
    'Omar Haddad came. [Haddad] said it was late.\n\nTomas Ruiz of the Harbor Council thinks it was not. “I saw nobody late who had come with Omar Haddad,” [he] says.',
    ['Omar Haddad', 'Tomas Ruiz'],
  ],
  [
    'nobody: a pronoun behind somebody who could not be told',
    '[Tomas Ruiz] said it rained. [A neighbour] disagreed. [He] said it had not.',
    ['Tomas Ruiz', null, null],
  ],
  [
    'who spoke, in spite of somebody of whom it is said in passing',
    'Tomas Ruiz smiled at a reporter. [He] said it rained.',
    ['Tomas Ruiz'],
  ],
  [
    'nobody: a pronoun some way behind two, of whom one is only a little nearer',
    'Omar Haddad came. Tomas Ruiz left. It rained. [He] said so.',
    [null],
  ],
  [
    'a pronoun that goes on with the one before, which says nothing',
    'Tomas Ruiz met Omar Haddad. Haddad ran for mayor. He lost. He left town. He bought a mill. The mill, [he] said, was old.',
    ['Omar Haddad'],
  ],
  [
    'him, whose wife or mother was spoken of',
    'Tomas Ruiz came. His wife laughed. Ruiz’s mother was late. “It rained,” [he] said.',
    ['Tomas Ruiz'],
  ],
  [
    'nobody: whose father was spoken of',
    'Tomas Ruiz came. His father laughed. “It rained,” [he] said.',
    [null],
  ],
  [
    'a subject with what he is before him, not an object',
    'Omar Haddad came. It rained. On Monday, known harbour grumbler Tomas Ruiz stayed. “It poured,” [he] said.',
    ['Tomas Ruiz'],
  ],
  [
    'not whom the text is mostly about, where the quotation names them',
    'Omar Haddad came. Haddad sat. Haddad ate. Haddad slept. Haddad woke. Tomas Ruiz spoke. [He] said: {“Haddad is late.”}',
    ['Tomas Ruiz'],
  ],
  [
    'who came in last, though the text is mostly about somebody else',
    'Omar Haddad came. Haddad sat. Haddad ate. Haddad slept. Haddad woke. [Haddad] said it rained.\n\nTomas Ruiz echoed him. [He] left.',
    ['Omar Haddad', 'Tomas Ruiz'],
  ],
  [
    'whoever is described right before "who"',
    'It rained. Carla Vosberg, a grower of peas from Ohio [who] said so, left. Tomas Ruiz, a friend of Omar Haddad’s [who] agreed, stayed.',
    ['Carla Vosberg', null],
  ],
  [
    'not whom the quotation names',
    'Tomas Ruiz spoke of Omar Haddad and praised him. “Omar Haddad is good,” [he] said.',
    ['Tomas Ruiz'],
  ],
  [
    'nobody: somebody else who dealt with him',
    'Tomas Ruiz left. An officer who dealt with [him] said so.',
    [null],
  ],
  [
    'not who is named in the quotation behind it',
    'Tomas Ruiz met Omar Haddad. Ruiz left. On Tuesday, [he] wrote, “Haddad is late.”',
    ['Tomas Ruiz'],
  ],
  [
    'the name behind the opening clause',
    'Tomas Ruiz left. In a move [he] said was fair, Mayor Omar Haddad stayed.',
    ['Omar Haddad'],
  ],
  [
    'not whom the statement itself is on',
    'Tomas Ruiz came. Omar Haddad left. [He] {called Haddad’s plan a shame}.',
    ['Tomas Ruiz'],
  ],
  [
    'who is named in the question that heads the paragraph',
    'Mayor Tomas Ruiz came. [Omar Haddad] said it rained.\n\nWhat was Ruiz’s answer?\n\n[He] said it did not.',
    ['Omar Haddad', 'Tomas Ruiz'],
  ],
])('%s', (_, marked, expected) => {
  expect(speakers(marked)).toEqual(expected);
});

test('a pronoun in a quotation is not whoever is named behind it as its speaker', () => {
  const text = 'Tomas Ruiz left. Omar Haddad came. “He lied,” Haddad said.';
  const attributions = [
    statement({ source: at(text, 'He'), content: at(text, 'lied'), nested: true }),
    statement({ source: at(text, 'Haddad'), content: at(text, '“He lied,”') }),
  ];
  const named = resolveSpeakers(text, attributions, findPeople(text));
  expect(named.map(({ speaker }) => speaker)).toEqual(['Tomas Ruiz', 'Omar Haddad']);
});

/** Where a text has some words last. */
const at = (text: string, words: string): Span[] => {
  const start = text.lastIndexOf(words);
  return [{ start, end: start + words.length }];
};

test('"they" are those who spoke together before', () => {
  const [, they] = spoken('[Carla Vosberg and Tomas Ruiz] said it rained. [They] said it was cold.');
  expect(they?.speakers).toEqual(['Carla Vosberg', 'Tomas Ruiz']);
});

/** The speaker of what `inner` says within what `outer` says. */
function innerSpeaker(text: string, outer: string, inner: string): string | null {
  const source = at(text, inner);
  const content = [{ start: source[0]!.start, end: text.length - 1 }];
  const attributions = [statement({ source: at(text, outer), content }), statement({ source, nested: true })];
  return resolveSpeakers(text, attributions, findPeople(text))[1]!.speaker;
}

test('what a lawyer says that he will do, his client will do', () => {
  const text = "Omar Haddad left. Tomas Ruiz came. Ruiz's lawyer said he will return.";
  expect(innerSpeaker(text, "Ruiz's lawyer", 'he')).toBe('Tomas Ruiz');
});

test('"she" in what "her mother" says may be either', () => {
  const text = 'Carla Vosberg left. Vosberg was late. Her mother, Hanna Voss, said she was tired.';
  expect(innerSpeaker(text, 'Her mother, Hanna Voss,', 'she')).toBeNull();
});
