import { expect, test } from 'vitest';
import { extract } from '../../src/attribution/extract.ts';

test('finds who said what, with spans that are exact slices', () => {
  const text = '“The bridge will reopen,” Mayor Ilse Brandt said. Residents were not told.';
  const [found] = extract(text);
  expect(found?.content.map((span) => text.slice(span.start, span.end))).toEqual([
    '“The bridge will reopen,”',
  ]);
  expect(found?.source?.map((span) => text.slice(span.start, span.end))).toEqual(['Mayor Ilse Brandt']);
  expect(found?.kind).toBe('quote');
});

test('gives a quotation without a cue to whoever spoke right before it', () => {
  const text =
    '“The roof is gone,” Oda Merz said. “We saw it fall.” Behind her the barn smoked.\n\n“It took a minute, no more.”';
  const found = extract(text).filter(({ kind }) => kind === 'quote');
  expect(found.flatMap(({ content }) => content.map((span) => text.slice(span.start, span.end)))).toEqual([
    '“The roof is gone,”',
    '“We saw it fall.”',
    '“It took a minute, no more.”',
  ]);
  expect(found[0]?.source?.map((span) => text.slice(span.start, span.end))).toEqual(['Oda Merz']);
});

test('takes no headline that a page squeezed in for what somebody says', () => {
  const text =
    'Sen. Ida Brandt Ida Maria BrandtVosberg says ferry was late Olsen: No tolls MORE told the council that the bridge is safe.';
  expect(found(text).map(([, cue, content]) => [cue, content])).toEqual([
    ['told', 'that the bridge is safe'],
  ]);
});

/** Source, cue and content of what is found, as words. */
function found(text: string): [source: string, cue: string, content: string][] {
  const words = (spans: readonly { start: number; end: number }[] | null) =>
    (spans ?? []).map((span) => text.slice(span.start, span.end)).join(' | ');
  return extract(text)
    .filter(({ nested }) => !nested)
    .map(({ source, cue, content }) => [words(source), words(cue), words(content)]);
}

test.each([
  'A lawyer for the family did not return messages.',
  'The family did not wish to comment.',
  'The brewery has yet to respond to a request for comment.',
])('takes for no comment: %s', (sentence) => {
  expect(extract(`The barn burned on Friday night. ${sentence}`).map(({ kind }) => kind)).toEqual([
    'no-comment',
  ]);
});

test.each([
  ['The harbor master would not comment.', 'would not', 'comment'],
  ['The harbor master would not comment on Monday.', 'would not', 'comment'],
  [
    'The harbor master did not immediately comment, and the gates stayed shut.',
    'did not',
    'immediately comment',
  ],
  ['The harbor master would not elaborate.', 'would not', 'elaborate'],
])('takes what somebody would not do for all there is to tell: %s', (sentence, cue, content) => {
  expect(found(sentence)).toEqual([['The harbor master', cue, content]]);
  expect(extract(sentence)[0]!.kind).toBe('no-comment');
});

test.each([
  ['The state news agency quoted the general as saying that the siege was over.', 'the general'],
  ['Ardal Echo cited Mayor Ilse Brandt as telling residents that the bridge was shut.', 'Mayor Ilse Brandt'],
])('gives what somebody is quoted as saying to them: %s', (sentence, source) => {
  expect(
    extract(sentence).find(({ cue }) => /ing$/.test(sentence.slice(cue![0]!.start, cue![0]!.end)))?.source,
  ).toEqual([{ start: sentence.indexOf(source), end: sentence.indexOf(source) + source.length }]);
});

test('gives a turn of a transcript to its speaker, to the end of the paragraph', () => {
  const text =
    'MERZ: We lost the barn. Nobody told us that it was coming.\n\nASHBY: All of it? That is a great deal.\n\nMERZ: All of it. I saw it fall.';
  expect(found(text)).toEqual([
    ['MERZ', ':', 'We lost the barn | Nobody told us that it was coming'],
    ['ASHBY', ':', 'All of it? | That is a great deal'],
    ['MERZ', ':', 'All of it | I saw it fall'],
  ]);
});

test('keeps speakers apart who are quoted one after another behind their names', () => {
  const text =
    'Marlow: "Our goal is not to deter them, but to defeat them." Busch: "The mission is to destroy them."';
  expect(found(text).map(([source, , content]) => [source, content])).toEqual([
    ['Marlow', '"Our goal is not to deter them, but to defeat them."'],
    ['Busch', '"The mission is to destroy them."'],
  ]);
});

test('does not take whom a source spoke with for the source', () => {
  expect(
    found('All five pilots who spoke with the Harbor Ledger confirmed the closure of the pier.'),
  ).toEqual([['All five pilots who spoke with the Harbor Ledger', 'confirmed', 'the closure of the pier']]);
});

test.each([
  ['“The siren never worked,” Oda Merz fumed on Tuesday.', 'Oda Merz', '“The siren never worked,”'],
  ['“Is the pier safe now?” Ashby wondered.', 'Ashby', '“Is the pier safe now?”'],
  ['“I hope they find the letters.” Trumbull said.', 'Trumbull', '“I hope they find the letters.”'],
  [
    '"We will come back", said the harbour master, Ines Calder.',
    'the harbour master, Ines Calder',
    '"We will come back"',
  ],
  ["'The ferry will sail at noon', he told reporters.", 'he', "'The ferry will sail at noon'"],
  ['“Not one more winter!” the crowd roared back.', 'the crowd', '“Not one more winter!”'],
  ['Then his wife whispered to him: “They are still with you.”', 'his wife', '“They are still with you.”'],
  ['The ferry will not sail this week, Welch said.', 'Welch', 'The ferry will not sail this week'],
  ['De Groot told the paper that the toll was fair.', 'De Groot', 'that the toll was fair'],
  [
    '"It is a tragedy for the town", commented local MP Tom Busch.',
    'local MP Tom Busch',
    '"It is a tragedy for the town"',
  ],
  ['According to officials, the ferry was delayed.', 'officials', 'the ferry was delayed'],
  [
    'According to police, the driver had fled the scene before officers arrived.',
    'police',
    'the driver had fled the scene before officers arrived',
  ],
  ['The pier is safe, according to court records.', 'court records', 'The pier is safe'],
  ['Van Drew told the Courier that the pier was safe.', 'Van Drew', 'that the pier was safe'],
  [
    'The ferry will not sail this week, Norlink said on Tuesday.',
    'Norlink',
    'The ferry will not sail this week',
  ],
])('finds who says it in: %s', (text, source, content) => {
  expect(found(text).map(([who, , what]) => [who, what])).toContainEqual([source, content]);
});

test.each([
  ['There is no truth to the report, the mayor said.', 'denial'],
  ['The report is categorically false, the mayor said.', 'denial'],
  ['The mayor said that there is no truth like the old one.', 'statement'],
  ['“No comment,” Judge Alma Reyes told a reporter.', 'no-comment'],
  ['The White House had no immediate comment.', 'no-comment'],
])('names the kind of: %s', (text, kind) => {
  expect(extract(text).map((each) => each.kind)).toEqual([kind]);
});

test('leaves out the headings of other articles that a word points to', () => {
  const links = ['More:Pier could close this year, report says', 'SEE ALSO: Mayor says the pier is safe'];
  expect(found(`It rained.\n\n${links.join('\n\n')}`)).toEqual([]);
  expect(found('Read the letter: the mayor said the pier was safe.')).toHaveLength(1);
});

test('leaves out the headings of other articles in capitals, and not a text in capitals', () => {
  const heading = 'PIER COULD CLOSE THIS YEAR FOR GOOD, REPORT SAYS';
  expect(found(`The mayor said the pier was safe.\n\n${heading}\n\nIt rained.`)).toEqual([
    ['The mayor', 'said', 'the pier was safe'],
  ]);
  expect(found(heading)).toHaveLength(1);
});

test.each([
  [
    'Merz expressed an interest in buying the barn.',
    [['Merz', 'expressed', 'an interest in buying the barn']],
  ],
  ['Ashby voiced doubts about the “new” pier.', [['Ashby', 'voiced', 'doubts about the “new” pier']]],
  [
    'The pilots have expressed concern that the pier may close.',
    [['The pilots', 'expressed', 'concern that the pier may close']],
  ],
  ['Merz has not expressed an interest in the barn.', []],
  ['Interest in the barn was expressed by letter.', []],
])('what somebody thinks is told where it is expressed: %s', (text, statements) => {
  expect(found(text)).toEqual(statements);
});

test.each([
  ['Merz closed the pier, with two clerks saying that it leaks.', 'two clerks', 'saying'],
  ['Merz sold the barn with many papers reporting that it was a gift.', 'many papers', 'reporting'],
])('who says something beside what another does is not that other: %s', (text, source, cue) => {
  expect(found(text).map(([by, verb]) => [by, verb])).toEqual([[source, cue]]);
});

test('finds what somebody is quoted to have said behind something else that they did', () => {
  const text =
    '“It was an idea,” said one clerk. “What happened here is that Oda Merz called people at the pier, said if they are going to stay away, you have got to make sure you are sending the boats in to the harbor and other places of the kind.”';
  const inner = extract(text).filter(({ nested }) => nested);
  const words = inner.map(({ source, cue }) =>
    [...source!, ...cue!].map(({ start, end }) => text.slice(start, end)),
  );
  expect(words).toContainEqual(['Oda Merz', 'said']);
});
