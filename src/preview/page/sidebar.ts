import { h, icon } from './dom.ts';
import { avatar } from './message.ts';
import type { Person, Room } from './protocol.ts';
import { nameOf, words } from './words.ts';

export interface Place {
  readonly guild: string;
  readonly rooms: readonly Room[];
  readonly room: Room;
  readonly people: readonly Person[];
  readonly me: Person;
}

/** Channels, direct messages, and whom the reader views them as. */
export function sidebar(
  { guild, rooms, room, people, me }: Place,
  go: (change: { readonly me?: Person; readonly room?: Room }) => void,
): HTMLElement {
  const entry = (each: Room): HTMLElement =>
    h(
      'li',
      {},
      h(
        'button',
        {
          type: 'button',
          class: 'room',
          'aria-current': each === room ? 'page' : undefined,
          on: { click: () => go({ room: each }) },
        },
        icon(each.private ? 'at' : 'hash'),
        each.name,
      ),
    );
  const section = (label: string, of: readonly Room[]): HTMLElement =>
    h('section', {}, h('h3', {}, label), h('ul', {}, ...of.map(entry)));
  return h(
    'nav',
    { class: 'side', 'aria-label': words('preview.channels') },
    h('h2', {}, guild),
    section(
      words('preview.text-channels'),
      rooms.filter((each) => !each.private),
    ),
    section(
      words('preview.direct-messages'),
      rooms.filter((each) => each.private),
    ),
    h(
      'div',
      { class: 'viewers', role: 'group', 'aria-label': words('preview.view-as') },
      h('h3', {}, words('preview.view-as')),
      ...people.map((person) =>
        h(
          'button',
          {
            type: 'button',
            class: 'viewer',
            'aria-pressed': String(person === me),
            on: { click: () => go({ me: person }) },
          },
          avatar(person.user),
          h(
            'span',
            {},
            h('strong', {}, nameOf(person.user)),
            h('span', { class: 'detail' }, words(person.moderator ? 'preview.moderator' : 'preview.member')),
          ),
        ),
      ),
    ),
  );
}
