import { expect, it } from 'vitest';
import { answer } from '../../../src/answers/ask.ts';
import { confident } from '../../../src/answers/inquiry.ts';
import { eventAsked, tells, tellsSuccession } from '../../../src/answers/passages/events.ts';
import { readQuestion } from '../../../src/answers/question/question.ts';
import { archiveWith } from '../../support/archive.ts';

it.each([
  ['where does the clerk live', 'The clerk came in May.', false],
  ['where does the clerk live', 'The clerk, a resident of Osk, came in May.', true],
  ['when did the clerk join the guild', 'The clerk of the guild came in May.', false],
  ['when was the guild founded', 'The founder of the guild came in May.', true],
  ['how many were injured', 'Nine boats sank.', false],
  ['did the clerk meet the reeve', 'The clerk spoke of the reeve.', false],
  ['who won the ferry race', 'The victory went to Hal Brock.', true],
  ['who won the ferry race', 'The ferry race begins on Sunday.', false],
  ['when was the clerk sacked', 'The firing of the clerk came in May.', true],
  ['when was the clerk sacked', 'The clerk came in May.', false],
  ['who replaced Ada Brill', 'Udo Prell was named acting mayor.', true],
  ['who did the reeve pick as ferryman', 'The reeve named Udo Prell.', true],
  ['did the miller die', 'Two people were shot dead.', true],
  ['who fired the clerk', 'The mayor had no plans to fire the clerk.', false],
  ['who fired the clerk', 'The clerk would soon be fired.', false],
  ['who fired the clerk', 'The mayor did not fire the clerk.', false],
  ['who fired the clerk', 'The clerk will soon be fired.', true],
  ['who replaced the clerk', 'Udo Prell was sworn in to replace the clerk.', true],
  ['who fired the clerk', 'The mayor was forced to fire the clerk.', true],
  ['who fired the clerk', 'The mayor fired the clerk to save money.', true],
])('%s: "%s" tells of it: %s', (question, text, told) => {
  expect(tells(eventAsked(question)!, text)).toBe(told);
});

it('a pronoun stands for who is named in any sentence before', () => {
  const died = eventAsked('when did Ada Brill die')!;
  expect(tells(died, 'Brill rowed south. The boats were slow. She died in May.', ['brill'])).toBe(true);
  expect(tells(died, 'Prell rowed south. He died in May. Brill came home.', ['brill'])).toBe(false);
});

it.each([
  ['who put out the fire', false],
  ['who fired the clerk', true],
  ['who picked the apples off the tree', true],
  ['which miller picked it off the shelf', false],
  ['who led the guild after the clerk was fired', false],
  ['when the clerk was fired, who led the guild', false],
  ['who was fired after the clerk led the guild', true],
  ['when was the clerk fired', true],
  ['what does the ledger show about who was fired', false],
  ['how many rowers are on the list of Tarn Met', false],
])('%s asks for what took place: %s', (question, asks) => {
  expect(eventAsked(question) !== null).toBe(asks);
});

it.each([
  ['who replaced Ada Brill', 'Udo Prell was named reeve after the departure of Ada Brill.', true],
  ['who replaced Ada Brill', 'Acting reeve Ada Brill sang to the bakers.', false],
  ['who did Ada Brill replace', 'Acting reeve Ada Brill sang to the bakers.', false],
  ['who did Ada Brill replace', 'Ada Brill was named reeve on Sunday.', true],
  ['who fired Ada Brill', 'Acting reeve Ada Brill sang to the bakers.', true],
])('%s: "%s" may tell whose office passed to whom: %s', (question, text, told) => {
  expect(tellsSuccession(question, text, 'Brill')).toBe(told);
});

it('that an event did not take place tells of it for whoever asks whether it did', () => {
  const left = eventAsked('did Brill resign')!;
  expect(tells(left, 'Brill did not resign.', ['brill'], true)).toBe(true);
  expect(tells(left, 'Brill may not want to resign.', ['brill'], true)).toBe(false);
  expect(tells(left, 'Brill did not resign.', ['brill'])).toBe(false);
});

it('an event tells of somebody where its sentence names them, or has a pronoun behind one that does', () => {
  const left = eventAsked('did Brill resign')!;
  expect(tells(left, 'Brill sat down. Brock resigned.', ['brill'])).toBe(false);
  expect(tells(left, 'Brill sat down. Then she resigned.', ['brill'])).toBe(true);
  expect(tells(left, 'On Monday Ada Brill resigned.', ['brill'])).toBe(true);
});

it.each([
  'who will win the ferry race',
  'how many millers would be arrested',
  'how long does it take to hire a miller',
  'what is the miller accused of',
  'what did the mayor say',
])('%s: asks of nothing that took place', (question) => {
  expect(eventAsked(question)).toBeNull();
});

const RACE = {
  'race.txt': `The Ferry Race Of Osk

The ferry race of Osk is held in the harbour on Sunday, and forty ferries sail in the race. Mayor Ada Brill opens the ferry race of the town.

Hal Brock, the harbour master, was dismissed by the guild of skippers in May. Udo Prell has been named acting harbour master, following Brock's departure.

The miller Sela Ward tells stories about the ferries to the children of the school. The bakers of the town sell bread and cakes on the quay.`,
};

it.each([
  ['who won the ferry race', null],
  ['when was Ada Brill fired', null],
  ['who fired Hal Brock', /dismissed by the guild/],
  ['who replaced Hal Brock', /Udo Prell has been named/],
])('%s: is told only by what tells of it', async (question, told) => {
  const found = await answer(await archiveWith(RACE), question);
  const first = found.status === 'answered' ? found.excerpts[0]!.text : null;
  if (told) expect(first).toMatch(told);
  else expect(first).toBeNull();
});

it('what is common is no name for its capitals', async () => {
  const found = await answer(
    await archiveWith(RACE),
    'on which TV show did the miller Sela Ward tell stories',
  );
  expect(found.status === 'answered' && found.excerpts[0]!.text).toContain('tells stories');
});

it.each([
  ['where does Ida Lorne teach', 0.7, 1],
  ['where does Ida Lorne teach', 0.5, 0],
  ['did Ida Lorne teach', 0.7, 0],
])(
  '%s, by a passage of confidence %s: in other words rather where it is not asked for yes or no',
  async (asked, confidence, count) => {
    const archive = await archiveWith({
      'coats.txt': `Coats Without Badges

The guards of Osk wore coats without badges all week, and nobody on the quay knew who they were.

Ida Lorne, a professor at the college of Tarn, told the Osk Ledger that guards need no badges in the town.

"The guards you see without a badge are watchmen," Lorne said on Friday.

Carts stood in the rain until the morning came, and the bakers of the town went home with their bread, their lamps and their old dogs. The market hall stayed shut, the bridge was closed to horses, and the ferries lay in the harbour until the wind had turned and the skippers had slept.

Two boys teach a goat to swim in the pond behind the mill.`,
    });
    const [best] = await archive.search('a professor at the college of Tarn, Ida Lorne', { limit: 1 });
    const passages = [{ ...best!, confidence }];
    const question = readQuestion(asked);
    const found = await confident({ archive, question, who: null, passages, searched: 1 });
    expect(found).toHaveLength(count);
  },
);

it.each([
  ['when was the harbour wall of Osk raised', 1],
  ['when was the harbour wall of Osk painted', 0],
  ['when was the harbour wall of Osk finished', 0],
])('%s: what was done is told near a doubtful passage', async (asked, count) => {
  const archive = await archiveWith({
    'wall.txt': `The Wall Of Osk

The harbour wall of Osk was raised a second time in May by the guild of skippers.

The miller Sela Ward tells stories about the ferries to the children of the school.`,
  });
  const [best] = await archive.search('the harbour wall of Osk', { limit: 1 });
  const passages = [{ ...best!, confidence: 0.3 }];
  const inquiry = { archive, question: readQuestion(asked), who: null, passages, searched: 1 };
  expect(await confident(inquiry)).toHaveLength(count);
});
