import { englishHash, englishNumber, kinOf } from '../search/english.ts';
import { relatedTo } from '../search/wordnet.ts';
import { hashOf, terms } from '../search/words.ts';
import { memoise } from '../text/memoise.ts';

/** Forms of one verb, and nouns for what it does, that do not begin alike. */
const FAMILIES = `
  become became, begin began begun, bite bit bitten, bleed bled, blow blew blown, born birth bore, break broke broken, bring brought,
  build built, buy bought, catch caught, choose chose chosen choice, come came, deal dealt, deny denial, die died death dead, dig dug,
  draw drew drawn, drink drank drunk, drive drove driven, eat ate eaten, fall fell fallen, feed fed, feel felt, fight fought,
  find found, flee fled flight, fly flew flown flight, forbid forbade forbidden, forget forgot, forgive forgave, freeze froze frozen,
  get got, give gave given gift, go went gone, grow grew grown growth, hang hung, hear heard, hide hid hidden, hold held, keep kept,
  know knew known, lay laid, lead led head, leave left, lend lent loan, lie lied, light lit, live life, lose lost loss, make made,
  mean meant, meet met, pay paid payment, ride rode ridden, ring rang rung, rise rose risen, run ran,
  say said account claim, see saw seen, seek sought, sell sold sale, send sent, shake shook shaken, shoot shot, show shown,
  shrink shrank, sing sang song, sink sank sunk, sit sat, sleep slept, spend spent, stand stood, steal stole stolen theft,
  stick stuck, strike struck,
  succeed successor, sue sued suing lawsuit, swear swore sworn, sweep swept, swim swam, take took taken, teach taught, tear tore torn,
  throw threw thrown, understand understood, wake woke, wear wore worn, win won victory,
  withdraw withdrew withdrawn, write wrote written`;

/** For each stem of a family the families it belongs to. */
const FAMILY: ReadonlyMap<string, readonly number[]> = FAMILIES.split(',').reduce((known, family, number) => {
  for (const stem of terms(family)) known.set(stem, [...(known.get(stem) ?? []), number]);
  return known;
}, new Map<string, number[]>());

/** Whether two stems are the same or likely of one family: they share a long beginning ("abolish", "abolit"), or one holds the other, or "saw" and "see". */
export function related(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const least = Math.max(5, Math.ceil(short.length * 0.7));
  if (
    (a[0] === b[0] && a.slice(0, least) === b.slice(0, least)) ||
    (short.length >= 6 && long.includes(short)) ||
    isWithParticle(long, short)
  )
    return true;
  const family = FAMILY.get(a);
  return family?.some((number) => FAMILY.get(b)?.includes(number)) ?? false;
}

/** Whether a stem is another with what often stands behind it: "bailout" of "bail out". */
const isWithParticle = (long: string, short: string): boolean =>
  short.length >= 4 &&
  long.startsWith(short) &&
  /^(?:out|off|down|back|over)$/.test(long.slice(short.length));

/**
 * Whether one of the stems is mostly of the family of another by WordNet, or often enough of its meaning: "talks" and
 * "negotiations". It knows pairs that letters do not tell; words that seldom mean the same ("fire" and "sack") are left out.
 */
export function isMeant(stem: string, others: readonly string[]): boolean {
  const meant = meantBy(stem);
  return meant.size > 0 && others.some((other) => meant.has(hashOf(singular(other))));
}

/** A stem of several as that of one, where letters do not tell it. */
const singular = (stem: string): string => SINGULAR.get(stem) ?? stem;
const SINGULAR: ReadonlyMap<string, string> = new Map([
  ['children', 'child'],
  ['men', 'man'],
  ['women', 'woman'],
  ['feet', 'foot'],
  ['teeth', 'tooth'],
  ['mice', 'mouse'],
]);

/** Hashes of the stems that may stand for a stem: asked of the same few for every statement that may be an answer. */
const meantBy = memoise(
  (stem: string): ReadonlySet<number> =>
    new Set(
      relatedTo(englishNumber(hashOf(singular(stem))))
        .filter(({ family, synonym }) => family >= MOSTLY || synonym >= OFTEN)
        .map(({ word }) => englishHash(word)),
    ),
  1024,
);

/** Shares as `relatedTo` gives them. */
const MOSTLY = 0.5;
const OFTEN = 0.2;

/** Whether one of the stems means much the same, though seldom the other's only meaning: the dead for casualties. */
export function isLike(stem: string, stems: readonly string[]): boolean {
  const kin = new Set(kinOf(hashOf(stem)).map(({ hash }) => hash));
  return kin.size > 0 && stems.some((other) => kin.has(hashOf(other)));
}
