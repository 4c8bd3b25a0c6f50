import type { Asked } from './asked.ts';
import { DO, HAVE, MODAL } from './function-words.ts';
import { ABOUT, ASKS, afterSilence, FILLERS, SPEAKER_WORDS, speakerOf, topicOf } from './phrases.ts';
import { asksForSilence, NO_COMMENT_SENSE, noun, verb } from './verbs.ts';

/** "what reason did Osgood give for closing the dam", "what comment did she make on it", "which date did the town name". */
export function readGiven(words: string[], lower: string[]): Asked | null {
  const at = PREPOSITION.test(lower[0]!) ? 1 : 0;
  const auxiliary = lower.findIndex((word) => DOES.test(word));
  if (!/^(?:what|which)$/.test(lower[at] ?? '') || auxiliary < at + 2 || auxiliary > at + 1 + THING_WORDS)
    return null;
  const thing = lower[auxiliary - 1]!;
  const sense = noun(thing) ?? (REASON.test(thing) ? verb('explain') : null);
  const gives = lower.findIndex((word, i) => i > auxiliary + 1 && GIVES.test(word));
  if (gives < 0 || gives > auxiliary + SPEAKER_WORDS) return null;
  const rest = words.slice(gives + 1);
  const speaker = speakerOf(words.slice(auxiliary + 1, gives));
  // "what reason did she give for not commenting"
  if (asksForSilence(rest.slice(1).join(' ').toLowerCase()))
    return { form: 'said', speaker, sense: NO_COMMENT_SENSE, topic: afterSilence(rest), about: false };
  const asked = topicOf(rest);
  if (sense || GIVEN.test(thing)) return { form: 'said', speaker, sense, ...asked };
  if (at > 0 || !SAYS.test(lower[gives]!)) return null;
  const named = words.slice(at + 1, auxiliary).join(' ');
  return { form: 'said', speaker, sense: null, topic: `${named} ${asked.topic}`.trim(), about: false };
}

const PREPOSITION = /^(?:for|on|in|by|with|to|from)$/;
const DOES = /^(?:did|does|do|has|have|had)$/;
const THING_WORDS = 4;
/** What explains something. */
const REASON = /^(?:reasons?|justifications?|purpose|motives?|grounds?|rationale|basis|causes?)$/;
/** What is given in any words, and is no word for a statement. */
const GIVEN = /^(?:advice|questions?|comparison|analogy|examples?|message)$/;
const GIVES =
  /^(?:gives?|given|offer(?:ed)?|provided?|makes?|made|issued?|ha(?:ve|d)|raised?|express(?:ed)?|voiced?|suggest(?:ed)?|cited?|named?|sounde?d?|send|sent|deliver(?:ed)?|put|ask(?:ed)?|used?)$/;
/** Of these, those that are done in words whatever is given. */
const SAYS = /^(?:offer(?:ed)?|raised?|express(?:ed)?|voiced?|suggest(?:ed)?|cited?)$/;

/** "what are the allegations against X", "any denials of it", "quotes by X about Y", "X's response to Y". */
export function readListed(words: string[], lower: string[]): Asked | null {
  const at = lower.findIndex((word) => noun(word) !== null);
  if (at < 0 || at > BEFORE_NOUN) return null;
  const before = lower.slice(0, at);
  // "Holt's first, angry answer"
  const owner = words.slice(0, at).findLastIndex((word) => /['’‘]s?$/.test(word));
  const near = owner >= 0 && at - owner <= LIKE_WORDS + 1 && !lower.slice(owner + 1, at).some(isNoLike);
  const end = near ? owner + 1 : at;
  // "which paper printed Holt's warning" asks for the paper.
  if (before.slice(0, end).some((word) => verb(word)?.form === 'past')) return null;
  const owned = at > 0 && (near || OWNED.test(before.join(' ')));
  const possessor = owned || isBareOwner(before, words[at + 1]) ? possessorOf(words.slice(0, end)) : null;
  if (!(possessor ? LISTING_START.test(before.join(' ')) : before.every((word) => LISTING.has(word))))
    return null;
  const rest = words.slice(at + 1);
  const by = rest.findIndex((word) => /^(?:by|from|of)$/i.test(word));
  const sense = noun(lower[at]!)!;
  if (by === 0 || (by > 0 && /^(?:by|from)$/i.test(rest[by]!))) {
    const about = rest.findIndex(
      (word, i) => i > by && (ABOUT.has(word.toLowerCase()) || word.toLowerCase() === 'to'),
    );
    const speaker = rest.slice(by + 1, about < 0 ? undefined : about).join(' ');
    const topic = topicOf([...rest.slice(0, by), ...(about < 0 ? [] : rest.slice(about))]);
    // "denials of the report": what is denied; "the remarks of Homan": who made them; "the position of the town": neither.
    if (rest[by]!.toLowerCase() === 'of') {
      if (sense.kinds) return { form: 'who-said', speaker: null, sense, ...topicOf(rest) };
      if (!/^(?:remark|comment|statement|quot|opinion)/.test(lower[at]!)) return null;
    }
    return { form: 'said', speaker, sense, ...topic };
  }
  return { form: possessor ? 'said' : 'who-said', speaker: possessor, sense, ...topicOf(rest) };
}

/** So many words may tell what a statement is like between whose it is and the word for it. */
const LIKE_WORDS = 2;
/** Whether a word does not tell what something is like. */
const isNoLike = (word: string): boolean =>
  /^(?:to|of|on|in|at|for|by|with|from|and|or|that|who|which)$/.test(word) ||
  noun(word) !== null ||
  !['past', undefined].includes(verb(word)?.form);

/** So many words at most stand before the noun that is asked for. */
const BEFORE_NOUN = 6;

/** "what was quills response" as typed in haste. */
const OWNED = /^what(?:'s|s| is| was| are| were) (?!(?:the|an?|any|all|some|other)\b)\S+(?: \S+)?$/;

/** "homan warning to california", "what is the guild statement on it": whose it is stands before it as it is. */
function isBareOwner(before: readonly string[], behind = ''): boolean {
  const from = before.findLastIndex((word) => LISTING.has(word)) + 1;
  const owner = before.slice(from);
  return (
    before.slice(0, from).every((word) => LISTING.has(word)) &&
    owner.length > 0 &&
    owner.length <= OWNER_WORDS &&
    (owner.length === before.length || /^(?:on|to|about|regarding)$/i.test(behind)) &&
    !owner.some(
      (word) =>
        LIKE_OTHERS.has(word) || ASKS.test(word) || FILLERS.has(word) || ABOUT.has(word) || verb(word),
    )
  );
}

/** So many words at most tell whose something is without saying so. */
const OWNER_WORDS = 3;

/** What a statement may be, rather than whose. */
const LIKE_OTHERS: ReadonlySet<string> = new Set(
  'one two three four five official public general common main best biggest strongest last latest first second third final full original initial new recent current actual whole exact same only own many most few several more different similar other'.split(
    ' ',
  ),
);

const LISTING = new Set(
  "what what's whats which is are was were there any the all some a an list give me other".split(' '),
);

/** What may stand before a possessor: "what was Quill's response", not "what did Quill's answer reaffirm". */
const LISTING_START = new RegExp(`^(?!.*\\b(?:${DO}|${HAVE}|${MODAL})\\b)`);

function possessorOf(words: string[]): string | null {
  const from = words.findLastIndex((word) => LISTING.has(word.toLowerCase()));
  const name = words
    .slice(from + 1)
    .join(' ')
    .replace(/['’‘]s?$/, '');
  return name || null;
}
