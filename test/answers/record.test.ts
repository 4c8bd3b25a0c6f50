import { describe, expect, it } from 'vitest';
import { MOST_LISTED, onRecord } from '../../src/answers/record.ts';
import { archiveWith } from '../support/archive.ts';

const ALL = { by: undefined, about: undefined };

describe('a list of what is on record', () => {
  it('says how many there are where it cannot show them all', async () => {
    const days = Array.from(
      { length: MOST_LISTED + 12 },
      (_, day) => `Mara Quill said the bridge had stood for ${day + 40} winters.`,
    );
    const archive = await archiveWith({ 'bridge.txt': days.join('\n\n') });
    const found = await onRecord(archive, ALL);
    expect(found).toMatchObject({ status: 'answered', total: MOST_LISTED + 12 });
    expect(found.status === 'answered' && found.excerpts).toHaveLength(MOST_LISTED);
  });

  it('shows once what sixty articles print alike, each cited', async () => {
    const story =
      'Mara Quill, the bridge keeper, said on Friday that the old stone bridge had stood through forty hard winters without losing one stone.';
    const other = 'Mara Quill said the new toll house would open in spring.';
    const archive = await archiveWith({
      'other.txt': other,
      ...Object.fromEntries(
        Array.from({ length: 60 }, (_, n) => [`${n}.txt`, `${story}\n\nPaper ${n * 7919} printed it.`]),
      ),
    });
    const found = await onRecord(archive, ALL);
    const excerpts = found.status === 'answered' ? found.excerpts : [];
    expect(excerpts.map(({ text }) => text).sort()).toEqual([other, story]);
    const cited = excerpts.find(({ text }) => text === story)!.also.map(({ document }) => document);
    expect(new Set(cited).size).toBe(59);
    expect(cited).toHaveLength(59);
  });

  it('says nothing of more where it shows them all', async () => {
    const archive = await archiveWith({ 'bridge.txt': 'Mara Quill said the bridge was safe.' });
    expect(await onRecord(archive, ALL)).not.toHaveProperty('total');
  });

  it('is about an ordinary word rather than about who is called so and hardly mentioned', async () => {
    const claims = Array.from(
      { length: 12 },
      (_, n) => `The union claimed that the wall lost ${n + 3} stones.`,
    );
    const archive = await archiveWith({
      'wall.txt': claims.join('\n\n'),
      'people.txt': 'Tom Wall, a baker, opened his shop. The union claimed that Tom Wall had paid nobody.',
    });
    const about = async (topic: string) => {
      const found = await onRecord(archive, { ...ALL, kinds: ['claim'], about: topic });
      return found.status === 'answered' ? found.excerpts.length : 0;
    };
    expect(await about('wall')).toBeGreaterThan(10);
    expect(await about('the wall')).toBeGreaterThan(10);
    expect(await about('Wall')).toBe(1);
  });

  it('tells a name that nobody bears from a speaker who says no such thing', async () => {
    const archive = await archiveWith({
      'bridge.txt':
        'Mara Quill said the bridge was safe. Mayor Henrik Osgood walked across it. Osgood smiled.',
    });
    expect(await onRecord(archive, { ...ALL, by: 'Zebulon Pike' })).toMatchObject({
      reason: 'unknown-name',
      name: 'Zebulon Pike',
    });
    expect(await onRecord(archive, { ...ALL, by: 'osgood' })).toMatchObject({
      reason: 'silent-speaker',
      name: 'Henrik Osgood',
    });
    expect(await onRecord(archive, { ...ALL, kinds: ['denial'] })).toMatchObject({ reason: 'no-evidence' });
  });
});
