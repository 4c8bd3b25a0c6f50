import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { attachmentOf } from '../../src/discord/attachment.ts';

let server: Server | null = null;

/** Where a file is that is served so. */
async function served(listener: RequestListener): Promise<string> {
  const opened = createServer(listener).listen(0, '127.0.0.1');
  server = opened;
  await new Promise((resolve) => opened.once('listening', resolve));
  return `http://127.0.0.1:${(opened.address() as AddressInfo).port}/story.txt`;
}

const read = (url: string, size = 5) => attachmentOf({ filename: 'story.txt', size, url }).read();

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = null;
});

describe('An attachment', () => {
  it('is read as it is', async () => {
    const url = await served((_, response) => response.end('a tale'));
    expect(Buffer.from(await read(url)).toString()).toBe('a tale');
  });

  it.each([
    'https://cdn.discordapp.com.evil.example/story.txt',
    'https://evil.example/cdn.discordapp.com/story.txt',
    'https://cdn.discordapp.com@evil.example/story.txt',
    'http://169.254.169.254/latest/meta-data',
    'file:///etc/passwd',
  ])('is not fetched from %s', async (url) => {
    await expect(read(url)).rejects.toThrow("is not on Discord's servers");
  });

  it('is not fetched from where its server sends the bot on to', async () => {
    let asked = 0;
    const url = await served((_, response) => {
      asked++;
      response.writeHead(302, { location: '/elsewhere' }).end();
    });
    await expect(read(url)).rejects.toThrow('status 302');
    expect(asked).toBe(1);
  });

  it('is asked for again where the connection breaks', async () => {
    let asked = 0;
    const url = await served((request, response) => {
      if (asked++ === 0) request.socket.destroy();
      else response.end('a tale');
    });
    expect(Buffer.from(await read(url)).toString()).toBe('a tale');
  });

  it('is not read where it is too large, or turns out to be', async () => {
    await expect(read('https://cdn.discordapp.com/story.txt', 30_000_000)).rejects.toThrow('is larger than');
    const part = Buffer.alloc(1_000_000);
    const url = await served((_, response) => {
      const more = (): void => {
        while (!response.destroyed && response.write(part));
        response.once('drain', more);
      };
      more();
    });
    await expect(read(url)).rejects.toThrow('is larger than');
  });

  it('that is gone is told so', async () => {
    const url = await served((_, response) => response.writeHead(404).end());
    await expect(read(url)).rejects.toThrow('Discord did not give story.txt: status 404');
  });
});
