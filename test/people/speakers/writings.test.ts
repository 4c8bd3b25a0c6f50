import { expect, test } from 'vitest';
import { speakers } from './marked.ts';

test.each([
  [
    'a report about somebody whose name comes first',
    'Carla Vosberg, [the report] said, was late. The Elm Courier wrote it.',
    [null],
  ],
  ['whose report it is', 'The Daily Herald called. [The Daily Herald report] said so.', ['Daily Herald']],
  [
    'whose survey it is',
    'The Harbor Council met. [A survey released Tuesday by the Harbor Council] said so.',
    ['Harbor Council'],
  ],
  [
    'whose count, complaint and findings they are',
    'The Harbor Council met. According to [a tally by the Harbor Council], it rained. [Carla Vosberg’s complaint] said so. [The Harbor Council’s findings] agreed.',
    ['Harbor Council', 'Carla Vosberg', 'Harbor Council'],
  ],
  [
    'whose statement it is: who said something in one',
    '[Carla Vosberg] said in a statement it was late. [The statement] went on.',
    ['Carla Vosberg', 'Carla Vosberg'],
  ],
  [
    'whose report it is: who released one',
    'On Monday the Harbor Council released a long report. It rained. [The report] said so.',
    ['Harbor Council'],
  ],
  [
    'whose study it is: by whom it is said to be',
    'A survey by the Harbor Council is out. Carla Vosberg read it. According to [the study], it rains.',
    ['Harbor Council'],
  ],
  ['whose letter it is: his', 'Tomas Ruiz left. [His Harbor Council letter] said so.', ['Tomas Ruiz']],
  [
    'nobody: another report, a lawsuit in a court, a letter from somebody else, a statement by those in a place',
    'A report by the Harbor Council is out. A report came. [The report] said so. A lawsuit in the Supreme Court ended. [The suit] said so. Carla Vosberg wrote a letter. [The letter from a neighbour] said so. Fishers in France issued a statement. [The statement] said so.',
    [null, null, null, null],
  ],
  ['whose report it was, and when', '[A CNN report Tuesday] said so.', ['CNN']],
])('%s', (_, marked, expected) => {
  expect(speakers(marked)).toEqual(expected);
});
