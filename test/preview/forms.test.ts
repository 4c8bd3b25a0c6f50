import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalDiscord, openLocalDiscord } from '../../src/preview/local-discord.ts';
import { asked, faultAt, respond } from './raw.ts';

let discord: LocalDiscord;

beforeAll(async () => {
  discord = await openLocalDiscord();
});

afterAll(async () => {
  discord.problems.expect({ what: 'refused' });
  await discord.close();
});

const a = (length: number): string => 'a'.repeat(length);
const input = (more: object = {}) => ({ type: 4, custom_id: 'why', style: 1, ...more });
const label = (component: object, more: object = {}) => ({ type: 18, label: 'Why', component, ...more });
const form = (...components: object[]) => ({ custom_id: 'form', title: 'Report', components });

test.each([
  [
    'a title of at most 45 characters',
    { ...form(label(input())), title: a(46) },
    'title',
    'BASE_TYPE_MAX_LENGTH',
  ],
  ['a title', { ...form(label(input())), title: '' }, 'title', 'BASE_TYPE_REQUIRED'],
  ['a custom id', { ...form(label(input())), custom_id: undefined }, 'custom_id', 'BASE_TYPE_INVALID'],
  [
    'at most five inputs',
    form(...[1, 2, 3, 4, 5, 6].map((n) => label(input({ custom_id: `${n}` })))),
    'components',
    'BASE_TYPE_BAD_LENGTH',
  ],
  ['an input at least', form(), 'components', 'BASE_TYPE_BAD_LENGTH'],
  [
    'labels of at most 45 characters',
    form(label(input(), { label: a(46) })),
    'components.0.label',
    'BASE_TYPE_MAX_LENGTH',
  ],
  [
    'inputs with different custom ids',
    form(label(input()), label(input())),
    'components.1.component.custom_id',
    'COMPONENT_CUSTOM_ID_DUPLICATED',
  ],
  [
    'placeholders of at most 100 characters',
    form(label(input({ placeholder: a(101) }))),
    'components.0.component.placeholder',
    'BASE_TYPE_MAX_LENGTH',
  ],
  [
    'inputs that hold what they start with',
    form(label(input({ max_length: 3, value: 'long' }))),
    'components.0.component.value',
    'BASE_TYPE_MAX_LENGTH',
  ],
])('50035: a form has %s', async (_, body, path, code) => {
  const answer = await respond(discord, await asked(discord), 9, body);
  expect(answer).toMatchObject({ status: 400, body: { code: 50035 } });
  expect(faultAt(path, answer), JSON.stringify(answer.body.errors)).toMatchObject({ code });
});
