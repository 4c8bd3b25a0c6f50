import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { environmentWith } from '../../src/config.ts';
import { root } from '../../src/root.ts';
import { type Folders, makeFolders } from '../end-to-end/bot-process.ts';

/** Where browsers of this family are usually installed. */
const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
];

/** The browser to test with; undefined where none is installed. */
export const installed = places.find((place) => existsSync(place));

/** Nothing of the browser's own may go out to the network. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface Preview {
  /** The link it printed. */
  readonly url: string;
  readonly browser: Browser;
  /** Ends what was started, and leaves the browser open. */
  end(): Promise<void>;
  stop(): Promise<void>;
}

/** `npm start` on the articles of the end-to-end tests, and a browser. */
export async function openPreview(): Promise<Preview> {
  const folders = makeFolders();
  const child = startPreview(folders);
  const [url, browser] = await Promise.all([
    linkFrom(child),
    chromium.launch({ executablePath: installed!, args }),
  ]);
  const exited = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const end = async () => {
    child.kill('SIGTERM');
    await exited;
  };
  return {
    url,
    browser,
    end,
    async stop() {
      await browser.close();
      await end();
      folders.remove();
    },
  };
}

function startPreview({ corpus, index, state }: Folders): ChildProcess {
  return spawn(process.execPath, [path.join(root, 'dist/src/main.js')], {
    env: environmentWith({
      DISCORD_TOKEN: '',
      PREVIEW_PORT: '',
      CORPUS: corpus,
      INDEX: index,
      STATE: state,
      LANGUAGE: 'en',
      // The tests together ask more than one member may in so short a time.
      QUESTIONS_PER_MINUTE: '1000',
    }),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

function linkFrom(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('close', (code) =>
      reject(new Error(`The preview ended with ${code} before it printed its link`)),
    );
    createInterface(child.stdout!).on('line', (line) => {
      const link = /http:\/\/127\.0\.0\.1:\d+\/\?token=\S+/.exec(line);
      if (link) resolve(link[0]);
    });
  });
}

export interface Watched {
  readonly page: Page;
  /** Errors on the console, and exceptions. */
  readonly errors: readonly string[];
  /** Everything it asked for that is not on this machine. */
  readonly outside: readonly string[];
}

export interface Look {
  readonly theme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
  readonly locale?: string;
  /** Done before the page is loaded. */
  readonly before?: (page: Page) => Promise<void>;
}

/** A page of its own on the preview, with what must not happen written down. */
export async function openPage({ browser, url }: Preview, look: Look = {}): Promise<Watched> {
  const { theme = 'dark', width = 1280, height = 800, locale = 'en-US', before } = look;
  const context = await browser.newContext({
    colorScheme: theme,
    viewport: { width, height },
    locale,
  });
  const page = await context.newPage();
  await before?.(page);
  const errors: string[] = [];
  const outside: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol !== 'data:' && hostname !== '127.0.0.1') outside.push(request.url());
  });
  await page.goto(url);
  // The bot's own help comes first of all, so that there is something to press.
  await page.locator('.message', { hasText: '/help' }).first().waitFor();
  return { page, errors, outside };
}

/** What keeps people from using the page as it is now: rule, and where. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    // biome-ignore lint/suspicious/noExplicitAny: axe puts itself onto the window
    const { violations: found } = await (globalThis as any).axe.run();
    return found.flatMap((rule: { id: string; nodes: { html: string; failureSummary: string }[] }) =>
      rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 200)} ${node.failureSummary}`),
    );
  });
}
