import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { ArchiveStatus } from '../archive/archive.ts';
import { ConfigError } from '../config.ts';

/** Counts what the bot does. Members' names and words are never part of it. */
export interface Meter {
  /** `what` is one of a few kinds of request ("/ask", "button page"), `sent` what became of the answer. */
  answered(what: string, sent: string, seconds: number): void;
  failed(what: string): void;
}

/** What is read whenever the metrics are fetched. */
export interface Sources {
  /** Whether Discord is connected, heartbeats included. */
  connected(): boolean;
  /** Milliseconds for a message to Discord and back; null if unknown. */
  latency(): number | null;
  status(): Promise<ArchiveStatus>;
}

/** Counts nothing. */
export const unmetered: Meter = { answered: () => {}, failed: () => {} };

/** A meter whose counts are in `registry`, with the state of `sources`, in the format Prometheus reads. */
export function openMeter(sources: Sources): Meter & { readonly registry: Registry } {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: 'record_answer_seconds',
    help: 'Time from a request to its answer being sent',
    labelNames: ['what', 'sent'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 1.5, 3, 15, 60],
    registers,
  });
  const failures = new Counter({
    name: 'record_failures_total',
    help: 'Requests that ended in an error id',
    labelNames: ['what'],
    registers,
  });
  const gauge = (name: string, help: string, look: () => number | Promise<number>) =>
    new Gauge({
      name,
      help,
      registers,
      async collect() {
        this.set(await look());
      },
    });
  const ofStatus = (pick: (status: ArchiveStatus) => number) => async () =>
    sources.status().then(pick, () => Number.NaN);
  gauge('record_connected', 'Whether Discord is connected', () => Number(sources.connected()));
  gauge('record_discord_seconds', 'To Discord and back', () => (sources.latency() ?? Number.NaN) / 1000);
  gauge(
    'record_articles',
    'Articles on record',
    ofStatus(({ documents }) => documents),
  );
  gauge(
    'record_index_built_seconds',
    'When the serving index was built, since 1970',
    ofStatus(({ builtAt }) => Date.parse(builtAt) / 1000),
  );
  return {
    registry,
    answered: (what, sent, taken) => seconds.observe({ what, sent }, taken),
    failed: (what) => failures.inc({ what }),
  };
}

/**
 * Serves `/health` (alive), `/ready` (Discord connected, index loaded) and `/metrics`, on this machine only. Rejects
 * with a ConfigError if the port is taken.
 */
export async function serveMetrics(
  port: number,
  registry: Registry,
  sources: Sources,
): Promise<{ close(): void; port: number }> {
  const pages: Readonly<Record<string, () => Promise<readonly [number, string]>>> = {
    '/health': async () => [200, 'alive\n'],
    '/ready': async () => {
      const loaded = await sources.status().then(
        () => true,
        () => false,
      );
      return sources.connected() && loaded
        ? [200, 'ready\n']
        : [503, loaded ? 'not connected\n' : 'no index\n'];
    },
    '/metrics': async () => [200, await registry.metrics()],
  };
  const server = createServer(
    (request, response) => void respond(request, response, pages, registry.contentType),
  );
  server.listen(port, '127.0.0.1');
  await once(server, 'listening').catch(({ message }: Error) => {
    throw new ConfigError(
      `METRICS_PORT cannot be used: ${message}. Set it to a free port, or leave it unset`,
    );
  });
  const address = server.address();
  return { close: () => server.close(), port: typeof address === 'object' && address ? address.port : port };
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  pages: Readonly<Record<string, () => Promise<readonly [number, string]>>>,
  metricsType: string,
): Promise<void> {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  const path = (request.url ?? '').split('?')[0] ?? '';
  const page = Object.hasOwn(pages, path) ? pages[path] : undefined;
  // A web page must not read this through a name of its own that points to this machine.
  const [status, text] = !['127.0.0.1', 'localhost'].includes(host)
    ? ([403, 'only by the name of this machine\n'] as const)
    : page && request.method === 'GET'
      ? await page().catch((error: unknown) => [500, `${String(error)}\n`] as const)
      : ([404, 'there are /health, /ready and /metrics\n'] as const);
  response.writeHead(status, {
    'content-type': path === '/metrics' && status === 200 ? metricsType : 'text/plain',
  });
  response.end(text);
}
