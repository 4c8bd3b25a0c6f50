import { describe, expect, it } from 'vitest';
import { docxOf, pdfOf, type SetLine, zipOf } from './binary-files.ts';
import { documentOf, reasonFor } from './fixtures.ts';

const PROSE = [
  'The council of Marwick voted on Thursday to close the old harbour.',
  '“Nobody asked us & nobody will,” said Tom Hale.',
];

describe('a Word file', () => {
  it('is read paragraph by paragraph, its title from its heading', async () => {
    const file = docxOf([
      { style: 'Title', text: 'Harbour to close' },
      PROSE[0]!,
      { style: 'Heading2', text: 'What next' },
      PROSE[1]!,
    ]);
    expect(await documentOf(file, 'a.docx')).toMatchObject({
      title: 'Harbour to close',
      text: [PROSE[0], 'What next', PROSE[1]].join('\n\n'),
    });
  });

  it('without a heading is read like any text', async () => {
    expect(await documentOf(docxOf(['Harbour to close', ...PROSE]), 'a.docx')).toMatchObject({
      title: 'Harbour to close',
      text: PROSE.join('\n\n'),
    });
  });

  it.each([
    ['is damaged', Buffer.from('PK\x03\x04 and so on, and so on, and so on')],
    ['is damaged', Buffer.from('The council voted.')],
    ['is damaged', docxOf(PROSE).subarray(0, 900)],
    ['cannot be read as docx', zipOf({ 'a.txt': Buffer.from(PROSE[0]!) })],
    ['is empty', Buffer.from('')],
    ['unpacks to more than 50 MB', docxOf(PROSE, { 'word/media/a.png': Buffer.alloc(60_000_000) })],
    ['unpacks to more than 6 MB of text', zipOf({ 'word/document.xml': Buffer.alloc(7_000_000) }, 100)],
  ])('that %s is skipped', async (reason, file) => {
    expect(await reasonFor(file, 'a.docx')).toContain(reason);
  });
});

/** Lines one below the other, in the usual size, from the top of a page. */
function column(lines: readonly string[], top = 700, left = 60): SetLine[] {
  return lines.map((text, index) => [left, top - 14 * index, 11, text]);
}

describe('a PDF file', () => {
  const FIRST = [
    'The council of Marwick voted on Thursday to close the old harbour, in',
    'which two hundred people work, and to build a well-known kind of infor-',
    'mation centre in its place. The harbour is two hundred years old and',
    'well-',
  ];

  it('is read as its paragraphs, hyphens at line ends kept where they belong', async () => {
    const file = pdfOf([
      [
        [60, 750, 20, 'Harbour to close'],
        ...column([...FIRST.slice(0, 3), 'known, and the centre will tell of it.']),
        ...column(
          ['“Nobody asked us,” said Tom Hale, who has fished from it all his', 'life.'].map((line) =>
            line.replace('“', '\x93').replace('”', '\x94'),
          ),
          620,
        ),
      ],
    ]);
    expect(await documentOf(file, 'a.pdf')).toMatchObject({
      title: 'Harbour to close',
      text: [
        'The council of Marwick voted on Thursday to close the old harbour, in which two hundred people work, and to build a well-known kind of information centre in its place. The harbour is two hundred years old and known, and the centre will tell of it.',
        '“Nobody asked us,” said Tom Hale, who has fished from it all his life.',
      ].join('\n\n'),
    });
  });

  it('keeps a hyphen that the document has elsewhere', async () => {
    const lines = [
      'It is a well-known harbour, and nobody in Marwick denies that it is well-',
      'known, least of all those who work in it.',
    ];
    expect((await documentOf(pdfOf([column(lines)]), 'a.pdf')).text).toContain(
      'that it is well-known, least',
    );
  });

  it('goes on over the page, without running heads and page numbers', async () => {
    const pages = ['one', 'two', 'three'].map((name, index): SetLine[] => [
      [60, 780, 9, `Marwick Gazette, issue ${index}`],
      ...column([
        `The ${name} harbour of the town was closed on Thursday, said the council, which`,
        'had met for four hours, and nobody who works there had been asked before',
      ]),
      [300, 20, 9, String(index + 1)],
    ]);
    const { text, paragraphs } = await documentOf(pdfOf(pages), 'a.pdf');
    expect(text).not.toMatch(/Gazette|\d/);
    expect(paragraphs).toHaveLength(1);
    expect(text).toContain('asked before The two harbour');
  });

  it.each([
    ['cannot be read as pdf', Buffer.from('%PDF-1.7\nnothing')],
    ['is no PDF file', Buffer.from('The council voted.')],
    ['is empty', Buffer.from('')],
    ['is encrypted', Buffer.concat([pdfOf([column(PROSE)]), Buffer.from('/Encrypt 9 0 R')])],
    ['holds pictures of text', pdfOf([[]])],
    ['unpacks to more than 100 MB', pdfOf([column(PROSE)], [Buffer.alloc(120_000_000)])],
    ['has more than 200 pages', pdfOf(Array.from({ length: 201 }, () => column(PROSE)))],
  ])('that %s is skipped', async (reason, file) => {
    expect(await reasonFor(file, 'a.pdf')).toContain(reason);
  });
});

it.each([
  ['a .pdf file', pdfOf([column(PROSE)])],
  ['a packed file such as .docx', docxOf(PROSE)],
])('%s under another name is told to be one', async (type, file) => {
  for (const name of ['a.txt', 'a.md', 'a.html'])
    expect(await reasonFor(file, name)).toBe(`is ${type} whatever its name says; name it so`);
});
