import { ORGANISATION_WORDS } from '../lexicon.ts';
import type { Reading } from '../reading.ts';
import { goesOn, nearest, type Scene } from './scene.ts';

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

/** What may stand before such a noun without telling one body from another. */
const CHAMBERS = new Set(['house', 'senate', 'congressional']);

/** Whether a noun, in lower case, is one for bodies: "agency". */
export const isBody = (noun: string): boolean => BODIES.has(noun);

/** The body that a description means, which takes the words from `first` to `last`. Null where none or several fit. */
export function describedBody(scene: Scene, first: number, last: number): string | null {
  const { reading } = scene;
  const words = reading.words.slice(first, last).filter(({ mark }) => !mark);
  const noun = words.at(-1)!.lower;
  const { start } = reading.words[first]!;
  // "The Committee for Safe Ferries" is a name of its own, of a body that is not known.
  if (isName(reading, first, last)) return null;
  // "The company that made it" may be any.
  if (FIRMS.has(noun) && RESTRICTING.has(reading.words[last]?.lower ?? '')) return null;
  if (words.length > 3) return null;
  const bare = words.slice(1, -1).every(({ lower }) => CHAMBERS.has(lower));
  return bare ? byKind(scene, noun, start) : lastBody(scene, noun, start);
}

/** Whether a noun for a body is part of a name that goes on behind it. */
function isName({ words }: Reading, first: number, last: number): boolean {
  const joint = words[last];
  return words[last - 1]!.capital && !words[first]!.headline && JOINTS.has(joint?.lower ?? '');
}
const JOINTS = new Set(['of', 'for', 'on', 'to']);

/** "The department": the only body of that kind so far. Of several, the one that just spoke, or else the one named last. */
function byKind(scene: Scene, noun: string, start: number): string | null {
  const kinds = BODIES.get(noun)!;
  const fits = scene.cast.filter(
    ({ name, type, kind, mentions }) =>
      type === 'organisation' &&
      (kinds.includes(kind) || name.toLowerCase().split(' ').includes(noun)) &&
      mentions[0]!.start < start,
  );
  if (fits.length === 0 && FIRMS.has(noun)) return unlistedFirm(scene, start);
  if (fits.length <= 1) return fits[0]?.name ?? null;
  const last = scene.spoken.at(-1)?.name;
  const speaker = fits.find(({ name }) => name === last);
  // Of two campaigns in one article "the campaign" is either's.
  return speaker?.name ?? (LEADERS.has(noun) ? null : nearest(scene, fits, start));
}
const LEADERS = new Set(['campaign', 'administration', 'government']);

/**
 * "The company" where no table lists one: among bodies of no known kind, the last for which somebody spoke, or else the one
 * named clearly most often. Null where neither tells.
 */
function unlistedFirm(scene: Scene, start: number): string | null {
  const firms = scene.cast.filter(
    ({ name, type, kind, mentions }) =>
      type === 'organisation' && kind === '' && mentions[0]!.start < start && mayTrade(name),
  );
  const last = scene.voices.at(-1);
  if (last && goesOn(scene, last.start, start))
    return firms.find(({ name }) => name === last.name)?.name ?? null;
  const [first, second] = firms
    .map(({ name, mentions }) => ({ name, times: mentions.filter((each) => each.start < start).length }))
    .sort((a, b) => b.times - a.times);
  if (!first || first.times < OFTEN || first.times < 2 * (second?.times ?? 0)) return null;
  return nearest(scene, firms, start) === first.name ? first.name : null;
}
/** What begins a clause that says which firm is meant. */
const RESTRICTING = new Set(['that', 'behind', 'which', 'whose']);
/** Nouns for a firm of any trade. */
const FIRMS = new Set(['company', 'firm', 'corporation']);
/** How often, at the least, a text names the firm it is mostly about. */
const OFTEN = 3;

/** Whether a body may be a firm, by the words of its name. */
const mayTrade = (name: string): boolean =>
  kindByName(name) === '' &&
  name
    .toLowerCase()
    .split(' ')
    .every((word) => !ORGANISATION_WORDS.has(word) || COMMERCIAL.has(word));

/** Words in the names of firms. */
const COMMERCIAL = new Set(
  'company corp corporation inc incorporated ltd limited llc plc holdings industries technologies systems airlines airways motors pharmaceuticals entertainment records pictures films communications solutions bancorp capital ventures securities insurance healthcare partners enterprises laboratories group bank studios'.split(
    ' ',
  ),
);

/** "The watchdog group": the body of that kind that spoke last. */
function lastBody(scene: Scene, noun: string, start: number): string | null {
  const bodies = scene.cast.filter(
    ({ type, kind }) => type === 'organisation' && BODIES.get(noun)!.includes(kind),
  );
  const last = scene.spoken.findLast(({ name }) => bodies.some((body) => body.name === name));
  return last && goesOn(scene, last.start, start) ? last.name : null;
}

/** What kind of body a name's last word tells, for bodies that no table lists: "newspaper". Empty where it tells none. */
export function kindByName(name: string): string {
  return NEWSPAPER.test(name) ? 'newspaper' : '';
}
const NEWSPAPER =
  / (?:Times|Post|Journal|News|Herald|Tribune|Gazette|Chronicle|Observer|Register|Globe|Star|Sentinel|Courier|Ledger|Dispatch|Inquirer|Telegraph|Mail|Mirror|Express|Examiner|Bee|Republic|Review)$/;
