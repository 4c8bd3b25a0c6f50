import { describe, expect, it } from 'vitest';
import { labelEnd, tag } from '../../src/attribution/tag.ts';

describe('tagging', () => {
  it('cuts a sentence that never ends into units, so that reading it takes time in proportion to its length', () => {
    const { units, tokens } = tag(`He said that ${'word '.repeat(5000)}`);
    expect(units.at(-1)?.end).toBe(tokens.length);
    expect(Math.max(...units.map(({ start, end }) => end - start))).toBeLessThanOrEqual(600);
  });

  it('looks only at the beginning of a run of characters longer than any word', () => {
    const text = `She said ${'](http://'.repeat(300)} was broken.`;
    const { tokens } = tag(text);
    expect(tokens.length).toBeLessThan(200);
    expect(tokens.slice(-3).map(({ start, end }) => text.slice(start, end))).toEqual(['was', 'broken', '.']);
  });

  it.each([
    ['The bridge will close this summer, Welch said.', 'Welch'],
    ['Welch said the bridge will close.', 'Welch'],
    ['Grant calls the bridge a wreck.', 'Grant'],
    ['The column appeared in The Ardal Echo on Monday.', 'Echo'],
    ['De Groot told the paper that the toll was fair.', 'De'],
  ])('takes a name for a name though it is a verb as well: %s', (text, name) => {
    const token = tag(text).tokens.find(({ start, end }) => text.slice(start, end) === name);
    expect(token?.pos).toBe('PROPN');
  });

  it('cuts a possessive in two whatever was read before', () => {
    const words = (text: string) => tag(text).tokens.map(({ word }) => word);
    const before = words("Toomel's plan failed.");
    expect(words("The plan was Toomel's. The barn, too, is Toomel's, he said.").join(' ')).toBe(
      "the plan was toomel 's . the barn , too , is toomel 's , he said .",
    );
    expect(words("Toomel's plan failed.")).toEqual(before);
    expect(before.slice(0, 2)).toEqual(['toomel', "'s"]);
  });

  it('reads a text the same after more words than are remembered', () => {
    const text = "Toomel's plan for the Zarvik ferry failed, said Ilse Brontmeer, who can't be wrong.";
    const before = tag(text).tokens;
    for (let i = 0; i < 115; i++) {
      const words = Array.from({ length: 1000 }, (_, n) => `q${(i * 1000 + n).toString(26)}z`);
      tag(words.join(' '));
    }
    expect(tag(text).tokens).toEqual(before);
  });

  it('does not take the verbs of a heading for names', () => {
    const { tokens } = tag('Mayor Rejects Plan To Close The Bridge');
    expect(tokens.find(({ word }) => word === 'rejects')?.pos).toBe('VERB');
  });

  it('sees the verb in a word that looks like an adjective, right after a name', () => {
    const { tokens } = tag('“It would have helped,” Toomel fumed on Tuesday.');
    expect(tokens.find(({ word }) => word === 'fumed')).toMatchObject({ pos: 'VERB', lemma: 'fume' });
  });

  it.each([
    ['“Is it gone?” Merz wondered on Friday. Nobody knew.', 2],
    ['“I hope they find it.” Trumbull said. Nobody knew.', 2],
    ['“I hope they find it.” Trumbull said it was gone.', 2],
    ['“I hope they find it.” Trumbull left. Nobody knew.', 3],
  ])('keeps a quotation with the sentence after it that only says whose it is: %s', (text, count) => {
    expect(tag(text).units).toHaveLength(count);
  });

  it('counts the paragraphs that begin with a name and a colon', () => {
    expect(tag('MERZ: We lost the barn.\n\nASHBY: All of it?\n\nNote: it burned.').labels).toBe(3);
    expect(tag('The reason is simple: it burned.').labels).toBe(0);
  });

  it.each([
    ['According to police, the pier is shut.', 'police', 'NOUN'],
    ['The pier is shut, according to court records.', 'court', 'NOUN'],
    ['She spoke in response to questions.', 'questions', 'NOUN'],
    ['He wants to police the harbor.', 'police', 'VERB'],
    ['They met to discuss the pier.', 'discuss', 'VERB'],
  ])('takes no noun behind *to* for an infinitive: %s', (text, word, pos) => {
    expect(tag(text).tokens.find((token) => token.word === word)?.pos).toBe(pos);
  });

  it('keeps a name with a hyphen in one piece, and nothing else', () => {
    const { tokens } = tag('Rosa Lovell-Kane met well-known R-Elm voters, Oda Merz - Ashby too.');
    const words = tokens.map(({ word }) => word);
    expect(words).toContain('lovell-kane');
    expect(words.filter((word) => word === '-')).toHaveLength(3);
  });

  it.each([
    ['MERZ: We lost the barn.', 1],
    ['SEN. ROSA MERZ (D-Elm County): We lost the barn.', 9],
    ['Ashby (moderator): Who knew?', 4],
    ['Ashby (who was there until noon with all the other pilots and their dogs): Who knew?', -1],
    ['The barn (lost): gone.', -1],
    ['(Ashby): Who knew?', -1],
  ])('finds the colon behind a speaker in: %s', (text, end) => {
    const { tokens, units } = tag(text);
    expect(labelEnd(tokens, units[0]!)).toBe(end);
  });
});
