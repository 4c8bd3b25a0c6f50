import { expect, it } from 'vitest';
import { answer } from '../../../src/answers/ask.ts';
import { byExpected, expected } from '../../../src/answers/passages/expected.ts';
import { archiveWith } from '../../support/archive.ts';

it.each([
  ['how many ferries sank', 'Three old ferries sank, and two dogs.', 1],
  ['how many ferries sank', 'The ferries of 12 towns were lost.', 0],
  ['how many ferries sank', 'The ferries of 12 towns sank.', 0.5],
  ['how many ferries burnt in Houston', 'The ferries of 12 towns came to Houston.', 0],
  ['how many ferries sank', 'Eighteen ferries and twenty-one boats sank.', 1],
  ['how many boats sank', 'Eighteen ferries and twenty-one boats sank.', 1],
  ['how many cities sent ferries', 'Ferries came from as many as 12 cities.', 1],
  ['how many ferries sank', 'All ferries sank.', 0],
  ['how many ferries sank', 'The bakers of 12 towns came. All ferries sank.', 0],
  ['how many people work at the mill', 'With nine bakers, few work as hard.', 0.5],
  ['how many people work at the mill', 'They work for nine hours.', 0],
  ['how many people work at the mill', 'Nine bakers left.', 0],
  ['how many ferries sank in Osk', 'The 2020 council of Osk saw ferries sink.', 0],
  ['how many ferries sank in Osk', 'Osk has 2020 ferries.', 1],
  ['how many ferries sank in Osk', 'Section 12 of the rules of Osk says ferries must not sink.', 0],
  ['how many ferries sank in Osk', 'Ferries that sank lay in Osk for two weeks.', 0],
  ['how many ferries sank in Osk', 'No one knows which ferries sank.', 0],
  ['how many ferries sank in Osk', 'One of the ferries of Osk sank.', 0],
  ['how many ferries sank in Osk', 'Several bakers of Osk say that ferries sank.', 0],
  ['how many ferries sank in Osk', 'Several ferries sank.', 1],
  ['how many times did the ferry sink', 'It sank twice.', 0.5],
  ['how many times did the ferry sink', 'It sank three times.', 1],
  ['how many weeks did it take', 'Ferries that sank lay in Osk for two weeks.', 1],
  ['when will the council close the mill', 'The council will close the mill in May.', 1],
  ['when will the council close the mill', 'The council will close the mill. In May bakers sang.', 0],
  ['when did Ida Moss come', 'In May Ida Moss sang.', 0],
  ['when was it', 'In May Ida Moss sang.', 1],
  ['why did the mill close', 'The mill closed because the corn was bad.', 1],
  ['why did the mill close', 'The mill closed. The bakers left because it rained.', 0.3],
  ['why did the mill close', 'The mill was closed, as it was no longer safe.', 1],
  ['what led to the mill being closed', 'The mill was closed following a flood.', 1],
  ['what had caused the strike', 'The strike was over. The bakers left because it rained.', 0.3],
  ['what led the bakers', 'It burnt.', null],
  ['how did the guild feel about the dam', 'The guild was saddened by the dam.', 1],
  ['what do they think of the dam', 'The mill stands open. The dam is of stone.', 0.3],
  ['why the anonymity of the clerks', 'They spoke on condition of anonymity to discuss the mill.', 1],
  ['why the anonymity of the clerks', 'They spoke on condition of anonymity.', 0.3],
  ['how much did the mill cost', 'It was sold for $12.', 1],
  ['how much did the mill cost', 'It was sold in 1990.', 0],
  ['how much did the town pay for the mill', 'The mill made a million sacks of flour.', 0],
  ['how much flour did the mill make', 'The mill made a million sacks of flour.', 1],
  ['by how much did the river rise', 'It rose by up to nine metres.', 1],
  ['by how much did the river rise', 'It rose by night.', 0],
  ['what percentage of the bakers left', 'A third of the bakers left.', 1],
  ['what share of the flour is wheat', 'Of the flour, 30 percent is wheat.', 1],
  ['what percentage of the bakers left', 'In May 40 bakers left.', 0],
  ['when will the mill open', 'It opens in the autumn.', 1],
  ['when did the mill open', 'It opened three days later.', 1],
  ['how long was he away', 'He left for two long months.', 1],
  ['how long was he away', 'He was at sea for months.', 1],
  ['how long has he been away', 'He has been away since the flood.', 1],
  ['how long was he away', 'He left.', 0],
  ['how long was he away', 'A second baker left.', 0],
  ['how long was he away', 'He was gone for ten seconds.', 1],
  ['how long was he against it', 'He was against it from day one.', 1],
  ['how old is Brandt', 'Ida Brandt, 41, left.', 1],
  ['when did the mill burn', 'It burnt on May 3.', 1],
  ['when did the mill burn', 'It may burn again.', 0],
  ['when was the mill built', 'The mill was built in the 1960s.', 1],
  ['when was the mill built', 'The mill, built in 1263, is old.', 1],
  ['when was the mill built', 'In 1263 the mill was built.', 1],
  ['when was the mill built', 'The mill was built for 1263 sheep.', 0],
  ['when was the mill built', 'The mill was built in the late 1340s.', 1],
  ['how long did the mill stand', 'The mill stood from 1961 to 1972.', 1],
  ['when was the mill built', 'The mill was built a century ago or more.', 1],
  ['when will the mill open', 'It opens soon.', 1],
  ['when will the mill open', 'It is due to open in less than three weeks.', 1],
  ['when will the mill open', 'The mill was in the week-book.', 0],
  ['what month did the mill burn', 'The mill burnt in March.', 1],
  ['what month did the mill burn', 'The mill burnt last week.', 0.5],
  ['what month did the mill burn', 'The mill burnt.', 0],
  ['in what year did the mill burn', 'The mill burnt in 1874.', 1],
  ['in what year did the mill burn', 'The mill burnt on Monday.', 0.5],
  ['which day did the mill burn', 'The mill burnt on Monday.', 1],
  ['which day did the mill burn', 'The mill burnt in 1874.', 0.5],
  ['when was the mill built', 'The mill was built in 999, monks wrote.', 1],
  ['when did the mill burn', 'The mill burnt before the flood.', 0.5],
  ['how much time did they have', 'They had two weeks.', 1],
  ['how much time did they have', 'They had $12.', 0],
  ['how long is the plan', 'The 20-page plan lay on the table.', 1],
  ['what was the final vote count', 'The moot closed the mill by 58 to 40.', 1],
  ['what was the score of the match', 'Osk won 4–1.', 1],
  ['what was the score of the match', 'Osk won on May 4, 2019-20.', 0],
  ['which towns had a mill', 'It stood in three towns, including Osk.', 1],
  ['which towns had a mill', 'The towns of Osk, Lund and Prell had one.', 1],
  ['which towns had a mill', 'Three towns had a mill. Brock, Prell and Ward built it.', 0.1],
  ['which bakers had a mill', 'Three bakers had a mill.', 0.4],
  ['what does Brill want', 'It burnt.', null],
  ['who left when the mill burnt', 'The bakers left.', null],
  ['do you know when was it built', 'It was built long before.', 0],
  ['who burnt the mill', 'It burnt.', null],
])('%s: "%s" has what is asked for: %s', (question, text, fulfilled) => {
  expect(expected(question, text)).toBe(fulfilled);
});

it('a question for a number is answered by the passage that holds one', async () => {
  const archive = await archiveWith({
    'mill.txt': `The Mill Of Osk

The mill of Osk was sold to the town after the mill closed. The sale of the mill made many people in Osk angry, and the mill stands empty.

Nobody in the council wanted to say what will come. Farmers bring their corn to the next valley, and the bakers buy flour from the coast as they did before.

The town paid $40 for it, a clerk's book shows.`,
  });
  const found = await answer(archive, 'how much was the mill of osk sold for');
  expect(found.status === 'answered' && found.excerpts[0]!.text).toContain('$40');
});

it('what has no number or time is put further behind what does than what counts something else', async () => {
  const archive = await archiveWith({
    'osk.txt': 'Anna Torm leaves the hall of Osk, as do nine cooks.\n\nShe leaves at Easter, 3 clerks say.',
  });
  const document = (await archive.search('Torm leaves', { limit: 1 }))[0]!.document;
  const passage = (start: number, end: number, score: number) => ({
    document,
    span: { start, end },
    until: end,
    matches: [],
    also: [],
    score,
    confidence: 0.5,
  });
  const other = passage(52, 88, 0.67);
  const counting = [passage(0, 51, 1), other];
  const bare = [passage(0, 32, 1), other];
  const howMany = 'how many clerks of Osk leave the hall';
  expect(await byExpected(archive, 'when will Torm leave', counting)).toEqual(counting.toReversed());
  expect(await byExpected(archive, howMany, bare)).toEqual(bare.toReversed());
  expect(await byExpected(archive, howMany, counting)).toEqual(counting);
});

it('which of a sort are meant is told rather where they are named than where the words are the question’s', async () => {
  const archive = await archiveWith({
    'carts.txt': `The Carts Of Osk

Which towns send carts to the market of Osk is a matter for the council, and the towns send what they can to the market.

Some towns, including Lund and Prell, sent nothing.`,
  });
  const [best] = await archive.search('towns send carts to the market', { limit: 1 });
  const { text } = (await archive.document(best!.document))!;
  const at = text.indexOf('Some towns');
  const asking = { ...best!, span: { start: text.indexOf('Which'), end: at - 2 }, score: 1 };
  const naming = { ...best!, span: { start: at, end: text.length }, score: 0.75 };
  expect(await byExpected(archive, 'which towns send carts', [asking, naming])).toEqual([naming, asking]);
});

it('the excerpt of a passage is the part that has the number, whoever else speaks beside it', async () => {
  const archive = await archiveWith({
    'watch.txt': `The Watch Of Osk

Mayor Ada Brill has said that the watch of Osk "has to change" before the winter and announced the retraining of the watch.

Captain Udo Prell said 220 watchmen will complete it.

The bakers went home, and the carts stood in the rain until the morning came.`,
  });
  const found = await answer(archive, 'how many watchmen will be retrained');
  expect(found.status === 'answered' && found.excerpts[0]!.text).toMatch(/220 watchmen/);
});
