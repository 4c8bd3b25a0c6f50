/** At most `length` characters of a text, with "…" where there were more. Never half of a character. */
export function short(text: string, length: number): string {
  if (text.length <= length) return text;
  if (length < 1) return '';
  const end = /[\ud800-\udbff]/.test(text[length - 2] ?? '') ? length - 2 : length - 1;
  return `${text.slice(0, end).trimEnd()}…`;
}

/** At most `length` characters of a text, with "…" behind its last whole word where there were more. */
export function shortWords(text: string, length: number): string {
  const end = text.lastIndexOf(' ', length - 1);
  return text.length <= length || end < length / 2 ? short(text, length) : `${text.slice(0, end).trimEnd()}…`;
}
