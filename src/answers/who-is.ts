import type { Archive, PersonRecord } from '../archive/archive.ts';
import { ROLES } from '../people/lexicon.ts';
import { terms } from '../search/words.ts';
import { sentenceTexts } from '../text/sentences.ts';
import type { Answer, Excerpt } from './answer.ts';
import { answered, confident, type Inquiry, MOST, SMALL, unanswered } from './inquiry.ts';
import { inOtherWords, writtenOut } from './names.ts';
import { nearPeople, nothing } from './nothing.ts';
import { shownPassages } from './passages/passages.ts';
import { readSpeaker } from './speech/speaker.ts';

/** Where the articles say who or what somebody is. Null for what only looks like a question for a name. */
export async function identity(inquiry: Inquiry): Promise<Answer | null> {
  const { question, who } = inquiry;
  const name = question.speaker ?? '';
  const isMeant = who?.person && (who.exact || /^who/i.test(question.text));
  return isMeant ? known(inquiry, name, who.person) : unknown(inquiry, name);
}

/** Of somebody whom the corpus names: what it calls them, and passages that tell who they are. */
async function known(inquiry: Inquiry, name: string, person: PersonRecord): Promise<Answer | null> {
  const { archive, passages } = inquiry;
  const roles = person.roles.map(({ document, span }) => ({ document, span, matches: [span] }));
  const places = await shownPassages(archive, roles.slice(0, MOST));
  // "the mayor" may be meant otherwise than it was taken; a name cannot.
  if (readSpeaker(name, person).described) {
    const held = await holders(archive, writtenOut(name));
    return answered(inquiry, [...held, ...(await confident(inquiry)), ...places]);
  }
  const found = places.length < MOST ? await shownPassages(archive, passages) : [];
  const telling = found.filter(({ text }) => spellsOut(text, person) || tellsWho(text, person.called));
  return answered(inquiry, [...places, ...telling]);
}

/** Of whoever the corpus does not name: an office in other words, or a name as it is. */
async function unknown(inquiry: Inquiry, name: string): Promise<Answer | null> {
  const { question, who, searched } = inquiry;
  if (searched <= SMALL && inOtherWords(name).length > 0) return headed(inquiry, name);
  if (!NAME.test(name) || name === question.text) return null;
  return (
    (await namedAsIs(inquiry, name)) ??
    nothing({ searched, reason: 'unknown-name', name, nearby: nearPeople(who?.near ?? []) })
  );
}

/**
 * The passages that have a name which nobody is known by, as it is: an operation, an act, a ship. What it is, where one tells
 * that, first.
 */
async function namedAsIs(inquiry: Inquiry, name: string): Promise<Answer | null> {
  const spoken = (await confident(inquiry)).filter(({ text }) => text.includes(name));
  const telling = spoken.filter(({ text }) => tellsWho(text, name));
  return answered(inquiry, [...telling, ...spoken]);
}

/** The passages in which somebody has an office, or one like it, that nobody is known to hold. */
async function headed(inquiry: Inquiry, office: string): Promise<Answer> {
  const all = [office, ...inOtherWords(office)].map(terms);
  const body = all[0]!.filter((stem) => all.every((stems) => stems.includes(stem)));
  const heads = all.flat().filter((stem) => !body.includes(stem));
  const found = await confident(inquiry);
  const telling = found.filter(({ text }) =>
    sentenceTexts(text).some((sentence) => {
      const told = terms(sentence);
      return body.every((stem) => told.includes(stem)) && told.some((stem) => heads.includes(stem));
    }),
  );
  return answered(inquiry, telling) ?? unanswered(inquiry, { reason: 'no-evidence' });
}

/** Words with a capital each, a space between them. */
const NAME = /^\p{Lu}[\p{L}'’.-]*(?:\s\p{Lu}[\p{L}'’.-]*)*\s?$/u;

/**
 * For each of those who may be meant by an office, likeliest first, where the articles say in most of its words that they hold it;
 * in other words for it where nobody holds it by that.
 */
async function holders(archive: Archive, office: string): Promise<Excerpt[]> {
  for (const each of [office, ...inOtherWords(office)]) {
    const wanted = terms(each).filter((stem) => !/^\d+$/.test(stem));
    const people = (await archive.people(each, MOST)).filter(({ how }) => how === 'exact');
    const places = people.flatMap(({ person }) => {
      const role = person.roles.find(({ text }) => {
        const said = terms(text);
        return wanted.filter((stem) => said.includes(stem)).length >= wanted.length * HELD;
      });
      return role ? [{ ...role, matches: [role.span] }] : [];
    });
    if (places.length > 0) return shownPassages(archive, places);
  }
  return [];
}

/** The share of an office's words that a role must have. */
const HELD = 0.6;

/** Whether a text has what is short for a name in brackets behind it: "the Tarn Rowing Guild (TRG)". */
function spellsOut(text: string, { called, aliases }: PersonRecord): boolean {
  const forms = [called, ...aliases];
  return forms.some((long) => forms.some((short) => text.includes(`${long} (${short})`)));
}

/** Whether a text says who or what somebody is beside the name: "Homan, the acting director", "Homan is", "director Thomas Homan". */
function tellsWho(text: string, name: string): boolean {
  const before = text.slice(0, Math.max(0, text.indexOf(name))).trimEnd();
  if (
    ROLES.has(
      before
        .split(/[\s,.]/)
        .at(-1)!
        .toLowerCase(),
    )
  )
    return true;
  const last = name.split(' ').at(-1)!;
  const at = text.indexOf(last);
  return at >= 0 && TELLING.test(text.slice(at + last.length));
}

/** What stands behind a name where it is told who bears it. */
const TELLING =
  /^["”’']?(?:,? (?:who )?(?:is|was|were|are)\b|, (?:an?|the|\d|\p{Ll})| ?[—–] ?(?:who|an?|the)\b)/u;
