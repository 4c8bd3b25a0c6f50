import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Faults, Live } from './faults.ts';
import { Limits } from './limits.ts';
import { isLoopback } from './loopback.ts';
import type { SentFile } from './messages.ts';
import { Refusal } from './refusal.ts';
import { channelRoutes } from './routes/channels.ts';
import { commandRoutes } from './routes/commands.ts';
import { interactionRoutes } from './routes/interactions.ts';
import type { Call, Parts, Route } from './routes/route.ts';
import { worldRoutes } from './routes/world.ts';

const routes = [...worldRoutes, ...commandRoutes, ...interactionRoutes, ...channelRoutes].map((route) => {
  const [method, path] = route.at.split(' ') as [string, string];
  return { ...route, method, path, segments: path.slice(1).split('/') };
});

const prefix = /^\/api(?:\/v10)?\//;
const largestBody = 110 * 1024 * 1024;

/** A request as it came, for tests to count. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly status: number;
}

export interface ApiOptions {
  readonly parts: Parts;
  readonly faults: Faults;
  readonly token: string;
  readonly seen: Seen[];
}

/** The HTTP half of Discord, API version 10. */
export function apiServer({ parts, faults, token, seen }: ApiOptions): Server {
  const limits = new Limits(parts.world.clock);
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      parts.problems.add('broken', error instanceof Error ? (error.stack ?? error.message) : String(error));
      if (!response.headersSent) reply(response, 500, { message: '500: Internal Server Error', code: 0 });
    });
  });
  server.on('upgrade', (request, socket, head) => {
    if (request.url?.startsWith('/gateway')) parts.gateway.accept(request, socket, head);
    else socket.destroy();
  });
  return server;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // A browser is no bot: pages elsewhere must not reach this, under whatever name they found it.
    if (!isLoopback(request.headers.host ?? '') || request.headers.origin !== undefined) {
      reply(response, 403, { message: '403: Forbidden', code: 0 });
      return;
    }
    const url = new URL(request.url ?? '/', 'http://local');
    const file = parts.world.files.get(url.pathname);
    if (file && request.method === 'GET') {
      response.writeHead(200, { 'content-type': file.type, 'content-length': file.bytes.length });
      response.end(file.bytes);
      return;
    }
    const method = request.method ?? 'GET';
    const path = url.pathname.replace(prefix, '/');
    const note = (status: number): void => {
      seen.push({ method, path, status });
    };
    const matched = match(method, path);
    const fault = faults.take(method, matched?.route.path ?? path);
    if (fault?.script.does === 'hold') await fault.released;
    const spoils = fault && fault.script.does !== 'hold';
    if (spoils && !fault.script.processed) {
      await readAll(request);
      note(spoil(response, fault));
      return;
    }
    let status = 204;
    let body: unknown;
    let headers: Readonly<Record<string, string>> = {};
    try {
      if (!prefix.test(url.pathname) || !matched)
        throw new Refusal(known(path) ? 'method-not-allowed' : 'not-found');
      const { route, params } = matched;
      if (!route.open && request.headers.authorization !== `Bot ${token}`) throw new Refusal('unauthorized');
      const verdict = limits.count(`${method} ${route.path}`, Object.values(params).join(' '));
      headers = verdict.headers;
      if (verdict.retryAfter !== null && !spoils) {
        await readAll(request);
        parts.problems.add('refused', `429 ${method} ${route.path}`, 429);
        note(429);
        tooMany(response, verdict.retryAfter, verdict.global, headers);
        return;
      }
      const call: Call = { params, query: url.searchParams, ...(await read(request)) };
      body = await route.handle(call as Call<never>, parts);
      status = body === undefined ? 204 : 200;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      status = error.status;
      body = error.body;
      parts.problems.add('refused', `${method} ${matched?.route.path ?? path}: ${error.message}`, error.code);
    }
    if (spoils) {
      note(spoil(response, fault));
      return;
    }
    note(status);
    reply(response, status, body, headers);
  }
}

function match(
  method: string,
  path: string,
): { route: Route & { path: string }; params: Record<string, string> } | null {
  const segments = path.slice(1).split('/');
  for (const route of routes) {
    if (route.method !== method || route.segments.length !== segments.length) continue;
    const params: Record<string, string> = {};
    const fits = route.segments.every((expected, index) => {
      const given = decode(segments[index]!);
      if (!expected.startsWith(':')) return expected === given;
      params[expected.slice(1)] = given;
      return given !== '';
    });
    if (fits) return { route, params };
  }
  return null;
}

const known = (path: string): boolean =>
  ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].some((method) => match(method, path));

/** discord.js writes `@original` as `%40original`. */
function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largestBody) throw new Refusal('too-large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** A JSON body, or a form with the body as `payload_json` and files as `files[n]`. */
async function read(request: IncomingMessage): Promise<{ body: unknown; files: SentFile[] }> {
  const bytes = await readAll(request);
  const type = request.headers['content-type'] ?? '';
  if (bytes.length === 0) return { body: {}, files: [] };
  if (!type.startsWith('multipart/form-data')) return { body: parse(bytes.toString('utf8')), files: [] };
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
  const files: SentFile[] = [];
  for (const [key, value] of form.entries())
    if (/^files\[\d+\]$/.test(key) && typeof value !== 'string')
      files.push({
        name: value.name,
        type: value.type || 'application/octet-stream',
        bytes: new Uint8Array(await value.arrayBuffer()),
      });
  const payload = form.get('payload_json');
  return { body: typeof payload === 'string' ? parse(payload) : {}, files };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('invalid-json');
  }
}

function reply(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, {
    ...headers,
    ...(body !== undefined && { 'content-type': 'application/json' }),
  });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

function tooMany(
  response: ServerResponse,
  retryAfter: number,
  global: boolean,
  headers: Readonly<Record<string, string>> = {},
): void {
  reply(
    response,
    429,
    { message: 'You are being rate limited.', retry_after: retryAfter, global },
    {
      ...headers,
      'retry-after': String(Math.ceil(retryAfter)),
      'x-ratelimit-scope': global ? 'global' : 'user',
      ...(global && { 'x-ratelimit-global': 'true' }),
    },
  );
}

/** Gives the scripted wrong answer. Returns the status as a log would have it. */
function spoil(response: ServerResponse, { script }: Live): number {
  const { does, retryAfter = 1, global = false } = script;
  if (does === 'reset') {
    response.socket?.resetAndDestroy();
    return 0;
  }
  if (does === 'hang up') {
    response.socket?.end();
    return 0;
  }
  if (does === 429) {
    tooMany(response, retryAfter, global);
    return 429;
  }
  if (does === 'bad gateway') {
    response.writeHead(502, { 'content-type': 'text/html' });
    response.end('<html><head><title>502 Bad Gateway</title></head><body>502 Bad Gateway</body></html>');
    return 502;
  }
  const status = Number(does);
  reply(response, status, { message: `${status}: scripted`, code: 0 });
  return status;
}
