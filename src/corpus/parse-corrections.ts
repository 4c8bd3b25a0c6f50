import { parseDocument } from 'yaml';
import { z } from 'zod';
import { type Corrections, NONE } from './corrections.ts';
import { dateOf, lineOf, type Metadata, urlOf } from './metadata.ts';

/** The corrections that a `corpus.yaml` of this content makes. */
export function parseCorrections(yaml: string): Corrections {
  let content: unknown;
  try {
    const parsed = parseDocument(yaml, { prettyErrors: true });
    if (parsed.errors[0])
      return {
        ...NONE,
        problems: [`is not valid YAML: ${parsed.errors[0].message.split('\n')[0]}; correct it there`],
      };
    content = parsed.toJS({ maxAliasCount: 100 });
  } catch (error) {
    return { ...NONE, problems: [`is not valid YAML: ${(error as Error).message}`] };
  }
  if (content === null || content === undefined) return NONE;
  const problems: string[] = [];
  const read = <T>(schema: z.ZodType<T>, value: unknown, where: string): T | undefined => {
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    for (const { path, message } of result.error.issues)
      problems.push(`${[where, ...path].join(' → ')} ${message}`);
    return undefined;
  };
  const { metadata: documents, aliases: names, ...rest } = read(recordSchema, content, 'the file') ?? {};
  for (const name of Object.keys(rest)) problems.push(`${name} is not known; known are metadata and aliases`);
  const metadata = new Map<string, Partial<Metadata>>();
  for (const [id, fields] of Object.entries(read(recordSchema, documents ?? {}, 'metadata') ?? {})) {
    const where = `metadata → ${id}`;
    const entries = Object.entries(read(recordSchema, fields, where) ?? {}).flatMap(([name, value]) => {
      if (!Object.hasOwn(FIELDS, name))
        problems.push(`${where} → ${name} is not known; known are ${Object.keys(FIELDS).join(', ')}`);
      else if (value === null) return [[name, null]];
      else {
        const field = read(FIELDS[name as keyof typeof FIELDS], value, `${where} → ${name}`);
        if (field !== undefined) return [[name, field]];
      }
      return [];
    });
    if (entries.length > 0) metadata.set(id, Object.fromEntries(entries));
  }
  const aliases = (read(listSchema, names ?? [], 'aliases') ?? []).flatMap(
    (alias, index) => read(aliasSchema, alias, `aliases → ${index + 1}`) ?? [],
  );
  return { metadata, aliases, problems };
}

/** Runs `parse`, which knows no value by null, and says what was wanted instead. */
function parsedBy(parse: (value: unknown) => string | null, wanted: string) {
  return z.unknown().transform((value, context) => {
    const parsed = parse(value);
    if (parsed === null) context.issues.push({ code: 'custom', message: `must be ${wanted}`, input: value });
    return parsed ?? '';
  });
}

const FIELDS = {
  title: parsedBy(lineOf, 'a text'),
  outlet: parsedBy(lineOf, 'a text'),
  author: parsedBy(lineOf, 'a text'),
  published: parsedBy(dateOf, 'a date such as 2019-04-13'),
  url: parsedBy(urlOf, 'an address that begins with https:// or http://'),
} as const;

const recordSchema = z.record(z.string(), z.unknown(), { error: 'must be fields, such as "title: …"' });
const listSchema = z.array(z.unknown(), { error: 'must be a list, each entry with a name and aliases' });
const aliasSchema = z.object(
  {
    name: parsedBy(lineOf, 'the full name as a text'),
    type: z.enum(['person', 'organisation'], { error: 'must be person or organisation' }).exactOptional(),
    aliases: z
      .array(parsedBy(lineOf, 'a text'), { error: 'must be a list of other names' })
      .min(1, { error: 'must hold at least one other name' }),
  },
  { error: 'must be an entry with a name and aliases' },
);
