import { citation } from '../src/answers/passages/excerpt.ts';
import { profile } from '../src/answers/profile.ts';
import type { Archive, PersonRecord } from '../src/archive/archive.ts';
import { command } from '../src/command.ts';
import type { Document } from '../src/corpus/document.ts';
import { type Phrase, phrase } from '../src/locales/phrase.ts';
import {
  choiceData,
  choiceNotes,
  choices,
  excerptItems,
  fact,
  line,
  nothingReply,
  reply,
  takenNotes,
} from '../src/reply.ts';
import { shortWords } from '../src/text/shorten.ts';
import { completePeople } from './people.ts';

export const who = command({
  name: 'who',
  description: phrase('who.description'),
  who: 'member',
  options: {
    name: {
      type: 'string',
      description: phrase('who.name'),
      required: true,
      complete: completePeople,
    },
  },

  async run({ name }, { archive }) {
    const found = await profile(archive, name);
    if (found.status === 'nothing') return nothingReply(found, phrase('who.heading', { name }));
    const { person, others } = found;
    const roles = await rolesOf(archive, person);
    return reply({
      heading: phrase('who.heading', { name: person.name }),
      notes: [...takenNotes(found.taken), ...choiceNotes(found.choice)],
      groups: [
        {
          label: phrase('who.roles'),
          items: roles
            .slice(0, ROLES_SHOWN)
            .map(({ text, article }) => fact(phrase('who.role', { role: text }), article)),
        },
        {
          label: phrase('who.aliases'),
          items: person.aliases.length > 0 ? [line(phrase('who.alias-list', { names: person.aliases }))] : [],
        },
        { label: phrase('who.said'), items: excerptItems(found.said) },
        { label: phrase('who.claimed'), items: excerptItems(found.claimedAbout) },
        { label: phrase('who.denied'), items: excerptItems(found.denied) },
      ].filter(({ items }) => items.length > 0),
      suggestions: [
        ...choices(found.choice),
        ...others.map((other) => ({ label: other.name, command: 'who', values: { name: other.name } })),
      ],
      data: {
        name: person.name,
        roles: roles.map(({ text }) => text),
        aliases: person.aliases,
        ...choiceData(found.choice),
      },
    });
  },
});

/** Each role once, however often it is written, with the article that writes it. */
async function rolesOf(
  archive: Archive,
  { roles }: PersonRecord,
): Promise<{ text: string; article: Phrase }[]> {
  const folded = roles.map(({ text }) => text.toLowerCase());
  const once = roles.filter((_, at) => folded.indexOf(folded[at]!) === at).slice(0, MOST_ROLES);
  return Promise.all(
    once.map(async ({ text, document }) => {
      const article = await archive.document(document);
      return { text, article: article ? nameOf(article) : phrase('who.role-in', { article: document }) };
    }),
  );
}

function nameOf(article: Document): Phrase {
  if (article.title !== null) return phrase('who.role-in', { article: article.title });
  return phrase('cited.untitled', { opening: shortWords(citation(article).opening, OPENING) });
}

const OPENING = 60;
const MOST_ROLES = 10;
/** More would come before anything they said. */
const ROLES_SHOWN = 5;
