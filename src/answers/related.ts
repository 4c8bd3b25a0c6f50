import { terms } from '../search/words.ts';

/** Stems of verbs with the nouns for what they do, where these begin otherwise. */
const FAMILIES: ReadonlySet<string> = new Set(
  'die death, born birth, bear birth, lose loss, sell sale, choose choice, fly flight, think thought, speak speech, live life, see sight, succeed successor, deny denial'
    .split(', ')
    .flatMap((pair) => {
      const [verb, noun] = pair.split(' ').map((word) => terms(word)[0]!);
      return [`${verb} ${noun}`, `${noun} ${verb}`];
    }),
);

/** Whether two stems are likely of one family: they share a long beginning ("abolish", "abolit"), or one holds the other. */
export function related(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const least = Math.max(5, Math.ceil(short.length * 0.7));
  return (
    a.slice(0, least) === b.slice(0, least) ||
    (short.length >= 6 && long.includes(short)) ||
    FAMILIES.has(`${a} ${b}`)
  );
}
