import type { Fault } from '../refusal.ts';

/** The part of a Zod schema used here, so that this file needs neither the package nor its types. */
interface Schema {
  safeParse(value: unknown): { success: boolean; error?: { issues: readonly Issue[] } };
}

interface Issue {
  readonly code: string;
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly origin?: string;
  readonly maximum?: number;
  readonly minimum?: number;
  readonly values?: readonly unknown[];
  readonly errors?: readonly (readonly Issue[])[];
}

/**
 * The faults of `value` by Discord's published description: sizes, counts, types, unions. None if the description is
 * not installed (it is a development dependency); then only our own rules apply.
 */
export async function oracle(schema: string, value: unknown): Promise<readonly Fault[]> {
  schemas ??= load();
  const known = await schemas;
  if (!known) return [];
  const found = known[`${schema}Schema`];
  if (!found) throw new Error(`discord-api-spec has no ${schema}: its version changed; look up the new name`);
  const { success, error } = found.safeParse(value);
  return success ? [] : (error?.issues ?? []).flatMap((issue) => faultsIn(issue, []));
}

let schemas: Promise<Readonly<Record<string, Schema>> | null> | undefined;

async function load(): Promise<Readonly<Record<string, Schema>> | null> {
  try {
    // @ts-expect-error the package has no types for its schemas; what is used of them is above
    return (await import('discord-api-spec/zod')) as Readonly<Record<string, Schema>>;
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_MODULE_NOT_FOUND') return null;
    throw error;
  }
}

function faultsIn(issue: Issue, above: Fault['path']): Fault[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'invalid_union') {
    // The intended branch is the one with a matching `type`, or else the one with the fewest faults.
    const branches = [...(issue.errors ?? [])];
    const meant =
      branches.find(
        (branch) => !branch.some((found) => found.path[0] === 'type' || found.path.length === 0),
      ) ?? null;
    if (meant) return meant.flatMap((found) => faultsIn(found, path));
    return [{ path, code: 'UNION_TYPE_CHOICES', message: 'Value is none of the kinds allowed here.' }];
  }
  return [{ path, ...wording(issue) }];
}

function wording({ code, origin, maximum, minimum, values, message }: Issue): Omit<Fault, 'path'> {
  const text = origin === 'string';
  if (code === 'too_big')
    return origin === 'number' || origin === 'int'
      ? {
          code: 'NUMBER_TYPE_MAX',
          message: `int value should be less than or equal to ${maximum}.`,
        }
      : {
          code: text ? 'BASE_TYPE_MAX_LENGTH' : 'BASE_TYPE_BAD_LENGTH',
          message: `Must be ${maximum} or fewer in length.`,
        };
  if (code === 'too_small')
    return origin === 'number' || origin === 'int'
      ? {
          code: 'NUMBER_TYPE_MIN',
          message: `int value should be greater than or equal to ${minimum}.`,
        }
      : {
          code: text ? 'BASE_TYPE_REQUIRED' : 'BASE_TYPE_BAD_LENGTH',
          message: text ? 'This field is required' : `Must be ${minimum} or more in length.`,
        };
  if (code === 'invalid_value')
    return { code: 'BASE_TYPE_CHOICES', message: `Value must be one of {${values?.join(', ')}}.` };
  return { code: 'BASE_TYPE_INVALID', message };
}
