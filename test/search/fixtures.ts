import {
  buildSegment,
  openSegment,
  type SearchableDocument,
  type Segment,
} from '../../src/search/segment.ts';
import { sentences } from '../../src/text/sentences.ts';

/** News that nobody reported, on people and places that do not exist. */
export const NEWS: readonly SearchableDocument[] = [
  document(
    'bridge.txt',
    'Quernby bridge to close for repairs',
    `The old bridge over the Lorne in Quernby will close on 4 March 2019, the city council announced on Tuesday. Engineers found cracks in two of its seven arches. Repairs will cost about $12 million, said council leader Imelda Vastrup.

Vastrup rejected claims that the council had known of the damage since 2016. "Nobody told us before the inspection," she said. Ferry operator Dagmar Osk will carry commuters across the river until the bridge reopens.`,
  ),
  document(
    'ferry.txt',
    'Ferries fill the gap in Quernby',
    `Osk's company has hired three more ferries, each with room for ninety passengers. The first crossing leaves at half past five in the morning.

The harbour master, Tobias Renk, warned that fog could stop the crossings. A season ticket costs 40 crowns. Shopkeepers on the southern bank complained that they had lost half of their customers within a week.`,
  ),
  document(
    'vaccine.txt',
    'Health minister praises new vaccine',
    `Health minister Pavla Ostrova praised the measles vaccine developed at the University of Harnfeld. It was tested on four thousand volunteers. The laboratory was founded in 1962 by the biologist Henrik Sallow.

Opposition deputies asked why the trial had been kept secret. Ostrova's spokesman declined to comment on the contract with the manufacturer.`,
  ),
  document(
    'chess.txt',
    null,
    `Sixteen-year-old Mirela Dunaj won the national chess championship in Tarnow Falls on Sunday. She beat the defending champion, Oskar Lindqvall, in forty-one moves. Dunaj learned the game from her grandmother. "I was afraid of his bishops," she told reporters afterwards. The prize is 5,000 crowns and a place in the Olympiad.`,
  ),
];

export function document(id: string, title: string | null, text: string): SearchableDocument {
  return { id, title, text, sentences: sentences(text) };
}

/** The documents in segments of so many. */
export function segments(documents: readonly SearchableDocument[], size: number): Segment[] {
  return Array.from({ length: Math.ceil(documents.length / size) }, (_, i) =>
    openSegment(buildSegment(documents.slice(i * size, (i + 1) * size))),
  );
}

/** Documents of words by Zipf's law, the same every time: `d0`, `d1` and so on. */
export function babble(count: number): SearchableDocument[] {
  let state = 7;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const word = () => `w${Math.floor(3 ** (random() * 6))}x`;
  return Array.from({ length: count }, (_, i) => {
    const text = Array.from({ length: 5 + Math.floor(random() * 15) }, () => {
      const length = 4 + Math.floor(random() * 12);
      return `W${Array.from({ length }, word).join(' ')}.`;
    }).join(' ');
    return document(`d${i}`, `${word()} ${word()}`, text);
  });
}
