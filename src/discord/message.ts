import {
  type APIButtonComponent,
  type APIComponentInContainer,
  ButtonStyle,
  ComponentType,
  SeparatorSpacingSize,
} from 'discord-api-types/v10';
import type { Excerpt } from '../answers/answer.ts';
import type { Command } from '../command.ts';
import { type Key, type Phrase, phrase } from '../locales/phrase.ts';
import { type Locale, say } from '../locales/say.ts';
import type { Reply, Suggestion } from '../reply.ts';
import { short } from '../text/shorten.ts';
import { button, card, type MessageBody, text } from './components.ts';
import { type Block, excerptsOf, inMarkdown, pagesOf } from './layout.ts';
import { data } from './markdown.ts';
import { type Asked, ask, customId, ECHO, echo, isCut, isParticular, LONGEST, mark } from './press.ts';

/** Everything about a page that is not in the reply. */
export interface Showing {
  readonly asked: Asked;
  /** Counted from 0. A number past the last page shows the last. */
  readonly page: number;
  readonly locale: Locale;
  readonly ephemeral: boolean;
  /** Stamps of the index the reply was made from, and of the one the previous page was made from. */
  readonly stamp: string;
  readonly before?: string;
  readonly commands: readonly Command[];
  /** Who asked, for a reply to an ordinary message, which itself does not tell. */
  readonly asker?: string;
  /** Whether the command may be run again for another page. One that changes something may not. */
  readonly repeatable: boolean;
}

/** Discord allows 4000 characters of text and 40 components in a message, nested ones included. */
const LIMIT = { characters: 3950, components: 40 };
const HEAD = 700;
/** Characters for the suggestions that have no button. */
const OTHERS = 400;
/** Components besides the page's blocks: container, heading, small print, two rows of buttons. */
const FRAME = 15;
const SUGGESTIONS = 5;

/** One page of a reply. */
export function replyMessage(reply: Reply, showing: Showing): MessageBody {
  const { asked, locale, repeatable } = showing;
  const onButtons = fitsOnButtons(asked);
  const head = headOf(reply, showing);
  const suggestions = suggested(reply, showing);
  const others = suggestions.rest.map((other) => `-# ${other}`).join('\n');
  const pages = pagesOf(reply, locale, {
    characters: LIMIT.characters - head.length - others.length - (repeatable ? echo(asked).length : 0) - 100,
    components: LIMIT.components - FRAME,
  });
  const page = Math.max(0, Math.min(Math.trunc(showing.page), pages.length - 1));
  const blocks = pages[page]!;
  const carried = onButtons ? asked : null;
  const excerpts = excerptsOf(reply);
  const buttons = repeatable ? navigation(page, pages.length, blocks, showing, carried) : [];
  const context = (n: number) => (repeatable ? contextButton(excerpts[n]!, n, locale, carried) : null);
  const isCarried =
    onButtons &&
    !suggestions.fromEcho &&
    (buttons.length > 0 || blocks.some((block) => block.excerpt !== null));
  return card(
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

function headOf(reply: Reply, { asked, locale, stamp, before }: Showing): string {
  const notes = [
    ...(before !== undefined && before !== stamp ? [phrase('discord.reindexed')] : []),
    ...(isCut(asked) ? [phrase('discord.first-part', { count: LONGEST })] : []),
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

/** Whether even the longest button of a page can carry the question. */
function fitsOnButtons(asked: Asked): boolean {
  return customId('page', [999, 'stam', '12345678901234567890'], asked) !== null;
}

function navigation(
  page: number,
  pages: number,
  blocks: readonly Block[],
  { asked, locale, stamp, asker, ephemeral, commands }: Showing,
  carried: Asked | null,
): APIButtonComponent[] {
  // Moderators correct what they find wrong, so they need no Report button.
  const isForMembers = commands.some(({ name, who }) => name === asked.command && who === 'member');
  const to = (key: Key, n: number, exists: boolean) => {
    const id = customId('page', [n, stamp, asker ?? ''], carried);
    return id === null || pages === 1 ? [] : [{ ...button(say(phrase(key), locale), id), disabled: !exists }];
  };
  const other = (key: Key, act: 'share' | 'report', wanted: boolean) => {
    const id = customId(act, [page], carried);
    return id === null || !wanted ? [] : [button(say(phrase(key), locale), id)];
  };
  return [
    ...to('discord.previous', page - 1, page > 0),
    ...to('discord.next', page + 1, page < pages - 1),
    ...other('discord.share', 'share', ephemeral),
    ...other('discord.report', 'report', isForMembers && blocks.some((block) => block.excerpt !== null)),
  ];
}

/** The suggestion when there is no other. */
const HELP: Suggestion = { label: phrase('discord.examples'), command: 'help', values: {} };

/** Buttons for suggestions, whether any of them relies on small print in the message, and the labels of the others. */
function suggested(
  reply: Reply,
  { commands, locale, asked, repeatable }: Showing,
): { readonly buttons: APIButtonComponent[]; readonly fromEcho: boolean; readonly rest: readonly string[] } {
  const buttons: APIButtonComponent[] = [];
  const rest: string[] = [];
  let fromEcho = false;
  const lost = reply.nothing !== null && reply.suggestions.length === 0;
  const hasHelp = commands.some(({ name }) => name === HELP.command);
  for (const [n, suggestion] of (lost && hasHelp ? [HELP] : reply.suggestions).entries()) {
    const command = commands.find((known) => known.name === suggestion.command);
    const marked = [n, markOfSuggestion(suggestion)];
    const whole =
      command && customId('ask', [n], ask(command, suggestion.values, followed(suggestion, asked)));
    const others =
      command && repeatable ? [asked, null].map((carried) => customId('other', marked, carried)) : [];
    const id = [whole, ...others].find((one) => one);
    const label = [
      typeof suggestion.label === 'string' ? suggestion.label : say(suggestion.label, locale),
      ...(suggestion.detail ? [suggestion.detail] : []),
    ].join(' · ');
    if (id && buttons.length < SUGGESTIONS) {
      buttons.push(button(label, id, ButtonStyle.Primary));
      fromEcho ||= id === others[1];
    } else rest.push(data(short(label, OTHERS / 3)));
  }
  const fitting = rest.filter((_, n) => rest.slice(0, n + 1).join('').length <= OTHERS);
  return { buttons, fromEcho, rest: fitting.slice(0, SUGGESTIONS) };
}

/** The questions a suggestion follows up on. A follow-up with another name has the same ones as before. */
const followed = ({ command }: Suggestion, asked: Asked): readonly string[] =>
  command === asked.command ? asked.earlier : [];

/** What the suggestion with the mark asks, in a reply to `asked`. Null if there is none now. */
export function askedBySuggestion(
  { suggestions }: Reply,
  wanted: string,
  asked: Asked,
  commands: readonly Command[],
): Asked | null {
  const found = suggestions.find((suggestion) => markOfSuggestion(suggestion) === wanted);
  const command = found && commands.find(({ name }) => name === found.command);
  return command ? ask(command, found.values, followed(found, asked)) : null;
}

const markOfSuggestion = ({ command, values }: Suggestion): string => mark(JSON.stringify([command, values]));

/** Identifies an excerpt, whatever its number. */
export function markOf(excerpt: Excerpt): string {
  return mark(`${excerpt.document}\n${excerpt.start}\n${excerpt.text}`);
}

function contextButton(excerpt: Excerpt, n: number, locale: Locale, carried: Asked | null) {
  const id = customId('context', [n, markOf(excerpt)], carried);
  return id === null ? null : button(say(phrase('discord.context'), locale), id);
}

function pageLine(page: number, pages: number, repeatable: boolean): Phrase {
  return repeatable
    ? phrase('discord.page', { page: page + 1, pages })
    : phrase('discord.more', { count: pages - 1 });
}

/** Text without a button of its own shares one component, to stay within Discord's forty. */
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
  for (const { texts, excerpt, leads, apart } of blocks) {
    const accessory = excerpt === null ? null : button(excerpt);
    // A heading stands apart from what comes before.
    if (leads || excerpt !== null) flush();
    if (apart && components.length > 0)
      components.push({ type: ComponentType.Separator, divider: true, spacing: SeparatorSpacingSize.Small });
    if (accessory) components.push({ type: ComponentType.Section, components: texts.map(text), accessory });
    else if (excerpt !== null) components.push(...texts.map(text));
    else run.push(...texts);
  }
  flush();
  return components;
}
