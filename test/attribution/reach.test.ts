import { expect, test } from 'vitest';
import { type Proposal, sure } from '../../src/attribution/proposal.ts';
import { mainSubject, mendReach } from '../../src/attribution/reach.ts';
import { type Run, type Tagged, tag } from '../../src/attribution/tag.ts';

/** What a model made of a sentence: who, the verb, what stands before it, or behind. */
interface Found {
  readonly source?: string;
  readonly cue: string;
  readonly left?: string;
  readonly right?: string;
  /** How likely it is a statement. */
  readonly statement?: number;
}

/** What is said, of each that was found in a sentence, once it has been mended. */
function mended(text: string, ...found: readonly Found[]): string[] {
  const tagged = tag(text);
  const proposals = found.map((each) => proposed(tagged, each));
  mendReach(tagged, proposals);
  return proposals.map(({ left, right }) => {
    const { start, end } = (left.run ?? right.run)!;
    return text.slice(tagged.tokens[start]!.start, tagged.tokens[end - 1]!.end);
  });
}

function proposed(tagged: Tagged, { source, cue, left, right, statement = 0.9 }: Found): Proposal {
  const run = (words: string | undefined) => (words === undefined ? null : runOf(tagged, words));
  return {
    unit: tagged.units[0]!,
    cue: runOf(tagged, cue).start,
    cueProbabilities: [1 - statement, 0, statement],
    source: sure(run(source)),
    left: sure(run(left)),
    right: sure(run(right)),
    later: [],
    form: null,
  };
}

/** The tokens of the last place where some words stand. */
function runOf({ text, tokens }: Tagged, words: string): Run {
  const at = text.lastIndexOf(words);
  const inside = [...tokens.keys()].filter(
    (i) => tokens[i]!.start >= at && tokens[i]!.end <= at + words.length,
  );
  return { start: inside[0]!, end: inside.at(-1)! + 1 };
}

test('a sentence that ends with who says it is said from its beginning', () => {
  expect(
    mended('He sold the boat and then left the harbor, the police said.', {
      source: 'the police',
      cue: 'said',
      left: 'then left the harbor',
    }),
  ).toEqual(['He sold the boat and then left the harbor']);
  expect(
    mended('In Lund, twenty-three skippers stayed in port, according to the board.', {
      source: 'the board',
      cue: 'according',
      left: 'three skippers stayed in port',
    }),
  ).toEqual(['In Lund, twenty-three skippers stayed in port']);
});

test.each([
  ['a colon', 'Merz was short: the pier is gone, she said.', 'the pier is gone'],
  ['a dash', 'Merz laughed - the pier is gone, she said.', 'the pier is gone'],
  ['quotation marks', 'Merz read “The Mill” and the pier is gone, she said.', 'the pier is gone'],
  ['the end of a clause about somebody', 'It is the pier which is gone, she said.', 'which is gone'],
  ['a conjunction', 'But the pier is gone, she said.', 'the pier is gone'],
])('but not from before %s', (_, text, left) => {
  expect(mended(text, { source: 'she', cue: 'said', left })).toEqual([left]);
});

test('nor where something else is reported before it, or the sentence goes on', () => {
  const left = 'the pier is gone';
  expect(
    mended(
      'Busch wrote that it rained and the pier is gone, she said.',
      { source: 'Busch', cue: 'wrote', right: 'that it rained' },
      { source: 'she', cue: 'said', left },
    ),
  ).toEqual(['that it rained', left]);
  expect(
    mended('It rained and the pier is gone as Merz said.', { source: 'Merz', cue: 'said', left }),
  ).toEqual([left]);
});

test.each([
  [
    'tells more',
    'Merz praised the crews for their work, noting that the pier was open.',
    { source: 'Merz', cue: 'noting', right: 'that the pier was open' },
    'the crews for their work',
  ],
  [
    'lets somebody else speak',
    'Merz praised the crews and Busch accused her of a lie.',
    { source: 'Busch', cue: 'accused', right: 'her of a lie' },
    'the crews',
  ],
  [
    'lets somebody speak behind a dash',
    'Merz praised the crews — the board accused her of a lie.',
    { source: 'the board', cue: 'accused', right: 'her of a lie' },
    'the crews',
  ],
  [
    'has another verb like the first',
    'Merz praised the crews and accused Busch of a lie.',
    { source: 'Merz', cue: 'accused', right: 'Busch of a lie' },
    'the crews',
  ],
])('what is said ends where the sentence %s', (_, text, next, expected) => {
  const right = text.slice(text.indexOf('the crews'), -1);
  const first = { source: 'Merz', cue: 'praised', right };
  expect(mended(text, first, next)[0]).toBe(expected);
  expect(mended(text, first, { ...next, statement: 0.2 })[0]).toBe(right);
});

test('but not before a verb of another form, which is part of it', () => {
  const right = 'the crews that mend the pier and tell nobody';
  expect(
    mended(
      `Merz praised ${right}.`,
      { source: 'Merz', cue: 'praised', right },
      { cue: 'tell', right: 'nobody' },
    )[0],
  ).toBe(right);
});

test('a clause that hangs on another is said without it, also behind a quotation that ends it', () => {
  const text = 'While Merz spoke of “plain theft,” Busch kept silent.';
  expect(
    mended(text, { source: 'Merz', cue: 'spoke', right: 'of “plain theft,” Busch kept silent' }),
  ).toEqual(['of “plain theft,”']);
});

test('and one that begins with a participle without its main clause', () => {
  const text = 'Saying that the pier was safe, Busch sailed on.';
  expect(mended(text, { cue: 'Saying', right: 'that the pier was safe, Busch sailed on' })).toEqual([
    'that the pier was safe',
  ]);
});

test.each([
  ['Noting that it rained, Ines Calder left the yard.', 'Ines Calder'],
  ['Speaking of “rotten wood,” the head of the board closed the pier.', 'the head of the board'],
  ['He left, noting that it rained, and Calder stayed.', null],
  ['Noting that it rained, and leaving.', null],
])('a participle at the beginning is done by the subject of the main clause: %s', (text, subject) => {
  const tagged = tag(text);
  const run = mainSubject(tagged, tagged.units[0]!, 0);
  expect(run && text.slice(tagged.tokens[run.start]!.start, tagged.tokens[run.end - 1]!.end)).toBe(subject);
});

test('a quotation that is what somebody said is all that they said', () => {
  for (const [text, cue] of [
    ['“Sorry, it is shut” is what Merz told the crews to say.', 'told'],
    ['“Sorry, it is shut” was all that Merz would say.', 'say'],
    ['"Sorry, it is shut" is how Merz put it.', 'put'],
  ] as const) {
    const left = text.slice(0, text.indexOf(' Merz'));
    expect(mended(text, { source: 'Merz', cue, left })).toEqual([text.slice(0, 19)]);
  }
});

test('what lacks its subject is said without the sentence around it', () => {
  const text = 'In a move she said was meant to help crews, the board closed the pier.';
  const end = text.length - 1;
  const found = { source: 'she', cue: 'said', right: text.slice(text.indexOf('was'), end) };
  expect(mended(text, found)).toEqual(['was meant to help crews']);
  expect(mended(text, { ...found, left: 'In a move' })).toEqual(['a move']);
});
