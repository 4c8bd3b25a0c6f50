import type {
  APIApplicationCommand,
  APIApplicationCommandOptionChoice,
  APIMessage,
  APIUser,
} from 'discord-api-types/v10';
import type { Modal } from '../rules/components.ts';

/** What the page and its server say to each other, as JSON over one web socket. */

export interface Person {
  readonly user: APIUser;
  readonly moderator: boolean;
}

export interface Room {
  readonly id: string;
  readonly name: string;
  /** A direct message with the bot; each user has their own. */
  readonly private: boolean;
}

/** A message as the user of the page sees it. */
export interface View {
  readonly message: APIMessage;
  readonly ephemeral: boolean;
  /** The bot is still thinking about it. */
  readonly loading: boolean;
  /** Whose command it answers, and which: `/denials`. */
  readonly used: { readonly user: APIUser; readonly name: string } | null;
}

/** Something the user did that has no message yet: under way, or never answered. */
export interface Attempt {
  readonly id: string;
  readonly user: APIUser;
  readonly name: string;
  readonly state: 'waiting' | 'failed' | 'done';
  /** The message whose button was pressed. */
  readonly on: string | null;
}

export interface File64 {
  readonly name: string;
  readonly type: string;
  readonly base64: string;
}

export type FieldValue = string | number | boolean | File64;

/** Requests of the page, each with what it resolves to. */
export interface Requests {
  enter: [{ user: string; room: string; locale: string }, Entered];
  say: [{ text: string; replyTo: string | null }, null];
  slash: [{ command: string; path: string[]; values: Record<string, FieldValue> }, null];
  complete: [
    { command: string; path: string[]; values: Record<string, FieldValue>; focused: string },
    readonly APIApplicationCommandOptionChoice[] | null,
  ];
  press: [{ message: string; control: string }, null];
  choose: [{ message: string; control: string; values: string[] }, null];
  submit: [{ interaction: string; values: Record<string, string | string[]> }, null];
  apps: [{ message: string; command: string }, null];
  dismiss: [{ message: string }, null];
}

interface Entered {
  readonly views: readonly View[];
  readonly commands: readonly APIApplicationCommand[];
}

/** What the server sends on its own. */
export type Told =
  | {
      readonly type: 'hello';
      readonly bot: APIUser;
      readonly guild: string;
      readonly people: readonly Person[];
      readonly rooms: readonly Room[];
    }
  | { readonly type: 'bot'; readonly state: BotState }
  | { readonly type: 'view'; readonly view: View; readonly isNew: boolean }
  | { readonly type: 'gone'; readonly id: string }
  | { readonly type: 'typing' }
  | { readonly type: 'commands'; readonly commands: readonly APIApplicationCommand[] }
  | { readonly type: 'attempt'; readonly attempt: Attempt }
  | { readonly type: 'form'; readonly interaction: string; readonly form: Modal };

/** `starting` until its commands are registered, `stopped` when its process has ended. */
export type BotState = 'starting' | 'ready' | 'stopped';

export type ToServer = {
  [K in keyof Requests]: { n: number; type: K; body: Requests[K][0] };
}[keyof Requests];
export type FromServer =
  | Told
  | { readonly type: 'answer'; readonly n: number; readonly ok: unknown }
  | Failed;
interface Failed {
  readonly type: 'failed';
  readonly n: number;
  readonly why: string;
}
