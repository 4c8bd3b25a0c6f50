import type { APIAttachment } from 'discord-api-types/v10';
import type { Attachment } from '../command.ts';

/** Discord's limit for uploads by members who do not pay. */
const LARGEST = 25 * 1024 * 1024;

/** Hosts from which Discord serves attachments, and this machine for the local Discord. */
const HOSTS = ['cdn.discordapp.com', 'media.discordapp.net', '127.0.0.1', 'localhost', '[::1]'];

/**
 * An attachment as commands read it. `read` rejects if Discord does not give the file, or gives more than announced.
 */
export function attachmentOf({
  filename,
  size,
  url,
}: Pick<APIAttachment, 'filename' | 'size' | 'url'>): Attachment {
  return {
    name: filename,
    size,
    async read() {
      if (!HOSTS.includes(new URL(url).hostname)) throw new Error(`${filename} is not on Discord's servers`);
      if (size > LARGEST) throw new Error(`${filename} is larger than ${LARGEST} bytes`);
      const get = () => fetch(url, { signal: AbortSignal.timeout(60_000), redirect: 'manual' });
      // A kept connection may have been closed, which shows only when it is used. So try twice.
      const response = await get().catch(get);
      if (!response.ok || !response.body)
        throw new Error(`Discord did not give ${filename}: status ${response.status}`);
      const chunks: Uint8Array[] = [];
      let length = 0;
      for await (const chunk of response.body) {
        length += chunk.length;
        if (length > LARGEST) throw new Error(`${filename} is larger than ${LARGEST} bytes`);
        chunks.push(chunk);
      }
      return Buffer.concat(chunks);
    },
  };
}
