import { beforeAll, describe, expect, it } from 'vitest';
import { answer } from '../../src/answers/ask.ts';
import type { Archive } from '../../src/archive/archive.ts';
import { archiveWith, firstExcerpt } from '../support/archive.ts';

const ARTICLES = {
  'ferry.txt': `Ferry Company Told To Stop

The Osk administration ordered the ferry company Tarnlines to stop its boats on Monday.

The mayor of Brackwater, a harbour town, sees it differently. “Nobody here asked for that,” Mayor Ines Falk told the Tarn Herald.

“We will run the ferries as long as we can,” a Tarnlines spokeswoman said.

Dale County Sheriff Amos Greel said on Friday that two boats had been searched. Dale County Sheriff's Captain Rhea Stone said the search found nothing.

Sheriff's deputy Otto Marl was on one of the boats. The deputies talked to their superiors, who told them to leave the boats alone.

Lundish dam keeper Yara Holm was praised by her town. She said that the water was low.

Harbour commissioner Tilda Roe and trade commissioner Udo Lenz faced the council.

The commissioner denied taking any money, after Roe had spoken.

The attorney Milo Ward wrote the papers. “Nobody paid for them,” attorney Sela Brandt said of them.

The president of Turkey is worried. “No ferry should sail in winter,” Turkey's president said.

The memo does not mention any boats from Lund.

Reporters waited at the White House. The administration said on Tuesday that the ferries were safe.

The Tarn Herald claimed that Gus Hale, an engineer, had forged the papers of the boats. The town of Brackwater denied that Hale had forged any papers.

Bo Rusk confirmed that there had been a search. Rusk repeated a threat that he made in May to leave the company.

The Tarn Herald asked Noor Haldane about it, a pilot. Haldane has steered boats for years.

He steered the first boat in 1990.

Haldane told the newspaper that he never slept.

“This will be a hard winter,” guild director Pia Lunt told the Tarn Herald.

The House Of Ferries met on Sunday. They said the piers were rotten.

Zeno Kalt spoke of the bridge, which was paid for by the guild and the town. “It is not safe,” Kalt said of the bridge.

The first guard said the lamps were lit. Later the second guard said the lamps were dark.

Ada Brill warned in March that the boats were old. Osk said the boats were new, and Tarnlines declined to comment.`,
};

let archive: Archive;
beforeAll(async () => {
  archive = await archiveWith(ARTICLES);
});

const first = (question: string) => firstExcerpt(archive, question);

describe('whoever is described rather than named is found', () => {
  it.each([
    [
      'by what the paragraph says of them',
      'what did the mayor of Brackwater say',
      'Nobody here asked for that',
    ],
    ['as who speaks for an organisation', 'what did the Tarnlines spokesman say', 'as long as we can'],
    [
      'as the organisation that they speak for',
      'what did Tarnlines say about running the ferries',
      'as long as we can',
    ],
    ['behind a relative pronoun', "what did the deputies' superiors tell them", 'leave the boats alone'],
    ['by what they are, not by whose they are', 'what did the sheriff say', 'two boats had been searched'],
    ['as a paper that speaks', 'what did the memo mention about boats', 'boats from Lund'],
    ['by the people of a country', 'what did the turkish president say', 'No ferry should sail'],
    ['by their office, whoever else holds one like it', 'what did the attorney say', 'Nobody paid for them'],
    ['as who leads it by another word', 'what did the guild chief say about the winter', 'a hard winter'],
    ['behind a pronoun', 'what did Yara Holm say about the water', 'the water was low'],
    ['by their office alone', 'did Tilda Roe deny taking the money', 'denied taking any money'],
    [
      'under the other name of their house',
      'what did the white house say about safe ferries',
      'the ferries were safe',
    ],
  ])('%s', async (_, question, gold) => {
    expect(await first(question)).toContain(gold);
  });
});

it('what somebody told a paper is found where the article calls it the paper', async () => {
  expect(await first('what did Haldane tell the Tarn Herald')).toContain('never slept');
});

it('a topic that the articles know nothing of is not taken for another', async () => {
  expect(await first('what did Ada Brill say about old boats')).toContain('the boats were old');
  expect(await first('what did Ada Brill say about zebra boats')).toBe('silent-speaker');
});

it('who is asked whether they denied something and did not is told who did', async () => {
  const found = await answer(archive, 'did Gus Hale deny it');
  expect(found).toMatchObject({ status: 'nothing', reason: 'silent-speaker', name: 'Gus Hale' });
  expect(found.related[0]?.text).toContain('Brackwater denied');
});

it('a hasty keyboard does not keep a question from being understood', async () => {
  expect(await first('waht did Ada Brill say')).toContain('the boats were old');
});

it('the verb of a question decides between statements on the same topic', async () => {
  expect(await first('who confirmed the search of the boats')).toContain('Bo Rusk confirmed');
  expect(await first('what did Bo Rusk threaten')).toContain('repeated a threat');
  expect(await first('who warned about the boats')).toContain('Ada Brill warned');
});

it('what somebody foretells is what they say of it, in whatever words it is reported', async () => {
  expect(await first('what did Pia Lunt predict')).toContain('a hard winter');
  expect(await first('did Pia Lunt apologise')).toBe('silent-speaker');
});

it('words for how a topic is looked at are no topic', async () => {
  expect(await first("what is Ada Brill's attitude to the boats")).toContain('the boats were old');
  expect(await first('what did Ada Brill say about the coverage of the boats')).toContain(
    'the boats were old',
  );
});

it('they are not an organisation for sharing a word of its name', async () => {
  expect(await first('what did the white house say about the piers')).not.toContain('rotten');
});

it('somebody’s own words stand before what is only told of them', async () => {
  expect(await first('what did Zeno Kalt say of the bridge')).toContain('It is not safe');
});

it('a doubtful passage does not answer what nobody near it does', async () => {
  expect(await first('how many boats were searched')).toContain('two boats');
  expect(await first('how many boats were stolen')).toBe('no-evidence');
  expect(await first('why was Amos Greel sacked')).toBe('no-evidence');
  expect(await first('how old is Amos Greel')).toBe('no-evidence');
});

it('the first of several is not the second', async () => {
  expect(await first('what did the second guard say about the lamps')).toContain('dark');
  expect(await first('what did the third guard say about the lamps')).not.toMatch(/lit|dark/);
});

it('whoever says something has not apologised', async () => {
  expect(await first('did Ada Brill apologise for the boats')).toBe('silent-speaker');
});
