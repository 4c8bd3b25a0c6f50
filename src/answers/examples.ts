import type { Archive } from '../archive/archive.ts';
import { phrase } from '../locales/phrase.ts';
import { say } from '../locales/say.ts';
import { answer } from './ask.ts';

/** So many candidates of a sort are tried. */
const TRIED = 3;
/** Among so many of the most telling topics those are looked for. */
const TOPICS = 12;

/**
 * Questions that this corpus answers, of different sorts, made from what it holds and tried; fewer than `count` where it holds
 * little. In English, as questions are understood in English.
 */
export async function examples(archive: Archive, count: number): Promise<string[]> {
  const [denials, silences, people, topics] = await Promise.all([
    archive.attributions({ kinds: ['denial'], limit: TRIED }),
    archive.attributions({ kinds: ['no-comment'], limit: 1 }),
    archive.complete('person', '', TRIED * 3),
    archive.complete('topic', '', TOPICS),
  ]);
  const deniers = denials.flatMap(({ attribution }) => attribution.speaker ?? []);
  const known = await Promise.all(people.map(({ value }) => archive.people(value, 1)));
  const names = known.flatMap(([best]) => (best?.person.type === 'person' ? [best.person.name] : []));
  // Two words that are often written together say more of an article than one.
  const telling = topics
    .map(({ value }) => value)
    .sort((a, b) => Number(b.includes(' ')) - Number(a.includes(' ')))
    .slice(0, TRIED);
  const spoken = await Promise.all(telling.map((topic) => spokenOf(archive, topic)));
  const sorts = [
    deniers.map((name) => phrase('example.deny', { name: called(name) })),
    names.slice(0, TRIED).map((name) => phrase('example.said', { name })),
    names.toReversed().map((name) => phrase('example.who-is', { name })),
    spoken.map((topic) => phrase('example.about', { topic })),
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

/** A topic as one speaks of it: "the White House", where the article that is most about it mostly does. */
async function spokenOf(archive: Archive, topic: string): Promise<string> {
  const [passage] = await archive.search(topic, { limit: 1 });
  const article = passage && (await archive.document(passage.document));
  const mentions = (words: string): number => (article?.text.split(words).length ?? 1) - 1;
  const withArticle = mentions(`the ${topic}`) + mentions(`The ${topic}`);
  return 2 * withArticle > mentions(topic) ? `the ${topic}` : topic;
}

/** As one says it: "the Department of Justice", but "Ida Brandt". */
const called = (name: string): string =>
  / (?:of|for) /.test(name) && !/^the /i.test(name) ? `the ${name}` : name;
