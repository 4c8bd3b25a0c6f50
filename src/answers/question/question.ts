import { ROLES } from '../../people/lexicon.ts';
import { KINDS_OF_OUTLET } from '../passages/outlets.ts';
import type { Asked, Question } from './asked.ts';
import { AUXILIARY, BE, DO, HAVE, INTERROGATIVE, MODAL, NOT } from './function-words.ts';
import { readGiven, readListed } from './nouns.ts';
import { ABOUT, ASKS, afterSilence, FILLERS, phrase, SPEAKER_WORDS, speakerOf, topicOf } from './phrases.ts';
import {
  asksForSilence,
  isDeed,
  isJudging,
  isWeak,
  NO_COMMENT_SENSE,
  noun,
  type Sense,
  verb,
} from './verbs.ts';
import { plainly } from './wording.ts';

/** The longest question that is read; what goes beyond is left out. */
export const LONGEST = 400;

/** What a question asks for. Linear in its length. */
export function readQuestion(asked: string): Question {
  const text = asked.slice(0, LONGEST).replace(/\s+/g, ' ').trim();
  const plain = plainly(text);
  const words = plain.split(' ').filter(Boolean);
  const lower = words.map((word) =>
    word
      .toLowerCase()
      .replace(/[’‘]/g, "'")
      .replace(/^["'“(]+|["'”),.;:]+$/g, ''),
  );
  for (const read of READERS) {
    const question = read(words, lower);
    if (question) return { text: plain, ...(isArticle(question) ? { ...ANYTHING, topic: plain } : question) };
  }
  return { text: plain, ...ANYTHING, topic: plain };
}

const ANYTHING: Asked = { form: 'fact', speaker: null, sense: null, topic: '', about: false };

/**
 * Whether the speaker asked for is the article itself, or its author: all that it tells is theirs, so that this asks for a
 * fact.
 */
const isArticle = ({ form, speaker }: Asked): boolean => form === 'said' && ARTICLE.test(speaker ?? '');

const ARTICLE =
  /^(?:(?:the|this) )?(?:article|text|piece|column|op-?ed)(?:['’]?s (?:author|writer|reporter))?$|^(?:the )?(?:author|writer|reporter) (?:of|behind) (?:the|this) (?:article|piece|column|op-?ed|story)$/i;

/** Those that do not ask for a speaker. */
const QUESTION_WORDS: ReadonlySet<string> = new Set(
  INTERROGATIVE.split('|').filter((word) => !/^who(?:se)?$/.test(word)),
);
const isAuxiliary = (word = ''): boolean => AUXILIARIES.test(word);
const AUXILIARIES = new RegExp(`^(?:(?:${AUXILIARY})(?:${NOT})?|what's|who's|'s)$`);
/** Tried in order; the first that fits decides. */
const READERS: readonly ((words: string[], lower: string[]) => Asked | null)[] = [
  readAccording,
  readGiven,
  readWhoIs,
  readWhoSaid,
  readListed,
  readAddressee,
  readSaid,
  readWorry,
  readTold,
  readOn,
  readBare,
];

/** "who is Kevin McAleenan", "what's MALDEF", "tell me about Homan". Whether that is a name is for others to find out. */
function readWhoIs(words: string[], lower: string[]): Asked | null {
  const asked = /^(?:who|what)(?: is| was| are| were|'s|s) (.+)$/.exec(lower.join(' '));
  const skip = asked ? words.length - asked[1]!.split(' ').length : lower[0] === 'about' ? 1 : -1;
  const rest = words.slice(skip);
  const most = lower[0] === 'who' ? NAME_WORDS.behindWho : NAME_WORDS.behindOther;
  if (skip < 0 || rest.length === 0 || rest.length > most) return null;
  if (lower.slice(skip).some((word) => verb(word) || noun(word) || NO_NAME.has(word))) return null;
  return { ...ANYTHING, form: 'who-is', speaker: rest.join(' ') };
}

/** So many words at most are a name; fewer behind "what", which asks for much else, and some by themselves. */
const NAME_WORDS = { behindWho: 8, behindOther: 6, bare: 7 };

const NO_NAME = new Set(
  'afraid worried concerned scared in on by from being going expected with against about for to behind'.split(
    ' ',
  ),
);

/** "who denied the report", "which officials said that …", "who did not respond to a request". */
function readWhoSaid(words: string[], lower: string[]): Asked | null {
  const who = /^who(?:'?s)?$/.test(lower[0]!);
  if (!who && !/^(?:which|what)$/.test(lower[0]!)) return null;
  let at = 1;
  while (at < lower.length && (isAuxiliary(lower[at]) || FILLERS.has(lower[at]!))) at++;
  // "who at the mill warned": where they are is part of what it is about.
  const among = amongWhom(lower, at);
  at += among;
  // "which officials said": whoever is asked for stands before the verb.
  const asked = at;
  const isSort = (word: string): boolean => !isPersonal(verb(word)) && !isAuxiliary(word);
  while (
    !who &&
    among === 0 &&
    at < lower.length &&
    at - asked < SORT_WORDS &&
    (at === asked || isSort(lower[at]!))
  )
    at++;
  const speaker = words.slice(asked, at).join(' ') || null;
  const behind = at;
  while (at < lower.length && !who && (isAuxiliary(lower[at]) || FILLERS.has(lower[at]!))) at++;
  const rest = lower.slice(at).join(' ');
  const negated = lower.slice(1, asked).some((word) => word.endsWith("n't"));
  if (asksForSilence(negated ? `not ${rest}` : rest)) {
    return {
      form: 'who-said',
      speaker,
      sense: NO_COMMENT_SENSE,
      topic: afterSilence(words.slice(at)),
      about: false,
    };
  }
  const sense = isNoReport(lower, at) ? null : verb(lower[at] ?? '');
  const role = ROLES.has(lower[behind - 1] ?? '') || KINDS_OF_OUTLET.includes(lower[behind - 1] ?? '');
  if (!sense || (!who && isWeak(sense) && !role)) return null;
  // "what skippers said", "what they said" asks for that.
  if (lower[0] === 'what' && (asked > 1 || !role)) return null;
  // "who was told to leave", "who is accused of it": whoever says so is not asked for.
  const auxiliary = lower[who ? 1 : behind]!;
  if (/^(?:is|was|are|were)$/.test(auxiliary) && sense.form === 'past') return null;
  // "who talked him out of it": no talking about anything.
  if (/^(?:talk|speak)$/.test(sense.word) && !/^(?:about|of|on|to|with|against)$/.test(lower[at + 1] ?? ''))
    return null;
  const { topic, about } = topicOf(words.slice(at + 1));
  return {
    form: 'who-said',
    speaker,
    sense,
    about,
    topic: [...words.slice(asked - among, asked), topic].join(' ').trim(),
  };
}

/** Whether a verb stands in a form that has its subject before it. */
const isPersonal = (sense: Sense | null): boolean => /^(?:past|third)$/.test(sense?.form ?? '');

/** How many words from `at` on tell among whom somebody is looked for: "at the mill", "of the grooms in Lund". */
function amongWhom(lower: readonly string[], at: number): number {
  if (!/^(?:at|in|of|from|among|on|within|inside)$/.test(lower[at] ?? '')) return 0;
  const verbAt = lower.findIndex((word, i) => i > at + 1 && verb(word)?.form === 'past');
  return verbAt > 0 && verbAt - at <= AMONG_WORDS ? verbAt - at : 0;
}
const AMONG_WORDS = 7;

/** So many words at most tell behind "which" who is asked for. */
const SORT_WORDS = 3;

/** "what did Homan say about …", "did ICE respond", "how does the union see …", "what X told Y". */
function readSaid(words: string[], lower: string[]): Asked | null {
  const asks = QUESTION_WORDS.has(lower[0] ?? '');
  if (!asks && !isAuxiliary(lower[0])) return null;
  const auxiliary = lower.slice(0, LEADING).findIndex(isAuxiliary);
  // "what Mayorkas said about …"
  const start = auxiliary < 0 ? (lower[0] === 'what' ? 0 : -1) : auxiliary;
  if (start < 0) return null;
  const fits = FORM_BEHIND.find(([pattern]) => pattern.test(auxiliary < 0 ? '' : lower[auxiliary]!))![1];
  // "which month did Brandt mention it in": that is told of what she says, not by it.
  if (lower.slice(1, start).some((word) => WHEN.test(word))) return null;
  for (let at = start + 1; at < lower.length && at - start <= SPEAKER_WORDS; at++) {
    // "where was Holt when she said so": she says it.
    const clause = CLAUSE.exec(lower.slice(start + 1, at).join(' '));
    const speaker = speakerOf(words.slice(start + 1, at - (clause ? 2 : 0)));
    const negated = lower[start]!.endsWith("n't");
    if (
      speaker &&
      SILENT_WORDS.test(lower[at]!) &&
      asksForSilence(`not ${lower.slice(negated ? at : at + 1).join(' ')}`)
    ) {
      return {
        form: 'said',
        speaker,
        sense: NO_COMMENT_SENSE,
        topic: afterSilence(words.slice(at)),
        about: false,
      };
    }
    const sense = isNoReport(lower, at) ? null : verb(lower[at]!);
    const forms = clause ? CLAUSE_FORMS : fits;
    if (!sense?.form || !forms.includes(sense.form) || isDeed(sense)) continue;
    // "what did she learn from the report", "what did the report conclude": a thing with the name of a verb.
    if (DETERMINER.test(lower[at - 1]!) || lower[at - 1] === 'to') continue;
    if (forms.includes(verb(lower[at + 1] ?? '')?.form ?? '')) continue;
    // "did state media claim"
    if (sense.word === 'state' && reportsIn(lower.slice(at + 2, at + 4), fits)) continue;
    // "what was said about …", "was the report denied": nobody in particular speaks.
    if (!clause && /^(?:is|was|are|were)$/.test(lower[start]!) && sense.form === 'past') {
      if (isWeak(sense)) return null;
      // "what were the guards told to say": that is asked for, whoever ordered or suggested it.
      const toSay = lower[at + 1] === 'to' && /^(?:say|tell)$/.test(lower[at + 2] ?? '');
      const asked = topicOf(words.slice(toSay ? at + 3 : at + 1));
      const [told, by] = teller(asked.topic);
      return {
        form: by ? 'said' : 'who-said',
        speaker: by,
        sense: toSay ? verb('say') : sense,
        ...asked,
        topic: [speaker, told].filter(Boolean).join(' '),
      };
    }
    const asked = topicOf(words.slice(at + 1));
    // "what publication called it", "how many inhabitants did she believe": a fact, unless the verb leaves no doubt.
    const plain =
      start === 0 ? !COMMON.test(lower[1] ?? '') : start === 1 && /^(?:what|how|why)$/.test(lower[0]!);
    if (!speaker || (isWeak(sense) && asks && !plain)) continue;
    // "which ports did Trump order …": the thing asked for is part of what it is about.
    const thing = words.slice(1, start).filter((word) => !FILLERS.has(word.toLowerCase()));
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

const WHEN = /^(?:year|month|day|date|week)$/;
/** Behind which somebody does what a question tells only to say when something else was. */
const CLAUSE = / (?:when|while|as|after|before) (?:he|she|they)$/;
const CLAUSE_FORMS: readonly string[] = ['past', 'third'];

/** Whether one of a few words is a verb that reports speech and nothing else, in a form that fits. */
const reportsIn = (few: readonly string[], forms: readonly string[]): boolean =>
  few.some((word) => {
    const sense = verb(word);
    return sense !== null && !isWeak(sense) && forms.includes(sense.form ?? '');
  });

/** The auxiliary by which a question is put is one of so many words. */
const LEADING = 6;

/** "who does Brandt blame": of the deeds that are done by saying so, whom they are done to. */
function readAddressee(words: string[], lower: string[]): Asked | null {
  if (!/^whom? (?:did|does|do|has|have)$/.test(lower.slice(0, 2).join(' '))) return null;
  const at = lower.findIndex((word, i) => i > 2 && isAddressing(verb(word)));
  if (at < 0 || at > 2 + SPEAKER_WORDS) return null;
  return {
    form: 'said',
    speaker: speakerOf(words.slice(2, at)),
    sense: verb(lower[at]!),
    ...topicOf(words.slice(at + 1)),
  };
}

const isAddressing = (sense: Sense | null): boolean =>
  sense !== null &&
  (isJudging(sense) || /^(?:accuse|thank|say|think|believe|claim|expect|intend)$/.test(sense.word));

/** "what is Brandt worried about". */
function readWorry(words: string[], lower: string[]): Asked | null {
  if (!/^what (?:is|was|are|were)$/.test(lower.slice(0, 2).join(' '))) return null;
  const at = lower.findIndex(
    (word, i) => i > 2 && /^(?:worried|concerned|afraid|scared|nervous)$/.test(word),
  );
  if (at < 0 || at > 2 + SPEAKER_WORDS) return null;
  return {
    form: 'said',
    speaker: speakerOf(words.slice(2, at)),
    sense: verb('caution'),
    ...topicOf(words.slice(at + 2)),
  };
}

/** Whether a verb reports nothing by what stands behind it: "sworn in", "called the fair off". */
const isNoReport = (lower: readonly string[], at: number): boolean => {
  const word = verb(lower[at] ?? '')?.word;
  return (
    (word === 'swear' && lower[at + 1] === 'in') ||
    (word === 'call' && lower.slice(at + 1, at + 1 + WITHIN).includes('off'))
  );
};

/** So many words behind "call" its "off" may stand: "call the whole fair off". */
const WITHIN = 5;

/** What stands before a noun. */
const DETERMINER = /^(?:the|an?|this|these|those|his|her|their|its|my|our|your)$/;

/** What stands behind "were they told", parted into what they were told of and by whom, null where that is not said. */
function teller(rest: string): [about: string, by: string | null] {
  const [, about = '', by, behind = ''] =
    /^(.*?)\bby (?!\d|\p{L}+day\b|phone|e-?mail|letter|mail|then|now|the (?:end|time))(.+?)(?: (?:about|regarding|concerning|over|when|after|before|during) (.+))?$/iu.exec(
      rest,
    ) ?? [];
  return by === undefined ? [rest, null] : [`${about} ${behind}`.trim(), speakerOf(by.split(' ')) || null];
}

/** The forms in which the main verb stands behind an auxiliary. */
const FORM_BEHIND: readonly (readonly [RegExp, readonly string[]])[] = [
  [new RegExp(`^(?:${DO}|${MODAL})(?:${NOT})?$`), ['base']],
  [new RegExp(`^(?:${HAVE})(?:${NOT})?$`), ['past', 'ing']],
  [new RegExp(`^(?:${BE})(?:${NOT})?$`), ['ing', 'past']],
  [/^/, ['past', 'third']],
];

/** A word that begins no name: behind "what" it is the sort of thing asked for, as in "what publication called it". */
const COMMON = /^(?!the$|mr|mrs|ms|dr|president|he$|she$|they$)[a-z]/;

const SILENT_WORDS = /^(?:not|declin|refus|respond|reply|comment)/;

/** "how much was it worth according to Dray", "according to The Hill, what did Trump say". */
function readAccording(words: string[], lower: string[]): Asked | null {
  const at = lower.findIndex((word, i) => word === 'according' && lower[i + 1] === 'to');
  if (at < 0) return null;
  const rest = words.slice(at + 2);
  const comma = rest.findIndex((word) => word.endsWith(','));
  const end = comma < 0 ? rest.findIndex((word) => ASKS.test(word.toLowerCase())) : comma + 1;
  const [speaker, behind] = at > 0 || end < 0 ? [rest, []] : [rest.slice(0, end), rest.slice(end)];
  const topic = [...words.slice(0, at), ...behind];
  if (speaker.length === 0 || topic.length === 0) return null;
  // "what did she say about it, according to Dray": it is she who says it.
  const told = at > 0 ? readSaid(words.slice(0, at), lower.slice(0, at)) : null;
  if (told?.speaker) return { ...told, topic: told.topic.replace(/,$/, '') };
  return {
    form: 'said',
    speaker: phrase(speaker).replace(/,$/, ''),
    sense: null,
    topic: topic.join(' ').replace(/,$/, ''),
    about: false,
  };
}

/** "Mayorkas on abolishing ICE", "quotes by …". */
function readOn(words: string[], lower: string[]): Asked | null {
  const at = lower.findIndex((word) => word === 'on' || word === 'about' || word === 're');
  if (
    at < 1 ||
    at > SUBJECT_WORDS ||
    QUESTION_WORDS.has(lower[0]!) ||
    isAuxiliary(lower[0]) ||
    lower[0] === 'who'
  )
    return null;
  return { form: 'said', speaker: phrase(words.slice(0, at)), sense: null, ...topicOf(words.slice(at)) };
}

/** "the town denies", "Brandt told the miller what": a question in the form of what would answer it. */
function readTold(words: string[], lower: string[]): Asked | null {
  const at = lower.findIndex((word) => ['third', 'past'].includes(verb(word)?.form ?? ''));
  const sense = verb(lower[at] ?? '');
  if (at < 1 || at > SUBJECT_WORDS || words.length > TOLD || !sense || isWeak(sense)) return null;
  if (lower.slice(0, at).some((word) => ASKS.test(word) || ABOUT.has(word))) return null;
  const rest = words.slice(at + 1).filter((_, i) => !/^(?:what|who|whom|why)$/.test(lower[at + 1 + i]!));
  return { form: 'said', speaker: speakerOf(words.slice(0, at)), sense, ...topicOf(rest) };
}

/** So many words are a question typed in haste, rather than a statement, and so many of them who it is about. */
const TOLD = 8;
const SUBJECT_WORDS = 4;

/** "homeland security secretary in 2021", "Mara Quill". Whether that is somebody is for others to find out. */
function readBare(words: string[], lower: string[]): Asked | null {
  if (words.length > NAME_WORDS.bare || lower.some((word) => ASKS.test(word) || verb(word) || noun(word)))
    return null;
  return { ...ANYTHING, form: 'who-is', speaker: words.join(' ') };
}
