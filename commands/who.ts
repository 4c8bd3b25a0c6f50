import { profile } from '../src/answers/profile.ts';
import type { PersonRecord } from '../src/archive/archive.ts';
import { command } from '../src/command.ts';
import { phrase } from '../src/locales/phrase.ts';
import { excerptItems, fact, nothingReply, reply, takenNotes } from '../src/reply.ts';

export const who = command({
  name: 'who',
  description: phrase('who.description'),
  who: 'member',
  options: {
    name: {
      type: 'string',
      description: phrase('who.name'),
      required: true,
      complete: (typed, { archive }) => archive.complete('person', typed, 25),
    },
  },

  async run({ name }, { archive }) {
    const found = await profile(archive, name);
    if (found.status === 'nothing') return nothingReply(found, phrase('who.heading', { name }));
    const { person, others } = found;
    const roles = rolesOf(person);
    return reply({
      heading: phrase('who.heading', { name: person.name }),
      notes: takenNotes(found.taken),
      groups: [
        {
          label: phrase('who.roles'),
          items: roles.map((role) => fact(phrase('who.role-in', { document: role.document }), role.text)),
        },
        {
          label: phrase('who.aliases'),
          items: person.aliases.map((alias) => fact(phrase('who.alias'), alias)),
        },
        { label: phrase('who.said'), items: excerptItems(found.said) },
        { label: phrase('who.claimed'), items: excerptItems(found.claimedAbout) },
        { label: phrase('who.denied'), items: excerptItems(found.denied) },
      ].filter(({ items }) => items.length > 0),
      suggestions: others.map((other) => ({
        label: other.name,
        command: 'who',
        values: { name: other.name },
      })),
      data: { name: person.name, roles: roles.map(({ text }) => text), aliases: person.aliases },
    });
  },
});

/** Each role once, however often it is written. */
function rolesOf({ roles }: PersonRecord): PersonRecord['roles'] {
  const folded = roles.map(({ text }) => text.toLowerCase());
  return roles.filter((_, at) => folded.indexOf(folded[at]!) === at);
}
