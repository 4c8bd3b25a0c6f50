import { beforeAll, expect, it } from 'vitest';
import { answer } from '../../src/answers/ask.ts';
import { readQuestion } from '../../src/answers/question/question.ts';
import type { Archive } from '../../src/archive/archive.ts';
import { archiveWith, firstExcerpt } from '../support/archive.ts';

const ARTICLES = {
  'weir.txt': `Audit Of The Weir Of Osk

The town council of Osk fired the weir keeper Ruben Stahl in May, who has railed against the so-called “water lords” of the guild.

“Ruben Stahl was a lazy hand at this weir,” reeve Ada Morn told the council.

“The audit is a heap of guesses,” Stahl's lawyer Pia Lund said in a letter. “The audit often cites letters which were torn from their context and mislead the reader.”

Councillor Enno Falk announced on Friday that he would vote against new keepers until the council explains why two of them were fired.

The council opened an inquiry into the toll money of the weir on Monday.`,
  'mill.txt': `Words Over The Mill Of Lund

Lund called the miller Hugo Brandt a “thief” on Monday, after he had accused the town of taking his water.

Town spokesman Otto Reik described Brandt as a “brazen thief who has never paid a toll”.`,
  'salt.txt': `Salt For Mexico And Spain

President Alva Falk said on Monday that salt would be free. Falk criticized the sellers of salt, who buy it in Mexico and in Spain.

French Fishing Minister Luc Amar said that the salt was too dear. It comes from Spain.

Greek President Nikos Avra said that the salt was wet.

Senator Vera Holm denounced Falk over the salt on Tuesday.`,
  'lamp.txt': `The Lamp Treaty Of Brackwater

Two people saw the lamp of the quay go dark. A third person on the quay said that it went out at noon.

Rolf Tam, the third-oldest skipper of the town, said the lamp was never lit.

President Alva Falk had courted Senator Vera Holm for years, partly for the toll of the weir, historian Ulla Kern said.

The bakers of the town sold bread on the quay until the evening, and two boys carried the baskets home.

Notary Edda Sund declined to comment.`,
  'shares.txt': `Shares Of The Harbour Master

An agreement prior to Lorn’s confirmation said she would sell the shares of the quay by May. Ina Lorn is harbour master now.

“The insults attributed to me were never uttered by me or near me,” clerk Odo Marl responded. Marl disputed on Friday that Lorn had been late.`,
  'ferry.txt': `A Ferry For Tarn

The visit of Seol Min-ah to Tarn came after the reeve had called the ferry plan a dear toy for idle people.

“That ferry plan, in the end, is a very dear toy and a fool's errand,” councillor Britt Venn wrote to the reeve.

“The ferry would carry carts and horses,” Ms. Seol said on the quay.

Tarn spokesman Jonas Egge denied that the town had sold the old ferry at night. He mends nets, and knows of no smuggling.`,
};

let archive: Archive;
beforeAll(async () => {
  archive = await archiveWith(ARTICLES);
});

it('a paper that somebody quotes from does not speak for them', async () => {
  const found = await answer(archive, 'Who complained that letters had been torn from their context?');
  expect(found.status === 'answered' && found.excerpts[0]!.said?.speaker).toBe('Pia Lund');
});

it('whom somebody calls so-called is not called so by them', async () => {
  expect(await firstExcerpt(archive, 'Who called Stahl a lazy hand?')).toContain('was a lazy hand');
});

it('who calls somebody something may describe them as that', async () => {
  expect(await firstExcerpt(archive, 'Who called Brandt a brazen thief?')).toContain('Reik described');
});

it('what somebody says of something else does not tell whether they confirmed what stands beside it', async () => {
  expect((await answer(archive, 'Did Falk confirm that Stahl was under inquiry?')).status).toBe('nothing');
});

it('who called somebody something is whose words have just that', async () => {
  expect(await firstExcerpt(archive, 'Who called the ferry plan a very dear toy?')).toContain('Venn wrote');
});

it('whatever somebody denies is their response to the claims', async () => {
  expect(await firstExcerpt(archive, 'How did the spokesman of Tarn respond to the claims?')).toContain(
    'denied',
  );
});

it('where the surname stands first, it alone means the same', async () => {
  const found = await answer(archive, 'What did Seol Min-ah say about the ferry?');
  expect(found.status === 'answered' && found.excerpts[0]!.said?.speaker).toBe('Seol Min-ah');
});

it('the president of another country is not the one at home, nor its minister that of a third', async () => {
  expect((await answer(archive, "What did Mexico's president say about the salt?")).status).toBe('nothing');
  expect((await answer(archive, "What did Spain's fishing minister say about the salt?")).status).toBe(
    'nothing',
  );
  expect(await firstExcerpt(archive, "What did France's fishing minister say about the salt?")).toContain(
    'dear',
  );
});

it('an office of a country is found by what its people are called', async () => {
  const found = await answer(archive, "What did Greece's president say about the salt?");
  expect(found.status === 'answered' && found.excerpts[0]!.said?.speaker).toBe('Nikos Avra');
});

it('whoever is attacked is not who attacks', async () => {
  const found = await answer(archive, 'Who lashed out at Falk?');
  expect(found.status === 'answered' && found.excerpts[0]!.said?.speaker).toBe('Vera Holm');
});

it('a verb of several words reports as one that means the same', async () => {
  expect(readQuestion('Who pushed back on the report?').sense?.word).toBe('dispute');
  expect(readQuestion('Did Holm stand up for Falk?')).toMatchObject({ speaker: 'Holm', topic: 'Falk' });
  expect(readQuestion('who raised concerns about the salt')).toMatchObject({
    form: 'who-said',
    topic: 'the salt',
  });
  expect(readQuestion('What did Holm go on to say about the salt?').speaker).toBe('Holm');
});

it('the third of several persons is not whoever else is the third of something', async () => {
  expect(await firstExcerpt(archive, 'What did the third person say about the lamp?')).toContain('went out');
});

it('a word that the articles lack is no other topic beside names that they have', async () => {
  expect(await firstExcerpt(archive, 'According to Ulla Kern, why did Falk pamper Holm?')).toContain('toll');
  expect((await answer(archive, 'What did Ulla Kern say about vaccines?')).status).toBe('nothing');
});

it('who declined to comment on a thing may be told where the article has it only elsewhere', async () => {
  expect(await firstExcerpt(archive, 'Who declined to comment on the lamp treaty?')).toContain(
    'Sund declined',
  );
});

it('what somebody said according to another is their own', () => {
  expect(readQuestion('What did Falk say about the salt, according to Kern?')).toMatchObject({
    speaker: 'Falk',
    topic: 'the salt',
  });
  expect(readQuestion('Why did Falk leave, according to Kern?').speaker).toBe('Kern');
});

it('whoever never said such a thing denies it in the first person', async () => {
  expect(await firstExcerpt(archive, 'Did Marl deny the insults attributed to him?')).toContain(
    'never uttered',
  );
});

it('whether somebody accused another of a thing is not told by what else they dispute', async () => {
  expect((await answer(archive, 'Did Marl accuse Lorn of smuggling?')).status).toBe('nothing');
});

it('a confirmation in office is nothing that somebody says', async () => {
  expect((await answer(archive, 'What did Ina Lorn say about the shares?')).status).toBe('nothing');
});

it('whoever is told something is not who tells it', async () => {
  const articles = {
    'gate.txt': `A Gate At Osk

Reeve Ada Morn told the clerk that the gate must be shut before the flood.

Steward Ivo Tamm argued to Morn that shutting the gate would break the guild's law.`,
  };
  const archive = await archiveWith(articles);
  expect(await firstExcerpt(archive, 'Who told Morn that shutting the gate was against the law?')).toContain(
    'Steward Ivo Tamm',
  );
  expect(await firstExcerpt(archive, 'Who told the clerk to shut the gate?')).toContain('Reeve Ada Morn');
});

it('an article that does not name somebody tells nothing that they did', async () => {
  const articles = {
    'bell.txt': `A Bell At Osk

Reeve Ada Morn hid the silver bell of Osk under the mill. Nobody found the silver bell for a year.`,
    'salt.txt': `The Salt Of Lund

Steward Ivo Tamm said that salt was dear, and went home.`,
  };
  const archive = await archiveWith(articles);
  expect(await firstExcerpt(archive, 'Where did Ada Morn hide the silver bell of Osk?')).toContain(
    'the mill',
  );
  expect((await answer(archive, 'Where did Ivo Tamm hide the silver bell of Osk?')).status).toBe('nothing');
});
