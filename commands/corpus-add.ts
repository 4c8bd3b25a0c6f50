import { citation } from '../src/answers/passages/excerpt.ts';
import type { Archive } from '../src/archive/archive.ts';
import { type Attachment, command } from '../src/command.ts';
import type { Document } from '../src/corpus/document.ts';
import { MAX_FILE_BYTES } from '../src/corpus/read.ts';
import { phrase } from '../src/locales/phrase.ts';
import type { Moderation } from '../src/moderation/moderation.ts';
import { fact, type Item, reply, type Suggestion } from '../src/reply.ts';
import { likeness } from '../src/text/likeness.ts';
import { alsoReindexed, reindexNotes } from './reindex.ts';

/** Share of common five-word runs from which two articles are told to be the same story. */
const SAME_STORY = 0.6;
const file = { type: 'attachment', description: phrase('corpus-add.file') } as const;

export const corpusAdd = command({
  name: 'corpus add',
  description: phrase('corpus-add.description'),
  who: 'moderator',
  options: { file: { ...file, required: true }, file2: file, file3: file, file4: file, file5: file },

  async run(files, { archive, moderation, asker, progress }) {
    const outcomes: Outcome[] = [];
    for (const attachment of Object.values(files).filter((each) => each !== undefined))
      outcomes.push(await put(attachment, moderation));
    const added = outcomes.flatMap(({ id }) => id ?? []);
    const heading = phrase('corpus-add.heading', { count: added.length });
    if (added.length === 0)
      return reply({
        heading,
        groups: [{ label: null, items: outcomes.map(({ item }) => item) }],
        data: { added },
      });
    try {
      await moderation.act(asker, { type: 'add', documents: added });
    } catch (error) {
      // What nobody could find in the audit log, and take back there, must not come on record with the next reindex.
      for (const { id, isNew } of outcomes) if (id && isNew) await moderation.discard(id);
      throw error;
    }
    const summary = await archive.reindex(progress);
    const items: Item[] = [];
    const suggestions: Suggestion[] = [];
    for (const { item, id } of outcomes) {
      items.push(item);
      const document = id && (await archive.document(id));
      if (!document) continue;
      items.push({ type: 'article', citation: citation(document), file: true });
      const twin = await twinOf(document, archive);
      if (!twin) continue;
      items.push(fact(phrase('corpus-add.twin'), twin.title ?? twin.id));
      suggestions.push({
        label: phrase('corpus-add.remove-it', { id: document.id }),
        command: 'corpus remove',
        values: { article: document.id },
      });
    }
    return reply({
      heading,
      notes: reindexNotes(summary),
      groups: [{ label: null, items }, ...alsoReindexed(summary, added)],
      suggestions,
      data: { added },
    });
  },
});

/** What became of a file, and the article's id if there is one now that was not there. */
interface Outcome {
  readonly item: Item;
  readonly id: string | null;
  /** Whether its file was not there before. */
  readonly isNew?: boolean;
}

async function put({ name, size, read }: Attachment, moderation: Moderation): Promise<Outcome> {
  const label = phrase('corpus-add.name', { name });
  const refused = (reason: Parameters<typeof fact>[1]) => ({ item: fact(label, reason), id: null });
  if (size > MAX_FILE_BYTES)
    return refused(phrase('corpus-add.too-large', { megabytes: MAX_FILE_BYTES / 1e6 }));
  const bytes = await read().catch(() => null);
  if (bytes === null) return refused(phrase('corpus-add.not-fetched'));
  const added = await moderation.add(name, bytes);
  if (added.type === 'refused') return refused(added.reason);
  if (added.type === 'added')
    return { item: fact(label, phrase('corpus-add.added')), id: added.document.id, isNew: true };
  return moderation.state().removed.has(added.id)
    ? { item: fact(label, phrase('corpus-add.back', { id: added.id })), id: added.id }
    : refused(phrase('corpus-add.same', { id: added.id }));
}

/** Another article on record that tells the same story in nearly the same words. */
async function twinOf(document: Document, archive: Archive): Promise<Document | undefined> {
  const nearby = await archive.articles(document.title ?? document.text.slice(0, 200), 5);
  return nearby.find(({ id, text }) => id !== document.id && likeness(text, document.text) >= SAME_STORY);
}
