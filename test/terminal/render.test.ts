import { describe, expect, it } from 'vitest';
import type { Excerpt, Said } from '../../src/answers/answer.ts';
import { phrase } from '../../src/locales/phrase.ts';
import { excerptItems, reply } from '../../src/reply.ts';
import { toJson } from '../../src/terminal/json.ts';
import { render, type Style } from '../../src/terminal/render.ts';

const PLAIN: Style = { columns: 80, color: false, locale: 'en' };

const said = (parts: Partial<Said>): Said => ({
  kind: 'denial',
  speaker: 'Mara Quill',
  source: 'Quill',
  cue: 'denied',
  anonymous: false,
  via: null,
  chain: [],
  ...parts,
});

function made(text: string, parts: Partial<Excerpt> = {}): Excerpt {
  return {
    document: 'dam.txt',
    text,
    start: 10,
    end: 10 + text.length,
    cut: { before: false, after: false },
    citation: {
      document: 'dam.txt',
      title: 'The Dam',
      opening: 'It rained.',
      outlet: 'Tarn Herald',
      published: '2022-09-14',
      url: null,
      paragraph: 3,
    },
    also: [],
    matches: [],
    said: said({}),
    counterparts: [],
    ...parts,
  };
}

const shown = (...excerpts: Excerpt[]) =>
  reply({ heading: phrase('denials.heading'), groups: [{ label: null, items: excerptItems(excerpts) }] });

const text = (...excerpts: Excerpt[]) => render(shown(...excerpts), PLAIN).join('\n');

describe('a reply in the terminal', () => {
  it('shows who says it and how, the words, and where they stand', () => {
    expect(text(made('Quill denied it.'))).toBe(
      [
        'Denials',
        '',
        '[1] Mara Quill · Denial: “denied”',
        '    Quill denied it.',
        '    — The Dam · Tarn Herald · Sep 14, 2022, paragraph 3',
      ].join('\n'),
    );
  });

  it('shows what stands between words as white space, whatever it is', () => {
    expect(text(made('Quill\tdenied\u00a0it.'))).toContain('    Quill denied it.');
  });

  it('calls an article without a title by its opening, however long its words are', () => {
    const citation = { ...made('').citation, title: null, opening: 'x'.repeat(5000) };
    const shown = text(made('Quill denied it.', { citation }));
    expect(shown).toContain('Untitled, begins');
    expect(shown.length).toBeLessThan(300);
  });

  it('numbers what it shows, counterparts included, and shows nothing twice', () => {
    const claim = made('Osgood claimed it.', {
      start: 90,
      end: 108,
      said: said({ kind: 'claim', speaker: 'Henrik Osgood' }),
    });
    const all = text(
      made('Quill denied it.', { counterparts: [claim] }),
      claim,
      made('More.', { start: 200, end: 205 }),
    );
    expect(all.match(/\[\d\]/g)).toEqual(['[1]', '[2]', '[3]']);
    expect(all.match(/Osgood claimed it/g)).toHaveLength(1);
    expect(all).toContain('In answer to\n    [2] Henrik Osgood');
  });

  it('says who is not named, who is not known and who tells it', () => {
    expect(
      text(made('x', { said: said({ speaker: null, source: 'two aides', anonymous: true }) })),
    ).toContain('two aides (not named)');
    expect(text(made('x', { said: said({ speaker: null, source: 'he' }) }))).toContain(
      'Speaker not identified',
    );
    const chain = [{ speaker: null, source: 'people briefed on it' }];
    expect(text(made('x', { said: said({ chain, via: 'the Tarn Herald' }) }))).toContain(
      'Mara Quill, as told by people briefed on it · Denial: “denied”, via the Tarn\nHerald',
    );
  });

  it('marks outside of the words where they were cut', () => {
    expect(text(made('denied it', { cut: { before: true, after: true } }))).toContain('    …denied it…');
  });

  it('keeps to the columns there are', () => {
    const long = made('The council met and talked of roads and drains. '.repeat(8).trim());
    for (const columns of [40, 80]) {
      for (const line of render(shown(long), { ...PLAIN, columns }))
        expect(line.length).toBeLessThanOrEqual(columns);
    }
  });

  it('repeats no more of a long question than tells which it was', () => {
    const question = `who denied ${'it and '.repeat(20_000)}`;
    const lines = render(reply({ heading: phrase('ask.heading', { question }) }), PLAIN);
    expect(lines[0]).toMatch(/^who denied it/);
    expect(lines.at(-1)).toMatch(/…$/);
    expect(lines.join('\n').length).toBeLessThan(1100);
  });

  it('is coloured only where asked for, with what matched in bold', () => {
    const match = made('Quill denied it.', { matches: [{ start: 6, end: 12 }] });
    expect(text(match)).not.toContain('\u001b');
    expect(render(shown(match), { ...PLAIN, color: true }).join('\n')).toContain('\u001b[1mdenied\u001b[22m');
  });

  it('obeys nothing that an article says to a terminal', () => {
    const hostile = 'Quill \u001b[2J\u001b]0;owned\u0007denied\u009b31m it.\u202e';
    expect(text(made(hostile))).not.toMatch(/[^\P{C}\n]/u);
  });

  it('says why there is nothing and what to ask instead', () => {
    const nothing = reply({
      heading: phrase('ask.heading', { question: 'did Zed deny it?' }),
      nothing: { reason: 'unknown-name', text: phrase('nothing.unknown-name', { name: 'Zed' }) },
      suggestions: [{ label: 'Mara Quill', command: 'who', values: { name: 'Mara Quill' } }],
      related: [made('Quill spoke.')],
    });
    expect(render(nothing, PLAIN).join('\n')).toMatch(
      /no article names Zed\.[\s\S]+Related[\s\S]+Quill spoke\.[\s\S]+› \/who name:Mara Quill/,
    );
  });
});

describe('a reply as JSON', () => {
  it('has the fields that scripts rely on', () => {
    expect(
      toJson('who denied it?', shown(made('Quill denied it.', { said: said({ via: 'the Tarn Herald' }) }))),
    ).toEqual({
      status: 'answered',
      question: 'who denied it?',
      excerpts: [
        {
          text: 'Quill denied it.',
          document: 'dam.txt',
          title: 'The Dam',
          paragraph: 3,
          outlet: 'Tarn Herald',
          published: '2022-09-14',
          start: 10,
          end: 26,
          speaker: 'Mara Quill',
          kind: 'denial',
          via: 'the Tarn Herald',
          source: 'Quill',
          cue: 'denied',
          anonymous: false,
        },
      ],
    });
  });

  it('puts what is only shown beside others behind what was asked for', () => {
    const claim = made('Osgood claimed it.', { start: 90, end: 108 });
    const denial = made('Quill denied it.', { counterparts: [claim] });
    const other = made('More.', { start: 200, end: 205 });
    const json = toJson('x', shown(denial, other)) as { excerpts: { text: string; counterpart?: true }[] };
    expect(json.excerpts.map(({ text, counterpart = false }) => [text, counterpart])).toEqual([
      ['Quill denied it.', false],
      ['More.', false],
      ['Osgood claimed it.', true],
    ]);
  });

  it('has no excerpts where there is nothing, and keeps what is related apart', () => {
    const nothing = reply({
      heading: phrase('denials.heading'),
      nothing: { reason: 'no-evidence', text: phrase('nothing.no-evidence') },
      related: [made('Quill spoke.', { said: null })],
      suggestions: [{ label: 'Mara Quill', command: 'who', values: { name: 'Mara Quill' } }],
    });
    const json = toJson('x', nothing);
    expect(json).toMatchObject({
      status: 'nothing',
      excerpts: [],
      nothing: { reason: 'no-evidence', suggestions: ['Mara Quill'] },
    });
    expect(json.related).toHaveLength(1);
    expect(json.related).not.toHaveProperty('0.speaker');
  });
});
