import { type Phrase, phrase } from '../locales/phrase.ts';

/**
 * Decodes `bytes` as text: UTF-8, UTF-16 with its byte order mark, or windows-1252 if the bytes are clearly that. With
 * `declares`, an encoding named at the start, as in HTML, is believed if the bytes are not UTF-8. Returns a reason as
 * `skipped` if they are not text, or are text in an encoding that could only be guessed.
 */
export function decode(
  bytes: Uint8Array,
  declares = false,
): { readonly text: string } | { readonly skipped: Phrase } {
  if (bytes.length === 0) return { skipped: phrase('skipped.empty') };
  const utf16 = utf16Mark(bytes);
  if (utf16) {
    const text = attempt(utf16, bytes);
    // UTF-32 begins with the same mark, and has a NUL beside each letter.
    if (text?.includes('\0')) return { skipped: phrase('skipped.unknown-encoding') };
    return checked(text, phrase('skipped.invalid-encoding', { encoding: utf16.toUpperCase() }));
  }
  if (bytes.some(isControl)) return { skipped: phrase('skipped.binary') };
  const declared = declares ? declaredEncoding(bytes) : null;
  const text = attempt('utf-8', bytes) ?? (declared ? attempt(declared, bytes) : null) ?? windows1252(bytes);
  return checked(text, phrase('skipped.unknown-encoding'));
}

function checked(text: string | null, reason: Phrase): { text: string } | { skipped: Phrase } {
  if (text === null) return { skipped: reason };
  if (text.trim() === '') return { skipped: phrase('skipped.empty') };
  return { text };
}

/** The UTF-16 encoding whose byte order mark the bytes begin with, or null. */
export function utf16Mark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** Control characters that no text file has, above all NUL. Escape is allowed: transcripts of terminals have it. */
function isControl(byte: number): boolean {
  return byte < 9 || (byte > 13 && byte < 27) || (byte > 27 && byte < 32);
}

function declaredEncoding(bytes: Uint8Array): string | null {
  const start = String.fromCharCode(...bytes.subarray(0, 2048));
  return /<meta[^<>]{0,200}charset\s{0,5}=\s{0,5}["']?([\w-]{2,40})/i.exec(start)?.[1] ?? null;
}

function attempt(encoding: string, bytes: Uint8Array): string | null {
  try {
    const decoder = new TextDecoder(encoding, { fatal: true });
    return decoder.encoding === 'windows-1252' ? fromWindows1252(bytes) : decoder.decode(bytes);
  } catch {
    return null;
  }
}

/** Node's own decoder reads the bytes from 80 to 9f as control characters. */
function fromWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (byte) => WINDOWS_1252[byte.charCodeAt(0) - 0x80]!);
}

const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/**
 * The text as windows-1252, if nearly all bytes are ASCII and each of the others is either punctuation of a word
 * processor or a western letter beside an ASCII letter. Otherwise null: a wrong guess would alter quotations.
 */
function windows1252(bytes: Uint8Array): string | null {
  let high = 0;
  for (let index = 0; index < bytes.length; index++) {
    const byte = bytes[index]!;
    if (byte < 0x80) continue;
    high++;
    const punctuation = PUNCTUATION.has(byte);
    const letter = byte >= 0xc0 && byte !== 0xd7 && byte !== 0xf7;
    if (!punctuation && !(letter && (isLetter(bytes[index - 1]) || isLetter(bytes[index + 1])))) return null;
  }
  return high / bytes.length < 0.15 ? fromWindows1252(bytes) : null;
}

/** Quotation marks, dashes, ellipsis, bullet, euro, pound, section, degree, guillemets, no-break space … */
const PUNCTUATION = new Set([
  0x80, 0x82, 0x84, 0x85, 0x8b, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x99, 0x9b, 0xa0, 0xa3, 0xa7, 0xa9,
  0xab, 0xad, 0xae, 0xb0, 0xb7, 0xbb, 0xbc, 0xbd, 0xbe,
]);

function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a));
}
