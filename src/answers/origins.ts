import { stateOf } from '../people/lexicon.ts';
import { terms } from '../search/words.ts';

/** The states that members of parliament are from: "R-N.D.", "(D., Mont.)". */
export const statesIn = (text: string): string =>
  [...text.matchAll(/\b[RDI](?:-|\., )(\p{Lu}[\p{L}.]{1,12})/gu)]
    .map(([, state]) => stateOf(state!) ?? '')
    .join(' ');

const LANDS =
  'turkish turkey, chinese china, french france, iranian iran, iraqi iraq, british britain, english england, dutch netherlands, spanish spain, polish poland, syrian syria, russian russia, german germany, mexican mexico, japanese japan, italian italy, israeli israel, saudi arabia, ukrainian ukraine, canadian canada, american america, egyptian egypt, greek greece, swedish sweden, irish ireland, scottish scotland, pakistani pakistan, afghan afghanistan, cuban cuba, venezuelan venezuela, brazilian brazil, australian australia, hungarian hungary, palestinian palestine, jordanian jordan, korean korea, indian india, european europe'
    .split(', ')
    .map((pair) => pair.split(' ') as [people: string, country: string]);

/** Stems of what people and things of a country are called, with the stem of the country. */
export const COUNTRIES: ReadonlyMap<string, string> = new Map(
  LANDS.map(([people, country]) => [terms(people)[0]!, terms(country)[0]!]),
);

const LAND_STEMS: ReadonlySet<string> = new Set(COUNTRIES.values());

/** Of stems, those of the countries that they name, or whose people or things. */
const countriesAmong = (stems: readonly string[]): string[] =>
  stems.map((stem) => COUNTRIES.get(stem) ?? stem).filter((stem) => LAND_STEMS.has(stem));

/**
 * Whether somebody of one country is asked for, by these stems, and a text names another and not that one; of an office as Americans
 * hold, whether it does not stand beside that country: "Mexico's president" is not "President Falk", whatever he says of Mexico.
 */
export function isElsewhere(words: readonly string[], head: string | null, text: string): boolean {
  const wanted = countriesAmong(words);
  if (wanted.length === 0) return false;
  const told = terms(text);
  if (head !== null && AT_HOME.has(head))
    return !told.some(
      (stem, at) =>
        stem === head &&
        countriesAmong(told.slice(Math.max(0, at - NEXT), at + NEXT + 1)).some((land) =>
          wanted.includes(land),
        ),
    );
  const lands = countriesAmong(told);
  return lands.length > 0 && !wanted.some((land) => lands.includes(land));
}

const AT_HOME: ReadonlySet<string> = new Set(terms('president secretary senator governor congressman'));

/** So many words an office may stand from its country, those aside that tell nothing: "Mexico's new president". */
const NEXT = 2;

/** Of "Iran's foreign minister" "Iranian foreign minister"; null for whoever is not told by a country. */
export function ofThatCountry(phrase: string): string | null {
  const [, land = '', rest = ''] = /^(?:the )?(\p{L}+?)['’]?s (.+)$/iu.exec(phrase) ?? [];
  const found = LANDS.find(([, country]) => country === land.toLowerCase());
  return found ? `${found[0]} ${rest}` : null;
}
