import { type Component, everyComponent } from './components.ts';

/**
 * The keys Discord knows. It silently ignores any others, so a misspelt key has no effect, and only somebody who misses
 * that effect finds out.
 */
const known = {
  message: keys(
    'content embeds components flags tts allowed_mentions attachments message_reference nonce enforce_nonce poll sticker_ids ' +
      'username avatar_url thread_name applied_tags shared_client_theme',
  ),
  // Further keys of forms and choices in the data of an interaction's first answer.
  data: keys('choices custom_id title'),
  embed: keys(
    'type title description url timestamp color footer image thumbnail author fields provider video',
  ),
  component: keys(
    'type id components accessory component custom_id style label emoji url sku_id disabled options placeholder min_values ' +
      'max_values default_values channel_types content media items file accent_color spoiler divider spacing description value ' +
      'min_length max_length required',
  ),
  command: keys(
    'id type name name_localizations description description_localizations options default_member_permissions dm_permission ' +
      'contexts integration_types nsfw handler default_permission application_id guild_id version',
  ),
  option: keys(
    'type name name_localizations description description_localizations required choices options channel_types min_value ' +
      'max_value min_length max_length autocomplete',
  ),
};

type Kind = keyof typeof known;

/** Unknown keys of a message's body, its embeds and its components, with their places. */
export function ignoredInMessage(body: object): string[] {
  const { embeds, components } = body as { embeds?: object[] | null; components?: Component[] | null };
  return [
    ...unknown(body, ['message', 'data'], ''),
    ...(embeds ?? []).flatMap((embed, n) => unknown(embed, ['embed'], `embeds.${n}.`)),
    ...[...everyComponent(components)].flatMap(({ component, path }) =>
      unknown(component, ['component'], `${path.join('.')}.`),
    ),
  ];
}

/** The same for a command and its options. */
export function ignoredInCommand(command: object, kind: 'command' | 'option' = 'command', at = ''): string[] {
  const { options } = command as { options?: object[] | null };
  return [
    ...unknown(command, [kind], at),
    ...(options ?? []).flatMap((option, n) => ignoredInCommand(option, 'option', `${at}options.${n}.`)),
  ];
}

const unknown = (value: object, kinds: readonly Kind[], at: string): string[] =>
  Object.keys(value)
    .filter((key) => !kinds.some((kind) => known[kind].has(key)))
    .map((key) => `${at}${key}`);

function keys(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
