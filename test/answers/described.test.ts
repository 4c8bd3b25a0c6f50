import { beforeAll, describe, expect, it } from 'vitest';
import { answer } from '../../src/answers/ask.ts';
import { understood } from '../../src/answers/names.ts';
import { readSpeaker, speaks } from '../../src/answers/speech/speaker.ts';
import type { Archive, AttributionRecord, PersonRecord } from '../../src/archive/archive.ts';
import { terms } from '../../src/search/words.ts';
import { archiveWith, firstExcerpt } from '../support/archive.ts';
import { documentOf } from '../support/document.ts';

const ARTICLES = {
  'list.txt': `Tilda Roe Under Fire For List Of Skippers

The harbour commissioner posted it on Sunday.

The boats lay still.

“It is a dangerous precedent,” Courier reporter Ora Venn wrote on Monday.

The mill burnt down in the night. Nobody was hurt, and the bakers went home.

The bakers bring their bread by cart. The carts are old, and so are the horses.

Tilda Roe lives in Osk.`,
  'tern.txt': `Terns Back On Vedd

The Institute for Sea Birds (ISB) looks after the terns of Vedd. The island is bare, and the wind is cold in spring.

No boat goes there before May.

The Institute for Sea Birds will count them again, director Runa Falk told the Gull on Tuesday. “I am sure of the nests that we have seen, but people must keep off the stones,” she said.

Lighthouse keeper Aron Hede said Runa Falk thinks that rats ate the eggs.`,
  'ferry.txt': `Clork County Asks For A Ferry

A crowd stood before the Clork County License Bureau in the rain. “It is a poor show,” said Mats Olm, at the Clork County License Bureau.

Reeve Otto Ban questioned the toll list of the county.`,
  'court.txt': `Court To Hear Otto Marl

A hearing may be held in June, said Edo Tamm, spokesman for Dale County's prosecuting attorney.

The council of Osk met in the school. It was cold there.

Tamm said on Tuesday that Otto Marl would be given the chance to speak in court.

People stood before the house of the Osk Channel, a television news station that had shown pictures of the home of Marl. The station later took the pictures from its pages and apologised.`,
  'mill.txt': `Mill Of Lund To Reopen

“The stones are worn,” Vera Stahl, chief U.S. engineer at Kornwerk, told the guild.

The group showed a talk with former mill hand Ida Moss. The lamps were dark.

“The flour was full of sand,” Moss said.

The rain came on Monday. The bakers of Lund went home, and nobody mended the roof of the mill.

Other hands of Kornwerk denied that the price was low.

“The lamps must go,” Stahl said.`,
  'sails.txt': `Sails Of Osk Checked

A guild member reportedly discovered at the talks that the sailmakers opposed to the new sails were hiding the thread. The wind was light.

The reaction of the media to the sails, which was almost all scorn, pleased nobody in the guild.`,
  'harbour.txt': `Harbour Talks Go On

Governor Rashid al-Temm said on Friday that the pilots would be paid. “Nobody will wait,” he said.

The harbour paid for 40 million tons of sand, and Osk was glad of it.

Attorney Nils Grau spoke for Governor Rashid al-Temm. “The talks are off the table,” Grau said.

The guild wrote that the harbour had bribed pilots with rum. Governor al-Temm denounced the paper as “completely false”.`,
  'guild.txt': `Guild Meets In Osk

Rep. Otto Varn, R-N.D., said the tolls are too high.

Pilot Ruth Amsel said on Monday that the talks did not come from the guild of Osk.

The old capstan of the harbour may break in the frost.

“A long winter, and no coal,” harbour master Jorn Vik said on Sunday.`,
  'quay.txt': `Two Talk About The Quay

Edwin Haldane said that the quay was sinking. He painted the church.

Ada Brill said the quay was costly. Brill assured the guild that the quay would be mended before winter.

Bo Rusk told the guild that the winch “was never illegal”.

The piers were wet on Sunday.

Pia Lunt called the winch unlawful. “So be it,” Rusk responded.

In a move meant to calm the bellmen, Mayor Gregor Hult announced on Monday that the lock would open. The stoker, a man of Osk, said that the lock was rusty.

The ferries reached 12 towns. Ferries sank in Lund, and the skippers swam home.`,
};

let archive: Archive;
beforeAll(async () => {
  archive = await archiveWith(ARTICLES);
});

const first = (question: string) => firstExcerpt(archive, question);

describe('whoever is described', () => {
  it('is known by what the article calls them elsewhere', async () => {
    expect(await first('did the prosecutor’s office say Marl will speak in court')).toContain(
      'given the chance',
    );
  });

  it('is known by what stands beside their name', async () => {
    expect(await first('what did the kornwerk engineer say about the lamps')).toContain('lamps must go');
    expect(await first('what did the ex mill hand say about the flour')).toContain('full of sand');
    expect(await first('what did the ex mayor say about the flour')).not.toContain('full of sand');
  });

  it('may be called otherwise what they are', async () => {
    expect(await first('what did the governor’s lawyer say about the talks')).toContain('off the table');
  });

  it('may be from a state that the article shortens', async () => {
    expect(await first('what did the north dakota congressman say about the tolls')).toContain('too high');
    expect(await first('what did the ohio congressman say about the tolls')).not.toContain('too high');
  });

  it('is not whoever begins behind a comma', async () => {
    expect(await first('what did the bellmen say')).toBe('no-evidence');
    expect(await first('what did the stoker say')).toContain('rusty');
  });

  it('may be people, which tells nothing of what they are', () => {
    expect(readSpeaker('kornwerk people', null)).toMatchObject({ head: null, words: terms('kornwerk') });
    expect(readSpeaker('kornwerk hands', null)).toMatchObject({ head: 'hand' });
  });

  it('are told by what they are, whatever they spoke at', () => {
    expect(readSpeaker('the mill hand at the town meeting', null).words).toEqual(terms('mill hand'));
    expect(readSpeaker('the old hand at the mill', null).words).toEqual(terms('old hand mill'));
    expect(readSpeaker('the hand at the meeting', null).words).toEqual(terms('hand meeting'));
  });

  it('may speak through a press service, but not through a gardener', async () => {
    const palace = await archiveWith({
      'palace.txt':
        "Palace Of Orm\n\nThe Grubend's press service said the road would stay open.\n\nThe Grubend's gardener said the roses were dead.",
    });
    expect(await firstExcerpt(palace, 'what did the Grubend say about the road')).toContain('stay open');
    expect(await firstExcerpt(palace, 'what did the Grubend say about the roses')).not.toContain('dead');
  });

  it('may be shortened, and told in full a sentence before', async () => {
    expect(await first('did the tv station apologise')).toContain('and apologised');
  });
});

it('whom the whole article is about need not be named beside what is said of them', async () => {
  expect(await first('what did the courier reporter say about Roe’s list')).toContain('dangerous precedent');
});

it.each([
  ['the subject of the sentence before', 'Hal Brock', true],
  ['somebody in the middle of it', 'Udo Prell', false],
])('a pronoun of nobody known may be %s', (_, called, theirs) => {
  const text =
    'Last year, Hal Brock ran for mayor and accused Udo Prell of sloth in Osk. He pledged to leave.';
  const span = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
  const document = documentOf(text);
  const record: AttributionRecord = {
    document: 'a.txt',
    index: 0,
    score: 0,
    repeats: [],
    attribution: {
      kind: 'statement',
      source: [span('He')],
      cue: [span('pledged')],
      content: [span('to leave')],
      anonymous: false,
      via: null,
      nested: false,
      confidence: 1,
      speaker: null,
    },
  };
  const person: PersonRecord = {
    name: called,
    called,
    told: null,
    type: 'person',
    aliases: [],
    statements: 0,
    documents: 1,
    roles: [],
  };
  expect(speaks(record, document, readSpeaker(called, person))).toBe(theirs);
});

it('somebody of another given name is somebody else', async () => {
  expect(await first('what did Edwin Haldane say about the quay')).toContain('sinking');
  expect(await first('what did clara haldane say about the quay')).not.toContain('sinking');
  expect(await first('what did ed haldane say about the quay')).toContain('sinking');
});

it('a statement may be reported in another verb of the question’s kind', async () => {
  expect(await first('what did Ada Brill promise about the quay')).toContain('mended before winter');
});

it('what somebody responded stands before what else they said of it', async () => {
  expect(await first('what did Rusk reply when Lunt told him the winch was illegal')).toContain('So be it');
});

it('somebody denies what they call false', async () => {
  expect(await first('did al-Temm deny bribing the pilots')).toContain('completely false');
});

it('somebody denies what they say is not so', async () => {
  expect(await first('who denied the talks came from the guild of Osk')).toContain('did not come');
});

it('what happens is no topic', async () => {
  expect(await first('what did Vik say would happen to the capstan')).toContain('“A long winter');
});

it('a name may begin with its article', async () => {
  const found = await answer(archive, 'what did Rashid al-Temm say about the pilots');
  expect(found.status === 'answered' && found.excerpts[0]!.said?.speaker).toBe('Rashid al-Temm');
});

it('a number that counts something else does not tell how many', async () => {
  expect(await first('how many towns did the ferries reach')).toContain('12 towns');
  expect(await first('how many skippers drowned in Lund')).toBe('no-evidence');
});

it('the director of a body is known by its short name, where the article writes it out', async () => {
  expect(await first('what did the ISB director say about the nests')).toContain('sure of the nests');
});

it('what somebody thinks may be told by somebody else, what they said may not', async () => {
  expect(await first('what does Falk think of the eggs')).toContain('Falk thinks that rats ate the eggs');
});

it('an officer of a place is not the body whose name begins with that of the place', async () => {
  expect((await understood(archive, 'the Clork County clerk'))?.person).toBeNull();
  expect((await understood(archive, 'the Clork County Lisense Bureau'))?.person?.type).toBe('organisation');
});

it('whoever questions a thing disputes it', async () => {
  expect(await first('did Otto Ban dispute the toll list')).toContain('questioned the toll list');
});

it.each(['What is ISB?', 'what does ISB stand for'])(
  '%s: what is short for a name is told where the articles write it out',
  async (question) => {
    expect(await firstExcerpt(archive, question)).toContain('The Institute for Sea Birds (ISB)');
  },
);

it('what somebody came to know tells what they say, in their own or another word for them', async () => {
  expect(
    await first('What did the guild member say about the sailmakers opposed to the new sails?'),
  ).toContain('hiding the thread');
  expect(await first('What did the guild employee complain about at the talks on sailmakers?')).toContain(
    'hiding the thread',
  );
});

it('what the press thinks is told by the article on it', async () => {
  expect(await first('How did the press react to the sails?')).toContain('almost all scorn');
});
