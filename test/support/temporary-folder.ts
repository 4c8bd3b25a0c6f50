import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** One folder for whatever a run of the tests leaves behind, the processes that it starts included; gone when the run ends. */
export default function setup(): () => void {
  const folder = mkdtempSync(path.join(tmpdir(), 'on-the-record-tests-'));
  process.env.TMPDIR = folder;
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
