import { type APIUser, ComponentType } from 'discord-api-types/v10';
import { plainText } from '../markdown.ts';
import type { Component } from '../rules/components.ts';
import type { Embed } from '../rules/message.ts';
import { add, h, icon } from './dom.ts';
import { type Context, markdown } from './markdown.ts';
import type { Attempt, View } from './protocol.ts';
import { nameOf, sayFully, sayWhen, words } from './words.ts';

/** What a message's buttons do. */
export interface Actions {
  /** Resolves to whether it was accepted, like `choose`. */
  press(view: View, control: string): Promise<boolean>;
  choose(view: View, control: string, values: string[]): Promise<boolean>;
  dismiss(view: View): void;
  reply(view: View): void;
  apps(view: View, anchor: HTMLElement): void;
}

/** A message as Discord's client shows it. */
export function messageElement(view: View, context: Context, actions: Actions): HTMLLIElement {
  const { message, ephemeral, loading } = view;
  const { author } = message;
  const at = new Date(message.timestamp);
  const item = h('li', {
    class: ['message', ephemeral && 'ephemeral', mentions(view, context) && 'mentioned']
      .filter(Boolean)
      .join(' '),
    id: `message-${message.id}`,
    tabIndex: -1,
    data: { author: author.id, at: String(at.getTime()) },
  });
  const body = h('div', { class: 'body' });
  add(
    item,
    aboveElement(view, context),
    avatar(author),
    h(
      'div',
      { class: 'head' },
      h('span', { class: 'name' }, nameOf(author)),
      author.bot && h('span', { class: 'tag' }, words('preview.app')),
      h('time', { dateTime: message.timestamp, title: sayFully(at) }, sayWhen(at)),
    ),
    body,
  );
  if (loading) add(body, thinking(words('preview.thinking', { name: nameOf(author) })));
  else fill(body, view, context, actions);
  if (ephemeral) add(item, onlyYouElement(view, actions));
  const apps = h(
    'button',
    {
      type: 'button',
      title: words('preview.apps'),
      'aria-label': words('preview.apps'),
      'aria-haspopup': 'menu',
    },
    icon('grid'),
  );
  apps.addEventListener('click', () => actions.apps(view, apps));
  item.addEventListener('contextmenu', (event) => {
    if ((event.target as Element).closest('a')) return;
    event.preventDefault();
    actions.apps(view, apps);
  });
  const reply = h(
    'button',
    {
      type: 'button',
      title: words('preview.reply'),
      'aria-label': words('preview.reply'),
      on: { click: () => actions.reply(view) },
    },
    icon('reply'),
  );
  if (!loading) add(item, h('div', { class: 'tools' }, !ephemeral && reply, apps));
  return item;
}

/** The line above a message with what it answers: a command, or a message it replies to. Null if it answers nothing. */
function aboveElement({ message, used }: View, context: Context): HTMLElement | null {
  if (used) return h('div', { class: 'above' }, smallAvatar(used.user), sentence('preview.used', used));
  if (!message.message_reference) return null;
  const referenced = message.referenced_message;
  if (!referenced) return h('div', { class: 'above' }, words('preview.deleted-original'));
  return h(
    'div',
    { class: 'above' },
    smallAvatar(referenced.author),
    h('span', { class: 'name' }, nameOf(referenced.author)),
    h('span', { class: 'excerpt' }, firstLine(referenced, context)),
  );
}

/** Says that only one member sees a message, and lets them dismiss it. */
function onlyYouElement(view: View, actions: Actions): HTMLElement {
  return h(
    'div',
    { class: 'only-you' },
    icon('eye'),
    h('span', {}, words('preview.only-you')),
    ' · ',
    h(
      'button',
      { type: 'button', class: 'as-link', on: { click: () => actions.dismiss(view) } },
      words('preview.dismiss'),
    ),
  );
}

/** A line for something that has no message yet, or never got one. */
export function attemptElement(attempt: Attempt, bot: APIUser): HTMLLIElement {
  const failed = attempt.state === 'failed';
  return h(
    'li',
    { class: 'message attempt', id: `attempt-${attempt.id}`, tabIndex: -1 },
    h('div', { class: 'above' }, smallAvatar(attempt.user), sentence('preview.used', attempt)),
    avatar(bot),
    h(
      'div',
      { class: 'head' },
      h('span', { class: 'name' }, nameOf(bot)),
      h('span', { class: 'tag' }, words('preview.app')),
    ),
    h(
      'div',
      { class: 'body' },
      failed ? h('p', { class: 'error' }, words('preview.failed')) : thinking(words('preview.sending')),
    ),
  );
}

/** A round picture for a user: the bot's sign, or the first letter of a name on a colour that stays the same. */
export function avatar(user: APIUser): HTMLElement {
  if (user.bot) return h('span', { class: 'avatar bot' }, icon('quote'));
  const hue = Number(BigInt(user.id) % 6n);
  return h('span', { class: `avatar hue${hue}`, 'aria-hidden': 'true' }, nameOf(user).slice(0, 1));
}

function smallAvatar(user: APIUser): HTMLElement {
  const element = avatar(user);
  element.classList.add('small');
  return element;
}

/** "Mara used /denials", with the name and the command set off. */
function sentence(key: 'preview.used', { user, name }: { user: APIUser; name: string }): HTMLElement {
  const [before, between = '', after = ''] = words(key, { user: '\u0000', command: '\u0000' }).split(
    '\u0000',
  );
  return h(
    'span',
    {},
    before,
    h('span', { class: 'name' }, nameOf(user)),
    between,
    h('span', { class: 'command' }, name),
    after,
  );
}

function mentions({ message }: View, { me }: Context): boolean {
  return message.mention_everyone || message.mentions.some(({ id }) => id === me);
}

function firstLine({ content, components }: View['message'], { user }: Context): string {
  const first = content || everyText((components ?? []) as Component[])[0] || '…';
  return plainText(first, (id) => `@${user(id) ?? id}`)
    .split('\n', 1)[0]!
    .slice(0, 120);
}

const everyText = (components: readonly Component[]): string[] =>
  components.flatMap((each) => [
    ...(each.content ? [each.content] : []),
    ...everyText(each.components ?? []),
  ]);

function thinking(text: string): HTMLElement {
  return h(
    'p',
    { class: 'thinking' },
    h('span', { class: 'dots', 'aria-hidden': 'true' }, h('i'), h('i'), h('i')),
    text,
  );
}

function fill(body: HTMLElement, view: View, context: Context, actions: Actions): void {
  const { message } = view;
  if (message.content) {
    const text = markdown(message.content, context);
    if (message.edited_timestamp) add(text, h('span', { class: 'edited' }, words('preview.edited')));
    add(body, text);
  }
  for (const { filename, content_type: type, url } of message.attachments) {
    const path = new URL(url).pathname;
    add(
      body,
      type?.startsWith('image/')
        ? h('img', { class: 'picture', src: path, alt: filename })
        : h('a', { class: 'file', href: path, download: filename }, filename),
    );
  }
  for (const embed of message.embeds as Embed[]) add(body, embedElement(embed, context));
  for (const component of (message.components ?? []) as Component[])
    add(body, componentElement(component, view, context, actions));
}

function embedElement(embed: Embed, context: Context): HTMLElement {
  const text = (value: string | undefined, className: string) =>
    value ? h('div', { class: className }, markdown(value, context)) : null;
  const title = embed.title ? markdown(embed.title, context) : null;
  return colored(
    h(
      'div',
      { class: 'embed' },
      embed.author && h('div', { class: 'embed-author' }, embed.author.name),
      title &&
        h(
          'div',
          { class: 'embed-title' },
          embed.url
            ? h('a', { href: embed.url, target: '_blank', rel: 'noopener noreferrer' }, title)
            : title,
        ),
      text(embed.description, 'embed-text'),
      embed.fields &&
        h(
          'div',
          { class: 'embed-fields' },
          ...embed.fields.map(({ name, value, inline }) =>
            h(
              'div',
              { class: inline ? 'embed-field inline' : 'embed-field' },
              h('strong', {}, name),
              markdown(value, context),
            ),
          ),
        ),
      embed.footer && h('div', { class: 'embed-footer' }, embed.footer.text),
    ),
    embed.color,
  );
}

function colored(element: HTMLElement, color: number | null | undefined): HTMLElement {
  if (color != null) element.style.setProperty('--accent', `#${color.toString(16).padStart(6, '0')}`);
  return element;
}

function componentElement(component: Component, view: View, context: Context, actions: Actions): HTMLElement {
  const inside = () =>
    (component.components ?? []).map((each) => componentElement(each, view, context, actions));
  switch (component.type) {
    case ComponentType.ActionRow:
      return h('div', { class: 'row' }, ...inside());
    case ComponentType.Button:
      return buttonElement(component, view, actions);
    case ComponentType.TextDisplay:
      return markdown(component.content ?? '', context);
    case ComponentType.Section:
      return h(
        'div',
        { class: 'section' },
        h('div', { class: 'section-text' }, ...inside()),
        component.accessory && componentElement(component.accessory, view, context, actions),
      );
    case ComponentType.Container:
      return colored(
        h('div', { class: component.accent_color == null ? 'container' : 'container accented' }, ...inside()),
        component.accent_color,
      );
    case ComponentType.Separator:
      return h('div', {
        class: `separator ${component.spacing === 2 ? 'wide' : ''} ${component.divider === false ? 'blank' : ''}`,
        role: component.divider === false ? 'presentation' : 'separator',
      });
    case ComponentType.Thumbnail:
      return picture(component.media?.url ?? '', component.description, 'thumbnail');
    case ComponentType.MediaGallery:
      return h(
        'div',
        { class: 'gallery' },
        ...(component.items ?? []).map(({ media, description }) =>
          picture(media.url, description, 'picture'),
        ),
      );
    case ComponentType.File: {
      const path = new URL(component.file?.url ?? '', location.href).pathname;
      return h(
        'a',
        { class: 'file', href: path, download: '' },
        decodeURIComponent(path.split('/').at(-1) ?? ''),
      );
    }
    default:
      return selectElement(component, view, actions);
  }
}

/** Shows files that the bot sent. Nothing is ever fetched from elsewhere. */
function picture(url: string, description: string | null | undefined, className: string): HTMLElement {
  const address = new URL(url, location.href);
  const isOurs =
    ['127.0.0.1', 'localhost'].includes(address.hostname) && address.pathname.startsWith('/attachments/');
  return isOurs
    ? h('img', { class: className, src: address.pathname, alt: description ?? '' })
    : h('span', { class: `${className} outside` }, description || words('preview.outside', { url }));
}

const styles: Readonly<Record<number, string>> = {
  1: 'primary',
  2: 'secondary',
  3: 'success',
  4: 'danger',
  5: 'link',
};

function buttonElement(button: Component, view: View, actions: Actions): HTMLElement {
  const label = [
    button.emoji?.name ? h('span', { class: 'emoji' }, button.emoji.name) : null,
    button.label ? h('span', {}, button.label) : null,
  ];
  if (button.url)
    return h(
      'a',
      { class: 'button link', href: button.url, target: '_blank', rel: 'noopener noreferrer' },
      ...label,
      icon('link'),
    );
  return h(
    'button',
    {
      type: 'button',
      class: `button ${styles[button.style ?? 2]}`,
      disabled: button.disabled ?? false,
      data: { control: button.custom_id ?? '' },
      on: { click: () => actions.press(view, button.custom_id ?? '') },
    },
    ...label,
  );
}

function selectElement(menu: Component, view: View, actions: Actions): HTMLElement {
  const many = (menu.max_values ?? 1) > 1;
  const placeholder = menu.placeholder ?? '';
  const select = h(
    'select',
    {
      class: 'select',
      multiple: many,
      disabled: menu.disabled ?? false,
      'aria-label': placeholder || (menu.custom_id ?? ''),
      data: { control: menu.custom_id ?? '' },
    },
    !many && h('option', { value: '', disabled: true, selected: true }, placeholder),
    ...(menu.options ?? []).map(({ label, value, description, default: chosen }) =>
      h('option', { value, selected: chosen ?? false }, description ? `${label} – ${description}` : label),
    ),
  );
  const send = () =>
    actions.choose(
      view,
      menu.custom_id ?? '',
      [...select.selectedOptions].map(({ value }) => value),
    );
  if (!many) {
    select.addEventListener('change', send);
    return select;
  }
  return h(
    'div',
    { class: 'select-many' },
    select,
    h('button', { type: 'button', class: 'button primary', on: { click: send } }, words('preview.send')),
  );
}
