import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { attributionFigures, attributionSpeed } from './attribution.ts';
import { counterpartFigures } from './counterparts.ts';
import { answersReport } from './search/report.ts';

/** `npm run evaluate -- --data FOLDER`: our figures beside the bars and beside what is published. */
const data = folderNamed();
const figures = attributionFigures(data);
if (figures.length > 0) figures.push(...counterpartFigures(data));
const hasQuestions = existsSync(path.join(data, 'answers'));
if (figures.length === 0 && !hasQuestions) end(`There is nothing to evaluate with in ${data}. `);
if (figures.length === 0) process.stderr.write(`No attribution data in ${data}\n`);
else {
  process.stdout.write('Attributions                ours  held out    bar    published\n');
  for (const { name, value, heldOut, bar, published } of figures) {
    const held = heldOut?.toFixed(1) ?? '';
    const mark = value >= bar ? ' ' : '!';
    process.stdout.write(
      `${mark} ${name.padEnd(24)} ${value.toFixed(1).padStart(5)}  ${held.padStart(8)}  ${bar.toFixed(1).padStart(5)}    ${published}\n`,
    );
  }
  process.stdout.write(`  articles a second        ${attributionSpeed(data).toFixed(0).padStart(5)}\n`);
}
if (hasQuestions) process.stdout.write(`\n${answersReport(data)}\n`);
else process.stderr.write(`No questions in ${path.join(data, 'answers')}\n`);

function folderNamed(): string {
  try {
    const { values } = parseArgs({ options: { data: { type: 'string' } } });
    if (values.data === undefined) end('');
    return existsSync(values.data) ? values.data : end(`There is no folder ${values.data}. `);
  } catch (error) {
    return end(`${(error as Error).message}. `);
  }
}

function end(why: string): never {
  process.stderr.write(`${why}Say where the evaluation data is: npm run evaluate -- --data FOLDER\n`);
  process.exit(2);
}
