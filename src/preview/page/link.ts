import type { FromServer, Requests, Told } from './protocol.ts';
import { words } from './words.ts';

/** The page's connection to its server. */
export interface Link {
  /** Rejects with a message for the person at the page. */
  ask<K extends keyof Requests>(type: K, body: Requests[K][0]): Promise<Requests[K][1]>;
}

/** `told` gets what the server sends on its own. `closed` is called when the connection is gone for good. */
export function openLink(told: (message: Told) => void, closed: () => void): Link {
  const socket = new WebSocket(`ws://${location.host}/live`);
  const open = new Promise<void>((resolve) => socket.addEventListener('open', () => resolve()));
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  let last = 0;
  const broken = () => new Error(words('preview.disconnected'));
  socket.addEventListener('close', () => {
    closed();
    for (const { reject } of waiting.values()) reject(broken());
    waiting.clear();
  });
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(data as string) as FromServer;
    if (message.type !== 'answer' && message.type !== 'failed') return told(message);
    const asker = waiting.get(message.n);
    waiting.delete(message.n);
    if (message.type === 'answer') asker?.resolve(message.ok as never);
    else asker?.reject(new Error(message.why));
  });
  return {
    async ask(type, body) {
      await open;
      if (socket.readyState !== WebSocket.OPEN) throw broken();
      const n = ++last;
      return new Promise((resolve, reject) => {
        waiting.set(n, { resolve, reject });
        socket.send(JSON.stringify({ n, type, body }));
      });
    },
  };
}
