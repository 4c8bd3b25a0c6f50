import { describe, expect, test } from 'vitest';
import { extract } from '../../src/attribution/extract.ts';

/** Source and content of what is found, as words. */
function said(text: string): string[] {
  const words = (spans: readonly { start: number; end: number }[] | null) =>
    (spans ?? []).map((span) => text.slice(span.start, span.end)).join(' | ');
  return extract(text)
    .filter(({ nested }) => !nested)
    .map(({ source, content }) => `${words(source)}: ${words(content)}`);
}

describe('finds a quotation', () => {
  test.each([
    [
      'that goes on over paragraphs, each opening anew',
      'Mayor Oda Merz said: “We lost the barn.\n\n“Nobody told us it was coming.\n\n“We will rebuild it.”',
      'Mayor Oda Merz: “We lost the barn | “Nobody told us it was coming | “We will rebuild it.”',
    ],
    [
      'whose paragraphs have been run together',
      'Oda Merz said: “For us, the barn was home. “Nobody told us it was coming.”',
      'Oda Merz: “For us, the barn was home | “Nobody told us it was coming.”',
    ],
    [
      'that closes with two curly apostrophes',
      '“We lost the barn and the goats,’’ said Oda Merz. “We will rebuild it.”',
      'Oda Merz: “We lost the barn and the goats,’’ | “We will rebuild it.”',
    ],
    [
      'that goes on behind a conjunction',
      '“It does not prove that the goats were healthy,” Merz said. But “it is a promise that they could have been.”',
      'Merz: “It does not prove that the goats were healthy,” | But “it is a promise that they could have been.”',
    ],
    [
      'with any verb behind its subject',
      '“Since more barns burn in the south, our figures show that rain helps,” the study found.',
      'the study: “Since more barns burn in the south, our figures show that rain helps,”',
    ],
    [
      'by a name with what its owner is, and no comma behind',
      '“We watch for smoke, so we could act at once,” Otto Grau, a Brightwater spokesman said.',
      'Otto Grau, a Brightwater spokesman: “We watch for smoke, so we could act at once,”',
    ],
    [
      'that goes on in single marks',
      'Oda Merz said: ‘We lost the barn.\n\n‘Nobody told us it was coming.\n\n‘We will rebuild it.’',
      'Oda Merz: ‘We lost the barn | ‘Nobody told us it was coming | ‘We will rebuild it.’',
    ],
    [
      'in single marks with a possessive',
      '‘The workers’ cars were in the yard when the roof fell,’ said Ines Calder.',
      'Ines Calder: ‘The workers’ cars were in the yard when the roof fell,’',
    ],
    [
      'in single marks around another',
      '‘He told me “never” and then he left the yard,’ said Ines Calder.',
      'Ines Calder: ‘He told me “never” and then he left the yard,’',
    ],
    [
      'that somebody told to a newspaper, behind their office',
      '“The wood was rotten,” the yard’s owner, Ines Calder, told the Harbor Mercury.',
      'the yard’s owner, Ines Calder: “The wood was rotten,”',
    ],
    [
      'before a verb that may be an adjective',
      '‘The wood was rotten,’ fumed skipper Ines Calder, 52. ‘We had no choice.’',
      'skipper Ines Calder, 52: ‘The wood was rotten,’ | ‘We had no choice.’',
    ],
    [
      'before a verb of another kind',
      '“The wood is as good as new,” beamed the skipper.',
      'the skipper: “The wood is as good as new,”',
    ],
    [
      'before a verb of blame',
      '“The wood was rotten,” blasted union boss Ines Calder.',
      'union boss Ines Calder: “The wood was rotten,”',
    ],
    [
      'in the words of somebody',
      'In the words of Ines Calder, “the yard is a wound in this town.”',
      'Ines Calder: “the yard is a wound in this town.”',
    ],
    [
      'in spaced guillemets',
      '« The wood was rotten », said Ines Calder.',
      'Ines Calder: « The wood was rotten »',
    ],
    [
      'in marks of two makes',
      '“The wood was rotten," said Ines Calder. "We had no choice.”',
      'Ines Calder: “The wood was rotten," | "We had no choice.”',
    ],
    [
      'in grave accents and apostrophes',
      "``The wood was rotten,'' Calder said. ``We had no choice.''",
      "Calder: ``The wood was rotten,'' | ``We had no choice.''",
    ],
    [
      'behind what its speaker said in other words',
      'Harbor master Ines Calder said the pier would close. “It is a waste of good money. We cannot go on.”',
      'Harbor master Ines Calder: the pier would close | “It is a waste of good money. We cannot go on.”',
    ],
    [
      'in the paragraph behind that',
      'Harbor master Ines Calder said the pier would close.\n\n“It is a waste of good money. We cannot go on.”',
      'Harbor master Ines Calder: the pier would close | “It is a waste of good money. We cannot go on.”',
    ],
    [
      'behind a name with a party or a place in brackets',
      'Sen. Ines Calder (R-Elm County): “The wood was rotten. We had no choice.”',
      'Sen. Ines Calder (R-Elm County): “The wood was rotten. We had no choice.”',
    ],
    [
      'of somebody whose name has a hyphen',
      '“The wood was rotten,” Lovell-Kane said when asked about the pier.',
      'Lovell-Kane: “The wood was rotten,”',
    ],
    [
      'behind another statement of the same sentence',
      'Calder said the pier would be mended by May and added, “I will pay for it myself.”',
      'Calder: “I will pay for it myself.”',
    ],
    [
      'that is signed',
      '“The wood was rotten. We had no choice.” — Ines Calder, harbor master',
      'Ines Calder, harbor master: “The wood was rotten. We had no choice.”',
    ],
    [
      'that is signed on the next line',
      '“The wood was rotten. We had no choice.”\n- Ines Calder',
      'Ines Calder: “The wood was rotten. We had no choice.”',
    ],
    [
      'that is signed below without a dash',
      '“The wood was rotten and everybody at the yard knew it.”\n\nInes Calder, Harbor Ledger\n\nThe council met.',
      'Ines Calder, Harbor Ledger: “The wood was rotten and everybody at the yard knew it.”',
    ],
    [
      'that is signed behind it without a dash',
      '“The wood was rotten and everybody at the yard knew it.” Ines Calder, Harbor Ledger',
      'Ines Calder, Harbor Ledger: “The wood was rotten and everybody at the yard knew it.”',
    ],
    [
      'behind somebody of whom only something else is told',
      'Maria Tolan runs the shelter on Quay Street. “Nobody comes here for the soup.” There are forty beds.',
      'Maria Tolan: “Nobody comes here for the soup.”',
    ],
    [
      'in the paragraph behind that',
      'Maria Tolan runs the shelter on Quay Street.\n\n“We have been full since October. Nobody listens.”',
      'Maria Tolan: “We have been full since October. Nobody listens.”',
    ],
    [
      'behind what somebody does',
      'The old man laughed. “You should have seen the harbor in those days.”',
      'The old man: “You should have seen the harbor in those days.”',
    ],
    [
      'that somebody put so',
      '“A bridge is a promise made of steel,” as the engineer Tom Busch put it.',
      'the engineer Tom Busch: “A bridge is a promise made of steel,”',
    ],
    [
      'that a sign reads',
      'A sign on the door read “Closed until further notice.”',
      'A sign on the door: “Closed until further notice.”',
    ],
    [
      'that a sign reads, before the sign',
      '“Closed until further notice,” reads the sign on the door.',
      'the sign on the door: “Closed until further notice,”',
    ],
    [
      'with a verb that may be a noun',
      '“We must close the yard before the winter comes,” the group states in a pamphlet.',
      'the group: “We must close the yard before the winter comes,”',
    ],
  ])('%s', (_, text, expected) => {
    expect(said(text)).toContain(expected);
  });
});

test('has no cue for words that stand alone', () => {
  const text = 'Maria Tolan runs the shelter on Quay Street. “Nobody comes here for the soup.”';
  expect(extract(text)).toMatchObject([{ cue: null, kind: 'quote' }]);
});

test.each([
  ['a title', 'Maria Tolan runs the shelter. “The Long Night on Quay Street”'],
  ['somebody who is not their subject', 'The storm took the roof in May. “Nobody comes here for the soup.”'],
  ['somebody two paragraphs before', 'Maria Tolan ran.\n\nIt rained.\n\n“Nobody comes here for the soup.”'],
  ['a heading', '“Nobody comes here for the soup or for the beds.”\n\nQuestions, answers and doubts'],
])('gives words to nobody for %s', (_, text) => {
  expect(said(text)).toEqual([]);
});

describe('finds who says it behind the verb in a headline', () => {
  test.each([
    ['Harbor tax is unfair, say residents', 'residents: Harbor tax is unfair'],
    ['Harbor tax plan is reckless, says Calder', 'Calder: Harbor tax plan is reckless'],
    ['Pier collapse was no accident – police', 'police: Pier collapse was no accident'],
  ])('%s', (text, expected) => {
    expect(said(`${text}\n\nThe council will vote on Monday.`)).toEqual([expected]);
  });

  test('but not whom it is said to', () => {
    expect(said('Mayor visits the yard, thanks Calder')).not.toContainEqual(expect.stringMatching(/^Calder/));
  });
});

describe('finds words without marks', () => {
  test('behind a verb that may be a noun', () => {
    expect(said('The yard is a danger to everybody on the quay, the union reports.')).toEqual([
      'the union: The yard is a danger to everybody on the quay',
    ]);
  });

  test.each([
    ['After the union said the wood was rotten, the yard closed.', 'the union: the wood was rotten'],
    [
      'With divers warning that the pier was rotten, the council closed it.',
      'divers: that the pier was rotten',
    ],
    ['As Calder told reporters the plan was dead, the crew were packing.', 'Calder: the plan was dead'],
  ])('in a clause that hangs on another: %s', (text, expected) => {
    expect(said(text)).toEqual([expected]);
  });

  test('of those who say it of somebody, and not of whom they say it', () => {
    expect(said('A man who police say stole nine boats was arrested.')).toEqual([
      expect.stringMatching(/^police: /),
    ]);
  });

  test('behind a colon, in the next paragraph and no further', () => {
    const text =
      'Calder wrote in an email:\n\nThe wood was rotten. We had no choice.\n\nThe council meets on Monday.';
    expect(said(text)).toEqual(['Calder: The wood was rotten | We had no choice']);
  });

  test.each([
    ['What the mayor said:\n\n“We had no choice, and no wood.”\n\nThe facts:\n\nThere was wood.'],
    ['What the mayor said: “We had no choice, and no wood.”'],
  ])('behind a heading: %s', (text) => {
    expect(said(text)).toEqual(['the mayor: “We had no choice, and no wood.”']);
  });

  test.each([
    ['The wood was rotten. Sad! — Ines Calder (@icalder) May 4, 2018'],
    ['Nobody knew.\n\nThe wood was rotten. Sad!\n\n— Ines Calder (@icalder) May 4, 2018'],
  ])('in a post that is pasted: %s', (text) => {
    expect(said(text)).toContain('Ines Calder: The wood was rotten. Sad!');
  });

  test('of speakers with a place or an office behind their names, in a transcript', () => {
    const text =
      'SEN. INES CALDER (D-Harborland): The wood was rotten. We had no choice.\n\nMARLOW (moderator): Who knew?\n\nSEN. INES CALDER (D-Harborland): Everybody at the yard knew.';
    expect(said(text)).toEqual([
      'SEN. INES CALDER (D-Harborland): The wood was rotten | We had no choice',
      'MARLOW (moderator): Who knew?',
      'SEN. INES CALDER (D-Harborland): Everybody at the yard knew',
    ]);
  });

  test('in a transcript that is quoted, each paragraph of it behind a mark', () => {
    const text =
      '"CALDER: The wood was rotten. We had no choice.\n\n"MARLOW: Who knew?\n\n"CALDER: Everybody at the yard.\n\n"And nobody spoke.';
    expect(said(text)).toEqual([
      'CALDER: The wood was rotten | We had no choice',
      'MARLOW: Who knew?',
      'CALDER: Everybody at the yard | "And nobody spoke',
    ]);
  });

  test('before a name with what its bearer does, where a question or a shout ends them', () => {
    expect(said('“We want our pier back!” Ines Calder, a baker from Ellery, said Monday. “Now.”')).toEqual([
      'Ines Calder, a baker from Ellery: “We want our pier back!” | “Now.”',
    ]);
  });
});

test.each([
  [
    'a dateline',
    'ELLERY, Maine (Reuters) - The harbor master said on Monday that the pier would close.',
    ['The harbor master: that the pier would close'],
  ],
  [
    'a dateline',
    'OSLO — Fishing will stop in May, the ministry said.',
    ['the ministry: Fishing will stop in May'],
  ],
  ['when they spoke', 'Calder earlier in the day said the wood was rotten.', ['Calder: the wood was rotten']],
  ['when they spoke', 'The union last week said the wood was rotten.', ['The union: the wood was rotten']],
  [
    'when they spoke',
    'DNA tests will help to tell whose boat it was, officials said early Friday.',
    ['officials: DNA tests will help to tell whose boat it was'],
  ],
])('neither source nor content has %s: %s', (_, text, expected) => {
  expect(said(text)).toEqual(expected);
});

test.each([
  [
    'somebody of whom a clause behind it tells',
    'It is not clear when the fire began, but the crew left the pier at noon, said a harbor official who asked not to be named.',
    'a harbor official who asked not to be named: It is not clear when the fire began, but the crew left the pier at noon',
  ],
  [
    'somebody who does not want to be named',
    'The plan was dropped, said an aide, who requested anonymity to speak of it.',
    'an aide: The plan was dropped',
  ],
  [
    'whoever speaks at what is named before',
    'The town held a meeting in which surveyor Ines Calder said the pier was “rotten to the core.”',
    'surveyor Ines Calder: the pier was “rotten to the core.”',
  ],
])('a source is %s: %s', (_, text, expected) => {
  expect(said(text)).toEqual([expected]);
});

test('a source has the article of an Arabic name', () => {
  expect(said('Gen. Omar al-Harun said the pier would close.')).toEqual([
    'Gen. Omar al-Harun: the pier would close',
  ]);
});

test('a verb and the colon behind it report once', () => {
  const text = 'As the Courier report put it: “The pier was not fit for a boat. It had to be closed.”';
  expect(said(text)).toEqual(['the Courier report: “The pier was not fit for a boat. It had to be closed.”']);
});

test('a heading in single marks is nobody’s words where people speak in double ones', () => {
  const text =
    '“We cannot pay for the wood,” Ines Calder said.\n\n‘I have bills, and no boat’\n\nTom Busch owns the mill.';
  expect(said(text)).toEqual(['Ines Calder: “We cannot pay for the wood,”']);
});

test('the words for a picture are no part of a name', () => {
  expect(said('Media caption Ines Calder says the wood was rotten.')).toEqual([
    'Ines Calder: the wood was rotten',
  ]);
});

test.each([
  ['a dash in a sentence', '“The barn, the yard and the mill” — Ines Calder knew them all.'],
  ['a title', '“The Mill” — Ines Calder'],
  ['a list', 'The winners are:\n\n— Ines Calder of the Ledger\n\n— Tom Busch of the Courier'],
  ['words that are not all quoted', 'He spoke of “the barn” and the yard — Ines Calder, May 4'],
])('takes nothing for signed words in %s', (_, text) => {
  expect(extract(text).filter(({ cue }) => text.slice(cue![0]!.start, cue![0]!.end) === '—')).toEqual([]);
});

test.each([
  ['what names a part of the page', 'Advertisement: “The wood was rotten. We had no choice.”'],
  ['what links to another page', '(Also on MERCURY: Skippers knew of the rotten wood)'],
  ['somebody of whom words are awaited', 'The skippers want to see what Ines Calder says about the fee.'],
  ['a year', '2016: “The wood was rotten. We had no choice.”'],
])('takes no words for those of %s', (_, text) => {
  expect(said(text)).toEqual([]);
});

test('but a note may be somebody’s', () => {
  expect(said('Calder wrote in a note: “We had no choice.”')).toEqual(['Calder: “We had no choice.”']);
});
