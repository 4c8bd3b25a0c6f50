import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { attributionFigures, attributionSpeed } from './attribution.ts';
import { counterpartFigures } from './counterparts.ts';
import { answersReport } from './search/report.ts';

/** `npm run evaluate -- --data FOLDER`: our figures beside the bars and beside what is published. */
const { values } = parseArgs({ options: { data: { type: 'string' } } });
if (values.data === undefined || !existsSync(values.data)) {
  const missing = values.data === undefined ? '' : `There is no folder ${values.data}. `;
  process.stderr.write(`${missing}Say where the evaluation data is: npm run evaluate -- --data FOLDER\n`);
  process.exit(2);
}

const figures = attributionFigures(values.data);
if (figures.length > 0) figures.push(...counterpartFigures(values.data));
if (figures.length === 0) process.stderr.write(`No attribution data in ${values.data}\n`);
else {
  process.stdout.write('Attributions                ours  held out    bar    published\n');
  for (const { name, value, heldOut, bar, published } of figures) {
    const held = heldOut?.toFixed(1) ?? '';
    const mark = value >= bar ? ' ' : '!';
    process.stdout.write(
      `${mark} ${name.padEnd(24)} ${value.toFixed(1).padStart(5)}  ${held.padStart(8)}  ${bar.toFixed(1).padStart(5)}    ${published}\n`,
    );
  }
  process.stdout.write(
    `  articles a second        ${attributionSpeed(values.data).toFixed(0).padStart(5)}\n`,
  );
}
process.stdout.write(`\n${answersReport(values.data)}\n`);
