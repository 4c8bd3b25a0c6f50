import { stateOf } from '../people/lexicon.ts';
import { terms } from '../search/words.ts';

/** The states that members of parliament are from: "R-N.D.", "(D., Mont.)". */
export const statesIn = (text: string): string =>
  [...text.matchAll(/\b[RDI](?:-|\., )(\p{Lu}[\p{L}.]{1,12})/gu)]
    .map(([, state]) => stateOf(state!) ?? '')
    .join(' ');

/** Stems of what people and things of a country are called, with the stem of the country. */
export const COUNTRIES: ReadonlyMap<string, string> = new Map(
  'turkish turkey, chinese china, french france, iranian iran, iraqi iraq, british britain, english england, dutch netherlands, spanish spain, polish poland, syrian syria, russian russia, german germany, mexican mexico, japanese japan, italian italy, israeli israel, saudi arabia, ukrainian ukraine, canadian canada, american america, egyptian egypt, greek greece, swedish sweden, irish ireland, scottish scotland, pakistani pakistan, afghan afghanistan, cuban cuba, venezuelan venezuela, brazilian brazil, australian australia, hungarian hungary, palestinian palestine, jordanian jordan, korean korea, indian india, european europe'
    .split(', ')
    .map((pair) => {
      const [people, country] = pair.split(' ').map((word) => terms(word)[0]!);
      return [people!, country!] as const;
    }),
);
