import { describe, expect, test } from 'vitest';
import { clean } from '../../src/corpus/clean.ts';

/**
 * Scraped pages as they come. Lines to be kept are marked by `+` at their start, the title by `=`;
 * all others are clutter.
 */
const PAGES: Readonly<Record<string, string>> = {
  'a blog with menus above and a comment form below': `
Home
About
Contact
=Council of Marwick Votes To Close the Old Harbour
By Ada Penrose
March 4, 2021
+The council of Marwick voted on Thursday to close the old harbour.

+“Nobody asked us,” said the fisher Tom Hale.
Share this:
Click to share on Twitter (Opens in new window)
Click to share on Facebook (Opens in new window)
Like this:
Like Loading...
Leave a Reply
Your email address will not be published. Required fields are marked *
Comment *
Name *
Email *
Save my name, email, and website in this browser for the next time I comment.
This is a scandal and the mayor should go. He never told the truth about the harbour, said my neighbour.`,

  'a news site with captions, related stories and newsletters in the text': `
Politics
=Mayor Roe denies knowing of harbour plan
+The mayor of Marwick, Bea Roe, said on Friday that she had never seen the plan.

Mayor Bea Roe speaks in Marwick on Friday. (Photo: Jon Fell/Marwick Gazette)

RELATED: Five harbours that have closed this year

+“I have not seen it,” Ms. Roe told reporters. “I would remember.”

Sign up for our Morning Brief newsletter

Get the day's top stories delivered to your inbox every morning. By signing up, you agree to our Terms of Use.

ADVERTISEMENT

+An aide, who asked not to be named, disputed that.

Story continues below advertisement

+The aide said the mayor had been given the plan in May.

READ MORE:

Harbour fishers to march on town hall

Why the harbour matters

Jon Fell contributed to this report.

© 2021 Marwick Gazette. All rights reserved.`,

  'a broadcaster with a player and a caption credit': `
=Harbour closure: what we know
Media playback is unsupported on your device
Media caption The harbour seen from above
Image copyright Marwick Pictures
+The old harbour of Marwick will close in June after two hundred years.
Play Video
Current Time 0:00
Duration 2:14
+Council leader Ivo Lund said that the sea wall was no longer safe.
+What happens next?
+A public hearing is set for Monday.
More on this story
Follow us on Twitter @marwicknews
Top Stories
Elsewhere on the coast
`,

  'a magazine with pagination, tags and an author box': `
=The Long Quarrel Over Marwick Harbour
harbour, marwick, sea wall, ivo lund
+It began with a crack in a wall, and nobody thought that it would end a mayor’s career.
+The crack was found by a schoolboy.
Page 1 of 3
1 | 2 | 3 | Next
Load more…
Tags: harbour, council
Filed Under: Local
About the Author
Ada Penrose is a staff writer at The Marwick Review. She lives by the sea.
Follow her on Twitter @adapenrose
View all posts by Ada Penrose →`,

  'a wire story with a dateline and an editing credit': `
=Marwick port workers end strike
+MARWICK (Wire) - Port workers in Marwick ended a nine-day strike on Tuesday, their union said.
+“We have what we came for,” said union head Lena Voss.
+The port authority declined to comment.
(Reporting by Jon Fell; Editing by Ada Penrose)
Our Standards: The Thomson Trust Principles.`.replace('\nOur Standards: The Thomson Trust Principles.', ''),

  'a page with a cookie notice and a paywall': `
We use cookies to improve your experience. By continuing to browse you accept our cookie policy.
Accept all cookies
Already a subscriber? Log in
=Who owns the harbour?
+A company nobody had heard of bought the harbour in 1998, records show.
You have reached your limit of free articles.
Subscribe now for full access
Start your free trial
+Its director, Paul Wren, denied that he had bribed anybody.
Support independent journalism in Marwick. Become a member today.`,

  'an opinion page with a disclaimer and a bio': `
OPINION:
=Close the harbour, save the town
+I have fished out of Marwick all my life, and I say close it.
+The council should have done it years ago.
Tom Hale is the author of “Nets” and a columnist for the Marwick Review.
The views expressed in this article are the author's own and do not necessarily reflect those of the paper.`,

  'a page of one newline between paragraphs and a call at its end': `
+When the mayor of Marwick spoke on Monday, few believed her, according to two people who were in the room.
+She said that she had “nothing to hide” and that the council had been told of everything in time.
…
+Ivo Lund, the leader of the council, told the Gazette that this was false.
Join the conversation as a Premium Member`,

  'a page whose title is a sentence with a full stop': `
=Mayor Roe Quits Over Harbour Affair After Nine Years in Office.
+Mayor Bea Roe resigned on Wednesday, ending nine years in office.
+She did not take questions.`,

  'a page with social counts, a reading time and a repeated title': `
=Fishers march on the town hall of Marwick
1.2k Shares
5 min read
Fishers march on the town hall of Marwick
Updated: April 2, 2021 at 10:30 a.m. ET
+Some four hundred fishers marched on the town hall on Friday.
Facebook
Twitter
Email
Print
+They carried nets.`,

  'a page with breadcrumbs, counters, a poll and an error': `
Home » Local » Harbour
=Mayor Roe leaves for an unknown place
Updated 3 hours ago
Views: 1,024
+Mayor Bea Roe left Marwick on Saturday, and nobody knows for where.
[Read more...]
Take our poll
Sorry, there was a problem.
+Her office declined to say.
View all posts by Ada Penrose
Posted in Local
#harbour #marwick
Sharing is caring!
Disclaimer: The views expressed here are the author's own.
Let us know what you think in the comments below!`,

  'a page with scripts and styles left in it': `
=Harbour pilots strike for a week
.author-box, .share-bar {
display: none;
}
+The pilots of Marwick began a strike on Sunday that is to last a week.

window.adQueue = window.adQueue || [];
googletag.cmd.push(function () {
+They had asked for a new light; they were given none.`,

  'a page in which an app and a podcast are advertised': `
=Sea wall of Marwick was never safe, report says
CLICK HERE TO GET THE GAZETTE APP
+The sea wall was never safe, a report by three engineers says.
Listen to this article
4 min
Watch: Drone footage of the sea wall
+The report accuses the council of ignoring two warnings.
Got a tip? Email tips@marwick.example
Download our free app`,

  'a page with a photo credit of an agency at its end': `
=Harbour pilots warn of accidents
Pilots board a tanker off Marwick, Jan. 3, 2021. Jon Fell/Getty Images
+Pilots warned on Sunday of accidents if the light is switched off.
FILE PHOTO: A tanker lies off Marwick, January 3, 2021. REUTERS/Jon Fell/File Photo
+“There will be accidents,” said the pilot Ann Kerr.`,

  'hard-wrapped mail, its paragraphs set apart by blank lines': `
=Statement of the Marwick harbour master on the closure of the harbour

+The harbour master of Marwick said today that he had not been asked about
the plan to close the harbour, and that he would have advised against it if
anybody had asked him.

+He added that the sea wall had been repaired twice in ten years, that both
repairs had been paid for by the fishers themselves, and that he had the
receipts to prove it.`,
};

/** Sentences that merely look like clutter. */
const PROSE = [
  'Hale urged everybody to subscribe to the union’s newsletter and to write to the council.',
  'Sign up for the march was slow at first, Voss said.',
  'Follow the money, she said.',
  'He said no.',
  'They lied.',
  '“Read more books,” the mayor told the pupils.',
  'Read the plan before you vote on it, Lund told the council.',
  'Comments by the mayor’s aide made matters worse.',
  'Share prices of the company fell by a tenth on Friday.',
  'Print runs of the paper have halved since 2010, the publisher said.',
  'Photographs of the wall were published by the Gazette in May, and nobody at the council denied them.',
  'Copyright law, the court found, does not cover maps of this kind.',
  'Watch the tide, the pilots say, and you will see how the wall moves.',
  'In this picture of the town nobody is honest, according to Wren.',
  'The council uses cookies on its site, a report found.',
  'Related companies of Wren’s paid for the campaign, the records show.',
  'Advertisement revenue paid for the repairs, the harbour master said.',
  'More than four hundred people came.',
  'By Monday, nine boats had left the harbour.',
  'Updated figures show that the wall moved by a hand’s breadth in March.',
  'Download speeds in Marwick are the lowest on the coast, the company admitted.',
  'Lund, the editor of the Review for ten years, denied writing the letter.',
  'Voss is a former reporter who was charged with trespass, the police said.',
  'Tags were found on two of the nets: they belonged to Hale.',
  'Tell us what you know, the police asked the fishers.',
  'Live wires hung from the light, the report added.',
  'Previously, the mayor had denied all of it.',
  'Opinion in the town is divided.',
  'Join the navy, his father had told him.',
  'Reporting by the Gazette has shown that the plan is older than that.',
  'On March 3, 2020, the mayor left the town.',
  'Help us, the fishers wrote to the minister.',
  'Next, the council voted on the light.',
  'Source after source denied it.',
  'Posted at the gate, two guards saw nothing.',
  'Republished maps of the coast show the wall, Wren said.',
  'Accept it or leave, the mayor told them.',
  'An error in the plan cost the town a year, the report says.',
  'Views of the harbour were painted by Kerr’s father.',
  'Tagged fish were found as far north as the light.',
  'Original plans of the wall were lost in a fire.',
  'Please follow the signs, the police asked.',
  'You are now in Marwick, the sign says.',
  'Home is where the boat is, Hale said.',
  'About nine in ten fishers oppose the plan, according to a poll by Reuters/Marlow.',
];

function parse(page: string) {
  const lines = page.split('\n');
  const kept: string[] = [];
  let title: string | null = null;
  let open = false;
  for (const line of lines) {
    if (line.startsWith('+')) kept.push(line.slice(1));
    else if (open && /^[a-z]/.test(line)) kept[kept.length - 1] += ` ${line}`;
    else if (line.startsWith('=')) title = line.slice(1);
    open = line.startsWith('+') || (open && line !== '');
  }
  return { raw: lines.map((line) => line.replace(/^[+=]/, '')).join('\n'), kept, title };
}

describe('of a scraped page, title and prose are kept and nothing else', () => {
  test.each(Object.entries(PAGES))('%s', (_, page) => {
    const { raw, kept, title } = parse(page);
    const cleaned = clean(raw);
    expect(cleaned.text.split(/\s*\n\s*/)).toEqual(kept);
    expect(cleaned.title).toBe(title);
  });
});

describe('prose that looks like clutter is kept', () => {
  test.each(PROSE)('%s', (sentence) => {
    const before = 'The council of Marwick met on Thursday to vote on the old harbour.';
    const after = 'The meeting ended after four hours, and nobody was happy with its outcome.';
    for (const raw of [
      [before, sentence, after],
      [before, after, sentence],
    ])
      expect(clean(raw.join('\n\n')).text.split('\n\n')).toEqual(raw);
  });
});

test.each([
  ['Opinion: Close the harbour, save the town', 'Opinion: Close the harbour, save the town'],
  ['Who owns the harbour of Marwick?', 'Who owns the harbour of Marwick?'],
  ['Why Marwick Matters', 'Why Marwick Matters'],
  ['Fishers march', 'Fishers march'],
  ['Mayor Roe: “I will not resign”', 'Mayor Roe: “I will not resign”'],
  ['Ada Penrose', null],
  ['MARWICK GAZETTE', null],
  ['Local News', null],
])('a first line is the title where it reads like one: %s', (line, title) => {
  const prose = 'Some four hundred fishers marched on the town hall on Friday, the police said.';
  expect(clean(`${line}\n\n${prose}`)).toMatchObject({ title, text: prose });
});

test('a headline alone is the text', () => {
  expect(clean('Mayor Roe quits')).toMatchObject({ title: null, text: 'Mayor Roe quits' });
});

test('a title known from elsewhere is taken out of the text, with the outlet behind it and without', () => {
  const title = 'Mayor Roe quits over harbour affair';
  for (const line of [title, `${title}.`, title.toUpperCase(), `${title} | Marwick Gazette`])
    expect(clean(`${line}\n\nShe did not take questions.`, title)).toMatchObject({
      title,
      text: 'She did not take questions.',
    });
});

test.each([
  ['By Ada Penrose', 'Ada Penrose', null],
  ['By ADA PENROSE and JON FELL, Staff Writers', 'ADA PENROSE and JON FELL', null],
  ['By Ada Penrose | March 4, 2021', 'Ada Penrose', '2021-03-04'],
  ['Published 4 March 2021', null, '2021-03-04'],
  ['March 4, 2021 10:30 am EST', null, '2021-03-04'],
  ['Published: 2021-03-04T10:30:00Z', null, '2021-03-04'],
  ['Published 03/04/2021', null, null],
  ['6 years ago', null, null],
])('author and date are taken from a line above the article: %s', (line, author, published) => {
  const page = `Mayor Roe quits over harbour affair\n${line}\nShe did not take questions.`;
  expect(clean(page)).toMatchObject({ author, published, text: 'She did not take questions.' });
});

test.each([
  ['The Marwick Gazette', 'The Marwick Gazette'],
  ['MARWICK GAZETTE', 'MARWICK GAZETTE'],
  ['Marwick Gazette | March 4, 2021', 'Marwick Gazette'],
  ['Associated Press', 'Associated Press'],
  ['Ada Penrose', null],
  ['Local News', null],
  ['By Ada Press', null],
])('an outlet is taken from a line of its own above the article: %s', (line, outlet) => {
  const title = 'Mayor Roe quits over harbour affair';
  for (const page of [
    `${title}\n${line}`,
    `${line}\n${title}`,
    `${title}\nBy Ada Penrose\n${line}\nMarch 4, 2021`,
  ])
    expect(clean(`${page}\n\nShe did not take questions.`)).toMatchObject({ title, outlet });
});

test('an outlet in the article is not the outlet of the article', () => {
  const page =
    'Mayor Roe quits over harbour affair\n\nShe told the Marwick Gazette.\n\nMarwick Gazette\n\nShe left.';
  expect(clean(page).outlet).toBeNull();
});

test('a date in the article is not the date of the article', () => {
  const page =
    'Mayor Roe quits over harbour affair\n\nMARWICK, March 4, 2021 (Wire) - She resigned on April 5, 2021.';
  expect(clean(page).published).toBeNull();
});
