import type { Archive, ReindexProgress } from './archive/archive.ts';
import type { Phrase } from './locales/phrase.ts';
import type { Moderation } from './moderation/moderation.ts';
import type { Reply } from './reply.ts';

/** A file that a member hands over. */
export interface Attachment {
  readonly name: string;
  /** In bytes, as announced: `read` may still find more. */
  readonly size: number;
  readonly read: () => Promise<Uint8Array>;
}

/** One option of a command. `complete` gives the completions of what a member has typed so far. */
export interface Option {
  readonly type: 'string' | 'boolean' | 'integer' | 'attachment';
  readonly description: Phrase;
  readonly required?: true;
  readonly choices?: readonly { readonly name: Phrase; readonly value: string }[];
  readonly complete?: (typed: string, context: Context) => Promise<readonly Choice[]>;
}

/** A completion. What a member chooses by may be words of ours; where it is shown it is cut to what fits. */
export interface Choice {
  readonly label: string | Phrase;
  readonly value: string;
}

/** How many completions a command offers at most: as many as Discord shows. */
export const OFFERED = 25;

/** By name, in the order they are shown. The first one may stand without its name in a terminal line. */
export type Options = Readonly<Record<string, Option>>;

export type Values = Readonly<Record<string, string | boolean | number | Attachment | undefined>>;

/** What commands work on: the same for whoever asks. */
export interface Desk {
  readonly archive: Archive;
  readonly moderation: Moderation;
  readonly health: () => Health;
}

export interface Context extends Desk {
  /** The commands that whoever asks may use here, for help. */
  readonly commands: readonly Command[];
  /** Earlier questions of the same thread, oldest first, for follow-ups. */
  readonly earlier: readonly string[];
  /** Who asks: a Discord user id, or `terminal`. */
  readonly asker: string;
  /** Shows how far a long command has come; may be called often. */
  readonly progress: (progress: ReindexProgress) => void;
}

/** How the process is doing. */
export interface Health {
  readonly uptimeSeconds: number;
  readonly memoryBytes: number;
  /** To Discord and back; null where there is no connection. */
  readonly latencyMilliseconds: number | null;
  /** The last few, newest first, without any member's text. */
  readonly errors: readonly { readonly id: string; readonly at: string; readonly message: string }[];
}

/**
 * What a member can ask, as one value. Registration, help, autocomplete, the terminal and the preview follow from it.
 * Every command also takes `private: boolean`, which those who show the reply handle, not the command.
 */
export interface Command {
  /** Two words where commands belong together: `corpus add`. */
  readonly name: string;
  readonly description: Phrase;
  readonly who: 'member' | 'moderator';
  /** Of a moderators' command that changes nothing: may be run again to show another page. Members' commands all may. */
  readonly repeatable?: true;
  readonly options: Options;
  /** Resolves to a Reply for everything that can be expected; rejects only on programming errors. */
  run(values: Values, context: Context): Promise<Reply>;
}

type Plain = { string: string; boolean: boolean; integer: number; attachment: Attachment };

/** The values that `run` gets for the options `O`: a required one is there, any other may be undefined. */
export type ValuesOf<O extends Options> = {
  readonly [N in keyof O]: Plain[O[N]['type']] | (O[N] extends { required: true } ? never : undefined);
};

/** A Command whose `run` gets its values typed from its options. */
export function command<const O extends Options>(
  definition: Omit<Command, 'options' | 'run'> & {
    readonly options: O;
    run(values: ValuesOf<O>, context: Context): Promise<Reply>;
  },
): Command {
  return definition;
}

/** The name of the option that every command takes besides its own: whether only the asking member sees the reply. */
export const PRIVATE = 'private';
