/** A piece of a message as Discord shows it: text, or something with a type. */
export type Inline =
  | string
  | {
      readonly type: 'strong' | 'em' | 'underline' | 'strike' | 'spoiler';
      readonly inside: readonly Inline[];
    }
  | { readonly type: 'link'; readonly url: string; readonly inside: readonly Inline[] }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'user' | 'role' | 'channel'; readonly id: string }
  | { readonly type: 'everyone'; readonly text: string }
  | { readonly type: 'command'; readonly name: string; readonly id: string }
  | { readonly type: 'time'; readonly seconds: number; readonly style: string }
  | { readonly type: 'emoji'; readonly name: string };

export type Block =
  | { readonly type: 'lines'; readonly lines: readonly (readonly Inline[])[] }
  | { readonly type: 'heading'; readonly level: number; readonly inside: readonly Inline[] }
  | { readonly type: 'small'; readonly inside: readonly Inline[] }
  | { readonly type: 'quote'; readonly inside: readonly Block[] }
  | { readonly type: 'list'; readonly ordered: boolean; readonly items: readonly Item[] }
  | { readonly type: 'code-block'; readonly text: string };

interface Item {
  readonly depth: number;
  readonly inside: readonly Inline[];
}

/**
 * Reads a message as Discord's clients do. Takes time in proportion to the length of `text`, whatever it holds.
 * (discord-markdown-parser was tried: it misses headings and small print after a quotation, and takes four seconds for
 * a thousand times `[a](`.)
 */
export function readMarkdown(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let at = 0;
  while (at < text.length) {
    const fence = text.indexOf('```', at);
    const end = fence < 0 ? -1 : text.indexOf('```', fence + 3);
    if (end < 0) break;
    blocks.push(...linesToBlocks(text.slice(at, fence).replace(/\n$/, ''), false));
    blocks.push({
      type: 'code-block',
      text: text
        .slice(fence + 3, end)
        .replace(/^[\w+#.-]*\n/, '')
        .replace(/\n$/, ''),
    });
    at = text.startsWith('\n', end + 3) ? end + 4 : end + 3;
  }
  return [...blocks, ...linesToBlocks(text.slice(at), false)];
}

/** What a reader sees, without markup. `named` returns the name shown for a mentioned id. */
export function plainText(text: string, named: (id: string) => string = (id) => `<${id}>`): string {
  const inline = (parts: readonly Inline[]): string =>
    parts
      .map((part) => {
        if (typeof part === 'string') return part;
        if ('inside' in part) return inline(part.inside);
        if ('text' in part) return part.text;
        if ('name' in part) return part.name;
        return 'id' in part ? named(part.id) : `<${part.seconds}>`;
      })
      .join('');
  const block = (each: Block): string => {
    if (each.type === 'lines') return each.lines.map(inline).join('\n');
    if (each.type === 'quote') return each.inside.map(block).join('\n');
    if (each.type === 'list') return each.items.map(({ inside }) => inline(inside)).join('\n');
    return each.type === 'code-block' ? each.text : inline(each.inside);
  };
  return readMarkdown(text).map(block).join('\n');
}

function linesToBlocks(text: string, inQuote: boolean): Block[] {
  if (text === '') return [];
  const blocks: Block[] = [];
  const lines = text.split('\n');
  for (let n = 0; n < lines.length; n++) {
    const line = lines[n]!;
    const all = inQuote ? null : /^ {0,3}>>> /.exec(line);
    if (all) {
      const rest = [line.slice(all[0].length), ...lines.slice(n + 1)].join('\n');
      blocks.push({ type: 'quote', inside: linesToBlocks(rest, true) });
      return blocks;
    }
    if (!inQuote && /^> /.test(line)) {
      const first = n;
      while (/^> /.test(lines[n + 1] ?? '')) n++;
      const inner = lines.slice(first, n + 1).map((each) => each.slice(2));
      // A quotation of one empty line is still a quotation.
      const inside =
        inner.join('\n') === ''
          ? [{ type: 'lines' as const, lines: [[]] }]
          : linesToBlocks(inner.join('\n'), true);
      blocks.push({ type: 'quote', inside });
      continue;
    }
    const heading = /^(#{1,3}) +(\S.*)$/.exec(line);
    const small = /^-# +(\S.*)$/.exec(line);
    const item = /^( {0,10})([-*]|\d{1,9}\.) +(\S.*)$/.exec(line);
    const last = blocks.at(-1);
    if (heading) blocks.push({ type: 'heading', level: heading[1]!.length, inside: readInline(heading[2]!) });
    else if (small) blocks.push({ type: 'small', inside: readInline(small[1]!) });
    else if (item) {
      const ordered = /\d/.test(item[2]!);
      const read: Item = { depth: Math.floor(item[1]!.length / 2), inside: readInline(item[3]!) };
      if (last?.type === 'list' && last.ordered === ordered) (last.items as Item[]).push(read);
      else blocks.push({ type: 'list', ordered, items: [read] });
    } else if (last?.type === 'lines') (last.lines as (readonly Inline[])[]).push(readInline(line));
    else blocks.push({ type: 'lines', lines: [readInline(line)] });
  }
  return blocks;
}

const paired = {
  '**': 'strong',
  '*': 'em',
  __: 'underline',
  _: 'em',
  '~~': 'strike',
  '||': 'spoiler',
} as const;

type Mark = keyof typeof paired | '[';

interface Frame {
  readonly mark: Mark | null;
  readonly inside: Inline[];
}

const tokens: readonly [RegExp, (found: RegExpExecArray) => Inline][] = [
  [/<@!?(\d{1,20})>/y, ([, id]) => ({ type: 'user', id: id! })],
  [/<@&(\d{1,20})>/y, ([, id]) => ({ type: 'role', id: id! })],
  [/<#(\d{1,20})>/y, ([, id]) => ({ type: 'channel', id: id! })],
  [
    /<\/([-_'\p{L}\p{N} ]{1,100}):(\d{1,20})>/uy,
    ([, name, id]) => ({ type: 'command', name: name!, id: id! }),
  ],
  [
    /<t:(-?\d{1,17})(?::([tTdDfFRsS]))?>/y,
    ([, seconds, style]) => ({ type: 'time', seconds: Number(seconds), style: style ?? 'f' }),
  ],
  [/<a?:(\w{2,32}):\d{1,20}>/y, ([, name]) => ({ type: 'emoji', name: `:${name}:` })],
  [/<(https?:\/\/[^\s<>]+)>/y, ([, url]) => ({ type: 'link', url: url!, inside: [url!] })],
  [/@(?:everyone|here)/y, ([text]) => ({ type: 'everyone', text })],
];

/** Passes once over the line. Opening marks go on a stack, and unclosed ones become text again. */
function readInline(line: string): Inline[] {
  const stack: Frame[] = [{ mark: null, inside: [] }];
  const top = (): Frame => stack[stack.length - 1]!;
  const put = (part: Inline): void => {
    const { inside } = top();
    const before = inside.length - 1;
    if (typeof part === 'string' && typeof inside[before] === 'string') inside[before] += part;
    else inside.push(part);
  };
  const abandon = (): void => {
    const { mark, inside } = stack.pop()!;
    put(mark!);
    for (const part of inside) put(part);
  };
  const isOpen = (mark: Mark): boolean => stack.some((frame) => frame.mark === mark);
  const close = (mark: Mark, make: (inside: Inline[]) => Inline): void => {
    while (top().mark !== mark) abandon();
    const { inside } = stack.pop()!;
    put(make(inside));
  };
  const unclosedCode = new Set<string>();

  let at = 0;
  scan: while (at < line.length) {
    const char = line[at]!;
    const next = line[at + 1] ?? '';
    if (char === '\\' && next !== '' && /[^\p{L}\p{N}\s]/u.test(next)) {
      put(next);
      at += 2;
      continue;
    }
    if (char === '`') {
      const fence = next === '`' ? '``' : '`';
      const end = unclosedCode.has(fence) ? -1 : line.indexOf(fence, at + fence.length);
      if (end > at + fence.length) {
        put({ type: 'code', text: line.slice(at + fence.length, end) });
        at = end + fence.length;
        continue;
      }
      unclosedCode.add(fence);
    }
    if (char === '<' || char === '@')
      for (const [pattern, make] of tokens) {
        pattern.lastIndex = at;
        const found = pattern.exec(line);
        if (!found) continue;
        put(make(found));
        at = pattern.lastIndex;
        continue scan;
      }
    if (char === 'h') {
      const found = match(/https?:\/\/[^\s<>|*]+/y, line, at);
      if (found) {
        const url = found[0].replace(/[.,:;"')\]]{1,9}$/, '');
        put({ type: 'link', url, inside: [url] });
        at += url.length;
        continue;
      }
    }
    if (char === '[' && !isOpen('[')) {
      stack.push({ mark: '[', inside: [] });
      at++;
      continue;
    }
    if (char === ']' && isOpen('[')) {
      const found = match(/\]\(<?(https?:\/\/[^\s()<>]+)>?(?: "[^"]{0,200}")?\)/y, line, at);
      if (found) {
        close('[', (inside) => ({ type: 'link', url: found[1]!, inside }));
        at += found[0].length;
        continue;
      }
    }
    const mark = markAt(line, at, isOpen);
    if (mark) {
      const kind = paired[mark];
      if (isOpen(mark) && !(top().mark === mark && top().inside.length === 0))
        close(mark, (inside) => ({ type: kind, inside }));
      else if (opens(mark, line, at) && !isOpen(mark)) stack.push({ mark, inside: [] });
      else put(mark);
      at += mark.length;
      continue;
    }
    put(char);
    at++;
  }
  while (stack.length > 1) abandon();
  return stack[0]!.inside;
}

/** The mark at this place: of two possible ones, the one that is open, else the longer. */
function markAt(line: string, at: number, isOpen: (mark: Mark) => boolean): keyof typeof paired | null {
  const two = line.slice(at, at + 2);
  const one = line[at]!;
  if (two === '~~' || two === '||') return two;
  if (one !== '*' && one !== '_') return null;
  if (one === '_' && isOpen('_') && /[\p{L}\p{N}]/u.test(line[at + 1] ?? '')) return null;
  const three = line.slice(at, at + 3) === one.repeat(3);
  const double = `${one}${one}` as '**' | '__';
  if (two !== double) return one;
  return isOpen(one) && three ? one : double;
}

/** Emphasis begins before a word, and a single underscore not within one. */
function opens(mark: Mark, line: string, at: number): boolean {
  const after = line[at + mark.length] ?? '';
  if (after === '') return false;
  if (mark === '*') return !/\s/.test(after);
  return mark !== '_' || !/[\p{L}\p{N}]/u.test(line[at - 1] ?? '');
}

function match(pattern: RegExp, line: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(line);
}
