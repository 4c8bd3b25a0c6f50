import { ORGANISATION_WORDS } from '../lexicon.ts';
import type { Reading } from '../reading.ts';
import { type Described, GOES_ON, nearest } from './described.ts';
import type { Spoken } from './pronouns.ts';

/** Nouns for bodies, and the kinds of institution each may stand for. */
const BODIES: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    department: ['department', 'ministry'],
    ministry: ['ministry', 'department'],
    agency: ['agency'],
    bureau: ['agency'],
    service: ['agency'],
    bank: [],
    government: [],
    administration: [],
    campaign: [],
    committee: ['committee'],
    subcommittee: [],
    panel: ['committee', 'subcommittee'],
    party: ['party'],
    court: ['court'],
    justices: ['court'],
    organization: ['organization', 'foundation'],
    organisation: ['organization', 'foundation'],
    group: ['organization'],
    body: ['organization'],
    network: ['network'],
    broadcaster: ['network'],
    channel: ['network'],
    newspaper: ['newspaper'],
    paper: ['newspaper'],
    daily: ['newspaper'],
    outlet: ['outlet', 'newspaper', 'network'],
    publication: ['outlet', 'newspaper'],
    magazine: ['outlet'],
    website: ['outlet'],
    site: ['outlet'],
    company: ['company'],
    firm: ['company'],
    automaker: ['company'],
    carmaker: ['company'],
    airline: ['company'],
    retailer: ['company'],
    league: ['league'],
    foundation: ['foundation'],
    university: ['university'],
    school: ['university'],
    union: [],
    association: [],
    commission: [],
    council: [],
    institute: [],
    center: [],
    centre: [],
    club: [],
    force: [],
    corporation: ['company'],
    trust: [],
    authority: [],
    hospital: [],
    college: [],
    museum: [],
    gallery: [],
    library: [],
    hotel: [],
    airport: [],
    academy: [],
    coalition: [],
    alliance: [],
    theatre: [],
    society: [],
    federation: [],
    board: [],
    orchestra: [],
    charity: [],
  }),
);

/** What may stand before the noun of a body without telling it from others. */
const CHAMBERS = new Set(['house', 'senate', 'congressional']);

/** Whether a noun is one for bodies: "agency". */
export const isBody = (noun: string): boolean => BODIES.has(noun);

/** Which body a definite description means that takes the words from `first` to `last`; null where none or several fit. */
export function describedBody(
  reading: Reading,
  first: number,
  last: number,
  cast: readonly Described[],
  spoken: readonly Spoken[],
  voices: readonly Spoken[],
): string | null {
  const words = reading.words.slice(first, last).filter(({ mark }) => !mark);
  const noun = words.at(-1)!.lower;
  const { start } = reading.words[first]!;
  // "The Committee for Safe Ferries" is a name of its own, of a body that is not known.
  if (isName(reading, first, last)) return null;
  // "The company that made it" may be any.
  if (FIRMS.has(noun) && RESTRICTING.has(reading.words[last]?.lower ?? '')) return null;
  if (words.slice(1, -1).every(({ lower }) => CHAMBERS.has(lower)))
    return byKind(reading, noun, words.length, start, cast, spoken, voices);
  return words.length < 4 ? lastBody(reading, noun, start, cast, spoken) : null;
}

/** Whether a noun for a body is part of a name that goes on behind it. */
function isName({ words }: Reading, first: number, last: number): boolean {
  const joint = words[last];
  return words[last - 1]!.capital && !words[first]!.headline && JOINTS.has(joint?.lower ?? '');
}
const JOINTS = new Set(['of', 'for', 'on', 'to']);

function byKind(
  reading: Reading,
  noun: string,
  length: number,
  start: number,
  cast: readonly Described[],
  spoken: readonly Spoken[],
  voices: readonly Spoken[],
): string | null {
  if (length > 3) return null;
  const kinds = BODIES.get(noun)!;
  const fits = cast.filter(
    ({ name, type, kind }) =>
      type === 'organisation' && (kinds.includes(kind) || name.toLowerCase().split(' ').includes(noun)),
  );
  const before = fits.filter(({ mentions }) => mentions[0]!.start < start);
  if (before.length === 0 && FIRMS.has(noun)) return business(reading, start, cast, voices);
  if (before.length <= 1) return before[0]?.name ?? null;
  const last = spoken.at(-1)?.name;
  const speaker = before.find(({ name }) => name === last);
  // Of two campaigns in one article "the campaign" is either's.
  return speaker?.name ?? (LEADERS.has(noun) ? null : nearest(reading, before, start));
}

/**
 * "The company", where no table knows one: the body of no other kind for whom somebody spoke last, or of which the text says most; null
 * where that tells none.
 */
function business(
  reading: Reading,
  start: number,
  cast: readonly Described[],
  voices: readonly Spoken[],
): string | null {
  const firms = cast.filter(
    ({ name, type, kind, mentions }) =>
      type === 'organisation' && kind === '' && mentions[0]!.start < start && mayTrade(name),
  );
  const last = voices.at(-1);
  const goesOn = last && reading.sentenceAt(start) - reading.sentenceAt(last.start) <= GOES_ON;
  if (goesOn) return firms.find(({ name }) => name === last.name)?.name ?? null;
  const often = firms
    .map(({ name, mentions }) => ({ name, times: mentions.filter((each) => each.start < start).length }))
    .sort((a, b) => b.times - a.times);
  const [first, second] = often;
  if (!first || first.times < OFTEN || first.times < 2 * (second?.times ?? 0)) return null;
  return nearest(reading, firms, start) === first.name ? first.name : null;
}
const RESTRICTING = new Set(['that', 'behind', 'which', 'whose']);
/** What any firm may be called. */
const FIRMS = new Set(['company', 'firm', 'corporation']);

/** Whether a body may be a firm, by the words of its name. */
const mayTrade = (name: string): boolean =>
  kindByName(name) === '' &&
  name
    .toLowerCase()
    .split(' ')
    .every((word) => !ORGANISATION_WORDS.has(word) || COMMERCIAL.has(word));

/** How often a firm is named at least of which the text says most. */
const OFTEN = 3;
/** Words in the names of firms. */
const COMMERCIAL = new Set(
  'company corp corporation inc incorporated ltd limited llc plc holdings industries technologies systems airlines airways motors pharmaceuticals entertainment records pictures films communications solutions bancorp capital ventures securities insurance healthcare partners enterprises laboratories group bank studios'.split(
    ' ',
  ),
);

const LEADERS = new Set(['campaign', 'administration', 'government']);

/** What a body is by the last word of its name, where no table says so: "newspaper"; empty where that tells nothing. */
export function kindByName(name: string): string {
  return NEWSPAPER.test(name) ? 'newspaper' : '';
}
const NEWSPAPER =
  / (?:Times|Post|Journal|News|Herald|Tribune|Gazette|Chronicle|Observer|Register|Globe|Star|Sentinel|Courier|Ledger|Dispatch|Inquirer|Telegraph|Mail|Mirror|Express|Examiner|Bee|Republic|Review)$/;

/** "the watchdog group": the body of that kind that spoke last. */
function lastBody(
  reading: Reading,
  noun: string,
  start: number,
  cast: readonly Described[],
  spoken: readonly Spoken[],
): string | null {
  const bodies = cast.filter(({ type, kind }) => type === 'organisation' && BODIES.get(noun)!.includes(kind));
  const last = spoken.findLast(({ name }) => bodies.some((body) => body.name === name));
  return last && reading.sentenceAt(start) - reading.sentenceAt(last.start) <= GOES_ON ? last.name : null;
}
