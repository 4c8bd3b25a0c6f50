type Child = Node | string | null | false | undefined;

type Props<K extends keyof HTMLElementTagNameMap> = {
  readonly class?: string;
  readonly on?: { readonly [E in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[E]) => void };
  readonly data?: Readonly<Record<string, string>>;
  readonly [aria: `aria-${string}`]: string | boolean | undefined;
  readonly role?: string;
  readonly type?: string;
} & Partial<Omit<HTMLElementTagNameMap[K], 'className' | 'style' | 'role' | 'type'>>;

/** An element. Children that are strings become text, never markup. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props: Props<K> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  const { class: className, on, data, ...rest } = props as Props<'div'>;
  if (className) element.className = className;
  for (const [event, listener] of Object.entries(on ?? {}))
    element.addEventListener(event, listener as EventListener);
  for (const [name, value] of Object.entries(data ?? {})) element.dataset[name] = value;
  for (const [name, value] of Object.entries(rest)) {
    if (value === undefined) continue;
    if (name.startsWith('aria-') || name === 'role') element.setAttribute(name, String(value));
    else Reflect.set(element, name, value);
  }
  add(element, ...children);
  return element;
}

/** Appends `children` to an element. Null, false and undefined are left out. */
export function add(element: Element, ...children: readonly Child[]): void {
  element.append(
    ...children.filter(
      (child): child is Node | string => child !== null && child !== false && child !== undefined,
    ),
  );
}

const shapes = {
  eye: 'M12 5C5.6 5 2 12 2 12s3.6 7 10 7 10-7 10-7-3.6-7-10-7Zm0 11a4 4 0 1 1 0-8 4 4 0 0 1 0 8Z',
  hash: 'M9.5 3 8.9 7H5v2h3.6l-.9 6H4v2h3.4l-.6 4h2l.6-4h6l-.6 4h2l.6-4H21v-2h-3.3l.9-6H22V7h-3.1l.6-4h-2l-.6 4h-6l.6-4h-2Zm1.1 6h6l-.9 6h-6l.9-6Z',
  at: 'M12 2a10 10 0 1 0 5 18.7l-1-1.7A8 8 0 1 1 20 12v1.5a1.5 1.5 0 0 1-3 0V8h-2v.6a5 5 0 1 0 .7 6.9A3.5 3.5 0 0 0 22 13.5V12A10 10 0 0 0 12 2Zm0 13a3 3 0 1 1 0-6 3 3 0 0 1 0 6Z',
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5Z',
  menu: 'M4 6h16v2H4V6Zm0 5h16v2H4v-2Zm0 5h16v2H4v-2Z',
  reply: 'M10 8V4l-8 8 8 8v-4.5c5.5 0 9 1.7 12 5.5-1-6.5-4.5-12-12-13Z',
  grid: 'M4 4h6v6H4V4Zm10 0h6v6h-6V4ZM4 14h6v6H4v-6Zm10 0h6v6h-6v-6Z',
  close: 'm6.4 5 5.6 5.6L17.6 5 19 6.4 13.4 12l5.6 5.6-1.4 1.4-5.6-5.6L6.4 19 5 17.6l5.6-5.6L5 6.4 6.4 5Z',
  ask: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm0 16.5a1.2 1.2 0 1 1 0-2.4 1.2 1.2 0 0 1 0 2.4Zm2.4-6.7c-1 .7-1.4 1.1-1.4 2.4h-2c0-2.2 1-3.1 2.1-3.9.8-.6 1.2-1 1.2-1.7 0-1-.8-1.7-2-1.7-1.3 0-2.1.7-2.3 2h-2c.2-2.4 1.8-3.9 4.3-3.9s4.1 1.5 4.1 3.5c0 1.8-1 2.6-2 3.3Z',
  quote: 'M4.5 17c-1.5-6 1-10.5 6-12v3c-2 .7-3 2-3 4h3v5h-6Zm9 0c-1.5-6 1-10.5 6-12v3c-2 .7-3 2-3 4h3v5h-6Z',
  send: 'M3 20.5 21.5 12 3 3.5V10l11 2-11 2v6.5Z',
  link: 'M14 3h7v7h-2V6.4l-9.3 9.3-1.4-1.4L17.6 5H14V3ZM5 5h5v2H7v10h10v-3h2v5H5V5Z',
} as const;

/** A drawing beside words or in a labelled button, hidden from screen readers. */
export function icon(name: keyof typeof shapes): SVGSVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.classList.add('icon');
  const shape = document.createElementNS(space, 'path');
  shape.setAttribute('d', shapes[name]);
  svg.append(shape);
  return svg;
}
