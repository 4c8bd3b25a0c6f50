import type { Kind } from '../../attribution/attribution.ts';
import type { Vocabulary } from '../../search/spelling.ts';
import { terms } from '../../search/words.ts';

/** What a question asks for by its reporting verb or noun. */
export interface Sense {
  /** The word's base form. */
  readonly word: string;
  /** For a verb, the form it was found in. */
  readonly form?: Form;
  /** What an attribution must be to be what is asked for, best first; null for any. */
  readonly kinds: readonly Kind[] | null;
}

const DENYING: readonly Kind[] = ['denial', 'dispute'];
const OPPOSING: readonly Kind[] = ['dispute', 'denial'];
const CLAIMING: readonly Kind[] = ['claim', 'quote', 'statement', 'denial', 'dispute'];
const SILENT: readonly Kind[] = ['no-comment'];

/**
 * Reporting verbs in their base form, each once, by the kinds they ask for: those that report speech and nothing else, and weak
 * ones, with which a question may as well ask for a fact.
 */
const VERBS: readonly {
  readonly kinds: readonly Kind[] | null;
  readonly speech: string;
  readonly weak?: string;
}[] = [
  { kinds: DENYING, speech: 'deny refute disavow' },
  { kinds: OPPOSING, speech: 'dispute contradict rebut', weak: 'dismiss reject' },
  { kinds: CLAIMING, speech: 'claim allege accuse assert contend insist', weak: 'maintain' },
  {
    kinds: null,
    speech: `disagree say tell remark announce argue reply respond react mention promise pledge vow warn threaten urge tweet testify
    admit concede confirm disclose comment complain acknowledge declare reiterate affirm reaffirm swear assure apologize
    apologise elaborate clarify inform notify alert`,
    weak: `oppose object protest counter state speak talk explain add note think believe answer describe call ask demand quote write
    post report reveal suggest express defend criticize criticise condemn praise blame order recommend predict caution stress
    emphasize emphasise recall propose hint joke question welcome request support estimate expect cite advise lament boast
    hope point discuss advocate know want feel label brand agree leak conclude reassure slam blast mock denounce decry rebuke
    chide attack implore thank congratulate imply signal hail shout yell scream holler exclaim whisper quip retort scoff
    lambaste ridicule deride scold berate bemoan applaud commend laud confess divulge forecast plead beg exhort guarantee
    speculate proclaim vouch downplay fault rip bash trash castigate skewer assail chastise dub deem
    intend liken characterize characterise portray justify retract`,
  },
];

function listed(words: string): string[] {
  return words.split(/\s+/).filter(Boolean);
}

function setOf(words: string): ReadonlySet<string> {
  return new Set(listed(words));
}

type Form = 'base' | 'third' | 'ing' | 'past';
const ORDER: readonly Form[] = ['base', 'third', 'ing', 'past'];

/** Verbs whose forms do not follow the rules, in the order of `ORDER`, then other past forms. */
const IRREGULAR: Readonly<Record<string, string>> = {
  say: 'say says saying said',
  tell: 'tell tells telling told',
  speak: 'speak speaks speaking spoke spoken',
  think: 'think thinks thinking thought',
  write: 'write writes writing wrote written',
  swear: 'swear swears swearing swore sworn',
  know: 'know knows knowing knew known',
  feel: 'feel feels feeling felt',
  admit: 'admit admits admitting admitted',
  beg: 'beg begs begging begged',
  quip: 'quip quips quipping quipped',
  rip: 'rip rips ripping ripped',
  slam: 'slam slams slamming slammed',
  dub: 'dub dubs dubbing dubbed',
  rebut: 'rebut rebuts rebutting rebutted',
};

const SPEECH: ReadonlySet<string> = new Set(VERBS.flatMap(({ speech }) => listed(speech)));

const MENTAL = setOf('know want intend feel expect hope think believe support');

/** Those that say whom something is said to. */
const TELLING = setOf('tell inform notify alert');

const RESPONDING = setOf('respond reply answer react');

/** What is said for or against somebody. */
const JUDGMENTS = [
  'criticize criticise condemn denounce decry slam blast attack rebuke lambaste fault rip bash trash castigate skewer assail chastise',
  'mock ridicule deride',
  'chide scold berate',
  'praise hail laud applaud commend',
];
const JUDGING: ReadonlySet<string> = new Set([...JUDGMENTS.flatMap(listed), 'blame']);

/** Verbs that report in the same way, so that a question with one of them is answered by another as well. */
const SYNONYMS: readonly ReadonlySet<string>[] = [
  RESPONDING,
  TELLING,
  ...[
    ...JUDGMENTS,
    'ask request urge demand implore beg plead exhort',
    'promise pledge vow guarantee assure',
    'warn caution',
    'admit concede acknowledge confess',
    'reveal disclose divulge',
    'predict forecast expect',
    'complain lament bemoan',
    'shout yell scream holler exclaim',
    'apologize apologise',
    'dispute question',
  ].map(setOf),
];

/** What is done by saying so, and not by saying anything else. */
const PERFORMING = setOf('apologize apologise congratulate thank testify swear');

const STANCES = setOf('agree disagree support oppose object reject dispute think feel');

const GENERAL = setOf(
  'say tell state speak talk remark comment respond reply answer react mention quote think believe feel explain',
);

/** Nouns that ask for statements: "any denials of it", "the allegations against him", each by the verb that it stands for. */
const NOUNS: Readonly<Record<string, string>> = {
  denial: 'deny',
  claim: 'claim',
  allegation: 'allege',
  accusation: 'accuse',
  statement: 'say',
  quote: 'say',
  quotation: 'say',
  comment: 'comment',
  remark: 'remark',
  response: 'respond',
  reaction: 'respond',
  reply: 'respond',
  answer: 'respond',
  comeback: 'respond',
  retort: 'respond',
  rejoinder: 'respond',
  argument: 'argue',
  explanation: 'explain',
  opinion: 'say',
  verdict: 'say',
  view: 'say',
  take: 'say',
  thought: 'say',
  reasoning: 'explain',
  excuse: 'explain',
  position: 'say',
  stance: 'say',
  warning: 'warn',
  promise: 'promise',
  objection: 'object',
  criticism: 'criticize',
  prediction: 'predict',
  threat: 'threaten',
  pledge: 'pledge',
  complaint: 'complain',
  apology: 'apologize',
  hope: 'hope',
  pushback: 'reject',
  rebuttal: 'rebut',
  testimony: 'testify',
  announcement: 'announce',
  confirmation: 'confirm',
  joke: 'joke',
  suggestion: 'suggest',
  recommendation: 'recommend',
  description: 'describe',
  assessment: 'say',
  boast: 'boast',
};

/** The nouns for statements, each in the singular. */
export const NOUN_WORDS: readonly string[] = Object.keys(NOUNS);

/** What is said of somebody who says nothing. */
const NO_COMMENT =
  /^(?:declin\w*|refus\w*|not|n't|didn't|did not|couldn't|could not|wouldn't|would not|no)\b.*\b(?:comment\w*|respon\w*|repl\w*|answer\w*|reached|discuss|say|elaborate)\b/;

const FORMS: ReadonlyMap<string, Sense> = new Map(
  VERBS.flatMap(({ kinds, speech, weak = '' }) =>
    [...listed(speech), ...listed(weak)].flatMap((word) =>
      formsOf(word).map((written, i): [string, Sense] => [
        written,
        { word, kinds, form: ORDER[i] ?? 'past' },
      ]),
    ),
  ),
);

const READ: ReadonlySet<string> = new Set([
  ...FORMS.keys(),
  ...NOUN_WORDS,
  ...['decline', 'refuse'].flatMap(formsOf),
]);
const READ_STEMS: ReadonlySet<string> = new Set(terms([...READ].join(' ')));

/** The words that are read here, for telling slips in them. */
export const REPORTING: Vocabulary = {
  documentsWith: (stem) => (READ_STEMS.has(stem) ? 1 : 0),
  has: (folded) => READ.has(folded),
};

/** What a reporting verb in any of its forms asks for; null for a word that is none. */
export function verb(word: string): Sense | null {
  return FORMS.get(word) ?? null;
}

/** The same for a noun, in either number: what the verb asks for that it stands for. */
export function noun(word: string): Sense | null {
  const single = Object.hasOwn(NOUNS, word) ? word : word.replace(/s$/, '');
  const sense = Object.hasOwn(NOUNS, single) ? FORMS.get(NOUNS[single]!)! : null;
  return sense && { word: sense.word, kinds: sense.kinds };
}

/** Whether one of these words, lower case and in order, reports a statement of one of these kinds first, and is not negated. */
export function reports(words: readonly string[], kinds: readonly Kind[]): boolean {
  return words.some((word, at) => {
    const [kind] = (verb(word) ?? noun(word))?.kinds ?? [];
    return kind !== undefined && kinds.includes(kind) && !isNegative(words[at - 1]);
  });
}

/** Whether a word, lower case and without its apostrophe, negates the verb behind it. */
export function isNegative(word: string | undefined): boolean {
  return word !== undefined && /^(?:not|(?:did|does|do|would|will|could|has|have|had)nt)$/.test(word);
}

/** Whether two verbs report in the same way: to reply is to respond. */
export function alike(a: Sense, b: Sense): boolean {
  return a.word === b.word || SYNONYMS.some((group) => group.has(a.word) && group.has(b.word));
}

/** Whether a verb says how something is said, to whom or to what, so that reporting words like it tell one statement from another. */
export function isTelling({ word }: Sense): boolean {
  return !GENERAL.has(word) || RESPONDING.has(word) || TELLING.has(word);
}

/** Whether a verb asks what was said back to somebody, so that what is answered may stand before it. */
export function isResponse({ word }: Sense): boolean {
  return RESPONDING.has(word);
}

/** Whether a verb says only that something is said, not how. */
export function isGeneral({ word }: Sense): boolean {
  return GENERAL.has(word);
}

/** Whether a verb says where somebody stands on something, as a dispute does too: "did she agree with it". */
export function isStance({ word }: Sense): boolean {
  return STANCES.has(word);
}

/** Whether a verb says what is done by saying so: whoever says something has not apologised. */
export function isPerforming({ word }: Sense): boolean {
  return PERFORMING.has(word);
}

/** Whether a verb says that somebody is praised or blamed: whoever talks of them has not done so. */
export function isJudging({ word }: Sense): boolean {
  return JUDGING.has(word);
}

/** Whether a verb says what something is to somebody: "called it a shame", "described it as one". */
export function isNaming({ word }: Sense): boolean {
  return /^(?:call|describe|label|brand|dub|deem|characteri[sz]e|portray)$/.test(word);
}

/** Whether a verb tells of a deed that others report: what somebody leaked is not told by them. */
export function isDeed({ word }: Sense): boolean {
  return word === 'leak';
}

/** Whether a verb tells what somebody has in mind rather than what they say. */
export function isMental({ word }: Sense): boolean {
  return MENTAL.has(word);
}

/** Whether a verb often reports no speech at all: "supported", "opposed". */
export function isWeak({ word }: Sense): boolean {
  return !SPEECH.has(word);
}

/** Whether the words, lower case and from the verb on, ask who said nothing. */
export function asksForSilence(words: string): boolean {
  return NO_COMMENT.test(words);
}

export const NO_COMMENT_SENSE: Sense = { word: 'comment', kinds: SILENT };

/** The forms of a reporting verb, or of a regular one: base, third person, gerund, past. */
export function formsOf(word: string): string[] {
  return IRREGULAR[word]?.split(' ') ?? regular(word);
}

function regular(word: string): string[] {
  const stem = word.replace(/e$/, '');
  if (/[^aeiou]y$/.test(word)) {
    const ie = word.replace(/y$/, 'ie');
    return [word, `${ie}s`, `${word}ing`, `${ie}d`];
  }
  return [word, /(?:s|sh|ch|x|z)$/.test(word) ? `${word}es` : `${word}s`, `${stem}ing`, `${stem}ed`];
}
