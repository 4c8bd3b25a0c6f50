import { describe, expect, test } from 'vitest';
import { extract } from '../../../src/attribution/extract.ts';
import { castList } from '../../../src/people/directory/cast.ts';
import { openDirectory } from '../../../src/people/directory/directory.ts';
import { findPeople } from '../../../src/people/people.ts';
import type { Alias } from '../../../src/people/person.ts';
import { resolveSpeakers } from '../../../src/people/speakers/resolve.ts';

type Article = readonly [text: string, published?: string];

function open(articles: readonly Article[], aliases: readonly Alias[] = []) {
  const lists = articles.map(([text, published], number) => {
    const people = findPeople(text);
    const document = { id: `d${number}`, published: published ?? null, text };
    return castList(document, people, resolveSpeakers(text, extract(text), people));
  });
  return openDirectory(lists, aliases);
}

/** Under which names `name` is listed, by document. */
const meant = (name: string, articles: readonly Article[], aliases?: readonly Alias[]) => {
  const directory = open(articles, aliases);
  return articles.map((_, number) => directory.canonical(name, `d${number}`));
};

const RELIEF: Article = [
  'Marcus Bell, the director of the Coastal Relief Office, said on Monday that the levees would hold.',
  '2015-09-01',
];
const BOY: Article = [
  'Marcus Bell, 16, was walking home from school when the car hit him. Bell died on Friday.',
  '2019-08-09',
];
const JUSTICE: Article = ['Chief Justice Owen Hart said the court would hear the case in May.', '2018-03-01'];
const REPORTER: Article = [
  'Owen Hart, a correspondent for Delta News, said the mayor had left by the back door.',
  '2018-04-01',
];

describe('two people of one full name are apart where the articles contradict each other', () => {
  test.each<[string, string, readonly Article[]]>([
    ['a child and a director', 'Marcus Bell', [RELIEF, BOY]],
    ['a justice and a correspondent', 'Owen Hart', [JUSTICE, REPORTER]],
    [
      'people of quite different ages',
      'Ruth Moller',
      [
        ['Ruth Moller, 34, opened the shop in May.', '2019-01-01'],
        ['Ruth Moller, 71, won the prize for roses.', '2019-06-01'],
      ],
    ],
    [
      'whom different states elected',
      'Dale Pruett',
      [
        ['Rep. Dale Pruett, D-Ohio, said the bill was dead.', '2018-01-01'],
        ['Rep. Dale Pruett (R-Ala.) said the bill was alive.', '2018-02-01'],
      ],
    ],
    [
      'a mayor and a biologist',
      'Lena Fisk',
      [
        ['Mayor Lena Fisk said the bridge was safe.'],
        ['Lena Fisk, a marine biologist at the University of Ellery, said the whales were back.'],
      ],
    ],
    [
      'a police chief and a novelist',
      'Lena Fisk',
      [
        ['Police Chief Lena Fisk said two men were held.'],
        ['The novelist Lena Fisk said the book was finished.'],
      ],
    ],
    [
      'a mayor and a photographer in one year',
      'Lena Fisk',
      [
        ['Mayor Lena Fisk said the bridge was safe.', '2018-01-01'],
        ['The photographer Lena Fisk said the light had been good.', '2018-02-01'],
      ],
    ],
  ])('%s', (_, name, articles) => {
    const [first, second] = meant(name, articles);
    expect(first).toContain(name);
    expect(second).toContain(name);
    expect(first).not.toBe(second);
  });
});

describe('but one', () => {
  test.each<[string, string, readonly Article[]]>([
    [
      'with a career of many offices',
      'Ines Falk',
      [
        ['Senator Ines Falk said the budget was late.', '2012-01-01'],
        ['Secretary of State Ines Falk said the talks had failed.', '2015-01-01'],
        ['Ines Falk, the Democratic candidate for president, said she would win.', '2016-01-01'],
        ['Ines Falk, a lawyer, said she was glad to be home.', '2018-01-01'],
      ],
    ],
    [
      'whom one article calls both',
      'Tom Adler',
      [
        ['The actor Tom Adler said the play was long.', '2016-01-01'],
        ['Governor Tom Adler said the state was broke.', '2016-05-01'],
        ['Governor Tom Adler, an actor, said he would not run again.', '2017-01-01'],
      ],
    ],
    [
      'who was something else years before',
      'Nora Quill',
      [
        ['The reporter Nora Quill said the jury was out.', '2004-01-01'],
        ['Mayor Nora Quill said the snow was cleared.', '2018-01-01'],
      ],
    ],
    [
      'of whom one article says nothing',
      'Marcus Bell',
      [RELIEF, ['Marcus Bell said the road was open.', '2015-10-01']],
    ],
    [
      'who is called a boy in jest',
      'Ines Falk',
      [
        ['Ines Falk, a farm girl from Port Ellery, said she would run.', '2016-01-01'],
        ['Senator Ines Falk said the budget was late.', '2016-05-01'],
      ],
    ],
    [
      'who turned from reporting to another office',
      'Piet Aalto',
      [
        ['Piet Aalto, a correspondent for Delta News, said the streets were calm.', '2013-11-01'],
        ['Police Commissioner Piet Aalto said the streets were calm.', '2014-03-01'],
      ],
    ],
    [
      'who has grown older',
      'Ida Stern',
      [
        ['Ida Stern, 34, opened the shop.', '2011-01-01'],
        ['Ida Stern, 42, closed the shop.', '2019-01-01'],
      ],
    ],
    [
      'whom a newspaper once gave another state',
      'Dale Pruett',
      [
        ['Rep. Dale Pruett (R-N.D.) said no.', '2018-01-01'],
        ...['a', 'b', 'c'].map((word): Article => [`Rep. Dale Pruett (R-S.D.) said ${word}.`, '2018-02-01']),
      ],
    ],
  ])('%s', (_, name, articles) => {
    expect(new Set(meant(name, articles))).toEqual(new Set([name]));
  });

  test('in whatever order the articles come', () => {
    const articles = [RELIEF, BOY, JUSTICE, REPORTER];
    const there = meant('Marcus Bell', articles);
    expect(meant('Marcus Bell', [...articles].reverse())).toEqual([...there].reverse());
  });
});

describe('a name that two bear', () => {
  const articles = [RELIEF, BOY, ['Marcus Bell said nothing more.'] as const];
  const [director, boy] = meant('Marcus Bell', articles) as [string, string];

  test('is a choice between them, each told by what the articles say of them', () => {
    const found = open(articles).find('marcus bell', 5);
    expect(found.slice(0, 3).map(({ person }) => person.name)).toEqual(
      expect.arrayContaining([director, boy]),
    );
    expect(found[0]!.score).toBe(found[1]!.score);
    expect(director).toBe('Marcus Bell (director of the Coastal Relief Office)');
    expect(boy).toBe('Marcus Bell (aged 16)');
  });
  test('is left open in an article that does not tell whom it means', () => {
    const directory = open(articles);
    expect(directory.canonical('Marcus Bell', 'd2')).toBe('Marcus Bell (…)');
    expect(directory.find('Marcus Bell (…)', 5).map(({ person }) => person.documents)).toEqual([1]);
  });
  test('is found again by what told them apart before', () => {
    const [found, ...others] = open(articles).find('Marcus Bell (relief office director)', 5);
    expect(found?.person.name).toBe(director);
    expect(others).toEqual([]);
    expect(open(articles).record('Marcus Bell (relief office director)')?.name).toBe(director);
    expect(open([RELIEF]).record(director)?.name).toBe('Marcus Bell');
  });

  describe('and moderators', () => {
    test('may be merged into one', () => {
      const aliases = [{ name: director, aliases: [boy, 'Marcus Bell'] }];
      expect(new Set(meant('Marcus Bell', [RELIEF, BOY], [{ name: director, aliases: [boy] }]))).toEqual(
        new Set(['Marcus Bell']),
      );
      expect(open([RELIEF, BOY], aliases).record(boy)?.documents).toBe(2);
      const all = open(articles, [{ name: director, aliases: [boy] }]);
      expect(all.record('Marcus Bell')?.documents).toBe(3);
    });
    test('one of them may have another name', () => {
      const more = [...articles, ['Bigfoot Bell said he was sorry.'] as const];
      const aliases = [{ name: director, aliases: ['Bigfoot Bell'] }];
      const directory = open(more, aliases);
      expect(directory.canonical('Bigfoot Bell', 'd3')).toBe(director);
      expect(directory.record(director)?.documents).toBe(2);
      expect(directory.canonical('Marcus Bell', 'd1')).toBe(boy);
    });
    test('one of them may be somebody else, or hidden', () => {
      const more = [...articles, ['Otto Kern said he was sorry.'] as const];
      const merged = open(more, [{ name: 'Otto Kern', aliases: [boy] }]);
      expect(merged.canonical('Marcus Bell', 'd1')).toBe('Otto Kern');
      expect(merged.canonical('Marcus Bell', 'd0')).toBe(director);
      const hidden = open(articles, [{ name: boy, aliases: [], hidden: true }]);
      expect(hidden.canonical('Marcus Bell', 'd1')).toBeNull();
      expect(hidden.find('marcus bell', 5).map(({ person }) => person.name)).not.toContain(boy);
    });
    test('whom nothing tells apart may be split by what an article calls them', () => {
      const two: Article[] = [
        ['The consultant Pia Lorenz said the plan was sound.'],
        ['The farmer Pia Lorenz said the seed was dear.'],
      ];
      expect(new Set(meant('Pia Lorenz', two)).size).toBe(1);
      const aliases = [{ name: 'Pia Lorenz (farmer)', aliases: [], apart: true }];
      expect(meant('Pia Lorenz', two, aliases)).toEqual(['Pia Lorenz (consultant)', 'Pia Lorenz (farmer)']);
    });
  });
});
