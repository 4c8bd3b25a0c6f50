import type { Gateway } from '../gateway.ts';
import type { Interactions } from '../interactions.ts';
import type { Messages, SentFile } from '../messages.ts';
import type { Problems } from '../problems.ts';
import type { World } from '../world.ts';

/** What the routes work on. */
export interface Parts {
  readonly world: World;
  readonly messages: Messages;
  readonly interactions: Interactions;
  readonly gateway: Gateway;
  readonly problems: Problems;
}

/** One request of the bot in its parts. `body` is unchecked. */
export interface Call<Body = unknown> {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Body;
  readonly files: readonly SentFile[];
}

/** Returns a body, or undefined for 204. Throws a Refusal for anything else. */
export interface Route {
  /** `GET /channels/:channel/messages`. The first parameter is what the rate limit counts by. */
  readonly at: string;
  /** Whether the token in the path replaces the bot's own. */
  readonly open?: boolean;
  readonly handle: (call: Call<never>, parts: Parts) => unknown;
}
