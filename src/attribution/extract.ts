import type { Attribution, Kind } from './attribution.ts';
import { SPEECH } from './lexicon.ts';
import { type Run, type Tagged, type Token, tag } from './tag.ts';

/** Every reported statement in `text`, in order of its cue; all spans are offsets into `text`. */
export function extract(text: string): Attribution[] {
  const tagged = tag(text);
  const found: Attribution[] = [];
  for (const unit of units(tagged)) {
    for (let i = unit.start; i < unit.end; i++) {
      const attribution = at(tagged, unit, i);
      if (attribution) found.push(attribution);
    }
  }
  return found.map((a) => ({ ...a, nested: found.some((b) => b !== a && covers(b, a)) }));
}

/** Sentences, joined where a quotation runs on from one into the next. */
function* units({ tokens, sentences }: Tagged): Generator<Run> {
  let start = 0;
  for (const sentence of sentences) {
    const last = tokens[sentence.end - 1]!;
    const next = tokens[sentence.end];
    if (next && last.quotation >= 0 && last.quotation === next.quotation) continue;
    yield { start, end: sentence.end };
    start = sentence.end;
  }
}

function at(tagged: Tagged, unit: Run, i: number): Attribution | null {
  const { tokens } = tagged;
  const token = tokens[i]!;
  if (token.quotation >= 0) return null;
  const according = token.word === 'according' && tokens[i + 1]?.word === 'to';
  if (!according && !(token.pos === 'VERB' && SPEECH.has(token.lemma))) return null;
  const before = according ? null : subject(tokens, unit, i);
  const after = according
    ? nounPhrase(tokens, i + 2, unit.end)
    : before
      ? null
      : nounPhrase(tokens, i + 1, unit.end);
  const source = before ?? after;
  const left = { start: unit.start, end: Math.min(before?.start ?? i, i) };
  const right = { start: Math.max(i + (according ? 2 : 1), after?.end ?? 0), end: unit.end };
  const mark = tokens[left.end - 1]?.word;
  const content: Run[] = [];
  const inverted = left.end - left.start > 2 && (mark === ',' || mark === '"' || according);
  if (inverted) content.push(left);
  const next = tokens[right.start]?.word;
  if (!inverted || next === '"' || (next === ',' && tokens[right.start + 1]?.word === '"'))
    content.push(right);
  const spans = content.map((run) => trim(tokens, run)).filter((run) => run.end - run.start > 1);
  if (spans.length === 0) return null;
  const quoted = spans.some((run) => tokens[run.start]!.quotation >= 0);
  return {
    kind: kindOf(token, quoted, according),
    source: source && [offsets(tokens, source)],
    cue: [{ start: token.start, end: according ? tokens[i + 1]!.end : token.end }],
    content: spans.map((run) => offsets(tokens, run)),
    anonymous:
      source !== null && /\b(official|source|person|people|individual)s?\b/.test(words(tokens, source)),
    via: null,
    nested: false,
    confidence: 0.5,
  };
}

function kindOf(token: Token, quoted: boolean, according: boolean): Kind {
  if (token.lemma === 'deny') return 'denial';
  if (/^(dispute|reject|contradict|rebut|dismiss)$/.test(token.lemma)) return 'dispute';
  if (token.lemma === 'decline') return 'no-comment';
  if (quoted) return 'quote';
  return according || /^(claim|allege|report)$/.test(token.lemma) ? 'claim' : 'statement';
}

const NOMINAL = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'PRON', 'NUM', 'PART']);

function subject(tokens: readonly Token[], unit: Run, verb: number): Run | null {
  let end = verb;
  while (end > unit.start && /^(AUX|ADV)$/.test(tokens[end - 1]!.pos)) end--;
  let start = end;
  while (start > unit.start && isNominal(tokens[start - 1]!)) start--;
  return start < end ? { start, end } : null;
}

function nounPhrase(tokens: readonly Token[], start: number, limit: number): Run | null {
  let end = start;
  while (end < limit && isNominal(tokens[end]!)) end++;
  return start < end ? { start, end } : null;
}

function isNominal(token: Token): boolean {
  return NOMINAL.has(token.pos) && token.quotation < 0 && token.word !== 'to';
}

function trim(tokens: readonly Token[], { start, end }: Run): Run {
  while (start < end && /^[,;:.\u2014-]$/.test(tokens[start]!.word)) start++;
  while (end > start && /^[,;:.\u2014-]$/.test(tokens[end - 1]!.word)) end--;
  return { start, end };
}

function offsets(tokens: readonly Token[], run: Run) {
  return { start: tokens[run.start]!.start, end: tokens[run.end - 1]!.end };
}

function words(tokens: readonly Token[], run: Run): string {
  return tokens
    .slice(run.start, run.end)
    .map((token) => token.word)
    .join(' ');
}

function covers(outer: Attribution, inner: Attribution): boolean {
  const cue = inner.cue?.[0];
  return cue !== undefined && outer.content.some((span) => span.start <= cue.start && cue.end <= span.end);
}
