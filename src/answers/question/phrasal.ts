import { formsOf, NOUN_WORDS, noun } from './verbs.ts';

/**
 * A text with its verbs of several words that report speech ("turned it down", "made the claim") as the one word that reports the
 * same, in the same form: a question is read by that word, and a cue compared with it. Linear in its length.
 */
export function inOneWord(text: string): string {
  return PHRASES.reduce((written, [said, meant]) => written.replace(said, meant), text);
}

const IDEAS =
  '(?:ideas?|proposals?|plans?|claims?|rumou?rs?|suggestions?|theor(?:y|ies)|reports?|talk|requests?|offers?|bids?)';

/** Verbs of several words before what they are done to. */
const TOGETHER: readonly (readonly [verb: string, behind: string, meant: string])[] = [
  ['push', 'back (?:on|against|at)', 'dispute'],
  ['take takes taking took', 'issue with', 'dispute'],
  ['cast casts casting cast', 'doubts? (?:on|upon|over)', 'question'],
  ['call', '(?:bs|bull|bullshit) on', 'dispute'],
  ['call', 'on the carpet', 'criticize'],
  ['hit hits hitting hit', '(?:back|out) at', 'criticize'],
  ['fire', 'back at', 'criticize'],
  ['clap', 'back at', 'criticize'],
  ['lash', 'out at', 'criticize'],
  ['lay lays laying laid', 'into', 'criticize'],
  ['tear tears tearing tore', 'into', 'criticize'],
  ['rip', 'into', 'criticize'],
  ['take takes taking took', 'aim at', 'criticize'],
  ['rail', '(?:against|at)', 'criticize'],
  ['speak speaks speaking spoke', '(?:out|up) against', 'criticize'],
  ['come comes coming came', 'out against', 'oppose'],
  ['make makes making made', 'fun of', 'mock'],
  ['poke', 'fun at', 'mock'],
  ['stand stands standing stood', '(?:up for|by)', 'defend'],
  ['stick sticks sticking stuck', 'up for', 'defend'],
  ['speak speaks speaking spoke', '(?:out|up) for', 'defend'],
  ['come comes coming came', 'to the defen[cs]e of', 'defend'],
  ['sing sings singing sang', 'the praises of', 'praise'],
  ['own', 'up to', 'admit'],
  ['fess', 'up to', 'admit'],
  ['come comes coming came', 'clean about', 'admit'],
  ['let lets letting let', 'slip', 'reveal'],
  ['spill', 'the beans (?:about|on)', 'reveal'],
  ['weigh', 'in on', 'comment on'],
  ['chime', 'in on', 'comment on'],
  ['speak speaks speaking spoke', 'out (?:on|about)', 'comment on'],
  ['sound', 'off (?:on|about)', 'comment on'],
  ['sound', 'the alarm (?:about|on|over)', 'warn about'],
  ['raise', '(?:the alarm|concerns?|fears) (?:about|over|with)', 'warn about'],
  ['double', 'down on', 'reiterate'],
  ['come comes coming came', 'up with the (?:claim|allegation) (?:that|of)', 'claim'],
  // Of planes that is no word.
  ['shoot shoots shooting shot', `down(?= (?:\\S+ ){0,3}${IDEAS}\\b)`, 'reject'],
  ['point', '(?:the|a) finger at', 'blame'],
];

/** Few words that may stand within a verb. */
const WITHIN = '(?: (?!(?:on|for|to|of|in|at|with|that|who|from|and|as|by)\\b)[^\\s,.?]+){0,4}?';

/** What begins a question on when or why something was done, which is not only told as speech. */
const CIRCUMSTANCES = '^(?:why|when|where|how) ';

/** Those that may stand around it: "turn down the offer", "turn the offer down". */
const APART: readonly (readonly [verb: string, behind: string, meant: string])[] = [
  ['turn', 'down', 'reject'],
  ['brush', '(?:off|aside)', 'dismiss'],
  ['laugh', 'off', 'dismiss'],
  ['shrug', 'off', 'dismiss'],
  ['wave', '(?:off|away|aside)', 'dismiss'],
  ['play', 'down', 'downplay'],
  ['call', 'out', 'criticize'],
  ['talk', 'up', 'praise'],
  ['back', 'up', 'confirm'],
  ['walk', 'back', 'retract'],
  [
    'take takes taking took',
    'back(?= (?:what|her|his|their|its|the (?:claim|remark|statement|words))\\b)',
    'retract',
  ],
  ['bring brings bringing brought', 'up', 'mention'],
];

/** Verbs that only say, before a noun for what is said, that it is said: "made a promise", "issued a denial". */
const LIGHT = ['make makes making made', 'give gives giving gave', 'issue', 'offer', 'release'];

const DETERMINER = '(?:the|an?|any|some|that|this|those|these)';

const ON = '(?: (?:on|about|over))?';
const QUESTIONS = '(?:the |an? |any |all |every )?(?:questions?|requests? for comment)';

/** Verbs for saying nothing. */
const SILENT: readonly (readonly [verb: string, behind: string])[] = [
  ...['stay', 'remain', 'keep keeps keeping kept'].map(
    (verb) => [verb, `(?:silent|quiet|mum)${ON}`] as const,
  ),
  ...['dodge', 'duck', 'avoid', 'evade', 'ignore'].map((verb) => [verb, `${QUESTIONS}${ON}`] as const),
];

type Phrase = readonly [said: RegExp, meant: (found: string, verb: string, within?: string) => string];

const PHRASES: readonly Phrase[] = [
  ...TOGETHER.map(([verb, behind, meant]) => {
    const [word = '', tail = ''] = meant.split(/(?= )/);
    return phrase(verb, ` ${behind} `, (form) => `${formsOf(word)[form]}${tail} `);
  }),
  ...APART.map(([verb, behind, meant]) =>
    phrase(
      verb,
      `(${WITHIN}) ${behind}(?= |$)(?<!${CIRCUMSTANCES}.*)`,
      (form, within) => `${formsOf(meant)[form]}${within}`,
    ),
  ),
  ...SILENT.map(([verb, behind]) =>
    phrase(verb, ` ${behind}(?= |$)`, (form) => `${formsOf('decline')[form]} to comment on`),
  ),
  ...LIGHT.map((verb) =>
    phrase(
      verb,
      ` (?:${DETERMINER} )?(${NOUN_WORDS.join('|')})s?(?= (?:that|to|about|on|of|against|over)\\b|$)`,
      (form, said) => formsOf(noun(said.toLowerCase())!.word)[form]!,
    ),
  ),
];

/** A phrase that begins with a verb in any of its four forms: what it is said by behind that, and what is meant. */
function phrase(verb: string, behind: string, meant: (form: number, within: string) => string): Phrase {
  const forms = verb.includes(' ') ? verb.split(' ') : formsOf(verb);
  return [
    new RegExp(`\\b(${[...new Set(forms)].join('|')})${behind}`, 'gi'),
    (_, written, within = '') => meant(forms.lastIndexOf(written.toLowerCase()), within),
  ];
}
