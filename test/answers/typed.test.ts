import { beforeAll, describe, expect, it } from 'vitest';
import { answer } from '../../src/answers/ask.ts';
import { peopleOf, stemsOf } from '../../src/answers/meant.ts';
import { writtenOut } from '../../src/answers/names.ts';
import { profile } from '../../src/answers/profile.ts';
import { onRecord } from '../../src/answers/record.ts';
import type { Archive, PersonRecord } from '../../src/archive/archive.ts';
import { terms } from '../../src/search/words.ts';
import { archiveWith } from '../support/archive.ts';

const ARTICLES = {
  'dam.txt': `Dam Of Lund To Be Closed

The Tarn Herald reported on Monday that the dam of Lund would be closed. The town council denied the report.

Theresa May, a dam keeper, said the walls had cracks. Mrs May said on Tuesday that the sluice was safe.

The dam commissioner Ines Falk said nobody had looked at the gates. The former dam commissioner Udo Lenz was not asked.

“It will not pay for the gates,” the Brackwater Water Board said of the town.

The Brackwater Water Board reiterated that it would not lend money to Falk. Udo Lenz supports the closing of the dam.`,
  'ferry.txt': `Ferries Said To Be Sold

The Osk Courier wrote that the Tarn Ferry Company sold two ferries in May.

Tarn Ferry Company spokesman Milo Ward was in the harbour. The piers were wet. Ward said the boats cannot have been sold.

Sela Brandt, a skipper, said that Bo Rusk, the owner, was late. “He never pays for the ropes,” Brandt said.

Many know Rusk’s famous warning that the sea takes what it wants.`,
  'words.txt': `Words Fall In Osk

Mara Quill praised the bakers.

Udo Prell insisted that his words to Quill were not about the inspector.`,
  'ropes.txt': `Ropes Of The Bell

According to a new report by Pia Holm, Reeve Edo Tamm told the ringers on Sunday to cut the ropes of the bell.

Holm maintained that the Bell Guild should not pay for new ropes.`,
  'quay.txt': `Quay Said To Be Sinking

Harbour master Jorn Vik said that the quay was sinking.

There was no immediate reaction from the Harbour Guild.

The engineer Lotte Ames said the quay was sound. Ames did not respond to questions about the sinking of the quay.`,
  'mill.txt': `Mill Under Review

The mill of Osk has been under review since March. Tom Haas, the miller, insisted that he did not know of the mould in the flour.

Mara Quill, an inspector, praised the bakers. Quill did not dispute that the mould was old. A cousin of Quill’s who said he bakes was there.

The mayor wants a new roof. Clerk Ada Brill reiterated that this is happening before winter.

“Why was nobody told?” said Omar Voss, a baker. The baker Nils Grau said the rule is the rule.

Inspector Samuel A. Lund said the mill was closed. They said the inspector was late. The old sieve was no good, Lund said, and Lund called it junk that the miller bought for ten crowns.

City officials said a sale of the mill is not in the works.

The Osk Flour Agency (OFA) counts the sacks. Rhea Stone said the OFA never counts well.

An aide told CNN that the ovens were sold. The council pushed the sale of the ovens in April. The bakers rejected the idea. “The granary better stay open,” he said.

The auditor general’s report was read on Friday. The report concluded that nobody had looked at the flour.`,
  'weir.txt': `Weir Of Sand To Be Raised

Steward Elin Marsh said the weir must grow by a metre. Warden Pim Roth reportedly pushed back against her suggestion, explaining to her that eels could not pass.

Nobody would agree with raising the weir when Roth was young.

The Eel Trust declined to comment on Marsh.

“Sorry, miss, the gate is shut,” is what Marsh suggested the guards say to anglers. The guards went to their foremen, who told them to open it to anglers.`,
};

let archive: Archive;
beforeAll(async () => {
  archive = await archiveWith(ARTICLES);
});

async function texts(question: string): Promise<string[]> {
  const found = await answer(archive, question);
  return found.status === 'answered' ? found.excerpts.map(({ text }) => text) : [];
}

describe('who holds an office', () => {
  it.each(['who is the dam commissioner', 'dam commissioner'])(
    '%s: first who holds it, then who held it',
    async (question) => {
      const [first, second] = await texts(question);
      expect(first).toContain('Ines Falk');
      expect(second).toContain('Udo Lenz');
    },
  );
});

it('of a full name the last may be misspelt', async () => {
  const articles = {
    'post.txt': `Rowers Without A Head

Edda Falk has been named acting head of the rowers of Tarn, following Kirsten Neale's sudden departure.

Neale would not race in May. The boats lay in the harbour, and rowers went home.`,
    'kirsten.txt': 'The baker Kirsten Brandt rowed to Osk in May, and the harbour was full of boats.',
  };
  const found = await answer(await archiveWith(articles), 'who replaced kirsten neele?');
  expect(found.status === 'answered' && found.excerpts[0]!.text).toContain('Edda Falk');
});

it.each([
  ['Odile Ward', ['Milo Ward']],
  ['odile ward', []],
  ['Milo Ward', []],
  ['Mr. Ward', []],
  ['Spokesman Ward', []],
  ['Captain Ward', []],
  ['M. Ward', []],
])(
  '%s: taken for %j, and said so, where the word before the surname may be another first name',
  async (typed, names) => {
    const found = await profile(archive, typed);
    expect(found.status).toBe('answered');
    expect(found.taken.map(({ name }) => name)).toEqual(names);
  },
);

it('somebody may be called like a month', async () => {
  const found = await answer(archive, 'what did may say about the sluice');
  expect(found.status === 'answered' && found.excerpts[0]).toMatchObject({
    said: { speaker: 'Theresa May' },
    text: expect.stringContaining('the sluice was safe'),
  });
});

it('somebody may be called like a word that names nobody in the question', async () => {
  const archive = await archiveWith({
    'clerk.txt': `Clerk Leaves Osk

The clerk Otto Sluice said on Monday that he would leave Osk. “I have seen enough of it,” Otto Sluice said.`,
    'works.txt': `Works At The Harbour

The harbour of Tarn has been mended. Workers painted the old sluice green in the spring, and the planks of the quay were laid anew.`,
  });
  const found = await answer(archive, 'what colour did workers paint the old sluice');
  expect(found).toMatchObject({ status: 'answered', excerpts: [{ document: 'works.txt' }, {}] });
});

it('somebody is known by their last name and by the last word that was typed for it', () => {
  const [cup] = peopleOf(
    [
      {
        span: { start: 8, end: 15 },
        matches: [
          { person: { called: 'Osk Cup XII', type: 'person' } as PersonRecord, score: 1, how: 'exact' },
        ],
      },
    ],
    'who won Osk Cup',
  );
  expect(stemsOf([cup!])).toEqual(terms('XII Cup'));
});

it('who reported something is not who denied the report', async () => {
  expect((await texts('who reported that the dam would be closed'))[0]).toContain('The Tarn Herald reported');
});

it('whether somebody responded is told by their response, or by the lack of one, not by what else they said', async () => {
  const [first, ...others] = await texts('did Ames respond to questions about the sinking quay');
  expect(first).toContain('did not respond');
  expect(others.join(' ')).not.toContain('sound.');
});

it('whether somebody commented is told by their declining to', async () => {
  expect(
    (await texts('did the Eel Trust comment on what Marsh said at the hearing on anglers'))[0],
  ).toContain('declined to comment');
});

it('whether somebody agrees is told by their disputing it', async () => {
  expect((await texts('did Roth agree with raising the weir'))[0]).toContain('pushed back');
});

it('what they were to say is told by whoever suggested it, though others told them things', async () => {
  expect((await texts('what were the guards told to tell anglers'))[0]).toContain('Sorry, miss');
});

it('whether somebody praised or blamed something is not told by what else they say of it', async () => {
  expect((await texts('did Quill commend the bakers'))[0]).toContain('praised the bakers');
  expect(await texts('did Falk blame the gates')).toEqual([]);
  expect(await texts('did Nils Grau criticize the rule')).toEqual([]);
});

it('whether somebody likes something is where they stand on it', async () => {
  expect((await texts('was Roth fine with raising the weir'))[0]).toContain('pushed back against her');
  expect((await texts('does Udo Lenz like the closing of the dam'))[0]).toContain('Udo Lenz supports');
});

it('a misspelt name finds what the name does', async () => {
  expect(await texts('how high must the weir be for Marrsh')).toEqual(
    await texts('how high must the weir be for Marsh'),
  );
});

it('what else is said of a thing does not tell who leaked it', async () => {
  expect(await texts('who leaked the gates')).toEqual([]);
});

it('a slip of the keyboard is mended and told', async () => {
  const found = await answer(archive, 'who denied the reprot');
  expect(found.taken).toEqual([{ typed: 'reprot', name: 'report' }]);
  expect(found.status === 'answered' && found.excerpts[0]!.text).toContain('denied the report');
});

it('whether somebody does something is told by what they say of it', async () => {
  expect((await texts('will the Brackwater Water Board lend Falk money'))[0]).toContain('would not lend');
});

describe('whether somebody denied something', () => {
  it.each([
    ['is told by what they said was not so', 'did Tom Haas deny knowing of the mould', 'he did not know'],
    ['is told by their not disputing it', 'did Quill dispute that the mould was old', 'did not dispute'],
  ])('%s', async (_, question, gold) => {
    expect((await texts(question))[0]).toContain(gold);
  });

  it('is not told by what they say should not be', async () => {
    expect(await texts('did Holm deny cutting the Bell Guild ropes')).toEqual([]);
  });

  it.each([
    [
      'by insisting that it is not so, in whatever words',
      'did Udo Prell deny that Quill praised the bakers',
      'were not about the inspector',
    ],
    ['by whoever is described', 'did officials deny a mill sale', 'a sale of the mill is not in the works'],
  ])('is told %s', async (_, question, gold) => {
    expect((await texts(question))[0]).toContain(gold);
  });

  it('is not told by what else they said', async () => {
    expect(await texts('did Quill deny praising the bakers')).toEqual([]);
  });

  it('nor, of nobody in particular, by what is said of the thing', async () => {
    expect(await texts('who denied the mould in the flour')).toEqual([]);
  });
});

it('what is said of "this" is about what stands before', async () => {
  expect((await texts('what did Ada Brill say about the roof'))[0]).toContain('this is happening');
});

it('a report is found by whose it is', async () => {
  expect((await texts('what did the auditor general report conclude'))[0]).toContain('The report concluded');
});

it('whoever speaks for an organisation speaks as it', async () => {
  expect((await texts('did the Tarn Ferry Company deny that boats were sold'))[0]).toContain(
    'cannot have been sold',
  );
});

it('a name may stand there in another form', async () => {
  expect((await texts('what did Rhea Stone say about the Osk Flour Agency'))[0]).toContain(
    'OFA never counts',
  );
});

it('a pronoun may stand for whoever is talked about', async () => {
  const said = await texts('what did Sela Brandt say about Rusk');
  expect(said.join()).toContain('He never pays');
});

it('a possessive and a noun tell of a statement too', async () => {
  expect((await texts('what did Bo Rusk warn'))[0]).toContain('famous warning');
});

it('who declined to comment is not told by what is said of the thing', async () => {
  expect(await texts('who declined to comment on the piers')).toEqual([]);
});

it('what an outlet reported is what it was told', async () => {
  expect((await texts('what did CNN report about the ovens'))[0]).toContain('told CNN');
});

it('what is said of a thing in quotation marks is not said by it', async () => {
  expect(await texts('did the granary respond')).toEqual([]);
});

it('a question is what was asked', async () => {
  expect((await texts('what did Omar Voss ask'))[0]).toContain('Why was nobody told?');
});

it('the very words come first', async () => {
  expect((await texts('who said the rule is the rule'))[0]).toContain('Nils Grau');
});

it('somebody with an initial is one person, and not several', async () => {
  const found = await answer(archive, 'what did Lund say');
  expect(found.status === 'answered' && found.excerpts[0]!.said?.speaker).toBe('Samuel A. Lund');
  expect((await texts('what did Lund say')).filter((text) => text.startsWith('They said'))).toEqual([]);
});

it('whoever stands behind a possessive is somebody else', async () => {
  expect((await texts('what did Quill say about baking')).join()).not.toContain('cousin');
});

it('no excerpt shows again what stands in another', async () => {
  const shown = await texts('who is the dam commissioner');
  for (const [at, text] of shown.entries())
    expect(shown.slice(at + 1).filter((other) => text.includes(other))).toEqual([]);
});

it('a list without such statements shows the others on its topic as related', async () => {
  const found = await onRecord(archive, { kinds: ['denial'], by: undefined, about: 'sluice' });
  expect(found.status).toBe('nothing');
  expect(found.related.map(({ text }) => text)).toEqual([expect.stringContaining('the sluice was safe')]);
});

describe('an office in words that no article has', () => {
  it.each([
    ['what did the dam chief say', 'nobody had looked at the gates'],
    ['what did the lund dam boss say', 'nobody had looked at the gates'],
  ])('%s', async (question, gold) => {
    expect((await texts(question))[0]).toContain(gold);
  });

  it('and shortened', async () => {
    const [short, long] = await Promise.all(
      ['who is the ex-dam commissioner', 'who is the former dam commissioner'].map(texts),
    );
    expect(short![0]).toBe(long![0]);
  });

  it('but nobody’s name', () => {
    expect(writtenOut('Amara Sen')).toBe('Amara Sen');
    expect(writtenOut('sen. Amara Sen')).toBe('senator Amara Sen');
    expect(writtenOut('the nj governor')).toBe('the New Jersey governor');
    expect(writtenOut('the county DA')).toBe('the county district attorney');
    expect(writtenOut('Ines da Falk')).toBe('Ines da Falk');
    expect(writtenOut('the works dept')).toBe('the works department');
  });
});

it('whom somebody did not answer may be named anywhere in the article', async () => {
  expect((await texts('did Lotte Ames respond to Jorn Vik'))[0]).toContain('did not respond');
});

it('that there was no reaction is what is known of one', async () => {
  expect((await texts('did the harbour guild react to the sinking of the quay'))[0]).toContain(
    'no immediate reaction',
  );
});

describe('a short form that no article has', () => {
  const articles = {
    'fen.txt': `Fen To Be Drained

The Fen Department said on Monday that the dykes of Sand would be raised by a metre. The skippers laughed.`,
    'reeve.txt': 'The reeve of Osk said the department of bells was late.',
  };

  it('is read as what it is short for, and that is said', async () => {
    const found = await answer(await archiveWith(articles), 'what did the fen dept say about the dykes');
    expect(found).toMatchObject({
      status: 'answered',
      taken: [{ typed: 'dept', name: 'department' }],
      excerpts: [{ document: 'fen.txt' }],
    });
  });

  it('stays as it is in quotation marks', async () => {
    const found = await answer(await archiveWith(articles), 'who said "the fen dept laughed"');
    expect(found.taken).toEqual([]);
  });

  it('stays as it is where an article has it', async () => {
    const archive = await archiveWith({ ...articles, 'post.txt': 'The post dept laughed at the skippers.' });
    expect((await answer(archive, 'what did the fen dept say about the dykes')).taken).toEqual([]);
  });
});

it.each([
  ['who bought twenty acres of meadow near Barckwater', 'answered'],
  ['who bought twenty acres of meadow near Tarnwater', 'nothing'],
])('%s: a place one slip away from that of the article is taken for it: %s', async (question, status) => {
  const archive = await archiveWith({
    'boats.txt': `Boats Of Lund Sold

The guild bought twenty acres of meadow near Brackwater in May, and the skippers painted their boats green.`,
    'flour.txt': 'The mill of Osk was closed in May. The flour was old.',
  });
  expect((await answer(archive, question)).status).toBe(status);
});
