import { expect, test } from 'vitest';
import { speakers, spoken } from './marked.ts';

test.each([
  ['a surname', 'Carla Vosberg came. It was late, [Vosberg] said.', ['Carla Vosberg']],
  [
    'a head of what is written small',
    '[Head of planning Dr Carla Vosberg] said so. [The council’s director of public health Tomas Ruiz] agreed.',
    ['Carla Vosberg', 'Tomas Ruiz'],
  ],
  [
    'a rank with a bracket',
    'Lt Col Carla Vosberg left. [Lt Col (retd) Carla Vosberg] said so.',
    ['Carla Vosberg'],
  ],
  [
    'nobody: a surname that father and son have with their first name',
    'Elmer Holt left. Elmer Holt Jr. stayed. It was late, [Holt] said.',
    [null],
  ],
  [
    'nobody: a spokesperson for somebody with an office',
    '[A spokesperson for Council Chairman Otto Grau] said so. [A spokesman for Mayor Hanna Voss, Tom Park,] agreed.',
    [null, 'Tom Park'],
  ],
  [
    'a name with links squeezed in behind it',
    '[Sen. Ida Brandt Ida Maria BrandtVosberg says ferry was late MORE (Ind.)] denied it. [Brandt] left.',
    ['Ida Brandt', 'Ida Brandt'],
  ],
  ['an abbreviation', '[The DHS] declined to comment.', ['Department of Homeland Security']],
  ['a name in apposition', '[A spokesman for Carla Vosberg, Tomas Ruiz,] denied it.', ['Tomas Ruiz']],
  [
    'nobody: a word that is a property of every object',
    '[The constructor] agreed. [A mayor of the constructor] left.',
    [null, null],
  ],
  ['nobody: an aide', '[An aide to Carla Vosberg] denied it.', [null]],
  [
    'whose office it is not: the name in a possessive title',
    "Mayor Carla Vosberg's deputy, Tomas Ruiz, came. [Mayor Carla Vosberg's deputy, Tomas Ruiz], agreed.",
    ['Tomas Ruiz'],
  ],
  ['nobody: the supporters of somebody with a title', "[Secretary Vosberg's supporters] agreed.", [null]],
  ['nobody: several members of a body', 'Members of Congress [who] came agreed.', [null]],
  [
    'a name behind a title in lower case and a party',
    'Tomas Ruiz left. [The chairman of the harbour committee, Labour MP Omar Haddad], agreed.',
    ['Omar Haddad'],
  ],
  [
    'a name behind two titles joined by "and"',
    '[Ohio Republican and likely presidential candidate Sen. Omar Haddad] agreed.',
    ['Omar Haddad'],
  ],
  [
    'an apposition to the name that opens the sentence',
    'Carla Vosberg, [a former harbour official], said so.',
    ['Carla Vosberg'],
  ],
  ['a name behind a dateline', '[SPRINGFIELD (Reuters) - Carla Vosberg] said so.', ['Carla Vosberg']],
  [
    'a name before a dash',
    'Carla Vosberg came. [Vosberg -- editor of "Tides", a book] -- agreed.',
    ['Carla Vosberg'],
  ],
  ['the rest of a name that was cut', 'Lina Ortega-Vale came. Ortega-[Vale] agreed.', ['Lina Ortega-Vale']],
  ['a body with what it is behind its name', '[The Daily Herald newspaper] said so.', ['Daily Herald']],
  [
    'a body in apposition',
    '[The biggest rival, Harbor Holdings Inc.,] said so. [The union, the Teamsters,] agreed.',
    ['Harbor Holdings Inc', 'Teamsters'],
  ],
  ['nobody: a byline that the article has no more of', '[Tomas Ruiz-Olde, Daily Herald]', [null]],
  ['a body and the day', '[The Pentagon Tuesday] said so.', ['Department of Defense']],
  [
    'of many whoever is named',
    '[Many senators, including Omar Haddad,] agreed. [Groups such as the Harbor Council] did not. [Senators like Haddad] left.',
    ['Omar Haddad', 'Harbor Council', 'Omar Haddad'],
  ],
  [
    'the one who is called by the surname all along, not a relative',
    'Tomas Ruiz came. Ruiz sat. Ruiz ate. Ruiz slept. He met Lina Ruiz. [Ruiz] said so.',
    ['Tomas Ruiz'],
  ],
  [
    'a long surname with a letter too many',
    'Carla Vosbergen came. [Vosberrgen] said so.',
    ['Carla Vosbergen'],
  ],
  ['a wife, not her husband', 'Barack Obama left. [Mrs. Obama] said so.', [null]],
])('%s', (_, marked, expected) => {
  expect(speakers(marked)).toEqual(expected);
});

test('two who speak together are both named', () => {
  const [both] = spoken('[Carla Vosberg and Tomas Ruiz] said it rained.');
  expect(both?.speakers).toEqual(['Carla Vosberg', 'Tomas Ruiz']);
});

test('whom an apposition names does not speak too', () => {
  const [one] = spoken(
    'Tomas Ruiz, a friend of Carla Vosberg, and Lina Ortega came. [Lina Ortega, an aide during the Vosberg administration], said so.',
  );
  expect([one?.speaker, one?.speakers]).toEqual(['Lina Ortega', undefined]);
});
