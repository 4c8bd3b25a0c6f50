import { ComponentType, MessageFlags } from 'discord-api-types/v10';
import { type Fault, Refusal, refuseIf } from '../refusal.ts';
import { type Component, componentFaults, everyComponent, type Placed } from './components.ts';
import { oracle } from './oracle.ts';

/** The body of a request that makes or changes a message, in Discord's own terms. */
export interface MessageBody {
  content?: string | null;
  embeds?: Embed[] | null;
  components?: Component[] | null;
  flags?: number | null;
  tts?: boolean;
  allowed_mentions?: AllowedMentions | null;
  attachments?: { id: string | number; filename?: string; description?: string }[] | null;
  message_reference?: { message_id?: string; fail_if_not_exists?: boolean } | null;
  nonce?: string | number | null;
  enforce_nonce?: boolean;
  poll?: unknown;
  sticker_ids?: string[] | null;
}

export interface Embed {
  title?: string;
  description?: string;
  url?: string;
  color?: number;
  timestamp?: string;
  fields?: { name: string; value: string; inline?: boolean }[];
  footer?: { text: string };
  author?: { name: string; url?: string };
  image?: { url: string };
  thumbnail?: { url: string };
}

export interface AllowedMentions {
  parse?: string[];
  users?: string[];
  roles?: string[];
  replied_user?: boolean;
}

export interface MessageRules {
  /** Which of Discord's schemas describes the body. */
  readonly schema: string;
  /** Where the body is in the request: `data` for an interaction callback. */
  readonly path: readonly string[];
  /** Names of the files sent along or already attached. */
  readonly files: readonly string[];
}

const usesV2 = (flags: number | null | undefined): boolean =>
  ((flags ?? 0) & MessageFlags.IsComponentsV2) !== 0;

/** Throws 50035 or 50006 if Discord would refuse this message as a whole (for an edit: as it would be afterwards). */
export async function checkMessage(body: MessageBody, { schema, path, files }: MessageRules): Promise<void> {
  // Discord accepts the number of a file as its id, although its description says text.
  const attachments = body.attachments?.map((each) => ({ ...each, id: String(each.id) }));
  refuseIf(prefixed(path, await oracle(schema, { ...body, ...(attachments && { attachments }) })));
  const placed = [...everyComponent(body.components)];
  const faults = [
    ...(usesV2(body.flags) ? v2Faults(body, placed) : legacyFaults(body)),
    ...componentFaults(placed),
    ...embedFaults(body.embeds ?? []),
    ...mentionFaults(body.allowed_mentions),
    ...fileFaults(body, placed, files),
  ];
  refuseIf(prefixed(path, faults));
  if (isEmpty(body, files)) throw new Refusal('empty-message');
}

const prefixed = (path: readonly string[], faults: readonly Fault[]): Fault[] =>
  faults.map((fault) => ({ ...fault, path: [...path, ...fault.path] }));

const isEmpty = ({ content, embeds, components, poll, sticker_ids }: MessageBody, files: readonly string[]) =>
  !content?.trim() &&
  !embeds?.length &&
  !components?.length &&
  !poll &&
  !sticker_ids?.length &&
  files.length === 0;

const maxComponents = 40;
const maxDisplayed = 4000;

function v2Faults(body: MessageBody, placed: readonly Placed[]): Fault[] {
  const faults: Fault[] = [];
  for (const key of ['content', 'embeds', 'poll', 'sticker_ids'] as const) {
    const value = body[key];
    if (Array.isArray(value) ? value.length > 0 : Boolean(value))
      faults.push({
        path: [key],
        code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
        message: `The '${key}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
      });
  }
  if (placed.length > maxComponents)
    faults.push({
      path: ['components'],
      code: 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
      message: `The total number of components cannot exceed ${maxComponents}`,
    });
  const displayed = placed.reduce((sum, { component }) => sum + (component.content?.length ?? 0), 0);
  if (displayed > maxDisplayed)
    faults.push({
      path: ['components'],
      code: 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
      message: `Total displayable text size of components exceeds the maximum size of ${maxDisplayed}`,
    });
  return faults;
}

function legacyFaults({ content, components }: MessageBody): Fault[] {
  const faults: Fault[] = [];
  // Discord's schema for channel messages says 4000, which is for members who pay. A bot has 2000.
  if ((content?.length ?? 0) > 2000)
    faults.push({
      path: ['content'],
      code: 'BASE_TYPE_MAX_LENGTH',
      message: 'Must be 2000 or fewer in length.',
    });
  if ((components?.length ?? 0) > 5)
    faults.push({
      path: ['components'],
      code: 'BASE_TYPE_BAD_LENGTH',
      message: 'Must be between 1 and 5 in length.',
    });
  for (const [index, { type }] of (components ?? []).entries())
    if (type !== ComponentType.ActionRow)
      faults.push({
        path: ['components', index, 'type'],
        code: 'UNION_TYPE_CHOICES',
        message: 'Value of field "type" must be one of (1,) without MessageFlags.IS_COMPONENTS_V2.',
      });
  return faults;
}

function embedFaults(embeds: readonly Embed[]): Fault[] {
  const faults: Fault[] = [];
  for (const [index, embed] of embeds.entries()) {
    const { title, description, fields, footer, author, image, thumbnail } = embed;
    if (![title, description, fields?.length, footer, author, image, thumbnail].some(Boolean))
      faults.push({
        path: ['embeds', index, 'description'],
        code: 'BASE_TYPE_REQUIRED',
        message: 'This field is required',
      });
  }
  const characters = embeds
    .flatMap(({ title, description, fields, footer, author }) => [
      title,
      description,
      footer?.text,
      author?.name,
      ...(fields ?? []).flatMap(({ name, value }) => [name, value]),
    ])
    .reduce((sum, text) => sum + (text?.length ?? 0), 0);
  if (characters > 6000)
    faults.push({
      path: ['embeds'],
      code: 'MAX_EMBED_SIZE_EXCEEDED',
      message: 'Embed size exceeds maximum size of 6000',
    });
  return faults;
}

function mentionFaults(allowed: AllowedMentions | null | undefined): Fault[] {
  return (['users', 'roles'] as const)
    .filter((kind) => allowed?.parse?.includes(kind) && allowed[kind]?.length)
    .map((kind) => ({
      path: ['allowed_mentions'],
      code: 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
      message: `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
    }));
}

function fileFaults(body: MessageBody, placed: readonly Placed[], files: readonly string[]): Fault[] {
  const named = [
    ...placed.flatMap(({ component, path }) => [
      { path: [...path, 'media', 'url'], url: component.media?.url },
      { path: [...path, 'file', 'url'], url: component.file?.url },
      ...(component.items ?? []).map(({ media }, index) => ({
        path: [...path, 'items', index, 'media', 'url'],
        url: media.url,
      })),
    ]),
    ...(body.embeds ?? []).flatMap(({ image, thumbnail }, index) => [
      { path: ['embeds', index, 'image', 'url'], url: image?.url },
      { path: ['embeds', index, 'thumbnail', 'url'], url: thumbnail?.url },
    ]),
  ];
  return named
    .filter(({ url }) => url?.startsWith('attachment://') && !files.includes(url.slice(13)))
    .map(({ path }) => ({
      path,
      code: 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
      message: 'Attachment not found',
    }));
}
