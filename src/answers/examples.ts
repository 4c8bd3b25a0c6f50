import type { Archive } from '../archive/archive.ts';
import { phrase } from '../locales/phrase.ts';
import { say } from '../locales/say.ts';
import { answer } from './ask.ts';

/** So many candidates of a sort are tried. */
const TRIED = 3;

/**
 * Questions that this corpus answers, of different sorts, made from what it holds and tried; fewer than `count` where it holds
 * little. In English, as questions are understood in English.
 */
export async function examples(archive: Archive, count: number): Promise<string[]> {
  const [denials, silences, people, topics] = await Promise.all([
    archive.attributions({ kinds: ['denial'], limit: TRIED }),
    archive.attributions({ kinds: ['no-comment'], limit: 1 }),
    archive.complete('person', '', TRIED * 2),
    archive.complete('topic', '', TRIED),
  ]);
  const deniers = denials.flatMap(({ attribution }) => attribution.speaker ?? []);
  const names = people.map(({ value }) => value);
  const sorts = [
    deniers.map((name) => phrase('example.deny', { name })),
    names.map((name) => phrase('example.said', { name })),
    names.toReversed().map((name) => phrase('example.who-is', { name })),
    topics.map(({ value }) => phrase('example.about', { topic: value })),
    silences.map(() => phrase('example.no-comment')),
  ];
  const found: string[] = [];
  for (const sort of sorts) {
    for (const question of sort.map((each) => say(each, 'en'))) {
      if (found.length === count) return found;
      const answered = await answer(archive, question);
      if (answered.status === 'nothing') continue;
      found.push(question);
      break;
    }
  }
  return found;
}
