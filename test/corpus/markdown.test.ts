import { describe, expect, it, test } from 'vitest';
import { documentOf } from './fixtures.ts';

const FACTS = {
  outlet: 'Marwick Gazette',
  author: 'Ada Penrose',
  published: '2021-03-04',
  url: 'https://gazette.example/harbour',
};

/** Front matter as people write it; all of it says FACTS and the same title. */
const FRONT_MATTER = {
  'the names of the README': `title: Harbour to close
outlet: Marwick Gazette
author: Ada Penrose
published: 2021-03-04
url: https://gazette.example/harbour`,
  'the names of site generators': `Title: "Harbour to close"
source: Marwick Gazette
authors: [Ada Penrose]
date: 2021-03-04T09:30:00+01:00
link: https://gazette.example/harbour`,
  'lines that are no YAML': `title: Harbour to close
outlet: Marwick Gazette
author: Ada Penrose
published: 4 March 2021
url: https://gazette.example/harbour
note: he said: "no`,
};

test.each(Object.entries(FRONT_MATTER))('front matter with %s is read', async (_, yaml) => {
  const document = await documentOf(`---\n${yaml}\n---\n\nThe harbour will close.\n`, 'a.md');
  expect(document).toMatchObject({ ...FACTS, title: 'Harbour to close', text: 'The harbour will close.' });
});

it('front matter that states something else than was asked is not believed', async () => {
  const document = await documentOf(
    '---\ntitle: [1]\nauthor: 5\npublished: 03/04/2021\nurl: javascript:x\n---\nHe left.',
    'a.md',
  );
  expect(document).toMatchObject({ title: null, author: null, published: null, url: null, text: 'He left.' });
});

/** Markdown and the text that is left of it. */
const INLINE: Readonly<Record<string, readonly [markdown: string, text: string]>> = {
  links: [
    'He [denied](https://a.example "why") it, see [the plan][1] and <https://b.example/x>.',
    'He denied it, see the plan and https://b.example/x.',
  ],
  'links with brackets in their address': [
    'See [the town](https://w.example/Marwick_(town)).',
    'See the town.',
  ],
  emphasis: [
    'He **never**, _never_, *ever* did ***that***, __she__ said.',
    'He never, never, ever did that, she said.',
  ],
  'stars and underscores that are themselves': [
    'It cost 5 * 3 and a_b_c, 2*3.',
    'It cost 5 * 3 and a_b_c, 2*3.',
  ],
  escapes: ['He wrote \\*no\\* and 1\\. that.', 'He wrote *no* and 1. that.'],
  images: ['He left.![The mayor](m.png) She stayed.', 'He left. She stayed.'],
  footnotes: ['He left.[^1]', 'He left.'],
  code: ['He typed `rm` twice.', 'He typed rm twice.'],
  deletions: ['He ~~stayed~~ left.', 'He stayed left.'],
  tags: ['He <b>left</b>.<!-- not so --> She stayed.', 'He left. She stayed.'],
  entities: ['Fish &amp; ships &mdash; &#8220;no&#8221;.', 'Fish & ships — “no”.'],
  'wrapped lines': [
    'The council voted on Thursday to\nclose the harbour.',
    'The council voted on Thursday to close the harbour.',
  ],
};

describe('of Markdown the words are kept and the marks are not:', () => {
  test.each(Object.entries(INLINE))('%s', async (_, [markdown, text]) => {
    expect((await documentOf(`# Title\n\n${markdown}\n`, 'a.md')).text).toBe(text);
  });

  test('a heading without words, which is no title', async () => {
    for (const heading of ['# ', '# \u00a0', '# &nbsp;'])
      expect((await documentOf(`${heading}\nThe harbour will close.`, 'a.md')).title).toBeNull();
  });

  test('headings, quotations, lists, tables and rules', async () => {
    const markdown = `Harbour to close
================

The council voted.

## What next

> “Nobody asked us,”
> said Tom Hale.

- The wall is old.
- [x] The light is off.

1. Hale left.

| Boat | Owner |
|:-----|------:|
| Nell | Hale  |

***

~~~
It is over.
~~~

[1]: https://a.example`;
    const document = await documentOf(markdown, 'a.md');
    expect(document.title).toBe('Harbour to close');
    expect(document.text.split('\n\n')).toEqual([
      'The council voted.',
      'What next',
      '“Nobody asked us,” said Tom Hale.',
      'The wall is old.',
      'The light is off.',
      '1. Hale left.',
      'Boat | Owner',
      'Nell | Hale',
      'It is over.',
    ]);
  });

  test('paragraphs of one long line each', async () => {
    const long =
      'The council of Marwick voted on Thursday to close the old harbour, and nobody who works in it had been asked before that.';
    expect((await documentOf(`# T\n${long}\n${long}`, 'a.md')).paragraphs).toHaveLength(2);
  });
});
