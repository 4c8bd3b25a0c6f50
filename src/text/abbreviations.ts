import { MONTHS, MONTHS_IN_SHORT, WEEKDAYS, WEEKDAYS_IN_SHORT } from './calendar.ts';

/**
 * How a full stop behind an abbreviation is read:
 * `never-last` never ends a sentence; `before-number` goes on before a number; `time` goes on before a day or a zone;
 * `sometimes-last` goes on unless the next word is one that opens sentences.
 */
type Behaviour = 'never-last' | 'before-number' | 'time' | 'sometimes-last';

const TABLE: Readonly<Record<Behaviour, string>> = {
  'never-last':
    'Mr Mrs Ms Mx Messrs Dr Drs Prof Sen Sens Rep Reps Gov Govs Lt Gen Col Maj Capt Cpl Sgt Cmdr Adm Pvt Brig Supt Insp ' +
    'Rev Fr Hon Pres Amb Atty Asst Assoc Dep Det Mme Mlle v vs viz cf e.g i.e',
  'before-number':
    'No Nos no nos Art Sect Vol vol Ch ch pp p Fig fig par Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec approx ca circa',
  time: 'a.m p.m am pm A.M P.M',
  'sometimes-last':
    'Jr Sr Inc Corp Co Ltd LLC Plc plc Bros Cos Dept Univ Ave Blvd Rd St Ft Mt Sec Dir Ph.D Esq Intl Natl Assn ' +
    'Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa ' +
    'Tenn Tex Vt Va Wash Wis Wyo',
};

/** Abbreviations without their last full stop, as they are written in mid sentence. */
const ABBREVIATIONS: ReadonlyMap<string, Behaviour> = new Map(
  Object.entries(TABLE).flatMap(([behaviour, list]) =>
    list.split(' ').map((word) => [word, behaviour as Behaviour] as const),
  ),
);

/** How a full stop behind `word` is read; null where `word` is no abbreviation. In capitals (SEN. DALE) it is one, too. */
export function behaviourOf(word: string): Behaviour | null {
  // Initials (J. R. Dale) and abbreviations written with stops (U.N., L.A.).
  if (/^(?:\p{Lu}\.)*\p{Lu}$/u.test(word)) return 'sometimes-last';
  const capitals = word.length > 1 && word === word.toUpperCase();
  return ABBREVIATIONS.get(capitals ? word[0] + word.slice(1).toLowerCase() : word) ?? null;
}

const set = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** What follows a time of day within the sentence: "5 p.m. Monday", "9 a.m. Eastern". */
export const TIME_WORDS = new Set([
  ...WEEKDAYS,
  ...WEEKDAYS_IN_SHORT,
  ...MONTHS,
  ...MONTHS_IN_SHORT,
  ...'et est edt ct cst cdt mt mst mdt pt pst pdt gmt utc bst cet eastern central mountain pacific local'.split(
    ' ',
  ),
]);

/** Words that open a sentence far more often than they follow an abbreviation in one, capitalised as they stand here. */
export const OPENERS = set(
  'the a an this that these those he she it we they i you his her its our their my your there here ' +
    'in on at by for from with without of to as after before during since until while when where who what why how which whether ' +
    'and but or nor so yet if though although because however meanwhile moreover also still then now once ' +
    'no not some many most all both each every several few one two three another other such ' +
    'is are was were do does did has have had will would can could should may might must let ' +
    'last earlier later according asked under over despite instead nevertheless',
);

/** A name and a verb of saying right behind a quotation that ends in ? or !: `"Why?" Smith asked.` */
export const QUOTE_VERBS =
  /^(?:(?:[\p{Lu}][\p{L}.'-]*|de|van|von|bin|al|of|the|The) ){1,5}(?:said|says|asked|asks|wrote|writes|tweeted|told|tells|added|adds|replied|replies|responded|responds|shouted|yelled|exclaimed|quipped|joked|wondered|demanded|declared|continued|insisted|recalled|posted|concluded|remarked|cried|chanted)\b/u;
