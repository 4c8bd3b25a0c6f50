import { inflateRawSync } from 'node:zlib';
import { type Phrase, phrase } from '../locales/phrase.ts';

/** How many bytes an archive may unpack to, and how many its markup. */
interface Limits {
  readonly all: number;
  readonly xml: number;
}

/**
 * Why the ZIP archive in `bytes` should not be given to a library that unpacks whatever it gets. Null if it is sound
 * and unpacks within `limits`. Every entry is unpacked for counting, since the sizes an archive states may be false.
 * Format: PKWARE APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16; ZIP64 and encryption are refused.
 */
export function zipProblem(bytes: Uint8Array, limits: Limits): Phrase | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = file.lastIndexOf(END);
  if (end < 0 || end + 22 > file.length || file.readUInt32LE(0) !== LOCAL) return DAMAGED;
  const entries = file.readUInt16LE(end + 10);
  let at = file.readUInt32LE(end + 16);
  if (at + file.readUInt32LE(end + 12) !== end) return DAMAGED;
  let left = limits.all;
  let xml = limits.xml;
  for (let entry = 0; entry < entries; entry++) {
    if (at + 46 > end || file.readUInt32LE(at) !== CENTRAL) return DAMAGED;
    const encrypted = (file.readUInt16LE(at + 8) & 1) === 1;
    const method = file.readUInt16LE(at + 10);
    const packed = file.readUInt32LE(at + 20);
    const local = file.readUInt32LE(at + 42);
    if (encrypted) return phrase('skipped.encrypted');
    if (local + 30 > end || file.readUInt32LE(local) !== LOCAL) return DAMAGED;
    const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    if (start + packed > end) return DAMAGED;
    const content = file.subarray(start, start + packed);
    const size = method === 0 ? packed : method === 8 ? unpackedSize(inflateRawSync, content, left) : null;
    if (size === null) return DAMAGED;
    const name = file.toString('latin1', at + 46, at + 46 + file.readUInt16LE(at + 28));
    left -= size;
    if (/\.(?:xml|rels)$/i.test(name)) xml -= size;
    if (left < 0) return phrase('skipped.unpacks', { megabytes: limits.all / 1e6 });
    if (xml < 0) return phrase('skipped.unpacks-text', { megabytes: limits.xml / 1e6 });
    at += 46 + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return null;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
const DAMAGED = phrase('skipped.damaged-zip');

/**
 * How many bytes `packed` unpacks to, ignoring what follows its end. More than `most` if it is too large to go on
 * unpacking; null if it cannot be unpacked.
 */
export function unpackedSize(
  inflate: typeof inflateRawSync,
  packed: Uint8Array,
  most: number,
): number | null {
  try {
    return inflate(packed, { maxOutputLength: Math.max(1, most) }).length;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? most + 1 : null;
  }
}
