import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../root.ts';
import type { DenialFigures, Figures } from './score.ts';

/** How the method does on articles it has not seen: five-fold cross-validation over those it learns from, by article. */
export interface HeldOut {
  readonly statements: Figures;
  readonly denials: DenialFigures;
}

/** Beside the weights, written when they are learnt. */
const FILE = join(root, 'src', 'attribution', 'weights.heldout.json');

/** The figures of the last time that weights were learnt, shipped or not. */
export function readHeldOut(): HeldOut {
  return JSON.parse(readFileSync(FILE, 'utf8'));
}

/** Writes figures as `readHeldOut` reads them. */
export function saveHeldOut(figures: HeldOut): void {
  writeFileSync(FILE, `${JSON.stringify(figures, null, 2)}\n`);
}
