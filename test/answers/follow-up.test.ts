import { beforeAll, describe, expect, it } from 'vitest';
import { inContext } from '../../src/answers/follow-up.ts';
import type { Archive } from '../../src/archive/archive.ts';
import { archiveWith } from '../support/archive.ts';

const ARTICLES = {
  'dam.txt': `Dam Inspector Warned Council

Dam inspector Mara Quill warned the town council in May that the spillway gates were rusted. “Two of the gates did not move at all,” Quill said.

Mayor Henrik Osgood denied that the council had been warned. “No such letter ever reached us,” Osgood told reporters.

The Tarn Herald reported that Osgood had cancelled an inspection in April to save 40,000 crowns.`,
};

let archive: Archive;
beforeAll(async () => {
  archive = await archiveWith(ARTICLES);
});

/** What is understood of the last question of a conversation: form, speaker, verb, topic. */
async function understood(...conversation: string[]) {
  const { form, speaker, sense, topic } = await inContext(
    archive,
    conversation.at(-1)!,
    conversation.slice(0, -1),
    async () => 'Henrik Osgood',
  );
  return [form, speaker, sense?.word ?? null, topic];
}

describe('a follow-up', () => {
  it('puts another name in the place of the one before', async () => {
    expect(await understood('What did Quill say about the gates?', 'and Osgood?')).toEqual([
      'said',
      'Osgood',
      'say',
      'the gates',
    ]);
    expect(await understood('who denied the warning?', 'What about Quill?')).toEqual([
      'said',
      'Quill',
      'deny',
      'the warning',
    ]);
    expect(await understood('Who is Mara Quill?', 'and Henrik Osgood')).toEqual([
      'who-is',
      'Henrik Osgood',
      null,
      '',
    ]);
  });

  it('puts another topic in the place of the one before', async () => {
    expect(await understood('What did Quill say about the letter?', 'what about the gates?')).toEqual([
      'said',
      'Quill',
      'say',
      'the gates',
    ]);
  });

  it('knows whom and what pronouns mean', async () => {
    expect(await understood('What did Quill say about the gates?', 'did she deny it?')).toEqual([
      'said',
      'Quill',
      'deny',
      'the gates',
    ]);
    expect(await understood('Did Quill warn the council?', 'who denied it?')).toEqual([
      'who-said',
      null,
      'deny',
      'the council',
    ]);
    expect(await understood('who denied the warning?', 'what did he say exactly?')).toEqual([
      'said',
      'Henrik Osgood',
      'say',
      '',
    ]);
  });

  it('asks on with a single word', async () => {
    const [form, , , topic] = await understood('What did Osgood cancel?', 'why?');
    expect([form, topic]).toEqual(['fact', 'What did Osgood cancel']);
  });

  it('reaches back over several questions', async () => {
    expect(await understood('What did Quill say about the gates?', 'and Osgood?', 'did he deny it?')).toEqual(
      ['said', 'Osgood', 'deny', 'the gates'],
    );
  });

  it('takes a pronoun for nobody whose name it does not fit', async () => {
    expect(await understood('What did Osgood say to Quill?', 'and what did she say?')).toEqual([
      'said',
      'Mara Quill',
      'say',
      '',
    ]);
    expect((await understood('What did Osgood say to Quill?', 'what did he deny?'))[1]).toBe('Osgood');
  });

  it('tells one of several from the one before', async () => {
    expect((await understood('What did the third clerk say?', 'what did the first one say?'))[1]).toBe(
      'the first clerk',
    );
  });

  it('asks whose words they are', async () => {
    const asked = ['who-said', null, 'say', 'Quill the gates'];
    expect(await understood('What did Quill say about the gates?', 'according to whom?')).toEqual(asked);
    expect(await understood('What did Quill say about the gates?', 'says who')).toEqual(asked);
  });

  it('leaves a question alone that stands on its own', async () => {
    const alone = await understood('who denied the warning?');
    expect(await understood('What did Quill say about the gates?', 'who denied the warning?')).toEqual(alone);
  });

  it('is a question like any other where nothing was asked before', async () => {
    expect((await understood('what about the gates?'))[0]).toBe('fact');
  });
});
