import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { installed, openPage, openPreview, type Preview, violations, type Watched } from './browser.ts';

test('a browser is installed to test the preview page with', (context) => {
  const missing = 'Neither Chromium nor Chrome is installed: the tests of the preview page are left out.';
  if (!installed) console.info(missing);
  context.skip(!installed, missing);
});

/** For machines that have other things to do. */
const patient = { timeout: 20_000 };

const last = (page: Page) => page.locator('.messages > .message').last();

/** Types a command's name and waits for its fields. */
async function command(page: Page, name: string): Promise<void> {
  await page.locator('#message-box').focus();
  await page.keyboard.type(`/${name} `);
  await page.getByRole('form', { name: `/${name}` }).waitFor();
}

describe.runIf(installed)('in a real browser', () => {
  let preview: Preview;

  beforeAll(async () => {
    preview = await openPreview();
  });

  afterAll(() => preview.stop());

  const clean = async ({ page, errors, outside }: Watched) => {
    expect(await violations(page)).toEqual([]);
    expect(errors).toEqual([]);
    expect(outside).toEqual([]);
  };

  test('/who is typed and completed, pages are turned, a context is opened, by keyboard alone', async () => {
    const watched = await openPage(preview);
    const { page } = watched;
    await page.locator('#message-box').focus();
    await page.keyboard.type('/wh');
    await expect(page.getByRole('option', { selected: true }).textContent()).resolves.toMatch(/^\/who/);
    await page.keyboard.press('Enter');
    await page.keyboard.type('quill');
    await page.getByRole('option', { name: /Edda Quill/ }).waitFor();
    await clean(watched);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await last(page).getByText('used /who').waitFor();
    await last(page).getByText('Mayor').first().waitFor();
    const before = await last(page).textContent();

    await last(page).getByRole('button', { name: 'Next' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => last(page).textContent(), patient).not.toBe(before);
    // The button that was pressed is a new element now, and the focus must not be lost with the old one.
    expect(await page.evaluate(`document.activeElement?.closest('.message') !== null`)).toBe(true);
    await last(page).getByRole('button', { name: 'Previous' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => last(page).textContent(), patient).toBe(before);
    await last(page).getByRole('button', { name: 'Context' }).first().focus();
    await page.keyboard.press('Enter');
    await last(page).getByText('Only you can see this').waitFor();
    await clean(watched);
    await last(page).getByRole('button', { name: 'Dismiss message' }).focus();
    await page.keyboard.press('Enter');
    await last(page).getByText('Only you can see this').waitFor({ state: 'detached' });
    await page.context().close();
  });

  test('the moderator reindexes, which the member is not offered', async () => {
    const watched = await openPage(preview, { theme: 'light' });
    const { page } = watched;
    await page.locator('#message-box').fill('/re');
    expect(await page.getByRole('option', { name: /reindex/ }).count()).toBe(0);
    await page.getByRole('button', { name: /Mara/ }).click();
    await page.getByRole('button', { name: /Mara/, pressed: true }).waitFor();
    await page.locator('#message-box').fill('/re');
    await page.getByRole('option', { name: /reindex/ }).click();
    await page.keyboard.press('Enter');
    await page.getByText('The index is up to date').waitFor();
    await clean(watched);
    await page.context().close();
  });

  test('options are typed by their names, as the replies write them', async () => {
    const watched = await openPage(preview);
    const { page } = watched;
    const leave = () => page.locator('.cancel').click();
    const option = (name: string) => page.getByRole('combobox', { name: `${name} of /quotes` });
    await command(page, 'quotes');
    await page.keyboard.type('by:Edda Quill about:lan');
    expect(await option('by').inputValue()).toBe('Edda Quill');
    expect(await option('about').inputValue()).toBe('lan');
    await clean(watched);
    await leave();
    await page.locator('#message-box').fill('/quotes about:lanterns by:Edda Quill');
    expect(await option('by').inputValue()).toBe('Edda Quill');
    expect(await option('about').inputValue()).toBe('lanterns');
    await leave();
    await command(page, 'quotes');
    await page.keyboard.type('ab');
    await page.getByRole('option', { name: /^about/, selected: true }).waitFor();
    await page.keyboard.press('Enter');
    await option('about').waitFor();
    await leave();
    await command(page, 'quotes');
    await page.keyboard.type('nonsense here');
    await page.keyboard.press('Enter');
    await page.locator('#next[aria-invalid="true"]').waitFor();
    await clean(watched);
    await leave();
    expect(await page.locator('#message-box').inputValue()).toBe('');
    await page.context().close();
  });

  test('an option that has its field already is typed by its name too', async () => {
    const { page } = await openPage(preview);
    await page.getByRole('button', { name: /Mara/ }).click();
    await page.getByRole('button', { name: /Mara/, pressed: true }).waitFor();
    await page.locator('#message-box').fill('/aliases merge name:Quill into:Edda Quill');
    const option = (name: string) => page.getByRole('combobox', { name: `${name} of /aliases merge` });
    expect(await option('name').inputValue()).toBe('Quill');
    expect(await option('into').inputValue()).toBe('Edda Quill');
    await page.context().close();
  });

  test('lines that are pasted into an option stay apart', async () => {
    const { page } = await openPage(preview);
    const text = page.getByRole('combobox', { name: 'text of /check' });
    await page.locator('#message-box').fill('/check text:Quill left.\nAasen stayed.');
    expect(await text.inputValue()).toBe('Quill left. Aasen stayed.');
    await page.evaluate(`{
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', '\\r\\n\\r\\nNobody else came.');
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, cancelable: true }));
    }`);
    expect(await text.inputValue()).toBe('Quill left. Aasen stayed. Nobody else came.');
    await page.context().close();
  });

  test('what is refused stays as it was typed', async () => {
    const watched = await openPage(preview);
    const { page } = watched;
    const long = 'Who denied it? '.repeat(25);
    await page.locator('#message-box').fill(`/ask question:${long}`);
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('at most 300 characters').waitFor();
    const question = page.getByRole('combobox', { name: 'question of /ask' });
    expect(await question.inputValue()).toBe(long);
    await clean(watched);
    await page.context().close();
  });

  test('what is sent when the preview is gone stays as it was typed', async ({ onTestFinished }) => {
    const own = await openPreview();
    onTestFinished(() => own.stop());
    const { page } = await openPage(own);
    await own.end();
    await page.getByRole('status').getByText('The preview was closed').waitFor();
    await page.locator('#message-box').fill('Who denied it?');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('The preview was closed').waitFor();
    expect(await page.locator('#message-box').inputValue()).toBe('Who denied it?');
  });

  test('a mention, a reply and a message command are answered', async () => {
    const watched = await openPage(preview);
    const { page } = watched;
    await page.locator('#message-box').focus();
    await page.keyboard.type('@On');
    await page.keyboard.press('Enter');
    await page.keyboard.type('who denied that a promise had been made?');
    await page.keyboard.press('Enter');
    await last(page).getByText('Aasen').first().waitFor();

    await page.locator('#message-box').fill('The festival never paid the Copper Lanterns.');
    await page.keyboard.press('Enter');
    const said = page.locator('.message', { hasText: 'The festival never paid' }).last();
    await said.hover();
    await said.getByRole('button', { name: 'Apps' }).click();
    await clean(watched);
    await page.keyboard.press('Enter');
    await last(page).getByText('Copper Lanterns').first().waitFor();
    await page.context().close();
  });

  test('a button that is pressed twice at once acts once', async () => {
    const { page } = await openPage(preview);
    const count = () => page.locator('.messages > .message:not(.attempt)').count();
    const before = await count();
    await page.locator('#message-box').fill('/denials private:True');
    await page.getByRole('option', { name: 'True' }).click();
    await page.keyboard.press('Enter');
    await expect.poll(count, patient).toBe(before + 1);
    await last(page).getByRole('button', { name: 'Share' }).dblclick();
    await expect.poll(count, patient).toBe(before + 2);
    // What comes next shows that nothing more came of it.
    await page.locator('#message-box').fill('That was all.');
    await page.keyboard.press('Enter');
    await last(page).getByText('That was all.').waitFor();
    expect(await count()).toBe(before + 3);
    await page.context().close();
  });

  test('a report is written into a form', async () => {
    const watched = await openPage(preview);
    const { page } = watched;
    await command(page, 'denials');
    await page.keyboard.press('Enter');
    await last(page).getByText('used /denials').waitFor();
    await last(page).getByRole('button', { name: 'Report a problem' }).click();
    await page.getByRole('dialog').waitFor();
    await clean(watched);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await last(page).getByRole('button', { name: 'Report a problem' }).click();
    await page.getByRole('button', { name: 'Submit' }).click();
    await last(page).getByText('Only you can see this').waitFor();
    await page.context().close();
  });

  test('in direct messages no mention is needed', async () => {
    const watched = await openPage(preview);
    const { page } = watched;
    await page.getByRole('button', { name: 'On the Record' }).click();
    await page.getByText('Your direct messages with').waitFor();
    await page.locator('#message-box').fill('Who denied that a promise had been made?');
    await page.keyboard.press('Enter');
    await last(page).getByText('Aasen').first().waitFor();
    await clean(watched);
    await page.context().close();
  });

  test('what a member writes stays text', async () => {
    const watched = await openPage(preview);
    const { page } = watched;
    const evil = '<img src=x onerror=alert(1)> <script>alert(1)</script> [x](javascript:alert(1)) "><b>';
    await page.locator('#message-box').fill(evil);
    await page.keyboard.press('Enter');
    const said = page.locator('.message', { hasText: 'onerror' }).last();
    expect((await said.locator('.body').textContent())?.trim()).toBe(evil);
    expect(await said.locator('.body img, .body script, .body a, .body b').count()).toBe(0);
    await clean(watched);
    await page.context().close();
  });

  test.each([
    ['light', 390],
    ['dark', 390],
    ['light', 1280],
    ['dark', 1280],
  ] as const)(
    '%s at a width of %i pixels: nothing sticks out, nothing is in anybody’s way',
    async (theme, width) => {
      const watched = await openPage(preview, { theme, width, height: 844 });
      const { page } = watched;
      await command(page, 'quotes');
      await page.keyboard.press('Enter');
      await last(page).getByText('used /quotes').waitFor();
      await clean(watched);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      if (width < 720) {
        await page.getByRole('button', { name: 'Channels and members' }).click();
        await page.getByRole('button', { name: /Mara/ }).waitFor();
        await clean(watched);
      }
      await page.context().close();
    },
  );

  test('on a telephone, Escape closes the channels and gives the focus back', async () => {
    const watched = await openPage(preview, { width: 390, height: 844 });
    const { page } = watched;
    const menu = page.getByRole('button', { name: 'Channels and members' });
    await menu.click();
    await page.getByRole('button', { name: /Mara/ }).focus();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /Mara/ }).waitFor({ state: 'hidden' });
    expect(await menu.evaluate((button) => button === button.ownerDocument.activeElement)).toBe(true);
    await clean(watched);
    await page.context().close();
  });

  test('in French, on a telephone, commands are called as Discord shows them, and nothing sticks out', async () => {
    const watched = await openPage(preview, { width: 390, height: 844, locale: 'fr-FR' });
    const { page } = watched;
    await command(page, 'qui');
    await page.getByRole('combobox', { name: 'nom' }).fill('quill');
    await page.getByRole('option', { name: /Edda Quill/ }).click();
    await page.keyboard.press('Enter');
    await last(page).getByText('Autres noms').waitFor();
    await clean(watched);
    const theme = await page.locator('header .theme').boundingBox();
    expect(theme!.x + theme!.width).toBeLessThanOrEqual(390);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    await page.context().close();
  });

  test('what was picked stays picked when a completion asked for earlier comes late', async () => {
    let release: (() => void) | undefined;
    const { page } = await openPage(preview, {
      before: (page) =>
        page.routeWebSocket('**/live', (socket) => {
          const server = socket.connectToServer();
          let held: number | null = null;
          socket.onMessage((message) => {
            const { n, body } = JSON.parse(String(message));
            if (body.values?.name === 'quill') held = n;
            server.send(message);
          });
          server.onMessage((message) => {
            const send = () => socket.send(message);
            if (JSON.parse(String(message)).n === held) release = send;
            else send();
          });
        }),
    });
    await command(page, 'who');
    const choice = page.getByRole('option', { name: /Edda Quill/ });
    await choice.waitFor();
    await page.getByRole('combobox', { name: 'name' }).fill('quill');
    await expect.poll(() => release, patient).toBeDefined();
    await choice.click();
    release!();
    // The page has read what was released once it answers.
    await page.evaluate('0');
    expect(await choice.count()).toBe(0);
    await page.keyboard.press('Enter');
    await last(page).getByText('used /who').waitFor();
    await page.context().close();
  });

  test('the theme can be chosen against the system’s, and the choice is kept', async () => {
    const { page } = await openPage(preview, { theme: 'dark' });
    const back = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
    const dark = await back();
    await page.getByRole('button', { name: 'Switch between light and dark' }).click();
    const light = await back();
    expect(light).not.toBe(dark);
    await page.reload();
    expect(await back()).toBe(light);
    await page.context().close();
  });

  test('another page cannot reach in', async () => {
    const context = await preview.browser.newContext();
    const page = await context.newPage();
    const { origin } = new URL(preview.url);
    expect((await page.goto(`${origin}/`))?.status()).toBe(403);
    await page.goto(preview.url);
    await page.getByText('used /help').waitFor();
    expect(page.url()).toBe(`${origin}/`);
    await context.close();
  });
});
