import { h } from './dom.ts';

export interface Choice {
  readonly label: string;
  readonly detail?: string | undefined;
  choose(): void;
}

/** A menu beside the button that opens it. Arrow keys move, Enter chooses, Escape gives the focus back. */
export function openMenu(
  anchor: HTMLElement,
  label: string,
  choices: readonly Choice[],
  empty: string,
): void {
  document.querySelector('.menu')?.remove();
  const close = (): void => {
    menu.remove();
    document.removeEventListener('pointerdown', outside);
    anchor.focus();
  };
  const outside = (event: Event): void => {
    if (!menu.contains(event.target as Node)) close();
  };
  const items = choices.map((choice) =>
    h(
      'button',
      {
        type: 'button',
        role: 'menuitem',
        tabIndex: -1,
        on: {
          click: () => {
            close();
            choice.choose();
          },
        },
      },
      choice.label,
      choice.detail !== undefined && h('span', { class: 'detail' }, choice.detail),
    ),
  );
  const menu = h(
    'div',
    { class: 'menu', role: 'menu', 'aria-label': label, tabIndex: -1 },
    h('div', { class: 'menu-title', role: 'presentation' }, label),
    ...(items.length > 0 ? items : [h('p', { class: 'detail', role: 'menuitem', tabIndex: -1 }, empty)]),
  );
  menu.addEventListener('keydown', (event) => {
    const at = items.indexOf(document.activeElement as HTMLButtonElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) items[(at + step + items.length) % items.length]?.focus();
    else if (event.key === 'Home') items[0]?.focus();
    else if (event.key === 'End') items.at(-1)?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  (anchor.closest('main') ?? document.body).append(menu);
  place(menu, anchor);
  document.addEventListener('pointerdown', outside);
  (items[0] ?? menu).focus();
}

function place(menu: HTMLElement, anchor: HTMLElement): void {
  const near = anchor.getBoundingClientRect();
  const { width, height } = menu.getBoundingClientRect();
  menu.style.left = `${Math.max(8, Math.min(near.right - width, innerWidth - width - 8))}px`;
  menu.style.top = `${near.bottom + height + 8 > innerHeight ? Math.max(8, near.top - height - 4) : near.bottom + 4}px`;
}
