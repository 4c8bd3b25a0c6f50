import { parseDocument } from 'yaml';
import { z } from 'zod';
import type { Document } from './document.ts';
import { openFile, reasonOf } from './file.ts';
import { dateOf, lineOf, type Metadata, urlOf } from './metadata.ts';

/** The optional file of a corpus folder that adds or corrects metadata and names. */
export const CORRECTIONS_FILE = 'corpus.yaml';

export interface Corrections {
  /** By document id. A field that is null is to be unknown, whatever the article says. */
  readonly metadata: ReadonlyMap<string, Partial<Metadata>>;
  readonly aliases: readonly {
    readonly name: string;
    readonly type?: 'person' | 'organisation';
    readonly aliases: readonly string[];
  }[];
  /** What could not be used, each with the cure; the rest holds. To be set behind the file's name. */
  readonly problems: readonly string[];
}

/** The corrections in `folder`; none where there is no such file. Never rejects. */
export async function readCorrections(folder: string): Promise<Corrections> {
  const opened = await openFile(folder, CORRECTIONS_FILE);
  if ('skipped' in opened) return opened.code === 'ENOENT' ? NONE : { ...NONE, problems: [opened.skipped] };
  try {
    const { size } = await opened.handle.stat();
    if (size > LARGEST) return { ...NONE, problems: [`is larger than ${LARGEST / 1e6} MB; shorten it`] };
    return parseCorrections(await opened.handle.readFile('utf8'));
  } catch (error) {
    return { ...NONE, problems: [reasonOf(error)] };
  } finally {
    await opened.handle.close();
  }
}

const LARGEST = 2_000_000;
const NONE: Corrections = { metadata: new Map(), aliases: [], problems: [] };

/** `document` with what `corpus.yaml` says of it. */
export function corrected(document: Document, { metadata }: Corrections): Document {
  return { ...document, ...metadata.get(document.id) };
}

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
