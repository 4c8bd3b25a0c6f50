import { type APIApplicationCommand, type APIUser, ApplicationCommandType } from 'discord-api-types/v10';
import { Composer } from './composer.ts';
import { h, icon } from './dom.ts';
import { openForm } from './form.ts';
import { openLink } from './link.ts';
import type { Context } from './markdown.ts';
import { openMenu } from './menu.ts';
import { MessageList } from './message-list.ts';
import type { BotState, Person, Room, Told } from './protocol.ts';
import { sidebar } from './sidebar.ts';
import { typedCommands } from './typed.ts';
import { language, nameOf, words } from './words.ts';

/** Where the reader is and as whom. Kept when the page is reloaded. */
let people: readonly Person[] = [];
let rooms: readonly Room[] = [];
let bot: APIUser;
let guild = '';
let me: Person;
let room: Room;
let commands: readonly APIApplicationCommand[] = [];

const link = openLink(hear, () => showState(words('preview.disconnected')));
const context: Context = {
  get me() {
    return me.user.id;
  },
  user: (id) => {
    const found = [bot, ...people.map(({ user }) => user)].find((user) => user.id === id);
    return found ? nameOf(found) : null;
  },
  channel: (id) => rooms.find((each) => each.id === id)?.name ?? null,
  command: (name) => composer.begin(name),
};

const composer = new Composer({
  say: (text, replyTo) => ask('say', { text, replyTo }),
  send: ({ command, path }, values) => ask('slash', { command: command.id, path, values }),
  complete: ({ command, path }, values, focused) =>
    link.ask('complete', { command: command.id, path, values, focused }),
});

const list = new MessageList(context, {
  press: ({ message }, control) => ask('press', { message: message.id, control }),
  choose: ({ message }, control, values) => ask('choose', { message: message.id, control, values }),
  dismiss: ({ message }) => ask('dismiss', { message: message.id }),
  reply: (view) => composer.replyTo(view),
  apps: ({ message }, anchor) =>
    openMenu(
      anchor,
      words('preview.apps'),
      commands
        .filter(({ type }) => type === ApplicationCommandType.Message)
        .map(({ name }) => ({
          label: name,
          detail: nameOf(bot),
          choose: () => ask('apps', { message: message.id, command: name }),
        })),
      words('preview.no-apps'),
    ),
});

const state = h('div', { class: 'state', role: 'status' });
const problem = h('div', { class: 'problem', role: 'alert', hidden: true });
const typing = h('div', { class: 'typing', 'aria-live': 'polite' });
const title = h('h1');
const side = h('div', { class: 'side-holder', id: 'side' });
const menuButton = h(
  'button',
  {
    type: 'button',
    class: 'menu-button',
    'aria-label': words('preview.menu'),
    'aria-expanded': 'false',
    'aria-controls': 'side',
    on: { click: () => openSide(!app.classList.contains('side-open')) },
  },
  icon('menu'),
);
const app = h(
  'div',
  { class: 'app' },
  side,
  h(
    'main',
    {},
    h(
      'header',
      {},
      menuButton,
      title,
      h('span', { class: 'local' }, words('preview.local')),
      h(
        'button',
        { type: 'button', class: 'examples', on: { click: askForExamples } },
        icon('ask'),
        h('span', {}, words('preview.examples')),
      ),
      h(
        'button',
        { type: 'button', class: 'theme', 'aria-label': words('preview.theme'), on: { click: switchTheme } },
        icon('moon'),
      ),
    ),
    state,
    list.element,
    h('div', { class: 'foot' }, problem, composer.element, typing),
  ),
);
document.body.append(app);
applyTheme(localStorage.getItem('theme'));
app.querySelector('main')?.addEventListener('pointerdown', (event) => {
  if (!menuButton.contains(event.target as Node)) openSide(false);
});
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || !app.classList.contains('side-open')) return;
  openSide(false);
  menuButton.focus();
});

const hearers: { readonly [T in Told['type']]: (told: Extract<Told, { type: T }>) => void } = {
  hello(told) {
    ({ bot, guild, people, rooms } = told);
    me = people.find(({ user }) => user.id === sessionStorage.getItem('user')) ?? people[0]!;
    room = rooms.find(({ id }) => id === sessionStorage.getItem('room')) ?? rooms[0]!;
    void enter();
  },
  bot: ({ state }) => showBot(state),
  view({ view, isNew }) {
    typing.textContent = '';
    list.show(view, isNew);
  },
  gone: ({ id }) => list.remove(id),
  typing() {
    typing.textContent = words('preview.typing', { name: nameOf(bot) });
  },
  commands(told) {
    commands = told.commands;
    offer();
  },
  attempt: ({ attempt }) => list.attempt(attempt, bot),
  form: ({ form, interaction }) =>
    openForm(form, context, (values) => link.ask('submit', { interaction, values })),
};

function hear(told: Told): void {
  hearers[told.type](told as never);
}

async function enter(): Promise<void> {
  sessionStorage.setItem('user', me.user.id);
  sessionStorage.setItem('room', room.id);
  const entered = await link.ask('enter', { user: me.user.id, room: room.id, locale: language });
  commands = entered.commands;
  const where = room.private ? `@${room.name}` : words('preview.channel', { name: room.name });
  document.title = `${where} · ${words('preview.title')}`;
  title.replaceChildren(icon(room.private ? 'at' : 'hash'), room.name);
  side.replaceChildren(
    sidebar({ guild, rooms, room, people, me }, (change) => {
      me = change.me ?? me;
      room = change.room ?? room;
      openSide(false);
      void enter().then(() => composer.focus());
    }),
  );
  list.start(
    h(
      'div',
      { class: 'welcome' },
      h('h2', {}, where),
      h(
        'p',
        {},
        room.private ? words('preview.intro-private', { name: nameOf(bot) }) : words('preview.intro'),
      ),
      h(
        'button',
        { type: 'button', class: 'button primary', on: { click: askForExamples } },
        words('preview.examples'),
      ),
    ),
    entered.views,
  );
  offer();
}

function offer(): void {
  composer.offer(
    typedCommands(commands),
    [bot, ...people.map(({ user }) => user)],
    room.private ? `@${room.name}` : words('preview.channel', { name: room.name }),
  );
}

/** The bot's own help: five questions that it can answer, each on a button. */
function askForExamples(): void {
  const help = typedCommands(commands).find(({ plainName }) => plainName === 'help');
  if (help) void ask('slash', { command: help.command.id, path: help.path, values: {} });
}

/** Resolves to whether it was done. If not, shows why. */
async function ask(...request: Parameters<typeof link.ask>): Promise<boolean> {
  problem.hidden = true;
  try {
    await link.ask(...request);
    return true;
  } catch (error) {
    problem.textContent = (error as Error).message;
    problem.hidden = false;
    return false;
  }
}

function showBot(botState: BotState): void {
  const said = { starting: 'preview.starting', stopped: 'preview.stopped', ready: null } as const;
  const key = said[botState];
  showState(key ? words(key, { name: nameOf(bot) }) : '');
}

function showState(text: string): void {
  state.textContent = text;
  state.hidden = text === '';
}

function openSide(open: boolean): void {
  app.classList.toggle('side-open', open);
  menuButton.setAttribute('aria-expanded', String(open));
}

/** Uses the system's preference until a reader chooses otherwise. */
function applyTheme(theme: string | null): void {
  if (theme) document.documentElement.dataset.theme = theme;
}

function switchTheme(): void {
  const shown =
    document.documentElement.dataset.theme ??
    (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
  const theme = shown === 'dark' ? 'light' : 'dark';
  localStorage.setItem('theme', theme);
  applyTheme(theme);
}
