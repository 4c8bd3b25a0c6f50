import { expect, it } from 'vitest';
import { documentOf, reasonFor } from './fixtures.ts';

const TEXT = 'The mayor’s café – “closed”, she said in Marwick.';

it.each([
  ['UTF-8', Buffer.from(TEXT)],
  ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${TEXT}`)],
  ['UTF-16, little end first', Buffer.from(`\ufeff${TEXT}`, 'utf16le')],
  ['UTF-16, big end first', Buffer.from(`\ufeff${TEXT}`, 'utf16le').swap16()],
  [
    'windows-1252',
    Buffer.from(
      TEXT.replace('’', '\x92').replace('–', '\x96').replace('“', '\x93').replace('”', '\x94'),
      'latin1',
    ),
  ],
])('a text in %s is read', async (_, bytes) => {
  expect((await documentOf(bytes)).text).toBe(TEXT);
});

it.each([
  ['is empty', Buffer.from('')],
  ['is empty', Buffer.from(' \n\ufeff\n ')],
  ['is binary, not text', Buffer.from('GIF89a\x01\x00\x02')],
  [
    'is in an unknown encoding; save it as UTF-8',
    Buffer.from('Мэр отрицает всё', 'utf16le').map((byte) => byte | 0x80),
  ],
  [
    'is in an unknown encoding; save it as UTF-8',
    Buffer.from([0xcc, 0xfd, 0xf0, 0x20, 0xee, 0xf2, 0xf0, 0xe8]),
  ],
  [
    'is in an unknown encoding; save it as UTF-8',
    Buffer.from(
      Array.from(`\ufeff${TEXT}`, (letter) => [
        letter.charCodeAt(0) & 255,
        letter.charCodeAt(0) >> 8,
        0,
        0,
      ]).flat(),
    ),
  ],
  ['is not valid UTF-16LE; save it as UTF-8', Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00])],
])('a file that %s is skipped', async (reason, bytes) => {
  expect(await reasonFor(bytes)).toBe(reason);
});

it('characters that cannot be stored are replaced by others of the same length', async () => {
  const document = await documentOf('He left\u0007 and \ud800 stayed, said Hale.', 'a.txt');
  expect(document.text).toBe('He left  and \ufffd stayed, said Hale.');
});
