import type { Phrase } from '../locales/phrase.ts';
import { bareText } from './bare-text.ts';
import type { Page } from './metadata.ts';
import { zipProblem } from './zip.ts';

/** How many bytes a file may unpack to. An article's markup has about a tenth of a megabyte. */
const LIMITS = { all: 50_000_000, xml: 6_000_000 };

/**
 * The text of a Word file, by mammoth. A heading at its top is the title. Pictures and linked files are not read. If
 * the file should not be read, returns the reason.
 */
export async function readDocx(bytes: Uint8Array): Promise<Page | { readonly skipped: Phrase }> {
  const problem = zipProblem(bytes, LIMITS);
  if (problem !== null) return { skipped: problem };
  const { default: mammoth } = await import('mammoth');
  const { value: html } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    {
      styleMap: "p[style-name='Title'] => h1:fresh",
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      externalFileAccess: false,
    },
  );
  const heading = /^<h1>(.*?)<\/h1>/s.exec(html);
  const title = heading && (await bareText(heading[1]!)).trim();
  return { text: await bareText(html.slice(heading?.[0].length ?? 0)), ...(title ? { title } : {}) };
}
