import { randomBytes, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { type WebSocket, WebSocketServer } from 'ws';
import { ConfigError } from '../config.ts';
import { root } from '../root.ts';
import { isLoopback } from './loopback.ts';
import type { FromServer, Told, ToServer } from './page/protocol.ts';
import { PageSession, type Scene } from './page-session.ts';

export interface PageServer {
  /** The link to open, its token included. */
  readonly url: string;
  /** Sends to every open page. */
  tell(told: Told): void;
  close(): Promise<void>;
}

/** Only what this server itself sends may run, load or be requested. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const headers = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

const built = path.join(root, 'dist/page');
const files: Readonly<Record<string, { readonly file: string; readonly type: string }>> = {
  '/': { file: path.join(built, 'page.html'), type: 'text/html; charset=utf-8' },
  '/page.js': { file: path.join(built, 'page.js'), type: 'text/javascript; charset=utf-8' },
  '/page.css': { file: path.join(built, 'page.css'), type: 'text/css; charset=utf-8' },
};

const largestMessage = 32 * 1024 * 1024;

/**
 * Serves the preview page on 127.0.0.1. Only a browser that opened the link gets in: the link's token becomes a cookie,
 * and requests under another host name, or from a page of another origin, are refused. `port` 0 means any free port.
 * Rejects with a ConfigError if the port is not available, and with another Error if the page has not been built.
 */
export async function servePage(scene: Scene, port: number): Promise<PageServer> {
  for (const { file } of Object.values(files))
    if (!existsSync(file)) throw new Error(`${file} is missing: run npm run build`);
  const token = randomBytes(24).toString('base64url');
  const sessions = new Set<PageSession>();
  const sockets = new WebSocketServer({ noServer: true, maxPayload: largestMessage });
  const server = createServer(answer);
  server.on('upgrade', (request, socket, head) => {
    if (refusal(request, true) || request.url !== '/live') {
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (client) => converse(client, scene, sessions));
  });
  await listen(server, port);
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const cookieName = `preview-${(server.address() as AddressInfo).port}`;

  return {
    url: `http://${host}/?token=${token}`,
    tell(told) {
      for (const session of sessions) session.tell(told);
    },
    async close() {
      for (const client of sockets.clients) client.terminate();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '/', 'http://local');
    const given = url.searchParams.get('token');
    if (url.pathname === '/' && given !== null && isSame(given, token) && !refusal(request, false)) {
      const cookie = `${cookieName}=${token}; HttpOnly; SameSite=Strict; Path=/`;
      response.writeHead(302, { ...headers, location: '/', 'set-cookie': cookie });
      response.end();
      return;
    }
    const refused = refusal(request, true);
    if (refused) {
      text(response, 403, refused);
      return;
    }
    const attachment = scene.discord.world.files.get(url.pathname);
    if (attachment) {
      // A member's upload is shown as a picture or saved, never run.
      const shown = /^image\/(png|jpeg|gif|webp)$/.test(attachment.type);
      response.writeHead(200, {
        ...headers,
        'content-type': shown ? attachment.type : 'application/octet-stream',
        ...(!shown && { 'content-disposition': 'attachment' }),
      });
      response.end(attachment.bytes);
      return;
    }
    const known = Object.hasOwn(files, url.pathname) ? files[url.pathname] : undefined;
    if (!known) {
      text(response, 404, 'There is nothing here.');
      return;
    }
    response.writeHead(200, { ...headers, 'content-type': known.type });
    response.end(readFileSync(known.file));
  }

  /** Why a request is refused; null if it is not. */
  function refusal({ headers: sent }: IncomingMessage, withToken: boolean): string | null {
    const name = sent.host ?? '';
    if (!isLoopback(name)) return 'This page answers under 127.0.0.1 and localhost only.';
    if (sent.origin !== undefined && sent.origin !== `http://${name}`)
      return 'This page does not answer to other pages.';
    const cookie = sent.cookie
      ?.split(/; */)
      .find((each) => each.startsWith(`${cookieName}=`))
      ?.slice(cookieName.length + 1);
    if (withToken && !(cookie && isSame(cookie, token)))
      return 'Open the link that npm start has printed: it holds the key to this page.';
    return null;
  }
}

/** Listens on 127.0.0.1. Rejects with a ConfigError if the port is not available. */
async function listen(server: Server, port: number): Promise<void> {
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new ConfigError(
      `PREVIEW_PORT is not right: ${port} cannot be used (${(error as Error).message}). Set it to another port, or leave it unset.`,
    );
  }
}

/** Does what a page asks over `client`, and tells it what happens, until it is closed. */
function converse(client: WebSocket, scene: Scene, sessions: Set<PageSession>): void {
  const send = (message: FromServer): void => client.send(JSON.stringify(message));
  const session = new PageSession(scene, send);
  sessions.add(session);
  client.on('error', () => client.terminate());
  client.on('close', () => {
    sessions.delete(session);
    session.close();
  });
  client.on('message', (raw) => {
    let request: ToServer;
    try {
      request = JSON.parse(String(raw));
    } catch {
      client.close(1007);
      return;
    }
    session.handle(request).then(
      (ok) => send({ type: 'answer', n: request.n, ok }),
      (error: unknown) => send({ type: 'failed', n: request.n, why: (error as Error).message }),
    );
  });
}

function isSame(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function text(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { ...headers, 'content-type': 'text/plain; charset=utf-8' });
  response.end(`${message}\n`);
}
