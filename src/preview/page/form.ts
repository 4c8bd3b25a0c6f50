import { ComponentType } from 'discord-api-types/v10';
import type { Component, Modal } from '../rules/components.ts';
import { h } from './dom.ts';
import { type Context, markdown } from './markdown.ts';
import { words } from './words.ts';

/** Shows a bot's form until it is sent or closed. `send` gets the values by custom id. */
export function openForm(
  form: Modal,
  context: Context,
  send: (values: Record<string, string | string[]>) => Promise<unknown>,
): void {
  const fields: { readonly id: string; readonly value: () => string | string[] }[] = [];
  const wrong = h('p', { class: 'error', role: 'alert' });
  const back = document.activeElement as HTMLElement | null;
  const shut = (): void => {
    dialog.close();
    dialog.remove();
    back?.focus();
  };
  const body = form.components.map((row) => rowElement(row, context, fields));
  const dialog = h(
    'dialog',
    { class: 'form', 'aria-label': form.title },
    h(
      'form',
      {
        method: 'dialog',
        on: {
          submit: (event) => {
            event.preventDefault();
            send(Object.fromEntries(fields.map(({ id, value }) => [id, value()]))).then(
              shut,
              (error: Error) => {
                wrong.textContent = error.message;
              },
            );
          },
        },
      },
      h('h2', {}, form.title),
      ...body,
      wrong,
      h(
        'div',
        { class: 'form-foot' },
        h('button', { type: 'button', class: 'button link', on: { click: shut } }, words('preview.cancel')),
        h('button', { type: 'submit', class: 'button primary' }, words('preview.submit')),
      ),
    ),
  );
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    shut();
  });
  document.body.append(dialog);
  dialog.showModal();
  dialog.querySelector<HTMLElement>('input, textarea, select')?.focus();
}

type Fields = { readonly id: string; readonly value: () => string | string[] }[];

function rowElement(row: Component, context: Context, fields: Fields): HTMLElement {
  if (row.type === ComponentType.TextDisplay) return markdown(row.content ?? '', context);
  const inner = row.component ?? row.components?.[0];
  if (!inner) return h('div');
  const id = `field-${inner.custom_id}`;
  const label = row.label ?? inner.label ?? '';
  return h(
    'div',
    { class: 'field' },
    h(
      'label',
      { htmlFor: id },
      label,
      inner.required !== false && h('span', { class: 'star', 'aria-hidden': 'true' }, ' *'),
    ),
    row.description != null && h('p', { class: 'detail' }, row.description),
    inputElement(inner, id, fields),
  );
}

function inputElement(field: Component, id: string, fields: Fields): HTMLElement {
  const required = field.required !== false;
  if (field.type === ComponentType.TextInput) {
    const long = field.style === 2;
    const input = h(long ? 'textarea' : 'input', {
      id,
      required,
      value: field.value ?? '',
      placeholder: field.placeholder ?? '',
      maxLength: field.max_length ?? 4000,
      minLength: field.min_length ?? 0,
    });
    fields.push({ id: field.custom_id ?? '', value: () => input.value });
    return input;
  }
  const select = h(
    'select',
    { id, required, multiple: (field.max_values ?? 1) > 1, class: 'select' },
    ...(field.options ?? []).map(({ label, value, default: chosen }) =>
      h('option', { value, selected: chosen ?? false }, label),
    ),
  );
  fields.push({
    id: field.custom_id ?? '',
    value: () => [...select.selectedOptions].map(({ value }) => value),
  });
  return select;
}
