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
import type { Phrase } from '../locales/phrase.ts';
import type { Locale } from '../locales/say.ts';
import { short } from '../text/shorten.ts';
import { inMarkdown } from './layout.ts';
import { plain } from './markdown.ts';

/** A message as Discord's API takes it. It never pings anybody. */
export interface MessageBody {
  readonly flags: number;
  readonly components: APIMessageTopLevelComponent[];
  readonly allowed_mentions: { readonly parse: []; readonly replied_user: false };
}

/** Discord's limit for the label of a button. */
const LABEL = 80;

/** A message of one card with rows of buttons under it. Empty rows are left out. */
export function card(
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

/** A plain notice of ours. */
export function notice(words: Phrase, locale: Locale, ephemeral: boolean): MessageBody {
  return card([text(inMarkdown(words, locale))], [], ephemeral);
}

/** A component of markdown. */
export function text(markdown: string): APITextDisplayComponent {
  return { type: ComponentType.TextDisplay, content: markdown };
}

/** A button labelled `words`, shortened to what Discord shows. Pressing it sends `customId`. */
export function button(
  words: string,
  customId: string,
  style: ButtonStyle.Primary | ButtonStyle.Secondary = ButtonStyle.Secondary,
): APIButtonComponent {
  return { type: ComponentType.Button, style, label: short(plain(words), LABEL) || '…', custom_id: customId };
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

/** Whether only one member can see the message. */
export function isPrivate(message: Pick<APIMessage, 'flags'>): boolean {
  return ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
}
