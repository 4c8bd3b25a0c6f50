import { describe, expect, it } from 'vitest';
import { documentOf } from './fixtures.ts';

const PROSE = [
  'The council of Marwick voted on Thursday, after four hours, to close the old harbour, which two hundred people work in.',
  '“Nobody asked us,” said the fisher Tom Hale, whose boat has lain there for thirty years, “and nobody will.”',
  'The mayor, Bea Roe, denied that she had known of the plan; her office, asked again, declined to comment.',
];

function page(head: string, body = ''): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">${head}</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/p">Politics</a></li></ul></nav>
<div class="cookie">We use cookies to improve your experience. <button>Accept all</button></div>
<main><article><h1>Harbour of Marwick to close</h1>
<div class="byline">By <a href="/ada">Ada Penrose</a></div>
<figure><img src="h.jpg" alt="harbour"><figcaption>The harbour on Friday. Photo: Jon Fell</figcaption></figure>
<p>${PROSE[0]}</p><p>${PROSE[1]}</p>
<div class="related"><h3>Related</h3><a href="/x">Five harbours that closed</a></div>
<p>${PROSE[2]}</p>${body}</article></main>
<aside><h2>Most read</h2><ol><li><a href="/1">One</a></li><li><a href="/2">Two</a></li></ol></aside>
<form><label>Email</label><input name="e"><button>Subscribe</button></form>
<script>var text = "<p>not this</p>";</script>
<footer>© 2021 Marwick Gazette</footer></body></html>`;
}

/** Where pages say what they are. */
const HEADS = {
  'JSON-LD': `<title>x</title><link rel="canonical" href="https://gazette.example/harbour">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Harbour of Marwick to close","datePublished":"2021-03-04T09:30:00Z","author":{"@type":"Person","name":"Ada Penrose"},"publisher":{"@type":"Organization","name":"Marwick Gazette"}}</script>`,
  'Open Graph': `<title>Harbour of Marwick to close - Marwick Gazette</title><meta property="og:url" content="https://gazette.example/harbour">
<meta property="og:title" content="Harbour of Marwick to close"><meta property="og:site_name" content="Marwick Gazette">
<meta property="article:published_time" content="2021-03-04T09:30:00Z"><meta name="author" content="Ada Penrose">`,
  'a title with the outlet in it': `<title>Harbour of Marwick to close - Marwick Gazette</title><meta property="og:site_name" content="Marwick Gazette">
<link rel="canonical" href="https://gazette.example/harbour"><meta property="article:published_time" content="2021-03-04"><meta name="author" content="Ada Penrose">`,
};

describe('a web page', () => {
  it.each(Object.entries(HEADS))('is read as its article, its facts from %s', async (_, head) => {
    expect(await documentOf(page(head), 'a.html')).toMatchObject({
      title: 'Harbour of Marwick to close',
      outlet: 'Marwick Gazette',
      author: 'Ada Penrose',
      published: '2021-03-04',
      url: 'https://gazette.example/harbour',
      text: PROSE.join('\n\n'),
    });
  });

  it('takes its date from a time element where nothing else has it', async () => {
    const body = '<p><time datetime="2021-03-05T10:00">yesterday</time></p>';
    expect(await documentOf(page('<title>T</title>', body), 'a.html')).toMatchObject({
      published: '2021-03-05',
    });
  });

  it('is known by its content where its name says text', async () => {
    expect((await documentOf(page(HEADS['JSON-LD']), 'a.txt')).text).toBe(PROSE.join('\n\n'));
  });

  it('is read in the encoding it declares', async () => {
    const html =
      '<html><head><meta charset="iso-8859-2"></head><body><p>Bo\xbe left the caf\xe9, said Hale.</p>';
    expect((await documentOf(Buffer.from(html, 'latin1'), 'a.html')).text).toBe(
      'Bož left the café, said Hale.',
    );
  });

  it('without anything that looks like an article is read as its bare text', async () => {
    const html =
      '<html><body><div>He left, said Hale.<br>She &lt;stayed&gt; &amp; slept.<script>no()</script></div></body></html>';
    expect((await documentOf(html, 'a.html')).text.split(/\n+/)).toEqual([
      'He left, said Hale.',
      'She <stayed> & slept.',
    ]);
  });

  it.each([
    ['nested ten thousand deep', `${'<div>'.repeat(10_000)}He left, said Hale.`],
    ['of ten thousand empty items', `<ul>${'<li>'.repeat(10_000)}</ul><p>He left, said Hale.</p>`],
    ['of tags that are never closed', `<p>He left, said Hale.</p>${'<p '.repeat(100_000)}`],
    ['of comments that are never closed', `<p>He left, said Hale.</p>${'<!--'.repeat(100_000)}`],
  ])('%s is read all the same', async (_, body) => {
    expect((await documentOf(`<html><body>${body}`, 'a.html')).text).toContain('He left, said Hale.');
  });
});
