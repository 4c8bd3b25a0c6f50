// Reads what `npm audit --json` prints. Fails on a high or critical finding, not where the registry answers no audits.
import { readFileSync } from 'node:fs';

let report = {};
try {
  report = JSON.parse(readFileSync(0, 'utf8'));
} catch {
  // What is no JSON is no answer.
}
const found = report.metadata?.vulnerabilities;
if (!found) console.log(`Not audited, the registry does not answer: ${report.message ?? 'no report'}`);
else {
  console.log(
    `Audited: ${found.critical} critical, ${found.high} high, ${found.moderate} moderate, ${found.low} low`,
  );
  for (const [name, { severity, via }] of Object.entries(report.vulnerabilities ?? {}))
    if (severity === 'high' || severity === 'critical')
      console.log(`${severity}: ${name} (${via.map((cause) => cause.title ?? cause).join('; ')})`);
  if (found.high + found.critical > 0) process.exitCode = 1;
}
