import { type APIApplicationCommandBasicOption, ApplicationCommandOptionType } from 'discord-api-types/v10';
import { h } from './dom.ts';
import type { FieldValue } from './protocol.ts';
import { localized } from './typed.ts';

/** An option in use, with what is typed for it. */
export interface Field {
  readonly option: APIApplicationCommandBasicOption;
  readonly input: HTMLInputElement;
  readonly element: HTMLElement;
  /** The picked choice, as long as the input shows its name. */
  picked: { readonly name: string; readonly value: string | number | boolean } | null;
}

type InputProps = Parameters<typeof h<'input'>>[1];

/** A one-line field drops line breaks, which would join the words beside them. */
export const oneLine = (text: string): string => text.replace(/[\r\n]+/g, ' ');

/** An input with completions. */
export function textInput(id: string, props: InputProps): HTMLInputElement {
  const input = h('input', {
    id,
    type: 'text',
    autocomplete: 'off',
    spellcheck: false,
    role: 'combobox',
    'aria-expanded': 'false',
    'aria-autocomplete': 'list',
    'aria-haspopup': 'listbox',
    ...props,
  });
  input.addEventListener('paste', (event) => {
    const pasted = event.clipboardData?.getData('text/plain') ?? '';
    if (!/[\r\n]/.test(pasted)) return;
    event.preventDefault();
    input.setRangeText(oneLine(pasted), input.selectionStart ?? 0, input.selectionEnd ?? 0, 'end');
    input.dispatchEvent(new Event('input'));
  });
  return input;
}

type Choices = readonly { readonly name: string; readonly value: never }[];

/** The values an option is limited to, or null. */
export function fixedChoices(option: APIApplicationCommandBasicOption): Choices | null {
  if (option.type === ApplicationCommandOptionType.Boolean)
    return [
      { name: 'True', value: true as never },
      { name: 'False', value: false as never },
    ];
  return 'choices' in option && option.choices?.length ? (option.choices as unknown as Choices) : null;
}

/** The value of a field as Discord sends it; null if it is empty. */
export async function valueIn({ option, input, picked }: Field): Promise<FieldValue | null> {
  if (input.type === 'file') {
    const file = input.files?.[0];
    if (!file) return null;
    const bytes = new Uint8Array(await file.arrayBuffer());
    let binary = '';
    for (const byte of bytes) binary += String.fromCharCode(byte);
    return { name: file.name, type: file.type || 'application/octet-stream', base64: btoa(binary) };
  }
  if (picked) return picked.value;
  if (input.value === '') return null;
  const fixed = fixedChoices(option)?.find(
    (choice) => localized('name', choice).toLowerCase() === input.value.toLowerCase(),
  );
  if (fixed) return fixed.value;
  const isNumber =
    option.type === ApplicationCommandOptionType.Integer ||
    option.type === ApplicationCommandOptionType.Number;
  return isNumber ? Number(input.value) : input.value;
}
