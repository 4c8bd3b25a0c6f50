import { inflateSync } from 'node:zlib';
import { type Phrase, phrase } from '../locales/phrase.ts';
import type { Page } from './metadata.ts';
import { type PdfLine, paragraphsOf } from './pdf-lines.ts';
import { Unreadable } from './reason.ts';
import { unpackedSize } from './zip.ts';

const MOST_PAGES = 200;
/** How many bytes the compressed parts of a file may unpack to. */
const MOST_UNPACKED = 100_000_000;
/** How many pieces of text a page may have. A page that repeats a drawing within a drawing could have endless ones. */
const MOST_PIECES = 50_000;

/**
 * The text of a PDF file, by PDF.js, with its lines joined into paragraphs. If it should not or cannot be read, the
 * reason.
 */
export async function readPdf(bytes: Uint8Array): Promise<Page | { readonly skipped: Phrase }> {
  const problem = pdfProblem(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (problem !== null) return { skipped: problem };
  const { getDocumentProxy } = await import('unpdf');
  const pdf = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0, useSystemFonts: false });
  try {
    if (pdf.numPages > MOST_PAGES) return { skipped: phrase('skipped.many-pages', { pages: MOST_PAGES }) };
    const pages: PdfLine[][] = [];
    for (let number = 1; number <= pdf.numPages; number++)
      pages.push(await linesOf(await pdf.getPage(number)));
    if (pages.every((page) => page.length === 0)) return { skipped: phrase('skipped.pictures') };
    return { text: paragraphsOf(pages).join('\n\n') };
  } finally {
    await pdf.destroy();
  }
}

type PageProxy = Awaited<
  ReturnType<Awaited<ReturnType<typeof import('unpdf')['getDocumentProxy']>>['getPage']>
>;

/** A piece of text as PDF.js describes it. `transform` ends with its distance from the left and from below. */
interface Piece {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly hasEOL: boolean;
}

async function linesOf(page: PageProxy): Promise<PdfLine[]> {
  const lines: PdfLine[] = [];
  let pieces: Piece[] = [];
  let count = 0;
  const finish = () => {
    const text = pieces
      .map(({ str }) => str)
      .join('')
      .replace(/\s+/g, ' ')
      .trim();
    if (text !== '')
      lines.push(
        lineFrom(
          text,
          pieces.filter(({ str }) => str.trim() !== ''),
        ),
      );
    pieces = [];
  };
  for await (const chunk of page.streamTextContent()) {
    for (const piece of chunk.items as Piece[]) {
      if (++count > MOST_PIECES) throw new Unreadable(phrase('skipped.endless-page'));
      pieces.push(piece);
      if (piece.hasEOL) finish();
    }
  }
  finish();
  return lines;
}

function lineFrom(text: string, pieces: readonly Piece[]): PdfLine {
  const lefts = pieces.map(({ transform }) => transform[4] ?? 0);
  return {
    text,
    left: Math.min(...lefts),
    right: Math.max(...pieces.map(({ width }, index) => lefts[index]! + width)),
    height: pieces[0]?.transform[5] ?? 0,
    size: Math.max(...pieces.map(({ height }) => height)),
  };
}

/** Why the file should not be given to PDF.js, which unpacks whatever it gets; or null. */
function pdfProblem(file: Buffer): Phrase | null {
  if (file.indexOf('%PDF-') !== 0) return phrase('skipped.no-pdf');
  if (file.includes('/Encrypt')) return phrase('skipped.encrypted');
  let left = MOST_UNPACKED;
  let failures = 0;
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    if (file.toString('latin1', at - 3, at) === 'end') continue;
    const dictionary = file.subarray(Math.max(0, at - 1000), at).toString('latin1');
    const filters =
      /\/Filter\s*(\[[^\]]*\]|\/\w+)/.exec(dictionary.slice(dictionary.lastIndexOf('obj')))?.[1] ?? '';
    if ((filters.match(/\/(?!DCT|JPX|CCITT)/g)?.length ?? 0) > 1) return NESTED;
    if (!/\/(?:FlateDecode|Fl)\b/.test(filters)) continue;
    const start = at + (file[at + 6] === 0x0d ? 8 : 7);
    const size = unpackedSize(inflateSync, file.subarray(start), left);
    if (size === null) failures++;
    left -= size ?? 0;
    if (left < 0) return phrase('skipped.unpacks', { megabytes: MOST_UNPACKED / 1e6 });
    if (failures > MOST_FAILURES) return phrase('skipped.damaged');
  }
  return null;
}

const NESTED = phrase('skipped.packed-twice');
const MOST_FAILURES = 10;
