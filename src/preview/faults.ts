/** A fault that the bot's requests will meet. */
export interface Scripted {
  /** `POST /interactions/:id/:token/callback`: a method and a route as in `routes/`. Any request if left out. */
  readonly on?: string;
  /** How many requests meet it; 1 if left out. */
  readonly times?: number;
  /**
   * A status with Discord's usual body; `bad gateway`: 502 with a page of HTML; `reset`: the connection breaks (RST);
   * `hang up`: it is closed without an answer (FIN); `hold`: no answer until released.
   */
  readonly does: number | 'bad gateway' | 'reset' | 'hang up' | 'hold';
  /** Whether the request takes effect although its answer is lost or wrong. */
  readonly processed?: boolean;
  /** Seconds, for status 429. */
  readonly retryAfter?: number;
  readonly global?: boolean;
}

export interface Pending {
  readonly script: Scripted;
  /** Resolves when the first request has met it. */
  readonly met: Promise<void>;
  /** How many requests have met it. */
  readonly count: number;
  /** Lets held requests through. */
  release(): void;
}

/** Faults waiting for requests, first in, first out. */
export class Faults {
  readonly #queue: Live[] = [];
  readonly #holding: Live[] = [];

  add(script: Scripted): Pending {
    const live = new Live(script);
    this.#queue.push(live);
    if (script.does === 'hold') this.#holding.push(live);
    return live;
  }

  /** The first fault this request meets, if any. It is then used up. */
  take(method: string, route: string): Live | null {
    const live = this.#queue.find(({ script }) => !script.on || script.on === `${method} ${route}`);
    if (!live) return null;
    live.count++;
    if (live.count >= (live.script.times ?? 1)) this.#queue.splice(this.#queue.indexOf(live), 1);
    live.meet();
    return live;
  }

  /** Releases everything held, so that closing need not wait. */
  clear(): void {
    this.#queue.length = 0;
    for (const live of this.#holding.splice(0)) live.release();
  }
}

/** A fault that requests meet. */
export class Live implements Pending {
  readonly script: Scripted;
  count = 0;
  readonly met: Promise<void>;
  readonly released: Promise<void>;
  readonly meet: () => void;
  readonly release: () => void;

  constructor(script: Scripted) {
    this.script = script;
    let meet = (): void => {};
    let release = (): void => {};
    this.met = new Promise((resolve) => {
      meet = resolve;
    });
    this.released = new Promise((resolve) => {
      release = resolve;
    });
    this.meet = meet;
    this.release = release;
  }
}
