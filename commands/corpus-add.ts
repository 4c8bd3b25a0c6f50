import { type Attachment, command } from '../src/command.ts';
import { MAX_FILE_BYTES } from '../src/corpus/read.ts';
import { type Phrase, phrase } from '../src/locales/phrase.ts';
import { fact, type Item, line, reply } from '../src/reply.ts';
import { likeness } from '../src/text/likeness.ts';
import { reindexed } from './reindex.ts';

/** Share of common five-word runs from which two articles are told to be the same story. */
const SAME_STORY = 0.6;
const file = { type: 'attachment', description: phrase('corpus-add.file') } as const;

export const corpusAdd = command({
  name: 'corpus add',
  description: phrase('corpus-add.description'),
  who: 'moderator',
  options: { file: { ...file, required: true }, file2: file, file3: file, file4: file, file5: file },

  async run(files, { archive, moderation, asker, progress }) {
    const items: Item[] = [];
    const documents: string[] = [];
    for (const attachment of Object.values(files).filter((each) => each !== undefined)) {
      const { item, document } = await add(attachment);
      items.push(item);
      if (document) documents.push(document);
    }
    if (documents.length > 0) await moderation.act(asker, { type: 'add', documents });
    const groups = documents.length > 0 ? reindexed(await archive.reindex(progress)) : [];
    return reply({
      heading: phrase('corpus-add.heading', { count: documents.length }),
      groups: [{ label: null, items }, ...groups],
      data: { added: documents },
    });

    async function add({ name, size, read }: Attachment): Promise<{ item: Item; document?: string }> {
      const label = phrase('corpus-add.name', { name });
      if (size > MAX_FILE_BYTES)
        return { item: said(label, phrase('corpus-add.too-large', { megabytes: MAX_FILE_BYTES / 1e6 })) };
      const added = await moderation.add(name, await read());
      if (added.type === 'refused') return { item: fact(label, added.reason) };
      if (added.type === 'same') {
        const taken = moderation.state().removed.has(added.id);
        return taken
          ? { item: said(label, phrase('corpus-add.back', { id: added.id })), document: added.id }
          : { item: said(label, phrase('corpus-add.same', { id: added.id })) };
      }
      const { document } = added;
      const nearby = await archive.articles(document.title ?? document.text.slice(0, 200), 5);
      const twin = nearby.find(
        ({ id, text }) => id !== document.id && likeness(text, document.text) >= SAME_STORY,
      );
      const text = twin
        ? phrase('corpus-add.twin', { id: document.id, twin: twin.title ?? twin.id })
        : phrase('corpus-add.added', { id: document.id });
      return { item: said(label, text), document: document.id };
    }
  },
});

const said = (label: Phrase, text: Phrase): Item => line(phrase('corpus-add.line', { label, text }));
