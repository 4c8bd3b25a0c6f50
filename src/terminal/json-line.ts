/** The content of a line of a `.jsonl` file. */
export interface JsonLine {
  readonly id: string | number;
  /** The value of the requested field. */
  readonly text: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/**
 * Reads a line that is one JSON object with an id and a text in `field`. Otherwise returns what is wrong, in English
 * for the host.
 */
export function readJsonLine(line: string, field: string): JsonLine | string {
  let row: unknown;
  try {
    row = JSON.parse(line.replace(/^\ufeff/, ''));
  } catch (error) {
    return `${(error as Error).message}. Each line is one JSON object: {"id","${field}"}`;
  }
  const fields = (row ?? {}) as Readonly<Record<string, unknown>>;
  const { id, [field]: text } = fields;
  if (typeof id !== 'string' && typeof id !== 'number') return 'it has no "id"';
  return typeof text === 'string' ? { id, text, fields } : `it has no "${field}"`;
}
