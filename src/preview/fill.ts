import { ComponentType } from 'discord-api-types/v10';
import { Impossible } from './impossible.ts';
import type { Component, Modal } from './rules/components.ts';

/** Values for a form, by label or custom id: a text, or the values chosen from a menu. */
export type FormValues = Readonly<Record<string, string | readonly string[]>>;

/** The components a client sends back for a form filled in like this. Throws if the client would not send the form. */
export function filled({ components }: Modal, values: FormValues): unknown[] {
  const unused = new Set(Object.keys(values));
  const fill = (field: Component, label: string): unknown => {
    const key = [label, field.custom_id ?? ''].find((name) => name in values);
    if (key !== undefined) unused.delete(key);
    const given = key === undefined ? undefined : values[key];
    const { type, id, custom_id } = field;
    return field.type === ComponentType.TextInput
      ? { type, id, custom_id, value: textIn(field, label, given) }
      : { type, id, custom_id, values: chosenIn(field, label, given) };
  };
  const rows = components.map(({ type, id, label = '', component, components: inner }) => {
    if (component) return { type, id, component: fill(component, label ?? '') };
    return { type, id, ...(inner && { components: inner.map((each) => fill(each, each.label ?? '')) }) };
  });
  if (unused.size > 0) throw new Impossible('impossible.no-field', { name: [...unused].join(', ') });
  return rows;
}

function textIn(field: Component, label: string, given: FormValues[string] = field.value ?? ''): string {
  const text = String(given);
  const { required = true, min_length: min = 0, max_length: max = 4000 } = field;
  if (required && text === '') throw new Impossible('impossible.needed', { name: label });
  if (text.length > max) throw new Impossible('impossible.most', { name: label, max });
  if (text !== '' && text.length < min) throw new Impossible('impossible.least', { name: label, min });
  return text;
}

function chosenIn(field: Component, label: string, given: FormValues[string] | undefined): string[] {
  const options = field.options ?? [];
  const preset = options.flatMap((option) => (option.default ? [option.value] : []));
  const chosen = given === undefined ? preset : [given].flat();
  const { required = true, min_values: min, max_values: max } = field;
  const [least, most] = [required ? (min ?? 1) : 0, max ?? 1];
  if (chosen.length < least || chosen.length > most)
    throw new Impossible('impossible.count', { name: label, min: least, max: most, given: chosen.length });
  for (const value of chosen)
    if (field.type === ComponentType.StringSelect && !options.some((option) => option.value === value))
      throw new Impossible('impossible.no-option', { name: label, value });
  return chosen;
}
