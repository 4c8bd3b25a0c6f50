import type { Clock } from './clock.ts';

export interface Verdict {
  readonly headers: Readonly<Record<string, string>>;
  /** Seconds to wait; null if the request may go through. */
  readonly retryAfter: number | null;
  readonly global: boolean;
}

/** Requests per window of seconds. Discord does not publish these; they were in its headers at the time of writing. */
const buckets: readonly { readonly route: RegExp; readonly limit: number; readonly seconds: number }[] = [
  { route: /^POST \/channels\/:channel\/messages$/, limit: 5, seconds: 5 },
  { route: /^PATCH \/channels\/:channel\/messages/, limit: 5, seconds: 5 },
  { route: /^DELETE \/channels\/:channel\/messages/, limit: 5, seconds: 1 },
  { route: /^POST \/channels\/:channel\/typing$/, limit: 5, seconds: 5 },
  { route: /^(POST|PATCH|DELETE) \/webhooks\//, limit: 5, seconds: 2 },
];
const others = { limit: 50, seconds: 1 };
const everywhere = { limit: 50, seconds: 1 };

/** Interaction callbacks and their webhooks do not count towards the limit across all routes. */
const exempt = /^[A-Z]+ \/(?:interactions|webhooks)\//;

/** Counts requests as Discord does: per route and channel, guild or webhook, and in total. */
export class Limits {
  readonly #clock: Clock;
  readonly #windows = new Map<string, { used: number; ends: number }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Counts one request to `route` (`POST /channels/:channel/messages`) for the thing it is about. */
  count(route: string, about: string): Verdict {
    if (route.startsWith('POST /interactions/')) return { headers: {}, retryAfter: null, global: false };
    const { limit, seconds } = buckets.find((bucket) => bucket.route.test(route)) ?? others;
    const local = this.#use(`${route} ${about}`, limit, seconds);
    const all = exempt.test(route) ? null : this.#use('everywhere', everywhere.limit, everywhere.seconds);
    const now = this.#clock.now();
    const over = local.over ? local : all?.over ? all : null;
    return {
      headers: {
        'x-ratelimit-limit': String(limit),
        'x-ratelimit-remaining': String(Math.max(0, limit - local.used)),
        'x-ratelimit-reset': (local.ends / 1000).toFixed(3),
        'x-ratelimit-reset-after': ((local.ends - now) / 1000).toFixed(3),
        'x-ratelimit-bucket': Buffer.from(route).toString('hex').slice(0, 32),
      },
      retryAfter: over ? (over.ends - now) / 1000 : null,
      global: over !== null && over === all,
    };
  }

  #use(key: string, limit: number, seconds: number): { used: number; ends: number; over: boolean } {
    const now = this.#clock.now();
    let window = this.#windows.get(key);
    if (!window || window.ends <= now) {
      window = { used: 0, ends: now + seconds * 1000 };
      this.#windows.set(key, window);
    }
    window.used++;
    return { ...window, over: window.used > limit };
  }
}
