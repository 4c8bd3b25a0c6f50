/**
 * How a full stop behind an abbreviation is read:
 * `never-last` never ends a sentence; `before-number` goes on before a number; `time` goes on before a day or a zone;
 * `sometimes-last` goes on unless the next word is one that opens sentences.
 */
type Behaviour = 'never-last' | 'before-number' | 'time' | 'sometimes-last';

const TABLE: Readonly<Record<Behaviour, string>> = {
  'never-last':
    'mr mrs ms mx messrs dr drs prof sen sens rep reps gov govs lt gen col maj capt cpl sgt cmdr adm pvt brig supt insp ' +
    'rev fr hon pres amb atty asst assoc dep det dir sec st ft mt mme mlle sra v vs viz cf e.g i.e ' +
    '',
  'before-number':
    'no nos art sect vol ch pp p fig par jan feb mar apr jun jul aug sep sept oct nov dec approx ca circa op',
  time: 'a.m p.m am pm',
  'sometimes-last':
    'u.s u.k u.n e.u d.c u.s.a n.y n.j l.a ph.d m.d b.a m.a j.d r.n jr sr inc corp co ltd llc plc bros cos dept univ ave blvd rd ' +
    'ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev n.h n.m n.c n.d okla ore pa r.i s.c s.d ' +
    'tenn tex vt va wash w.va wis wyo est mgmt intl natl assn etc esq hq',
};

/** Lower-case abbreviations without their last full stop. */
export const ABBREVIATIONS: ReadonlyMap<string, Behaviour> = new Map(
  Object.entries(TABLE).flatMap(([behaviour, list]) =>
    list.split(' ').map((word) => [word, behaviour as Behaviour] as const),
  ),
);

const set = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** What follows a time of day within the sentence: "5 p.m. Monday", "9 a.m. Eastern". */
export const TIME_WORDS = set(
  'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun ' +
    'january february march april may june july august september october november december jan feb mar apr aug sept oct nov dec ' +
    'et est edt ct cst cdt mt mst mdt pt pst pdt gmt utc bst cet eastern central mountain pacific local',
);

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
