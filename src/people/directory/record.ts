import { fold } from '../fold.ts';
import { fullName, partsOf } from '../parts.ts';
import type { PersonRecord } from '../person.ts';
import type { Entry } from './entry.ts';
import type { Merged } from './merge.ts';

/** What a member may see of an entry. */
export function recordOf(entry: Entry, documents: Merged['documents']): PersonRecord {
  return {
    name: fullName(entry.name, entry.told),
    called: entry.name,
    told: entry.told,
    type: entry.type,
    aliases: aliasesOf(entry),
    statements: entry.statements,
    documents: entry.documents.length,
    roles: rolesOf(entry).map(({ text, document, span }) => ({
      text,
      span,
      document: documents[document]!.id,
    })),
  };
}

/**
 * What somebody is, in a few words of an article. Prefers what tells them from others of the same name, then a present
 * role over a former one, then a role with its body ("mayor of Port Ellery").
 */
export function standingOf({ told, roles }: Pick<PersonRecord, 'told' | 'roles'>): string | null {
  if (told !== null) return told;
  const now = (roles.find(({ text }) => !/^(?:then|former|ex)\b/i.test(text)) ?? roles[0])?.text;
  if (now === undefined) return null;
  return roles.find(({ text }) => fold(text).startsWith(`${fold(now)} of `))?.text ?? now;
}

/** The names by which an entry may be looked up. First names alone are found as words. */
export function* formsOf(entry: Entry): Iterable<string> {
  yield entry.name;
  if (entry.told !== null) yield fullName(entry.name, entry.told);
  yield* entry.names.keys();
  yield* entry.given;
  const given = entry.type === 'person' ? partsOf(entry.name).given : '';
  for (const form of entry.forms.keys()) if (form !== given) yield form;
}

function aliasesOf(entry: Entry): string[] {
  const given = entry.type === 'person' ? partsOf(entry.name).given : '';
  const counts = new Map(entry.forms);
  for (const name of entry.names.keys()) if (!counts.has(name)) counts.set(name, 1);
  for (const name of entry.given) if (!counts.has(name) && entry.type === 'person') counts.set(name, 1);
  return [...counts]
    .filter(([form]) => form !== entry.name && form !== given)
    .sort((a, b) => b[1] - a[1])
    .slice(0, 12)
    .map(([form]) => form);
}

/** Each wording of a role once, at its latest place, most frequent first. */
function rolesOf(entry: Entry): Entry['roles'] {
  const wordings = new Map<string, { role: Entry['roles'][number]; count: number }>();
  for (const role of entry.roles) {
    const wording = fold(role.text);
    const there = wordings.get(wording);
    wordings.set(wording, { role, count: (there?.count ?? 0) + 1 });
  }
  return [...wordings.values()]
    .sort((a, b) => b.count - a.count)
    .slice(0, 24)
    .map(({ role }) => role);
}
