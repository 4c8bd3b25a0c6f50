import { asksForSilence, isWeak, NO_COMMENT_SENSE, noun, type Sense, verb } from './verbs.ts';

/** A question in plain English, as far as its form tells what is asked for. */
export interface Question {
  /** As asked, a follow-up filled in: what passages are searched with. */
  readonly text: string;
  /**
   * `who-said`: the speaker is asked for. `said`: what somebody said is asked for. `who-is`: who somebody is.
   * `fact`: anything else.
   */
  readonly form: 'who-said' | 'said' | 'who-is' | 'fact';
  /** Words for who speaks, or who is asked about ("the third official"); null where they are asked for or not given. */
  readonly speaker: string | null;
  readonly sense: Sense | null;
  /** Words for what it is about; empty for anything. */
  readonly topic: string;
  /** Whether what follows is expressly what is talked about ("about Holt"), or only circumstances ("when Holt left"). */
  readonly about: boolean;
}

/** The longest question that is read; what goes beyond is left out. */
const LONGEST = 400;

const SPEAKER_WORDS = 9;

/** What a question asks for. Linear in its length. */
export function readQuestion(asked: string): Question {
  const text = asked.slice(0, LONGEST).replace(/\s+/g, ' ').trim();
  const plain = text.replace(LEAD, '').replace(/[\s?!.]+$/, '');
  const words = plain.split(' ').filter(Boolean);
  const lower = words.map((word) =>
    word
      .toLowerCase()
      .replace(/[’‘]/g, "'")
      .replace(/^["'“(]+|["'”),.;:]+$/g, ''),
  );
  for (const read of READERS) {
    const question = read(words, lower);
    if (question) return { text: plain, ...question };
  }
  return { text: plain, ...ANYTHING, topic: plain };
}

type Read = Omit<Question, 'text'>;

const ANYTHING: Read = { form: 'fact', speaker: null, sense: null, topic: '', about: false };

/** What members put in front of a question. */
const LEAD =
  /^(?:(?:so|ok|okay|hey|hi|well|please|and|but|also|then|now|um|could you|can you|would you|do you know|does anyone know|i want to know|i'd like to know|tell me|show me|find out|find|remind me|according to (?:the|these) articles|in (?:the|these) articles)[,:]? )+(?=\S+ \S)/i;

const QUESTION_WORDS = new Set(['what', 'how', 'when', 'where', 'why', 'which', 'whom']);
const AUXILIARIES = new Set(
  "did does do has have had is was are were will would can could should didn't doesn't don't hasn't isn't wasn't what's who's 's".split(
    ' ',
  ),
);
const FILLERS = new Set(
  'else exactly actually really ever also just even publicly officially already reportedly allegedly originally first later then again once initially'.split(
    ' ',
  ),
);
const ABOUT = new Set(['about', 'of', 'regarding', 'concerning', 'on', 'against', 'over']);

/** Tried in order; the first that fits decides. */
const READERS: readonly ((words: string[], lower: string[]) => Read | null)[] = [
  readWhoIs,
  readWhoSaid,
  readListed,
  readSaid,
  readOn,
];

/** "who is Kevin McAleenan", "what's MALDEF", "tell me about Homan". Whether that is a name is for others to find out. */
function readWhoIs(words: string[], lower: string[]): Read | null {
  const asked = /^(?:who|what)(?: is| was| are| were|'s|s) (.+)$/.exec(lower.join(' '));
  const skip = asked ? words.length - asked[1]!.split(' ').length : lower[0] === 'about' ? 1 : -1;
  const rest = words.slice(skip);
  if (skip < 0 || rest.length === 0 || rest.length > 6) return null;
  if (lower.slice(skip).some((word) => verb(word) || noun(word) || NO_NAME.has(word))) return null;
  return { ...ANYTHING, form: 'who-is', speaker: rest.join(' ') };
}

const NO_NAME = new Set('in on by from being going expected with against about for to behind'.split(' '));

/** "who denied the report", "which officials said that …", "who did not respond to a request". */
function readWhoSaid(words: string[], lower: string[]): Read | null {
  if (lower[0] !== 'who' && lower[0] !== 'which' && lower[0] !== 'whose') return null;
  const nouns = lower[0] === 'who' ? 0 : 3;
  let at = 1;
  const skipped: string[] = [];
  while (
    at < lower.length &&
    (AUXILIARIES.has(lower[at]!) || FILLERS.has(lower[at]!) || skipped.length < nouns)
  ) {
    if (verb(lower[at]!) && skipped.length > 0) break;
    if (!AUXILIARIES.has(lower[at]!) && !FILLERS.has(lower[at]!)) skipped.push(words[at]!);
    at++;
  }
  const rest = lower.slice(at).join(' ');
  const negated = lower.slice(1, at).some((word) => word.endsWith("n't")) || lower[at] === 'not';
  if (asksForSilence(negated ? `not ${rest}` : rest)) {
    return { ...ANYTHING, form: 'who-said', sense: NO_COMMENT_SENSE, topic: afterSilence(words.slice(at)) };
  }
  const sense = verb(lower[at] ?? '');
  // "who did Trump tell …": the speaker is given, the hearer is asked for.
  if (!sense || (lower[0] === 'who' && /^(?:did|does|do)$/.test(lower[1] ?? ''))) return null;
  return { form: 'who-said', speaker: skipped.join(' ') || null, sense, ...topicOf(words.slice(at + 1)) };
}

/** "what are the allegations against X", "any denials of it", "quotes by X about Y", "X's response to Y". */
function readListed(words: string[], lower: string[]): Read | null {
  const at = lower.findIndex((word) => noun(word) !== null);
  if (at < 0 || at > 6) return null;
  const before = lower.slice(0, at);
  const possessor = at > 0 && /['’‘]s?$/.test(words[at - 1]!) ? possessorOf(words.slice(0, at)) : null;
  if (!possessor && !before.every((word) => LISTING.has(word))) return null;
  const rest = words.slice(at + 1);
  const by = rest.findIndex((word) => /^(?:by|from|of)$/i.test(word));
  const sense = noun(lower[at]!)!;
  if (by === 0 || (by > 0 && /^(?:by|from)$/i.test(rest[by]!))) {
    const about = rest.findIndex((word, i) => i > by && ABOUT.has(word.toLowerCase()));
    const speaker = rest.slice(by + 1, about < 0 ? undefined : about).join(' ');
    const topic = topicOf([...rest.slice(0, by), ...(about < 0 ? [] : rest.slice(about))]);
    // "denials of the report": what is denied; "the position of Homan": who holds it.
    if (rest[by]!.toLowerCase() === 'of' && sense.kinds)
      return { form: 'who-said', speaker: null, sense, ...topicOf(rest) };
    return { form: 'said', speaker, sense, ...topic };
  }
  return { form: possessor ? 'said' : 'who-said', speaker: possessor, sense, ...topicOf(rest) };
}

const LISTING = new Set(
  'what which is are was were there any the all some a an list give me other'.split(' '),
);

function possessorOf(words: string[]): string | null {
  const from = words.findLastIndex((word) => LISTING.has(word.toLowerCase()));
  const name = words
    .slice(from + 1)
    .join(' ')
    .replace(/['’‘]s?$/, '');
  return name || null;
}

/** "what did Homan say about …", "did ICE respond", "how does the union see …", "what X told Y". */
function readSaid(words: string[], lower: string[]): Read | null {
  const starts = QUESTION_WORDS.has(lower[0] ?? '') || AUXILIARIES.has(lower[0] ?? '') || lower[0] === 'who';
  if (!starts) return null;
  let at = AUXILIARIES.has(lower[0]!) ? 0 : 1;
  // "which ports did Trump order …": words of the thing asked for.
  const thing: string[] = [];
  while (
    at < lower.length &&
    !AUXILIARIES.has(lower[at]!) &&
    thing.length < 4 &&
    QUESTION_WORDS.has(lower[0]!)
  ) {
    if (FILLERS.has(lower[at]!)) at++;
    else if (lower[0] === 'what' && at === 1) break;
    else thing.push(words[at++]!);
  }
  if (at < lower.length && !AUXILIARIES.has(lower[at]!)) {
    // "what Mayorkas said about …"
    if (lower[0] !== 'what' && lower[0] !== 'how' && lower[0] !== 'why') return null;
    at = 0;
  }
  const from = at + 1 + (FILLERS.has(lower[at + 1] ?? '') ? 1 : 0);
  let end = from;
  const negated = /n't$/.test(lower[at] ?? '');
  for (; end < lower.length && end - from <= SPEAKER_WORDS; end++) {
    const rest = lower.slice(end).join(' ');
    if (
      end > from &&
      asksForSilence(negated ? `not ${rest}` : rest) &&
      /^(?:not|declin|refus)/.test(lower[end]!)
    ) {
      return {
        form: 'said',
        speaker: phrase(words.slice(from, end)),
        sense: NO_COMMENT_SENSE,
        topic: afterSilence(words.slice(end)),
        about: false,
      };
    }
    const sense = verb(lower[end]!);
    if (!sense) continue;
    if (end === from) {
      // "what was said about …": nobody in particular.
      if (/^(?:is|was|are|were|been|being)$/.test(lower[at]!))
        return { form: 'who-said', speaker: null, sense, ...topicOf(words.slice(end + 1)) };
      continue;
    }
    const speaker = phrase(
      words
        .slice(from, end)
        .filter((word) => !FILLERS.has(word.toLowerCase()) && !/^(?:been|being)$/i.test(word)),
    );
    if (/^(?:is|was|are|were)$/.test(lower[at]!) && !/ing$/.test(lower[end]!)) return null;
    if (!speaker) continue;
    if (isWeak(sense) && lower[0] !== 'what' && lower[0] !== 'how' && !AUXILIARIES.has(lower[0]!))
      return null;
    const asked = topicOf(words.slice(end + 1));
    return {
      form: 'said',
      speaker,
      sense,
      ...asked,
      topic: [...thing, asked.topic].filter(Boolean).join(' '),
    };
  }
  return null;
}

/** "Mayorkas on abolishing ICE", "quotes by …". */
function readOn(words: string[], lower: string[]): Read | null {
  const at = lower.findIndex((word) => word === 'on' || word === 'about' || word === 're');
  if (at < 1 || at > 4 || QUESTION_WORDS.has(lower[0]!) || AUXILIARIES.has(lower[0]!) || lower[0] === 'who')
    return null;
  return { form: 'said', speaker: phrase(words.slice(0, at)), sense: null, ...topicOf(words.slice(at)) };
}

const phrase = (words: readonly string[]): string => words.join(' ').replace(/^(?:the|a|an) (?=\S+$)/i, '');

function topicOf(words: readonly string[]): Pick<Question, 'topic' | 'about'> {
  const first = words[0]?.toLowerCase() ?? '';
  const about = ABOUT.has(first);
  const rest = about || /^(?:that|to|if|whether|for|as)$/.test(first) ? words.slice(1) : words;
  return { topic: rest.join(' '), about };
}

/** What stands behind "declined to comment on", "did not respond to". */
function afterSilence(words: readonly string[]): string {
  const at = words.findIndex((word) =>
    /^(?:comment|respon|repl|answer|reached|discuss|say|elaborate)/i.test(word),
  );
  return topicOf(words.slice(at + 1)).topic;
}
