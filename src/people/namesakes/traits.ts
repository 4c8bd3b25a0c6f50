import { vocationOf } from '../lexicon.ts';
import type { Facts } from './facts.ts';

/**
 * Something documents say of somebody that can contradict what others say: `vocation press`, `seat Ohio`, `born 1961`,
 * `child`.
 */
export interface Trait {
  readonly id: string;
  /** The years of the documents that say so, where known. */
  readonly years: ReadonlySet<number>;
  /** The documents that say so. */
  readonly in: readonly unknown[];
}

/** Birth years at least this far apart are two people's: where both documents have a date, and where not. */
const FAR = { dated: 4, undated: 15 };
/** Nobody this old or older is taken for a child. */
const GROWN = 20;
/** Vocations one career may hold in turn count as held at the same time when this few years apart. */
const AT_ONCE = 1;

/** The ids of the traits that a document of `year` gives somebody. */
export function traitsOf(
  year: number | null,
  roles: readonly { readonly text: string }[],
  { age, seat, party, gender, child, house }: Facts,
): string[] {
  const traits = new Set<string>();
  for (const { text: role } of roles) {
    const nouns = headsOf(role);
    const held = nouns.flatMap((noun) => vocationOf(noun) ?? []);
    if (held.length > 0 || nouns.some((noun) => POSTS.has(noun))) traits.add('post');
    if (!PAST.test(role)) for (const vocation of held) traits.add(`vocation ${vocation}`);
  }
  if (house) traits.add('vocation press');
  if (seat) traits.add(`seat ${seat}${party ? ` ${party}` : ''}`).add('vocation office');
  if (age !== undefined) traits.add(year === null ? `aged ${age}` : `born ${year - age}`);
  if (child || (age !== undefined && age < GROWN)) traits.add('child');
  if (gender) traits.add(`address ${gender}`);
  return [...traits];
}

/** Vocations that never go together in one career. */
const NEVER: Readonly<Partial<Record<string, readonly string[]>>> = {
  judge: ['press', 'police', 'military', 'sport', 'arts', 'science', 'medicine', 'clergy', 'work'],
  office: ['sport'],
  press: ['military', 'medicine'],
  police: ['sport', 'arts', 'science', 'medicine', 'clergy'],
  military: ['sport', 'arts', 'science'],
  sport: ['science', 'medicine', 'clergy', 'post'],
  arts: ['science', 'medicine', 'clergy'],
  child: ['office', 'judge', 'press', 'police', 'military', 'science', 'medicine', 'clergy', 'law', 'post'],
};
/** Vocations that few careers hold in turn, and none at once: a contradiction unless years lie between them. */
const SELDOM: Readonly<Partial<Record<string, readonly string[]>>> = {
  office: ['press', 'police', 'arts', 'clergy', 'science'],
  press: ['sport', 'clergy', 'work'],
  police: ['work'],
  military: ['clergy', 'work'],
  sport: ['work'],
  arts: ['work'],
  science: ['work', 'clergy'],
  medicine: ['work', 'clergy'],
  clergy: ['work'],
};
/** Vocations that many careers hold in turn: a contradiction only where dates show they were held at once. */
const AFTERWARDS: Readonly<Partial<Record<string, readonly string[]>>> = { office: ['judge', 'military'] };

/** Whether two traits cannot both be one person's. */
export function contradict(a: Trait, b: Trait): boolean {
  const [[kind, one], [other, two]] = [split(a.id), split(b.id)];
  if (kind === 'born' && other === 'born') return Math.abs(Number(one) - Number(two)) > FAR.dated;
  if (kind === 'aged' && other === 'aged') return Math.abs(Number(one) - Number(two)) > FAR.undated;
  if (kind === 'seat' && other === 'seat') return areElsewhere(a, b);
  if (kind === other && kind !== 'vocation') return one !== two;
  const [first, second] = [vocationTold(a.id), vocationTold(b.id)];
  if (among(NEVER, first, second)) return true;
  const dated = a.years.size > 0 && b.years.size > 0;
  if (!among(dated ? AFTERWARDS : {}, first, second) && !among(SELDOM, first, second)) return false;
  return !dated || atOnce(a.years, b.years);
}

/** Whether any two of these traits cannot both be one person's, leaving dates aside. */
export function mayContradict(ids: readonly string[]): boolean {
  const traits = ids.map((id) => ({ id, years: new Set([0]), in: [0, 0] }));
  return traits.some((a, i) => traits.slice(0, i).some((b) => contradict(a, b)));
}

/**
 * Whether two states elected two people. Newspapers confuse states, so a single article must also give another party.
 */
function areElsewhere(a: Trait, b: Trait): boolean {
  const [[, one, party], [, two, other]] = [SEAT.exec(a.id)!, SEAT.exec(b.id)!];
  if (one === two) return false;
  return (
    Math.min(a.in.length, b.in.length) > 1 || (party !== undefined && other !== undefined && party !== other)
  );
}
const SEAT = /^seat (.*?)(?: ([RDI]))?$/;

function atOnce(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  return [...a].some((year) => [...b].some((other) => Math.abs(year - other) <= AT_ONCE));
}

const among = (table: Readonly<Partial<Record<string, readonly string[]>>>, a: string, b: string): boolean =>
  (table[a]?.includes(b) ?? false) || (table[b]?.includes(a) ?? false);

/** The vocation a trait stands for; an elected seat counts as office. For other traits, their kind. */
function vocationTold(trait: string): string {
  const [kind, what] = split(trait);
  return kind === 'seat' ? 'office' : kind === 'vocation' ? what : kind;
}

const split = (trait: string): readonly [kind: string, what: string] => {
  const at = trait.indexOf(' ');
  return at < 0 ? [trait, ''] : [trait.slice(0, at), trait.slice(at + 1)];
};

/** The nouns for what somebody is, in lower case: "founder" and "editor" of "founder and editor of the paper". */
function headsOf(role: string): string[] {
  const [head = ''] = role.split(/,| (?:of|for|at|in|from|with|who|to|on|by|near|behind) /);
  return head.split(/ and | & |\//).flatMap((part) => {
    const words = part
      .toLowerCase()
      .replace(/\./g, '')
      .split(/[^\p{L}-]+/u)
      .filter(Boolean);
    const whole = words.join(' ');
    if (words.length === 0) return [];
    if (OTHERWISE.test(whole)) return 'officer';
    return POLICE.test(whole) ? ['constable', words.at(-1)!] : words.at(-1)!;
  });
}

const PAST =
  /\b(?:former|formerly|ex|then|late|onetime|one-time|retired|aspiring|future|would-be|nominee|candidate|hopeful|bad|turned)\b/i;
/** Offices that only sound like another vocation: an attorney general is no general. */
const OTHERWISE =
  /(?:attorney|director|secretary|surgeon|inspector|solicitor|postmaster|governor|auditor|counsel|consul|adjutant) general$|^(?:drum|sergeant) major$/;
const POLICE = /\bpolice (?:chief|commissioner|superintendent)$/;
/** Posts that no child holds, though they contradict no other career. */
const POSTS: ReadonlySet<string> = new Set(
  'president director ceo chairman chairwoman chair chief head secretary minister commissioner administrator ambassador professor executive spokesman spokeswoman officer manager editor'.split(
    ' ',
  ),
);
