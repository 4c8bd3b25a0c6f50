import { parseDocument } from 'yaml';
import { z } from 'zod';
import { type Key, type Phrase, phrase } from '../locales/phrase.ts';
import { type Corrections, NONE } from './corrections.ts';
import { dateOf, lineOf, type Metadata, urlOf } from './metadata.ts';

/** Parses the content of a `corpus.yaml`. */
export function parseCorrections(yaml: string): Corrections {
  let content: unknown;
  try {
    const parsed = parseDocument(yaml, { prettyErrors: true });
    if (parsed.errors[0])
      return {
        ...NONE,
        problems: [phrase('corrections.not-yaml-there', { error: parsed.errors[0].message.split('\n')[0]! })],
      };
    content = parsed.toJS({ maxAliasCount: 100 });
  } catch (error) {
    return { ...NONE, problems: [phrase('corrections.not-yaml', { error: (error as Error).message })] };
  }
  if (content === null || content === undefined) return NONE;
  const problems: Phrase[] = [];
  const read = <T>(schema: z.ZodType<T>, value: unknown, where: readonly string[]): T | undefined => {
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    for (const { path, message } of result.error.issues)
      problems.push(
        phrase('corrections.wrong', { where: placeOf([...where, ...path]), problem: problemOf(message) }),
      );
    return undefined;
  };
  const { metadata: documents, aliases: names, ...rest } = read(recordSchema, content, []) ?? {};
  for (const name of Object.keys(rest)) problems.push(phrase('corrections.unknown-part', { name }));
  const metadata = new Map<string, Partial<Metadata>>();
  for (const [id, fields] of Object.entries(read(recordSchema, documents ?? {}, ['metadata']) ?? {})) {
    const where = ['metadata', id];
    const entries = Object.entries(read(recordSchema, fields, where) ?? {}).flatMap(([name, value]) => {
      if (!Object.hasOwn(FIELDS, name))
        problems.push(
          phrase('corrections.unknown-field', {
            where: placeOf([...where, name]),
            known: Object.keys(FIELDS).join(', '),
          }),
        );
      else if (value === null) return [[name, null]];
      else {
        const field = read(FIELDS[name as keyof typeof FIELDS], value, [...where, name]);
        if (field !== undefined) return [[name, field]];
      }
      return [];
    });
    if (entries.length > 0) metadata.set(id, Object.fromEntries(entries));
  }
  const aliases = (read(listSchema, names ?? [], ['aliases']) ?? []).flatMap(
    (alias, index) => read(aliasSchema, alias, ['aliases', String(index + 1)]) ?? [],
  );
  return { metadata, aliases, problems };
}

/** The place in the file, from the outside in. */
function placeOf(path: readonly PropertyKey[]): string | Phrase {
  return path.length === 0 ? phrase('corrections.file') : path.map(String).join(' → ');
}

/** Zod keeps messages as strings: ours are keys. */
function problemOf(message: string): string | Phrase {
  const key = Object.values(MUST).find((one) => one === message);
  return key ? phrase(key) : message;
}

const MUST = {
  text: 'corrections.must-be-text',
  date: 'corrections.must-be-date',
  url: 'corrections.must-be-url',
  fields: 'corrections.must-be-fields',
  list: 'corrections.must-be-list',
  name: 'corrections.must-be-name',
  type: 'corrections.must-be-type',
  names: 'corrections.must-be-names',
  some: 'corrections.must-have-names',
  entry: 'corrections.must-be-entry',
} as const satisfies Record<string, Key>;

/** Runs `parse`, which returns null for values it does not know. The message for those is `must`. */
function parsedBy(parse: (value: unknown) => string | null, must: Key) {
  return z.unknown().transform((value, context) => {
    const parsed = parse(value);
    if (parsed === null) context.issues.push({ code: 'custom', message: must, input: value });
    return parsed ?? '';
  });
}

const FIELDS = {
  title: parsedBy(lineOf, MUST.text),
  outlet: parsedBy(lineOf, MUST.text),
  author: parsedBy(lineOf, MUST.text),
  published: parsedBy(dateOf, MUST.date),
  url: parsedBy(urlOf, MUST.url),
} as const;

const recordSchema = z.record(z.string(), z.unknown(), { error: MUST.fields });
const listSchema = z.array(z.unknown(), { error: MUST.list });
const aliasSchema = z.object(
  {
    name: parsedBy(lineOf, MUST.name),
    type: z.enum(['person', 'organisation'], { error: MUST.type }).exactOptional(),
    aliases: z.array(parsedBy(lineOf, MUST.text), { error: MUST.names }).min(1, { error: MUST.some }),
  },
  { error: MUST.entry },
);
