import type { Archive, NameInQuestion, PersonMatch, PersonRecord } from '../archive/archive.ts';
import { terms } from '../search/words.ts';
import type { Answer, Choice, Taken } from './answer.ts';

/** Whom a typed name means, as far as can be told. */
export interface Understood {
  readonly typed: string;
  readonly person: PersonRecord | null;
  /** Whether the name was typed as the corpus has it. */
  readonly exact: boolean;
  /** Others of that very name. */
  readonly others: readonly PersonRecord[];
  /** Whom the name may have meant where it is nobody's. */
  readonly near: readonly PersonRecord[];
  readonly taken: readonly Taken[];
}

/** The least score of a name, misspelt or a role, for it to be taken for somebody. */
const SURE = 0.6;

/** Whom a name means that a member typed as such, with a title or without; null where nothing was typed. */
export async function understood(archive: Archive, typed: string | undefined): Promise<Understood | null> {
  const name = typed?.trim();
  if (!name) return null;
  const [matches, within] = await Promise.all([
    archive.people(name, 5),
    /\s/.test(name) ? archive.names(name) : [],
  ]);
  const titled = behindTitle(name, within);
  const [best, ...rest] = titled ? [titled] : matches;
  if (!best || best.score < SURE || isOneOfMany(name, best, rest[0])) {
    return {
      typed: name,
      person: null,
      exact: false,
      others: [],
      near: matches.map(({ person }) => person),
      taken: [],
    };
  }
  return {
    typed: name,
    person: best.person,
    exact: best.how === 'exact',
    others: rest
      .filter(({ how, score }) => how === 'exact' && score >= best.score)
      .map(({ person }) => person),
    near: [],
    taken: best.how === 'near' ? [{ typed: name, name: best.person.name }] : [],
  };
}

/**
 * The answer about whom a name means; where it is the full name of several, the answer about the first who says something in it, with
 * the others as a choice.
 */
export async function aboutEach(
  who: Understood | null,
  answerAbout: (who: Understood | null) => Promise<Answer>,
): Promise<Answer> {
  if (!who || !choiceOf(who)) return answerAbout(who);
  const answers = await Promise.all(
    namesakes(who).map(async (one) => {
      const answer = await answerAbout(one);
      return { answer: { ...answer, choice: choiceOf(one)! }, worth: worthOf(answer, one) };
    }),
  );
  return answers.reduce((best, next) => (next.worth > best.worth ? next : best)).answer;
}

/** More for an answer that begins with what somebody says than for one about them, and nothing for none. */
function worthOf(answer: Answer, { person }: Understood): number {
  if (answer.status === 'nothing') return 0;
  return answer.excerpts[0]?.said?.speaker === person?.name ? 2 : 1;
}

/** Everybody of the full name that a name means, each as if the name meant them alone. */
function namesakes(who: Understood): Understood[] {
  const all = [who.person!, ...who.others.filter((one) => isNamesake(one, who.person!))];
  return all.map((person) => ({ ...who, person, others: all.filter((one) => one !== person) }));
}

/** The choice that is left where somebody has namesakes; undefined for anybody else. */
export function choiceOf({ person, others }: Understood): Choice | undefined {
  const same = others.filter((one) => person && isNamesake(one, person));
  if (!person || same.length === 0) return undefined;
  return { called: person.called, name: person.name, others: same.map(({ name }) => name) };
}

const isNamesake = (one: PersonRecord, other: PersonRecord): boolean =>
  one.within !== null && one.called === other.called;

/** Whether a document may be about whom a name means: of those who share a full name, only in theirs. */
export const mayMean = ({ person }: Understood, document: string): boolean =>
  !person?.within || person.within.includes(document);

/** Whether a name is an office that several hold here, so that any of them may be meant: "the attorney". */
function isOneOfMany(name: string, best: PersonMatch, next: PersonMatch | undefined): boolean {
  const byOffice = best.how === 'exact' && best.score <= BY_OFFICE && SHARED_OFFICE.test(name);
  return byOffice && next !== undefined && best.score - next.score < 0.05;
}

/** The most that a match by what somebody is scores. */
const BY_OFFICE = 0.85;
const SHARED_OFFICE =
  /\b(?:attorney|lawyer|spokes(?:m[ae]n|woman|person)|senator|judge|prosecutor|professor|official|deputy|officer|lawmaker|representative|congress(?:wo)?man|mayor|governor|sheriff|doctor|expert|analyst|advis[eo]r|reporter|editor|member)$/i;

/** Of "the DHS spokesman" the DHS, whose words the question asks for; any other phrase as it is. */
export function voiceless(phrase: string): string {
  return phrase.replace(
    /^(?:an? |the )?(\S.*?)(?:['’]s)? (?:spokes(?:m[ae]n|wom[ae]n|person|people)|spox)$/i,
    '$1',
  );
}

/** Of "President Trump" Trump, whoever else is a president; nobody of "sources at the DHS" or "the Mexican president". */
function behindTitle(name: string, within: readonly NameInQuestion[]): PersonMatch | null {
  const last = within.at(-1);
  const best = last?.matches[0];
  if (!last || !best || last.span.start === 0 || last.span.end < name.length) return null;
  const title = name.slice(0, last.span.start).trim();
  if (/(?:['’]s?|\b(?:of|at|in|for|from|with|to|by|on|near|and|or))$/i.test(title)) return null;
  // Of a person's other names, some are titles.
  const { called: full, type, aliases } = best.person;
  const forms = new Set(terms(type === 'person' ? full : [full, ...aliases].join(' ')));
  return terms(name.slice(last.span.start)).every((stem) => forms.has(stem)) ? best : null;
}
