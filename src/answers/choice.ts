import type { Archive, PersonRecord } from '../archive/archive.ts';
import { UNTOLD } from '../people/directory/division.ts';
import { standingOf } from '../people/directory/record.ts';
import { withCapital } from '../people/fold.ts';
import { fullName, partsOf, samePerson } from '../people/parts.ts';
import { terms } from '../search/words.ts';
import type { Answer, Choice } from './answer.ts';
import { bearers, isLikely, isShared, likeliestFirst, type Understood } from './names.ts';

/**
 * The answer about whom a name means. Where it fits several as well, the answer about the first of them who says something in it,
 * with the others as a choice; whom hardly any document means beside the famous is asked only where those have nothing. Null where
 * the question turns out to be about none of them.
 */
export async function aboutEach<A extends Answer | null>(
  who: Understood | null,
  answerAbout: (who: Understood | null) => Promise<A>,
  answersFully: (answer: Answer, person: PersonRecord) => boolean = beginsWith,
): Promise<A> {
  if (!who || !isShared(who)) return answerAbout(who);
  const all = bearers(who);
  let best: { readonly answer: A; readonly one: Understood } | null = null;
  for (const person of all) {
    if (best && best.answer?.status !== 'nothing' && !isLikely(person, all)) break;
    const one = meaning(who, person);
    const answer = await answerAbout(one);
    const fully = answer !== null && answersFully(answer, person);
    if (fully || !best || worthOf(answer) > worthOf(best.answer)) best = { answer, one };
    if (fully) break;
  }
  const { answer, one } = best!;
  const choice = choiceOf(one);
  return answer && choice ? { ...answer, choice } : answer;
}

const worthOf = (answer: Answer | null): number =>
  answer === null ? 1 : answer.status === 'answered' ? 2 : 0;

/** Whether an answer begins with what somebody says, not only with what is said of them. */
const beginsWith = (answer: Answer, { name }: PersonRecord): boolean =>
  answer.status === 'answered' && answer.excerpts[0]?.said?.speaker === name;

/** The same as if the name meant this one of its bearers. */
const meaning = (who: Understood, person: PersonRecord): Understood => ({
  ...who,
  person,
  others: bearers(who).filter((one) => one !== person),
  taken: who.taken.map(({ typed }) => ({ typed, name: person.name })),
});

/** So many are offered beside the one whom the answer is about. */
const OFFERED = 4;

/** The choice that is left where a name is that of several; undefined where it is nobody else's, or hardly ever. */
export function choiceOf(who: Understood): Choice | undefined {
  const { typed, person } = who;
  if (!person || !isShared(who)) return undefined;
  const all = bearers(who);
  const likely = all.filter((one) => one !== person && isLikely(one, all));
  const offered = likely.filter(
    (one, n) => !isBare(one) && ![person, ...likely.slice(0, n)].some((other) => mayBe(one, other)),
  );
  if (offered.length === 0) return undefined;
  const called = sharedBy(all) || withCapital(typed);
  return {
    typed,
    called,
    // As the directory has whom documents do not tell from others of the name.
    name: isBare(person) ? fullName(person.name, UNTOLD) : person.name,
    others: offered.slice(0, OFFERED).map((one) => ({ name: one.name, standing: standingOf(one) })),
    rather: isLikely(person, all) ? null : offered[0]!.name,
  };
}

/** Whether two may be one, called Don here and Donald there, or taken for a body here, whom to choose from would be none. */
const mayBe = (one: PersonRecord, other: PersonRecord): boolean =>
  one.name === other.name ||
  (one.called !== other.called && samePerson(partsOf(one.called), partsOf(other.called)));

/** The words that stand in the names of all of them. */
function sharedBy([first, ...rest]: readonly PersonRecord[]): string {
  const names = rest.map(({ called }) => new Set(terms(called)));
  const words = first!.called.split(' ');
  return words.filter((word) => names.every((name) => terms(word).every((stem) => name.has(stem)))).join(' ');
}

/** Whom a name means by what was found for a question, and what of that may be about each of them. */
export interface Bearing<T> {
  /** The same with those first who may be meant where the best stands. */
  readonly who: Understood | null;
  /** What does not stand where somebody else of the name is meant. */
  readonly about: (who: Understood | null) => readonly T[];
}

/** Looks up whom the documents of `places`, best first, that were found for a question may mean by a name. */
export async function bearingOn<T extends { readonly document: string }>(
  archive: Archive,
  who: Understood | null,
  places: readonly T[],
): Promise<Bearing<T>> {
  if (!who?.person || who.office || who.person.type !== 'person') return { who, about: () => places };
  const all = bearers(who);
  const named = await archive.naming(
    all.map(({ name }) => name),
    places.map(({ document }) => document),
  );
  const documents = new Map(all.map(({ name }, n) => [name, new Set(named[n])]));
  const about = ({ name }: PersonRecord) =>
    places.filter(({ document }) => documents.get(name)!.has(document));
  const rank = (one: PersonRecord) => places.indexOf(about(one)[0]!) >>> 0;
  const [person, ...others] = likeliestFirst(all, (one) => -rank(one));
  return {
    who: { ...who, person: person!, others },
    about: (meant) => (meant?.person ? about(meant.person) : places),
  };
}

/** Whether somebody is listed by a surname alone, where articles tell no more. */
const isBare = ({ type, called }: PersonRecord): boolean => type === 'person' && !called.includes(' ');
