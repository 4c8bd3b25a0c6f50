import { type Block, type Inline, readMarkdown } from '../markdown.ts';
import { h } from './dom.ts';
import { sayTimestamp, words } from './words.ts';

/** What names stand for, and what happens when a command is pressed. */
export interface Context {
  readonly me: string;
  user(id: string): string | null;
  channel(id: string): string | null;
  command(name: string): void;
}

/** A message's text as elements. Nothing in it can become markup or load anything. */
export function markdown(text: string, context: Context): HTMLElement {
  return h('div', { class: 'markdown' }, ...readMarkdown(text).map((block) => blockElement(block, context)));
}

function blockElement(block: Block, context: Context): HTMLElement {
  const inside = (parts: readonly Inline[]) => parts.map((part) => inlineNode(part, context));
  switch (block.type) {
    case 'lines':
      return h(
        'div',
        { class: 'lines' },
        ...block.lines.flatMap((line, n) => (n === 0 ? inside(line) : [h('br'), ...inside(line)])),
      );
    case 'heading':
      // A message stands under the channel's heading, and may begin with a heading of any size.
      return h('h3', { class: `heading h${block.level}` }, ...inside(block.inside));
    case 'small':
      return h('small', {}, ...inside(block.inside));
    case 'quote':
      return h('blockquote', {}, ...block.inside.map((each) => blockElement(each, context)));
    case 'list':
      return h(
        block.ordered ? 'ol' : 'ul',
        { class: 'list' },
        ...block.items.map((item) =>
          h('li', { class: `depth${Math.min(item.depth, 3)}` }, ...inside(item.inside)),
        ),
      );
    case 'code-block':
      return h('pre', { tabIndex: 0 }, h('code', {}, block.text));
  }
}

function inlineNode(part: Inline, context: Context): Node {
  if (typeof part === 'string') return document.createTextNode(part);
  const inside = 'inside' in part ? part.inside.map((each) => inlineNode(each, context)) : [];
  switch (part.type) {
    case 'strong':
      return h('strong', {}, ...inside);
    case 'em':
      return h('em', {}, ...inside);
    case 'underline':
      return h('u', {}, ...inside);
    case 'strike':
      return h('s', {}, ...inside);
    case 'spoiler':
      return spoiler(inside);
    case 'link':
      return h(
        'a',
        { href: part.url, target: '_blank', rel: 'noopener noreferrer', title: part.url },
        ...inside,
      );
    case 'code':
      return h('code', {}, part.text);
    case 'user':
      return h(
        'span',
        { class: part.id === context.me ? 'mention mine' : 'mention' },
        `@${context.user(part.id) ?? part.id}`,
      );
    case 'role':
      return h('span', { class: 'mention' }, `@${part.id}`);
    case 'channel':
      return h('span', { class: 'mention' }, `#${context.channel(part.id) ?? part.id}`);
    case 'everyone':
      return h('span', { class: 'mention mine' }, part.text);
    case 'command':
      return h(
        'button',
        { class: 'mention', type: 'button', on: { click: () => context.command(part.name) } },
        `/${part.name}`,
      );
    case 'time':
      return h('time', { class: 'timestamp' }, sayTimestamp(part.seconds, part.style));
    case 'emoji':
      return h('span', { class: 'emoji' }, part.name);
  }
}

function spoiler(inside: readonly Node[]): HTMLElement {
  const hidden = h('span', { class: 'spoiler-inside' }, ...inside);
  const cover = h('button', {
    class: 'spoiler',
    type: 'button',
    'aria-label': words('preview.spoiler'),
    on: { click: () => cover.replaceWith(hidden) },
  });
  return cover;
}
