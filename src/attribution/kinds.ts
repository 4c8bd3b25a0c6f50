import type { Kind } from './attribution.ts';
import type { Run, Tagged } from './tag.ts';

/** The kind of an attribution with this cue and content. */
export function kindOf({ tokens }: Tagged, cue: number, content: readonly Run[]): Kind {
  const { lemma } = tokens[cue]!;
  if (lemma === 'deny') return 'denial';
  if (/^(dispute|reject|contradict|rebut|dismiss)$/.test(lemma)) return 'dispute';
  if (lemma === 'decline') return 'no-comment';
  if (content.some((run) => tokens[run.start]!.quotation >= 0)) return 'quote';
  return /^(claim|allege|according|report|reportedly|allegedly)$/.test(lemma) ? 'claim' : 'statement';
}
