import { Trait, terms, type Word, words } from '../../search/words.ts';
import { sentenceTexts } from '../../text/sentences.ts';

/** Something that happened or did not, and the stems by which a text tells of it. */
export type Event = ReadonlySet<string>;

/**
 * Verbs of such events, and behind the colon what else tells of them. A text with none of these hardly tells of the event: who was
 * dismissed is not told by what only names them.
 */
const EVENTS: readonly { readonly asked: ReadonlySet<string>; readonly told: Event }[] = `
  win wins won: winner victory victorious beat beaten defeat defeated triumph prevail lost champion
  fire fired sack sacked oust ousted: firing sacking ouster dismiss dismissal axed removed removal terminate laid layoff
  resign resigned resigns quit: resignation stepped stepping departure retire retirement exit
  arrest arrested: arrests detain detained custody apprehend jailed handcuffs raid
  kill killed die died dies: dead death deaths murder slain fatal fatally shot toll victims casualties lives assassinate assassination executed execution
  shoot shot: shooting gunman gunned fired killed murder
  marry married wed: marriage wife husband spouse wedding
  sue sued: lawsuit suit complaint plaintiff court
  hire hired appoint appointed nominate nominated pick picked choose chose chosen select selected tap tapped: recruited joined hiring appointment named nominee nomination choice selection
  born: birth
  replace replaced succeed succeeded: successor replacement acting interim
  apologize apologized apologise apologised: apology sorry regret
  convict convicted: guilty conviction
  accuse accused blame blamed: accusation accuses accusing allege alleges alleging allegation blaming fault responsible
  bomb bombed: bombing explosion
  steal stole stolen: theft robbed
  live lives lived: reside resides resident residence home house
  join joined joins: member hired recruited
  founded: founder founders founding established launched
  interview interviewed: spoke talked sat
  meet met: meeting talks
  elect elected: election vote voted ballot won
  sentence sentenced: prison jail years
  divorce divorced: separated
  injure injured wounded: injuries hurt wound`
  .trim()
  .split('\n')
  .map((line) => {
    const [asked, besides] = line.trim().split(':');
    return { asked: new Set(asked!.split(' ')), told: new Set(terms(`${asked} ${besides}`)) };
  });

/** Of what did not happen yet a text tells in other words: "how many would be arrested". */
const AHEAD = /\b(?:will|would|could|should|might|may|going to|gonna|want(?:s|ed)?|plan(?:s|ned)?)\b/i;

/** What somebody is accused of is told by what they are said to have done: "officials say he took the boat". */
const ACCUSED = /\b(?:is|are|was|were|been|being|stands?)\b.*\b(?:accused|blamed)\b/i;

/** The event of which a question asks something that took place; null where it asks for none of these. */
export function eventAsked(question: string): Event | null {
  if (AHEAD.test(question) || ACCUSED.test(question)) return null;
  const asked = words(mainClause(question)).map(({ form }, at) =>
    at > 0 && (form.traits & Trait.capital) !== 0 ? '' : form.folded,
  );
  const tells = (word: string, at: number, { asked: verbs }: (typeof EVENTS)[number]): boolean =>
    verbs.has(word) && !NO_VERB_BEHIND.test(asked[at - 1] ?? '') && !isWithParticle(asked, at);
  return EVENTS.find((event) => asked.some((word, at) => tells(word, at, event)))?.told ?? null;
}

/** A question without what only tells when or why: of "who led it after Holt was fired" nobody asks who fired her. */
const mainClause = (question: string): string =>
  question.replace(/^(?:when|since|because|before|after|once|while) [^,?]+, /i, '').replace(BESIDES, '');

const BESIDES =
  /(?<=\S+ \S+ )\b(?:after|before|when|once|since|while|because|although|though|about (?:who|what|how|why|whether))\b (?!\S+\W*$).*/i;

/** Behind these stands no verb that tells what took place: "to win", "the fire", "about shots". */
const NO_VERB_BEHIND = /^(?:to|the|an?|this|that|these|those|his|her|its|their|our|my|your|of|about)$/;

/** Whether a verb means something else by what stands behind it, or behind the one word that it is done to: "picked it off". */
const isWithParticle = (all: readonly string[], at: number): boolean =>
  [all[at + 1], all[at + 2]].some((word, n) => word === 'off' && !(n === 1 && ARTICLE.test(all[at + 1]!)));

const ARTICLE = /^(?:the|an?)$/;

/**
 * Whether a sentence of a text tells of an event, and of one of the people with these `names`, by their stems, or of them by a pronoun;
 * where `either` holds, also that it did not take place.
 */
export function tells(event: Event, text: string, names: readonly string[] = [], either = false): boolean {
  const all = sentenceTexts(text);
  const takesPlace = (sentence: string): boolean => {
    const written = words(sentence);
    return written.some(
      ({ form }, at) =>
        !form.stop && event.has(form.stem) && (!isToCome(written, at) || (either && isDenied(written, at))),
    );
  };
  const isNamed = (sentence = ''): boolean => terms(sentence).some((stem) => names.includes(stem));
  return all.some(
    (sentence, at) =>
      takesPlace(sentence) &&
      (names.length === 0 || isNamed(sentence) || (PRONOUN.test(sentence) && all.slice(0, at).some(isNamed))),
  );
}

/** Whether a word of a text tells of what may not have come about: "he promised to pardon her", "she would be pardoned". */
export function isToCome(all: readonly Word[], at: number): boolean {
  const { before, between } = wordsBefore(all, at);
  if (isNegated(between)) return true;
  const word = before.at(-1) ?? '';
  // What "will" be done an article may well be asked for as done.
  return MODAL.test(word) || (word === 'to' && before.some((other) => INTENT.test(other)));
}

/** Whether a word of a text tells of what did not come about: "he did not apologise". */
const isDenied = (all: readonly Word[], at: number): boolean => isNegated(wordsBefore(all, at).between);

const isNegated = (between: readonly string[]): boolean =>
  between.some((word) => /^(?:not|never)$/.test(word));

/** The words before a verb, folded: those right before it that belong to it ("been", "not"), and what stands before these. */
function wordsBefore(all: readonly Word[], at: number): Record<'before' | 'between', readonly string[]> {
  const near = all.slice(Math.max(0, at - BEFORE), at).map(({ form }) => form.folded);
  const end = near.findLastIndex((word) => !BETWEEN.test(word)) + 1;
  return { before: near.slice(0, end), between: near.slice(end) };
}

/** So many words before a verb may tell that. */
const BEFORE = 7;
const BETWEEN = /^(?:be|been|being|have|also|ever|not|never|even|then|soon|\p{L}+ly)$/u;
const MODAL = /^(?:would|could|should|may|might|can|must|(?:ca|wo|would|could|should|did|does|do)nt)$/;
/** Before "to", what is hardly said of what was done. */
const INTENT =
  /^(?:promis|vow|pledg|threat|want|wish|hop(?:e|ing)|plan|refus|declin|try|trie|attempt|ask|urg|press|call|beg|seek|sought|consider|offer|intend|fail|power|right|authori|abil|able|willing|unwilling|ready|likel|chance|whether|how|reluct|need|ought|got|appear|seem)/;

const PRONOUN = /\b(?:he|she|they|him|her|his|them|their|who)\b/i;

/**
 * Whether a text may tell who replaced somebody with this `surname`, or whom they replaced: by a word near their name for leaving an
 * office, or for coming into one. That somebody holds it tells neither. True for a question that asks for no such thing.
 */
export function tellsSuccession(question: string, text: string, surname: string): boolean {
  const [asked, replaced] = SUCCESSION.exec(question) ?? [];
  if (asked === undefined) return true;
  const moves = replaced === undefined ? COMING : LEAVING;
  const all = words(text).map(({ form }) => form.stem);
  const name = terms(surname).at(-1);
  return all.some(
    (stem, at) =>
      stem === name && all.slice(Math.max(0, at - BESIDE), at + 1 + BESIDE).some((near) => moves.has(near)),
  );
}

const SUCCESSION =
  /^who (?:(?:has |had )?(replaced|succeeded)|(?:did|does|has|had|will) .*\b(?:replaced?|succeed(?:ed)?))\b/i;
/** So many words from a name. */
const BESIDE = 5;
const SUCCEEDING =
  'replace replaced replacing replacement succeed succeeded succeeding successor predecessor';
const LEAVING: ReadonlySet<string> = new Set(
  terms(
    `${SUCCEEDING} departure departed resign resigned resignation leave left leaving quit stepped stepping fire fired firing oust ousted ouster dismissed dismissal removed removal retire retired retirement died death exit vacated outgoing former`,
  ),
);
const COMING: ReadonlySet<string> = new Set(
  terms(
    `${SUCCEEDING} replaces succeeds named appointed nominated chosen picked tapped promoted took taking sworn became elected`,
  ),
);
