import { ComponentType } from 'discord-api-types/v10';
import type { Fault } from '../refusal.ts';

/** A component of any kind, as received or as stored. */
export interface Component {
  type: ComponentType;
  id?: number;
  custom_id?: string;
  components?: Component[];
  accessory?: Component;
  component?: Component;
  content?: string;
  label?: string | null;
  emoji?: { name?: string | null; id?: string | null } | null;
  style?: number;
  url?: string | null;
  sku_id?: string;
  disabled?: boolean;
  placeholder?: string | null;
  min_values?: number | null;
  max_values?: number | null;
  min_length?: number;
  max_length?: number;
  required?: boolean;
  value?: string;
  options?: { label: string; value: string; description?: string | null; default?: boolean }[];
  media?: { url: string };
  file?: { url: string };
  items?: { media: { url: string }; description?: string | null; spoiler?: boolean }[];
  accent_color?: number | null;
  divider?: boolean;
  spacing?: number;
  description?: string | null;
  title?: string;
}

/** A form, as the bot sent it. */
export interface Modal {
  readonly custom_id: string;
  readonly title: string;
  readonly components: readonly Component[];
}

export interface Placed {
  readonly component: Component;
  readonly path: readonly (string | number)[];
}

/** Whether it is a select menu of any kind. */
export const isSelect = ({ type }: Component): boolean =>
  type === ComponentType.StringSelect ||
  (type >= ComponentType.UserSelect && type <= ComponentType.ChannelSelect);

/** Every component, those within others too, outermost first. */
export function* everyComponent(
  components: readonly Component[] | null | undefined,
  path: Placed['path'] = ['components'],
): Generator<Placed> {
  for (const [index, component] of (components ?? []).entries()) yield* within(component, [...path, index]);
}

function* within(component: Component, path: Placed['path']): Generator<Placed> {
  yield { component, path };
  yield* everyComponent(component.components, [...path, 'components']);
  if (component.accessory) yield* within(component.accessory, [...path, 'accessory']);
  if (component.component) yield* within(component.component, [...path, 'component']);
}

/** Faults of single components and their ids, beyond sizes and types. */
export function componentFaults(placed: readonly Placed[]): Fault[] {
  const faults: Fault[] = [];
  const seen = new Set<string>();
  const numbers = new Set<number>();
  for (const { component, path } of placed) {
    const { custom_id: customId, id } = component;
    if (customId !== undefined) {
      if (seen.has(customId))
        faults.push({
          path: [...path, 'custom_id'],
          code: 'COMPONENT_CUSTOM_ID_DUPLICATED',
          message: 'Component custom id cannot be duplicated',
        });
      seen.add(customId);
    }
    if (id) {
      if (numbers.has(id))
        faults.push({
          path: [...path, 'id'],
          code: 'COMPONENT_ID_DUPLICATED',
          message: 'Component id cannot be duplicated',
        });
      numbers.add(id);
    }
    faults.push(...(checks[component.type]?.(component, path) ?? []));
  }
  return faults;
}

const required = (path: Placed['path'], key: string): Fault => ({
  path: [...path, key],
  code: 'BASE_TYPE_REQUIRED',
  message: 'This field is required',
});

const checks: Partial<Record<ComponentType, (component: Component, path: Placed['path']) => Fault[]>> = {
  [ComponentType.ActionRow]: ({ components = [] }, path) => {
    const selects = components.filter((child) => isSelect(child) || child.type === ComponentType.TextInput);
    return selects.length > 0 && components.length > 1
      ? [
          {
            path: [...path, 'components', components.indexOf(selects[0]!)],
            code: 'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
            message: 'The specified component exceeds the maximum width',
          },
        ]
      : [];
  },
  [ComponentType.Button]: ({ style, custom_id, url, label, emoji, sku_id }, path) => {
    if (style === 6) return sku_id ? [] : [required(path, 'sku_id')];
    const faults: Fault[] = [];
    if (style === 5) {
      if (!url) faults.push(required(path, 'url'));
      else if (!/^(https?|discord):\/\//i.test(url))
        faults.push({
          path: [...path, 'url'],
          code: 'URL_TYPE_INVALID_SCHEME',
          message: `Scheme "${url.split(':', 1)[0]}" is not supported. Scheme must be one of ('http', 'https', 'discord').`,
        });
      if (custom_id !== undefined) faults.push(exclusive(path, 'custom_id', 'url'));
    } else {
      if (custom_id === undefined) faults.push(required(path, 'custom_id'));
      if (url) faults.push(exclusive(path, 'custom_id', 'url'));
    }
    if (!label && !emoji)
      faults.push({
        path,
        code: 'BUTTON_COMPONENT_REQUIRES_LABEL_OR_EMOJI',
        message: 'A button needs a label or an emoji',
      });
    return faults;
  },
  [ComponentType.StringSelect]: (component, path) => {
    const options = component.options ?? [];
    const faults = range(component, options.length, path);
    const values = options.map(({ value }) => value);
    for (const [index, value] of values.entries())
      if (values.indexOf(value) !== index)
        faults.push({
          path: [...path, 'options', index, 'value'],
          code: 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
          message: 'The specified option value is already used',
        });
    return faults;
  },
  [ComponentType.UserSelect]: (component, path) => range(component, 25, path),
  [ComponentType.RoleSelect]: (component, path) => range(component, 25, path),
  [ComponentType.MentionableSelect]: (component, path) => range(component, 25, path),
  [ComponentType.ChannelSelect]: (component, path) => range(component, 25, path),
  [ComponentType.TextDisplay]: ({ content }, path) => (content ? [] : [required(path, 'content')]),
};

const exclusive = (path: Placed['path'], one: string, other: string): Fault => ({
  path,
  code: 'COMPONENT_FIELDS_MUTUALLY_EXCLUSIVE',
  message: `A ${one} and ${other} cannot both be specified`,
});

function range({ min_values, max_values }: Component, most: number, path: Placed['path']): Fault[] {
  const [min, max] = [min_values ?? 1, max_values ?? 1];
  const bad = (key: string, message: string): Fault => ({
    path: [...path, key],
    code: 'NUMBER_TYPE_COERCE',
    message,
  });
  return [
    ...(min > max ? [bad('min_values', 'min_values must be less than or equal to max_values')] : []),
    ...(max > most ? [bad('max_values', `max_values must be at most the number of options (${most})`)] : []),
  ];
}
