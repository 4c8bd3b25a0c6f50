import type { Excerpt } from './answers/answer.ts';
import type { Archive, Completion, ReindexProgress } from './archive/archive.ts';
import type { Phrase } from './locales/phrase.ts';

/** One option of a command. `complete` names what the archive completes it from. */
export interface Option {
  readonly name: string;
  readonly description: Phrase;
  readonly type: 'string' | 'boolean' | 'integer' | 'attachment';
  readonly required: boolean;
  readonly choices?: readonly { readonly name: Phrase; readonly value: string }[];
  readonly complete?: (typed: string, context: Context) => Promise<readonly Completion[]>;
}

export type Values = Readonly<Record<string, string | boolean | number | undefined>>;

export interface Context {
  readonly archive: Archive;
  /** Earlier questions of the same thread, oldest first, for follow-ups. */
  readonly earlier: readonly string[];
  /** Shows how far a long command has come; may be called often. */
  readonly progress: (progress: ReindexProgress) => void;
}

/**
 * What a member can ask, as one value. Registration, help, autocomplete, the terminal and the preview follow from it.
 * `run` resolves to a Reply for everything that can be expected; it throws only on programming errors.
 */
export interface Command {
  readonly name: string;
  readonly description: Phrase;
  readonly who: 'member' | 'moderator';
  /** The first one may stand without its name in a terminal line. */
  readonly options: readonly Option[];
  readonly run: (values: Values, context: Context) => Promise<Reply>;
}

/** What a command answers: plain data that Discord, the terminal and the preview each render in their own way. */
export interface Reply {
  readonly heading: Phrase;
  /** Short lines under the heading: what was searched, whom a name was taken for. */
  readonly notes: readonly Phrase[];
  readonly groups: readonly Group[];
  /** What the corpus holds near the question, kept apart from the answer. */
  readonly related: readonly Excerpt[];
  readonly status: 'answered' | 'nothing';
  /** Names and topics that do exist, each with the command line that asks for it. */
  readonly suggestions: readonly {
    readonly label: string;
    readonly command: string;
    readonly values: Values;
  }[];
  /** Why there is nothing; null where there is something. */
  readonly nothing: Phrase | null;
  /** The command's own fields of the `--json` contract. */
  readonly data: Readonly<Record<string, unknown>>;
}

export interface Group {
  readonly label: Phrase | null;
  readonly items: readonly Item[];
}

export type Item =
  | { readonly type: 'excerpt'; readonly excerpt: Excerpt }
  /** A line of our own words with values set in. */
  | { readonly type: 'line'; readonly text: Phrase }
  /** Text of a member, an article or a file name, shown as data under a label of ours. */
  | { readonly type: 'fact'; readonly label: Phrase; readonly value: string };
