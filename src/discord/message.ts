import {
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIMessage,
  type APIMessageComponent,
  type APIMessageTopLevelComponent,
  type APITextDisplayComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
} from 'discord-api-types/v10';
import type { Excerpt } from '../answers/answer.ts';
import type { Command } from '../command.ts';
import type { Document } from '../corpus/document.ts';
import { type Phrase, phrase } from '../locales/phrase.ts';
import { type Locale, say } from '../locales/say.ts';
import type { Reply } from '../reply.ts';
import type { Span } from '../text/span.ts';
import { type Block, citationLine, excerptsOf, inMarkdown, pagesOf, piecesOf } from './layout.ts';
import { data, plain, short } from './markdown.ts';
import { type Asked, ask, customId, ECHO, echo, isParticular, mark } from './press.ts';

/** A message as Discord's API takes it. Nobody is ever pinged. */
export interface MessageBody {
  readonly flags: number;
  readonly components: APIMessageTopLevelComponent[];
  readonly allowed_mentions: { readonly parse: []; readonly replied_user: false };
}

/** Everything about a page that the reply does not say. */
export interface Showing {
  readonly asked: Asked;
  /** Counted from 0; one after the last shows the last. */
  readonly page: number;
  readonly locale: Locale;
  readonly ephemeral: boolean;
  /** Stamp of the index the reply was made from, and of the one the page before was made from. */
  readonly stamp: string;
  readonly before?: string;
  readonly commands: readonly Command[];
  /** Who asked, where the message itself will not tell: a reply to an ordinary message. */
  readonly asker?: string;
  /** A command that changes something cannot be asked again to see its next page. */
  readonly repeatable: boolean;
}

/** Discord allows 4000 characters in all the text of a message and 40 components, nested ones counted. */
const LIMIT = { characters: 3950, components: 40 };
const HEAD = 900;
/** Components besides those of the page's blocks: container, heading, small print, two rows of buttons. */
const FRAME = 15;
const SUGGESTIONS = 5;
const BUTTON = 80;

/** One page of a reply. */
export function replyMessage(reply: Reply, showing: Showing): MessageBody {
  const { asked, locale, repeatable } = showing;
  const onButtons = fitsOnButtons(asked);
  const head = headOf(reply, showing);
  const suggestions = suggested(reply, showing.commands);
  const others = suggestions.rest.map((other) => `-# ${other}`).join('\n');
  const pages = pagesOf(reply, locale, {
    characters: LIMIT.characters - head.length - others.length - (repeatable ? echo(asked).length : 0) - 100,
    components: LIMIT.components - FRAME,
  });
  const page = Math.min(showing.page, pages.length - 1);
  const blocks = pages[page]!;
  const carried = onButtons ? asked : null;
  const excerpts = excerptsOf(reply);
  const buttons = repeatable ? navigation(page, pages.length, blocks, showing, carried) : [];
  const context = (n: number) => (repeatable ? contextButton(excerpts[n]!, n, locale, carried) : null);
  const isCarried = onButtons && (buttons.length > 0 || blocks.some((block) => block.excerpt !== null));
  return body(
    [
      text(head),
      ...blocksToComponents(blocks, context),
      ...(others ? [text(others)] : []),
      ...(repeatable && !isCarried && isParticular(asked) ? [{ ...text(echo(asked)), id: ECHO }] : []),
      ...(pages.length > 1
        ? [text(`-# ${inMarkdown(pageLine(page, pages.length, repeatable), locale)}`)]
        : []),
    ],
    [buttons, suggestions.buttons],
    showing.ephemeral,
  );
}

/** The paragraphs around an excerpt, its own words in bold: as many before and after as fit a page. */
export function contextMessage(document: Document, excerpt: Excerpt, locale: Locale): MessageBody {
  const room = 3000;
  const holding = document.paragraphs.flatMap((p, i) =>
    p.start < excerpt.end && excerpt.start < p.end ? [i] : [],
  );
  let first = holding[0] ?? 0;
  let last = holding.at(-1) ?? 0;
  const shown = (index: number) => {
    const paragraph = document.paragraphs[index];
    if (!paragraph) return '';
    const number = `-# ${inMarkdown(phrase('cited.paragraph', { paragraph: index + 1 }), locale)}`;
    const bold: Span = { start: excerpt.start - paragraph.start, end: excerpt.end - paragraph.start };
    const within = {
      start: Math.max(0, bold.start),
      end: Math.min(paragraph.end - paragraph.start, bold.end),
    };
    const pieces = piecesOf(document.text.slice(paragraph.start, paragraph.end), [within], room);
    const more = pieces.length > 1 ? `\n-# ${say(phrase('discord.cut'), locale)}` : '';
    return `${number}\n${pieces[0]}${more}`;
  };
  let texts = [shown(first)];
  for (let index = first + 1; index <= last; index++) texts.push(shown(index));
  const length = (list: readonly string[]) => list.join('\n').length;
  while (texts.length > 1 && length(texts) > room) texts.pop();
  last = first + texts.length - 1;
  for (let reach = 1; reach <= 3; reach++) {
    const before = first > 0 ? [shown(first - 1), ...texts] : texts;
    if (first > 0 && length(before) <= room) {
      texts = before;
      first--;
    }
    const after = last + 1 < document.paragraphs.length ? [...texts, shown(last + 1)] : texts;
    if (after !== texts && length(after) <= room) {
      texts = after;
      last++;
    }
  }
  return body(
    [text(citationLine(excerpt.citation, locale).replace(/^-# /, '')), text(texts.join('\n'))],
    [],
    true,
  );
}

/** A plain notice of ours. */
export function notice(words: Phrase, locale: Locale, ephemeral: boolean): MessageBody {
  return body([text(inMarkdown(words, locale))], [], ephemeral);
}

/** Every component of a message, outermost first. */
export function partsOf(message: Pick<APIMessage, 'components'>): APIMessageComponent[] {
  const inside = (part: APIMessageComponent): APIMessageComponent[] => [
    part,
    ...('components' in part ? (part.components as APIMessageComponent[]).flatMap(inside) : []),
    ...('accessory' in part ? [part.accessory] : []),
  ];
  return (message.components ?? []).flatMap(inside);
}

/** Whether only one member sees the message. */
export function isPrivate(message: Pick<APIMessage, 'flags'>): boolean {
  return ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
}

function headOf(reply: Reply, { locale, stamp, before }: Showing): string {
  const notes = [
    ...(before !== undefined && before !== stamp ? [phrase('discord.reindexed')] : []),
    ...reply.notes,
  ];
  const lines = [
    `### ${inMarkdown(reply.heading, locale)}`,
    ...(reply.nothing ? [inMarkdown(reply.nothing.text, locale)] : []),
    ...notes.map((note) => `-# ${inMarkdown(note, locale)}`),
  ];
  let head = short(lines[0]!, HEAD);
  for (const line of lines.slice(1)) if (head.length + line.length < HEAD) head += `\n${line}`;
  return head;
}

/** Whether every button of a page can carry what was asked, the longest of them too. */
function fitsOnButtons(asked: Asked): boolean {
  return customId('page', [999, 'stam', '12345678901234567890'], asked) !== null;
}

function navigation(
  page: number,
  pages: number,
  blocks: readonly Block[],
  { locale, stamp, asker, ephemeral }: Showing,
  carried: Asked | null,
): APIButtonComponent[] {
  const button = (key: Phrase['key'], id: string | null, disabled = false): APIButtonComponent[] =>
    id === null
      ? []
      : [
          {
            type: ComponentType.Button,
            style: ButtonStyle.Secondary,
            label: label(say(phrase(key), locale)),
            custom_id: id,
            disabled,
          },
        ];
  const to = (n: number) => customId('page', [n, stamp, asker ?? ''], carried);
  return [
    ...(pages > 1 ? button('discord.previous', to(page - 1), page === 0) : []),
    ...(pages > 1 ? button('discord.next', to(page + 1), page === pages - 1) : []),
    ...(ephemeral ? button('discord.share', customId('share', [page], carried)) : []),
    ...(blocks.some((block) => block.excerpt !== null)
      ? button('discord.report', customId('report', [page], carried))
      : []),
  ];
}

/** A button for each suggestion that fits on one, and the labels of the rest. */
function suggested(
  reply: Reply,
  commands: readonly Command[],
): { readonly buttons: APIButtonComponent[]; readonly rest: readonly string[] } {
  const buttons: APIButtonComponent[] = [];
  const rest: string[] = [];
  for (const [n, suggestion] of reply.suggestions.entries()) {
    const command = commands.find((known) => known.name === suggestion.command);
    const id = command ? customId('ask', [n], ask(command, suggestion.values)) : null;
    if (id !== null && buttons.length < SUGGESTIONS)
      buttons.push({
        type: ComponentType.Button,
        style: ButtonStyle.Primary,
        label: label(suggestion.label),
        custom_id: id,
      });
    else if (rest.length < SUGGESTIONS) rest.push(data(short(suggestion.label, 2 * BUTTON)));
  }
  return { buttons, rest };
}

/** What tells an excerpt from any other, whatever its number. */
export function markOf(excerpt: Excerpt): string {
  return mark(`${excerpt.document}\n${excerpt.start}\n${excerpt.text}`);
}

function contextButton(
  excerpt: Excerpt,
  n: number,
  locale: Locale,
  carried: Asked | null,
): APIButtonComponent | null {
  const id = customId('context', [n, markOf(excerpt)], carried);
  return id === null
    ? null
    : {
        type: ComponentType.Button,
        style: ButtonStyle.Secondary,
        label: label(say(phrase('discord.context'), locale)),
        custom_id: id,
      };
}

function pageLine(page: number, pages: number, repeatable: boolean): Phrase {
  return repeatable
    ? phrase('discord.page', { page: page + 1, pages })
    : phrase('discord.more', { count: pages - 1 });
}

function body(
  inside: APIComponentInContainer[],
  rows: readonly (readonly APIButtonComponent[])[],
  ephemeral: boolean,
): MessageBody {
  return {
    flags: MessageFlags.IsComponentsV2 | (ephemeral ? MessageFlags.Ephemeral : 0),
    components: [
      { type: ComponentType.Container, components: inside },
      ...rows
        .filter((row) => row.length > 0)
        .map((row) => ({ type: ComponentType.ActionRow as const, components: [...row] })),
    ],
    allowed_mentions: { parse: [], replied_user: false },
  };
}

/** Text that needs no button of its own goes into one component, to keep within Discord's forty. */
function blocksToComponents(
  blocks: readonly Block[],
  button: (excerpt: number) => APIButtonComponent | null,
): APIComponentInContainer[] {
  const components: APIComponentInContainer[] = [];
  let run: string[] = [];
  const flush = () => {
    if (run.length > 0) components.push(text(run.join('\n')));
    run = [];
  };
  for (const block of blocks) {
    const accessory = block.excerpt === null ? null : button(block.excerpt);
    if (!accessory) run.push(block.text);
    else {
      flush();
      components.push({ type: ComponentType.Section, components: [text(block.text)], accessory });
    }
  }
  flush();
  return components;
}

function text(content: string): APITextDisplayComponent {
  return { type: ComponentType.TextDisplay, content };
}

function label(words: string): string {
  return short(plain(words), BUTTON) || '…';
}
