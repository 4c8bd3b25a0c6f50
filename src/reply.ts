import type {
  Answer,
  Choice,
  Citation,
  Excerpt,
  Nothing,
  NothingReason,
  Said,
  Taken,
} from './answers/answer.ts';
import { type Phrase, phrase } from './locales/phrase.ts';

/**
 * What a command answers: plain data that Discord, the terminal and the preview each render in their own way.
 * It holds the whole answer; a renderer cuts it into pages.
 */
export interface Reply {
  readonly heading: Phrase;
  /** Short lines under the heading: what was searched, whom a name was taken for. */
  readonly notes: readonly Phrase[];
  readonly groups: readonly Group[];
  /** All excerpts of the answer, best first, those included that the groups show beside others. */
  readonly ranked: readonly Excerpt[];
  /** Why there is nothing; null where there is something. */
  readonly nothing: { readonly reason: NothingReason; readonly text: Phrase } | null;
  /** What the corpus holds near the question, kept apart from the answer. */
  readonly related: readonly Excerpt[];
  readonly suggestions: readonly Suggestion[];
  /** The command's own fields of the `--json` contract. */
  readonly data: Readonly<Record<string, unknown>>;
}

export interface Group {
  readonly label: Phrase | null;
  readonly items: readonly Item[];
}

export type Item =
  /** Show it with its `counterparts` under it. */
  | { readonly type: 'excerpt'; readonly excerpt: Excerpt }
  /** An article as such: its title, outlet, date and link; for moderators its file, too. */
  | { readonly type: 'article'; readonly citation: Citation; readonly file?: true }
  /** A command, what it takes, and what it is for. Its names are as in the code; where it is shown they may be called otherwise. */
  | {
      readonly type: 'usage';
      readonly command: string;
      readonly options: readonly { readonly name: string; readonly required: boolean }[];
      readonly description: Phrase;
    }
  /** A line of our own words with values set in. */
  | { readonly type: 'line'; readonly text: Phrase }
  /** What is known of something: text of a member, an article or a file name, shown as data, or words of ours. */
  | { readonly type: 'fact'; readonly label: Phrase; readonly value: string | Phrase };

/** Something that the corpus does hold, with the command that asks for it: a button, or a line to type. */
export interface Suggestion {
  /** A name, a topic or a question is data. */
  readonly label: string | Phrase;
  /** What tells who or what that is: "mayor of Port Ellery". */
  readonly detail?: string | null;
  readonly command: string;
  readonly values: Readonly<Record<string, string>>;
}

/** A reply with everything that is not given empty. */
export function reply(parts: Partial<Reply> & Pick<Reply, 'heading'>): Reply {
  const { groups = [] } = parts;
  const ranked = groups
    .flatMap(({ items }) => items)
    .flatMap((item) => (item.type === 'excerpt' ? [item.excerpt] : []));
  return { notes: [], groups, ranked, nothing: null, related: [], suggestions: [], data: {}, ...parts };
}

/** An answer as a reply: its excerpts in the groups that `group` makes of them, or why there is nothing. */
export function replyTo(
  answer: Answer,
  heading: Phrase,
  group: (excerpts: readonly Excerpt[]) => readonly Group[],
  again: Again = whoIs,
): Reply {
  if (answer.status === 'nothing') return nothingReply(answer, heading, again);
  const { excerpts, total } = answer;
  return reply({
    heading,
    notes: [
      ...takenNotes(answer.taken),
      ...choiceNotes(answer.choice),
      ...(total === undefined ? [] : [phrase('list.more', { shown: excerpts.length, count: total })]),
    ],
    groups: group(excerpts).filter(({ items }) => items.length > 0),
    ranked: excerpts,
    related: answer.related,
    suggestions: choices(answer.choice, again),
    data: choiceData(answer.choice),
  });
}

/** The command that asks of somebody by `name` what was asked with `typed`. */
type Again = (name: string, typed: string) => Pick<Suggestion, 'command' | 'values'>;

const whoIs: Again = (name) => ({ command: 'who', values: { name } });

/** For a name that several bear, whom the answer is about. */
export function choiceNotes(choice: Choice | undefined): Phrase[] {
  if (!choice) return [];
  const { called, name, rather } = choice;
  return [
    rather === null ? phrase('choice', { called, name }) : phrase('choice.rather', { called, name, rather }),
  ];
}

/** The same for scripts: whom it is about, and whom the name may mean as well. */
export function choiceData(choice: Choice | undefined): Record<string, unknown> {
  if (!choice) return {};
  const { called, name, others } = choice;
  return { choice: { called, name, others: others.map((one) => one.name) } };
}

/** A button or a line for each of those whom the name may mean as well. */
export function choices(choice: Choice | undefined, again: Again = whoIs): Suggestion[] {
  if (!choice) return [];
  // What tells namesakes apart stands behind their names.
  return choice.others.map(({ name, standing }) => ({
    label: name,
    detail: standing !== null && name.includes(standing) ? null : standing,
    ...again(name, choice.typed),
  }));
}

/** Nothing on record: why, what was searched, and what to ask instead. */
export function nothingReply(
  {
    reason,
    searched,
    name = '',
    taken = [],
    nearby = [],
    related = [],
    choice,
  }: Partial<Nothing> & Pick<Nothing, 'reason' | 'searched'>,
  heading: Phrase,
  again: Again = whoIs,
): Reply {
  return reply({
    heading,
    notes: [
      ...takenNotes(taken),
      ...choiceNotes(choice),
      ...(searched > 0 ? [phrase('searched.documents', { count: searched })] : []),
    ],
    nothing: { reason, text: phrase(`nothing.${reason}`, { name }) },
    related,
    suggestions: [
      ...choices(choice, again),
      ...nearby.map(({ type, label }) =>
        type === 'person'
          ? { label, command: 'who', values: { name: label } }
          : { label, command: 'ask', values: { question: label } },
      ),
    ],
    data: choiceData(choice),
  });
}

/** For each name that was not typed as the corpus has it, whom it was taken for. */
export function takenNotes(taken: readonly Taken[]): Phrase[] {
  return taken.map(({ typed, name }) => phrase('taken', { typed, name }));
}

/** The excerpts as items, without those that an earlier one already shows beside it. */
export function excerptItems(excerpts: readonly Excerpt[]): Item[] {
  const shown = new Set<string>();
  return excerpts.flatMap((excerpt) => {
    if (shown.has(key(excerpt))) return [];
    for (const each of [excerpt, ...excerpt.counterparts]) shown.add(key(each));
    return [{ type: 'excerpt', excerpt }];
  });
}

const key = ({ document, start, end }: Excerpt): string => `${start} ${end} ${document}`;

export const line = (text: Phrase): Item => ({ type: 'line', text });

export const fact = (label: Phrase, value: string | Phrase): Item => ({ type: 'fact', label, value });

/** "/denials [about] [by]", with every name as `called` has it. */
export function usageLine(
  { command, options }: Extract<Item, { type: 'usage' }>,
  called: (name: string) => string = (name) => name,
): string {
  const words = command.split(' ').map(called);
  const taken = options.map(({ name, required }) => (required ? called(name) : `[${called(name)}]`));
  return `/${[...words, ...taken].join(' ')}`;
}

/** Who says an excerpt: a name, an unnamed source in the article's words, or that the article does not tell. */
export function who(said: Said): Phrase {
  const tellers = said.chain.map((teller) => name(teller.speaker, teller.source, false));
  return tellers.reduce(
    (told, teller) => phrase('who.as-told-by', { who: told, teller }),
    name(said.speaker, said.source, said.anonymous),
  );
}

/** How it is said: the kind, the reporting words, and the outlet that the article credits. */
export function how(said: Said): Phrase {
  const kind = phrase(`kind.${said.kind}`);
  if (said.cue !== null && said.via !== null)
    return phrase('how.cue-via', { kind, cue: said.cue, outlet: said.via });
  if (said.cue !== null) return phrase('how.cue', { kind, cue: said.cue });
  return said.via === null ? kind : phrase('how.via', { kind, outlet: said.via });
}

/** The label over a counterpart: that it denies, disputes or declines to comment on the excerpt above, or is what that one answers. */
export function counterpartLabel(counterpart: Excerpt): Phrase {
  const kind = counterpart.said?.kind;
  return phrase(
    kind === 'denial' || kind === 'dispute' || kind === 'no-comment'
      ? `counterpart.${kind}`
      : 'counterpart.answered',
  );
}

/** Who says it as a plain string: the canonical name, else the source in the article's words; null where neither tells. */
export function sourceName({ speaker, source }: Pick<Said, 'speaker' | 'source'>): string | null {
  return speaker ?? (source === null || PRONOUN.test(source) ? null : source.replace(CLAUSE, ''));
}

/** "She said that officials refused": of several, `that` begins a clause and is none of their words. */
const CLAUSE = /^that (?=\p{Ll}+s$)/u;

const PRONOUN = /^(?:he|she|it|they|him|her|them|his|their|its|i|we|you|who|that|which)$/i;

function name(speaker: string | null, source: string | null, anonymous: boolean): Phrase {
  const told = sourceName({ speaker, source });
  if (told === null) return phrase('who.unidentified');
  return anonymous && speaker === null
    ? phrase('who.unnamed', { source: told })
    : phrase('who.named', { speaker: told });
}
