import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalDiscord, openLocalDiscord } from '../../src/preview/local-discord.ts';
import { asked, call, faultAt, respond, webhook } from './raw.ts';

let discord: LocalDiscord;

beforeAll(async () => {
  discord = await openLocalDiscord();
});

afterAll(async () => {
  discord.problems.expect({ what: 'refused' });
  await discord.close();
});

const a = (length: number): string => 'a'.repeat(length);
const button = (more: object = {}) => ({ type: 2, style: 1, label: 'Press', custom_id: 'press', ...more });
const row = (...components: object[]) => ({ type: 1, components });
const rows = (...components: object[]) => ({ content: 'x', components: [row(...components)] });
const text = (content: string) => ({ type: 10, content });
const v2 = (...components: object[]) => ({ flags: 1 << 15, components });
const section = (accessory: object, ...components: object[]) => ({ type: 9, components, accessory });
const menu = (more: object = {}) => ({
  type: 3,
  custom_id: 'menu',
  options: [
    { label: 'One', value: '1' },
    { label: 'Two', value: '2' },
  ],
  ...more,
});
const options = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ label: `${n}`, value: `${n}` }));
const numbered = (count: number) => Array.from({ length: count }, (_, n) => button({ custom_id: `b${n}` }));

/** A body, and where and how Discord refuses it. */
const refused: readonly [rule: string, body: object, path: string, code: string][] = [
  ['content has at most 2000 characters', { content: a(2001) }, 'content', 'BASE_TYPE_MAX_LENGTH'],
  [
    'there are at most 10 embeds',
    { embeds: Array(11).fill({ title: 'x' }) },
    'embeds',
    'BASE_TYPE_BAD_LENGTH',
  ],
  [
    'an embed title has at most 256 characters',
    { embeds: [{ title: a(257) }] },
    'embeds.0.title',
    'BASE_TYPE_MAX_LENGTH',
  ],
  [
    'an embed description has at most 4096 characters',
    { embeds: [{ description: a(4097) }] },
    'embeds.0.description',
    'BASE_TYPE_MAX_LENGTH',
  ],
  [
    'an embed has at most 25 fields',
    { embeds: [{ fields: Array(26).fill({ name: 'n', value: 'v' }) }] },
    'embeds.0.fields',
    'BASE_TYPE_BAD_LENGTH',
  ],
  [
    'an embed field name has at most 256 characters',
    { embeds: [{ fields: [{ name: a(257), value: 'v' }] }] },
    'embeds.0.fields.0.name',
    'BASE_TYPE_MAX_LENGTH',
  ],
  [
    'an embed field value has at most 1024 characters',
    { embeds: [{ fields: [{ name: 'n', value: a(1025) }] }] },
    'embeds.0.fields.0.value',
    'BASE_TYPE_MAX_LENGTH',
  ],
  [
    'an embed footer has at most 2048 characters',
    { embeds: [{ title: 'x', footer: { text: a(2049) } }] },
    'embeds.0.footer.text',
    'BASE_TYPE_MAX_LENGTH',
  ],
  [
    'an embed author has at most 256 characters',
    { embeds: [{ author: { name: a(257) } }] },
    'embeds.0.author.name',
    'BASE_TYPE_MAX_LENGTH',
  ],
  [
    'embeds have at most 6000 characters in all',
    { embeds: [{ description: a(3000) }, { description: a(3001) }] },
    'embeds',
    'MAX_EMBED_SIZE_EXCEEDED',
  ],
  ['an embed holds something', { embeds: [{ color: 1 }] }, 'embeds.0.description', 'BASE_TYPE_REQUIRED'],
  [
    'without Components V2 there are at most five rows',
    { content: 'x', components: numbered(6).map((each) => row(each)) },
    'components',
    'BASE_TYPE_BAD_LENGTH',
  ],
  ['a row has at most five buttons', rows(...numbered(6)), 'components.0.components', 'BASE_TYPE_BAD_LENGTH'],
  [
    'a row with a select menu has nothing else',
    rows(menu(), button()),
    'components.0.components.0',
    'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
  ],
  [
    'a button label has at most 80 characters',
    rows(button({ label: a(81) })),
    'components.0.components.0.label',
    'BASE_TYPE_MAX_LENGTH',
  ],
  [
    'a button has a label or an emoji',
    rows(button({ label: undefined })),
    'components.0.components.0',
    'BUTTON_COMPONENT_REQUIRES_LABEL_OR_EMOJI',
  ],
  [
    'a button has a custom id',
    rows(button({ custom_id: undefined })),
    'components.0.components.0.custom_id',
    'BASE_TYPE_REQUIRED',
  ],
  [
    'a link button has a url',
    rows({ type: 2, style: 5, label: 'x' }),
    'components.0.components.0.url',
    'BASE_TYPE_REQUIRED',
  ],
  [
    'a link button has no custom id',
    rows(button({ style: 5, url: 'https://example.org' })),
    'components.0.components.0',
    'COMPONENT_FIELDS_MUTUALLY_EXCLUSIVE',
  ],
  [
    'a link url has at most 512 characters',
    rows({ type: 2, style: 5, label: 'x', url: `https://example.org/${a(500)}` }),
    'components.0.components.0.url',
    'BASE_TYPE_MAX_LENGTH',
  ],
  [
    'a link goes to the web',
    rows({ type: 2, style: 5, label: 'x', url: 'ftp://example.org' }),
    'components.0.components.0.url',
    'URL_TYPE_INVALID_SCHEME',
  ],
  [
    'a custom id has at most 100 characters',
    rows(button({ custom_id: a(101) })),
    'components.0.components.0.custom_id',
    'BASE_TYPE_MAX_LENGTH',
  ],
  [
    'a custom id has at least one character',
    rows(button({ custom_id: '' })),
    'components.0.components.0.custom_id',
    'BASE_TYPE_REQUIRED',
  ],
  [
    'a custom id stands once in a message',
    rows(button(), button()),
    'components.0.components.1.custom_id',
    'COMPONENT_CUSTOM_ID_DUPLICATED',
  ],
  [
    'a custom id stands once in all the layers of a message',
    v2(section(button(), text('x')), { type: 17, components: [row(button())] }),
    'components.1.components.0.components.0.custom_id',
    'COMPONENT_CUSTOM_ID_DUPLICATED',
  ],
  [
    'a number of a component stands once in a message',
    v2({ ...text('x'), id: 7 }, { ...text('y'), id: 7 }),
    'components.1.id',
    'COMPONENT_ID_DUPLICATED',
  ],
  [
    'a select menu has at most 25 options',
    rows(menu({ options: options(26) })),
    'components.0.components.0.options',
    'BASE_TYPE_BAD_LENGTH',
  ],
  [
    'a select menu has at least one option',
    rows(menu({ options: [] })),
    'components.0.components.0.options',
    'BASE_TYPE_BAD_LENGTH',
  ],
  [
    'a select option label has at most 100 characters',
    rows(menu({ options: [{ label: a(101), value: '1' }] })),
    'components.0.components.0.options.0.label',
    'BASE_TYPE_MAX_LENGTH',
  ],
  [
    'a select placeholder has at most 150 characters',
    rows(menu({ placeholder: a(151) })),
    'components.0.components.0.placeholder',
    'BASE_TYPE_MAX_LENGTH',
  ],
  [
    'values of a select menu differ',
    rows(
      menu({
        options: [
          { label: 'a', value: '1' },
          { label: 'b', value: '1' },
        ],
      }),
    ),
    'components.0.components.0.options.1.value',
    'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
  ],
  [
    'a select menu asks for no more values than it has',
    rows(menu({ max_values: 3 })),
    'components.0.components.0.max_values',
    'NUMBER_TYPE_COERCE',
  ],
  [
    'a select menu wants at least no more than at most',
    rows(menu({ min_values: 2, max_values: 1 })),
    'components.0.components.0.min_values',
    'NUMBER_TYPE_COERCE',
  ],
  [
    'a text display needs the Components V2 flag',
    { content: 'x', components: [text('y')] },
    'components.0.type',
    'UNION_TYPE_CHOICES',
  ],
  [
    'Components V2 stand without content',
    { ...v2(text('x')), content: 'y' },
    'content',
    'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
  ],
  [
    'Components V2 stand without embeds',
    { ...v2(text('x')), embeds: [{ title: 'y' }] },
    'embeds',
    'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
  ],
  [
    'there are at most 40 components, counting those within others',
    v2(...[0, 1, 2, 3].map(() => ({ type: 17, components: Array(9).fill(text('x')) })), text('x')),
    'components',
    'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
  ],
  [
    'text displays have at most 4000 characters in all',
    v2(text(a(2000)), { type: 17, components: [text(a(2001))] }),
    'components',
    'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
  ],
  ['a text display says something', v2(text('')), 'components.0.content', 'BASE_TYPE_REQUIRED'],
  [
    'a section has at most three texts',
    v2(section(button(), ...Array(4).fill(text('x')))),
    'components.0.components',
    'BASE_TYPE_BAD_LENGTH',
  ],
  [
    'a section has an accessory',
    v2({ type: 9, components: [text('x')] }),
    'components.0.accessory',
    'UNION_TYPE_CHOICES',
  ],
  [
    'a container holds no container',
    v2({ type: 17, components: [{ type: 17, components: [text('x')] }] }),
    'components.0.components.0',
    'UNION_TYPE_CHOICES',
  ],
  [
    'an attachment that is shown was sent',
    v2({ type: 12, items: [{ media: { url: 'attachment://a.png' } }] }),
    'components.0.items.0.media.url',
    'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
  ],
  [
    'mentions are allowed in general or one by one',
    { content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } },
    'allowed_mentions',
    'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
  ],
  [
    'at most 100 users are allowed to be mentioned',
    { content: 'x', allowed_mentions: { users: Array(101).fill('1') } },
    'allowed_mentions.users',
    'BASE_TYPE_BAD_LENGTH',
  ],
];

test.each(refused)('50035: %s', async (_, body, path, code) => {
  const answer = await respond(discord, await asked(discord), 4, body);
  expect(answer).toMatchObject({ status: 400, body: { code: 50035, message: 'Invalid Form Body' } });
  expect(faultAt(path, answer), JSON.stringify(answer.body.errors)).toMatchObject({ code });
});

/** As large as Discord takes them. */
const accepted: readonly [what: string, body: object][] = [
  ['2000 characters', { content: a(2000) }],
  ['6000 characters of embeds', { embeds: [{ description: a(3000) }, { description: a(3000) }] }],
  [
    'five rows of five buttons',
    {
      content: 'x',
      components: [0, 1, 2, 3, 4].map((r) =>
        row(...[0, 1, 2, 3, 4].map((n) => button({ custom_id: `${r}${n}` }))),
      ),
    },
  ],
  ['25 options', rows(menu({ options: options(25) }))],
  ['4000 characters of text displays', v2(text(a(2000)), text(a(2000)))],
  ['40 components', v2(...[0, 1, 2, 3].map(() => ({ type: 17, components: Array(9).fill(text('x')) })))],
  [
    'a section with a button and one with a picture',
    v2(
      section(button(), text('x')),
      section({ type: 11, media: { url: 'https://example.org/a.png' } }, text('x')),
    ),
  ],
  ['a message with a button only', { components: [row(button())] }],
];

test.each(accepted)('taken as it is: %s', async (_, body) => {
  expect(await respond(discord, await asked(discord), 4, body)).toMatchObject({ status: 204 });
});

test.each([
  ['nothing', {}],
  ['empty content', { content: '' }],
  ['spaces', { content: '   ' }],
  ['Components V2 without any', v2()],
])('50006: a message of %s is empty', async (_, body) => {
  const answer = await respond(discord, await asked(discord), 4, body);
  expect(answer).toMatchObject({ status: 400, body: { code: 50006 } });
});

test('a refused answer leaves the interaction open for a better one', async () => {
  const sight = await asked(discord);
  expect(await respond(discord, sight, 4, { content: a(2001) })).toMatchObject({ status: 400 });
  expect(await respond(discord, sight, 4, { content: 'short' })).toMatchObject({ status: 204 });
  expect(sight.text).toBe('short');
});

test('an edit keeps what it does not name, and is checked as the message will be', async () => {
  const sight = await asked(discord);
  await respond(discord, sight, 4, { content: 'kept', embeds: [{ description: a(4000) }] });
  await webhook(discord, sight, 'PATCH', '@original', { components: [row(button())] });
  expect(sight.text).toContain('kept');
  expect(sight.buttons).toEqual(['Press']);
  const emptied = { content: '', embeds: [], components: [] };
  expect(await webhook(discord, sight, 'PATCH', '@original', emptied)).toMatchObject({
    body: { code: 50006 },
  });
});

test('a message with Components V2 stays one: an edit cannot give it content', async () => {
  const sight = await asked(discord);
  await respond(discord, sight, 4, v2(text('x')));
  expect(await webhook(discord, sight, 'PATCH', '@original', { content: 'y', flags: 0 })).toMatchObject({
    body: { code: 50035, errors: { content: { _errors: [{}] } } },
  });
});

test('an edit turns a message into Components V2 when it takes the content away', async () => {
  const sight = await asked(discord);
  await respond(discord, sight, 4, { content: 'x' });
  expect(await webhook(discord, sight, 'PATCH', '@original', v2(text('y')))).toMatchObject({ status: 400 });
  const taken = { ...v2(text('y')), content: null };
  expect(await webhook(discord, sight, 'PATCH', '@original', taken)).toMatchObject({ status: 200 });
  expect(sight.text).toBe('y');
});

test('files come along in a form and can be fetched', async () => {
  const sight = await asked(discord);
  const form = new FormData();
  form.set(
    'payload_json',
    JSON.stringify({ type: 4, data: { content: 'Here', attachments: [{ id: 0, filename: 'a.txt' }] } }),
  );
  form.set('files[0]', new Blob(['on the record'], { type: 'text/plain' }), 'a.txt');
  const { id, token } = sight.interaction!;
  expect(await call(discord, 'POST', `/interactions/${id}/${token}/callback`, form, null)).toMatchObject({
    status: 204,
  });
  const [attachment] = sight.stored!.payload.attachments;
  expect(await (await fetch(attachment!.url)).text()).toBe('on the record');
});

test.each([
  ['at most ten files', 11, 1, { status: 400, body: { code: 50035 } }],
  ['files of at most 10 MiB', 1, 10 * 1024 * 1024 + 1, { status: 413, body: { code: 40005 } }],
])('a message has %s', async (_, count, size, answer) => {
  const { id, token } = (await asked(discord)).interaction!;
  const form = new FormData();
  form.set('payload_json', JSON.stringify({ type: 4, data: { content: 'x' } }));
  for (let n = 0; n < count; n++) form.set(`files[${n}]`, new Blob([new Uint8Array(size)]), `${n}.bin`);
  expect(await call(discord, 'POST', `/interactions/${id}/${token}/callback`, form, null)).toMatchObject(
    answer,
  );
});

test('content of a channel message, too, has at most 2000 characters', async () => {
  const path = `/channels/${discord.channel.id}/messages`;
  expect(await call(discord, 'POST', path, { content: a(2001) })).toMatchObject({ body: { code: 50035 } });
  expect(await call(discord, 'POST', path, { content: a(2000) })).toMatchObject({ status: 200 });
});
