import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../root.ts';

/** Packs arrays of numbers and a JSON head into one run of bytes. Opening it copies and parses next to nothing. */

type Column = Uint8Array | Int8Array | Uint16Array | Uint32Array | Float64Array;

interface Head {
  readonly format: string;
  readonly columns: readonly (readonly [name: string, type: keyof typeof TYPES, length: number])[];
  /** What goes along with the columns and is no array of numbers. */
  readonly about: unknown;
}

const TYPES = { Uint8Array, Int8Array, Uint16Array, Uint32Array, Float64Array };

/** The same bytes for the same input on every machine (little-endian, as is everything Node 20 runs on). */
export function pack(format: string, about: unknown, columns: Readonly<Record<string, Column>>): Uint8Array {
  const named = Object.entries(columns);
  const head: Head = {
    format,
    about,
    columns: named.map(([name, column]) => [
      name,
      column.constructor.name as keyof typeof TYPES,
      column.length,
    ]),
  };
  const json = new TextEncoder().encode(JSON.stringify(head));
  const bytes = new Uint8Array(
    named.reduce((size, [, column]) => size + align(column.byteLength), 8 + align(json.length)),
  );
  new DataView(bytes.buffer).setUint32(0, json.length, true);
  bytes.set(json, 8);
  let at = 8 + align(json.length);
  for (const [, column] of named) {
    bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), at);
    at += align(column.byteLength);
  }
  return bytes;
}

/**
 * Throws, naming the `cure`, if the bytes have another format or are cut short. The columns are views of `bytes`, not
 * copies.
 */
export function unpack<C extends Readonly<Record<string, Column>>, A>(
  format: string,
  packed: Uint8Array,
  cure = 'rebuild the index',
): { columns: C; about: A } {
  const bytes = packed.byteOffset % 8 === 0 ? packed : packed.slice();
  const broken = () => new Error(`These bytes are no ${format}: ${cure}`);
  if (bytes.length < 8) throw broken();
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  if (length > bytes.length - 8) throw broken();
  const head = readHead(bytes.subarray(8, 8 + length));
  if (head?.format !== format) throw broken();
  let at = 8 + align(length);
  const columns: Record<string, Column> = {};
  for (const [name, type, count] of head.columns) {
    const size = count * TYPES[type].BYTES_PER_ELEMENT;
    if (at + size > bytes.length) throw broken();
    columns[name] = new TYPES[type](bytes.buffer as ArrayBuffer, bytes.byteOffset + at, count);
    at += align(size);
  }
  return { columns: columns as C, about: head.about as A };
}

/**
 * The columns of a file in src/search that ships with the code, made by a script of test/evaluation/search. Throws like
 * `unpack`.
 */
export function unpackShipped<C extends object>(format: string, file: string, script: string): C {
  const cure = `take src/search/${file} from the same version as the code, or make it anew (test/evaluation/search/${script})`;
  const bytes = readFileSync(path.join(root, 'src/search', file));
  return unpack<C & Readonly<Record<string, Column>>, unknown>(format, bytes, cure).columns;
}

function readHead(json: Uint8Array): Head | null {
  try {
    return JSON.parse(new TextDecoder().decode(json)) as Head;
  } catch {
    return null;
  }
}

function align(size: number): number {
  return (size + 7) & ~7;
}
