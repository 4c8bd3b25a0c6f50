import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { commands } from '../../commands/index.ts';
import { extract } from '../../src/attribution/extract.ts';
import type { Command, Context, Values } from '../../src/command.ts';
import { readDocument } from '../../src/corpus/read.ts';
import { openDesk } from '../../src/desk.ts';
import { excerptsOf } from '../../src/discord/layout.ts';
import { replyMessage } from '../../src/discord/message.ts';
import { ask } from '../../src/discord/press.ts';
import { findPeople } from '../../src/people/people.ts';
import { resolveSpeakers } from '../../src/people/resolve.ts';
import { checkMessage } from '../../src/preview/rules/message.ts';
import { root } from '../../src/root.ts';
import type { Span } from '../../src/text/span.ts';
import { mutate, pick, type Random, random, typed } from './mutate.ts';

/**
 * npm run fuzz -- [--inputs 200000] [--seed 1]
 *
 * Half of the inputs are damaged files, read, searched for attributions and names; half are values for every option of every command,
 * answered and rendered for Discord. Each is a failure if it throws, takes a second, gives a span outside its text, shows a text that is in
 * no article, or makes a message that Discord would refuse or that could ping. Prints each failure with the input's number and ends with
 * status 1 where there was one: the same seed and number give the same input.
 */
const { values: options } = parseArgs({
  options: { inputs: { type: 'string', default: '200000' }, seed: { type: 'string', default: '1' } },
});
const inputs = Number(options.inputs);
const seed = Number(options.seed);

/** Milliseconds of processor time from which an input counts as hanging: several hundred times what one takes. */
const HANGS = 3_000;

const articles = path.join(root, 'data', 'articles');
const texts = readdirSync(articles)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(path.join(articles, name)));
const [first = Buffer.alloc(0)] = texts;
const seeds: { readonly name: string; readonly bytes: Uint8Array }[] = texts.flatMap((bytes, n) => [
  { name: `${n}.txt`, bytes },
  {
    name: `${n}.md`,
    bytes: Buffer.concat([
      Buffer.from('---\ntitle: A title\npublished: 2020-01-02\n---\n# Heading\n\n'),
      bytes,
    ]),
  },
  {
    name: `${n}.html`,
    bytes: Buffer.from(
      `<html><head><title>T</title></head><body><article><p>${String(bytes).replaceAll('\n', '</p><p>')}</p></article></body></html>`,
    ),
  },
]);
const words = [
  ...new Set(String(first).match(/[\p{L}’]+/gu) ?? []),
  'who',
  'denied',
  'said',
  'what',
  'did',
  'trump',
  'mcaleenan',
  'dhs',
];

const folder = mkdtempSync(path.join(tmpdir(), 'fuzz-'));
const desk = await openDesk(
  { corpus: articles, index: path.join(folder, 'index'), state: path.join(folder, 'state') },
  () => {},
);
const asked = commands.filter(({ who }) => who === 'member');
// Loads Discord's schemas and the language model, which would count against the first inputs.
for (const warm of [1, 2, 3]) await option(random(warm)).then(() => file(random(warm)));
await run();
await desk.archive.close();
rmSync(folder, { recursive: true, force: true });

async function run(): Promise<void> {
  let failures = 0;
  let slowest = 0;
  const began = performance.now();
  for (let n = 0; n < inputs; n++) {
    const next = random(seed * 1_000_003 + n);
    const start = process.cpuUsage();
    let problem: string | null;
    try {
      problem = n % 2 === 0 ? await file(next) : await option(next);
    } catch (error) {
      problem = error instanceof Error ? (error.stack ?? error.message) : String(error);
    }
    const { user, system } = process.cpuUsage(start);
    const took = (user + system) / 1000;
    slowest = Math.max(slowest, took);
    problem ??= took > HANGS ? `took ${Math.round(took)} ms` : null;
    if (problem) console.log(`input ${n}: ${problem}`);
    if (problem) failures++;
    if (n % 20_000 === 19_999) console.error(`${n + 1} of ${inputs}, ${failures} failures`);
  }
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(`${inputs} inputs in ${seconds} s, ${failures} failures, slowest ${Math.round(slowest)} ms`);
  process.exitCode = failures > 0 ? 1 : 0;
}

/** Reads a damaged file. Returns what is wrong, or null. */
async function file(next: Random): Promise<string | null> {
  const { name, bytes } = pick(seeds, next);
  const read = await readDocument(mutate(bytes, next), name);
  if ('skipped' in read) return read.skipped === '' ? 'a file was skipped without a reason' : null;
  const { text, paragraphs } = read.document;
  const attributions = extract(text);
  const people = findPeople(text, []);
  const spoken = resolveSpeakers(text, attributions, people, []);
  const spans = [
    ...paragraphs,
    ...spoken.flatMap(({ source, cue, content }) => [...(source ?? []), ...(cue ?? []), ...content]),
    ...people.flatMap(({ mentions, roles }) => [...mentions, ...roles]),
  ];
  const outside = spans.find(({ start, end }: Span) => !(start >= 0 && start < end && end <= text.length));
  return outside ? `a span lies outside its text: ${JSON.stringify(outside)}` : null;
}

/** Asks a command with made-up values. Returns what is wrong, or null. */
async function option(next: Random): Promise<string | null> {
  const command = pick(asked, next);
  const values: Values = Object.fromEntries(
    Object.entries(command.options).flatMap(([name, { required, type }]) =>
      type === 'string' && (required || next() < 0.7) ? [[name, typed(words, next)]] : [],
    ),
  );
  const context: Context = {
    ...desk,
    commands: asked,
    asker: '1',
    earlier: next() < 0.3 ? [typed(words, next)] : [],
    progress: () => {},
  };
  const completing = Object.values(command.options).find(({ complete }) => complete);
  const completions = (await completing?.complete?.(typed(words, next).slice(0, 200), context)) ?? [];
  if (completions.some(({ label, value }) => !fits(label) || !fits(value)))
    return 'a completion is empty or too long';
  const reply = await command.run(values, context);
  for (const { document, text, start, end } of [...excerptsOf(reply), ...reply.related]) {
    const stored = await desk.archive.document(document);
    if (stored?.text.slice(start, end) !== text) return `an excerpt is not verbatim: ${text}`;
  }
  return refusedBy(command, values, reply, Math.floor(next() * 4));
}

function fits(text: string): boolean {
  return text.length >= 1 && text.length <= 100;
}

async function refusedBy(
  command: Command,
  values: Values,
  reply: Awaited<ReturnType<Command['run']>>,
  page: number,
) {
  const strings = Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
  const body = replyMessage(reply, {
    asked: ask(command, strings),
    page,
    locale: 'en',
    ephemeral: false,
    stamp: 'abcd',
    commands: asked,
    repeatable: true,
  });
  await checkMessage(body as never, { schema: 'MessageCreateRequest', path: [], files: [] });
  return body.allowed_mentions?.parse?.length === 0 ? null : 'a message would let Discord parse mentions';
}
