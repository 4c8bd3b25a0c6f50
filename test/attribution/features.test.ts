import { expect, test } from 'vitest';
import { FeatureList, pair, questions, slot, templates } from '../../src/attribution/features.ts';

test('a table of questions gives the features that asking each by itself gives', () => {
  const trial = questions('trial', ['word', 'side', 'place'], {
    plain: 'word',
    both: ['word', 'side'],
    nested: [
      ['word', 'side'],
      ['place', 'side'],
    ],
  });
  const T = templates('trial', 'plain', 'both', 'nested');
  const { facts, fact } = trial;
  for (const [word, side, place] of [
    [-1_234_567_890, 1, 0],
    [0x7fffffff, 5, -31],
  ] as const) {
    facts[fact.word] = word;
    facts[fact.side] = side;
    facts[fact.place] = place;
    const list = new FeatureList();
    list.add(T.plain, 7);
    trial.answer(list);
    expect([...list.ids.slice(0, list.length)]).toEqual([
      slot(T.plain, 7),
      slot(T.plain, word),
      slot(T.both, pair(word, side)),
      slot(T.nested, pair(pair(word, side), pair(place, side))),
    ]);
  }
});
