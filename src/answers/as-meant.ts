import type { Archive } from '../archive/archive.ts';
import { type Misspelt, misspelt } from '../search/spelling.ts';
import { words } from '../search/words.ts';
import { overlaps, slice } from '../text/span.ts';
import type { Taken } from './answer.ts';
import { isHeard } from './inquiry.ts';
import { readQuestion } from './question/question.ts';
import { noun, REPORTING, verb } from './question/verbs.ts';

/** What was asked, with words that no article has as they were most likely meant. Names and reporting verbs stay as they are. */
export async function spelt(
  archive: Archive,
  asked: string,
): Promise<{ text: string; taken: readonly Taken[] }> {
  // Nearly every question is spelt well, and its names are what is asked for next.
  const [slips, short, names] = await Promise.all([
    archive.misspelt(asked),
    shortened(archive, asked),
    archive.names(asked),
  ]);
  const here = [...slips.filter((slip) => !short.some((other) => overlaps(other, slip))), ...short];
  const mended = (
    await withReporting(
      archive,
      asked,
      here.sort((a, b) => a.start - b.start),
    )
  ).filter((one) => {
    const typed = slice(asked, one).toLowerCase();
    return !verb(typed) && !noun(typed) && !names.some(({ span }) => overlaps(span, one));
  });
  return {
    text: written(asked, mended),
    taken: mended.map((one) => ({ typed: slice(asked, one), name: one.meant })),
  };
}

/** The words of a question, quotations aside, that are short for others, where no article has them. */
async function shortened(archive: Archive, asked: string): Promise<readonly Misspelt[]> {
  const open = asked.replace(/["“][^"“”]*["”]/g, (quotation) => ' '.repeat(quotation.length));
  const short = words(open).flatMap(({ start, end, form }) => {
    const meant = SHORT.get(form.folded);
    return meant === undefined ? [] : [{ start, end, meant }];
  });
  const heard = await Promise.all(short.map((word) => isHeard(archive, slice(asked, word))));
  return short.filter((_, at) => !heard[at]);
}

/** What is typed in haste for a longer word. */
const SHORT: ReadonlyMap<string, string> = new Map(
  `dept department, depts departments, uni university, unis universities, govt government, admin administration,
  prez president, dem Democratic, dems Democrats, repub Republican, repubs Republicans, prof professor, profs professors,
  exec executive, execs executives, docs documents, info information, atty attorney, attys attorneys, natl national,
  mins minutes, hrs hours, yrs years, mtg meeting, convo conversation, gonna going to, wanna want to, cuz because`
    .split(',')
    .map((pair) => {
      const [short, ...meant] = pair.trim().split(' ');
      return [short!, meant.join(' ')];
    }),
);

/**
 * The slips that are `known` with those in words that tell how something is said ("who acused Holt"), which no article need have;
 * without these where the question is not on speech even so.
 */
async function withReporting(
  archive: Archive,
  asked: string,
  known: readonly Misspelt[],
): Promise<readonly Misspelt[]> {
  const found = misspelt(asked, REPORTING).filter((slip) => !known.some((other) => overlaps(other, slip)));
  const heard = await Promise.all(found.map((slip) => isHeard(archive, slice(asked, slip))));
  const unheard = found.filter((_, at) => !heard[at]);
  if (unheard.length === 0) return known;
  const all = [...known, ...unheard].sort((a, b) => a.start - b.start);
  return readQuestion(written(asked, all)).form === 'fact' ? known : all;
}

const written = (asked: string, meant: readonly Misspelt[]): string =>
  meant.reduceRight((text, slip) => text.slice(0, slip.start) + slip.meant + text.slice(slip.end), asked);

/** What to search with: names that no article has as they were most likely meant. */
export async function withNames(archive: Archive, text: string): Promise<string> {
  const near = (await archive.names(text)).filter(({ matches }) => matches[0]?.how === 'near');
  // "Ida Brand": though there is an Ida.
  const heard = await Promise.all(
    near.map(({ span }) =>
      Promise.all(
        slice(text, span)
          .split(/\s+/)
          .map((word) => isHeard(archive, word)),
      ),
    ),
  );
  return near.reduceRight((written, { span: { start, end }, matches: [best] }, at) => {
    if (!heard[at]!.includes(false)) return written;
    const { called } = best!.person;
    const meant = /\s/.test(slice(text, { start, end })) ? called : called.split(' ').at(-1)!;
    return written.slice(0, start) + meant + written.slice(end);
  }, text);
}
