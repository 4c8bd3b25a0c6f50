import {
  type APIMessage,
  type APIModalInteractionResponseCallbackData,
  type APIModalSubmitInteraction,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10';
import { type Key, phrase } from '../locales/phrase.ts';
import { type Locale, localeFor, say } from '../locales/say.ts';
import type { Action } from '../moderation/journal.ts';
import { sourceName } from '../reply.ts';
import { short } from '../text/shorten.ts';
import type { Member } from './access.ts';
import { askedOn, type Bot, excerptMarked } from './bot.ts';
import { notice, partsOf } from './components.ts';
import type { Job, Outcome } from './exchange.ts';
import { plain, undata } from './markdown.ts';
import { pressOf } from './press.ts';

type Reason = Extract<Action, { type: 'report' }>['reason'];

const REASONS: Readonly<Record<Reason, Key>> = {
  'wrong-speaker': 'report.wrong-speaker',
  'wrong-kind': 'report.wrong-kind',
  'out-of-context': 'report.out-of-context',
  other: 'report.other',
};

/** Discord's limits for forms. */
const TITLE = 45;
const OPTION = 100;
const NOTE = 1000;

/**
 * A form that asks which of the message's excerpts is wrong, and how. Null if it has none. Made from the message alone,
 * so that it opens at once.
 */
export function reportModal(
  customId: string,
  message: Pick<APIMessage, 'components'>,
  locale: Locale,
  bot: Bot,
): APIModalInteractionResponseCallbackData | null {
  const words = (key: Key, length: number) => short(say(phrase(key), locale), length);
  const excerpts = partsOf(message).flatMap((part) => {
    if (part.type !== ComponentType.Section || !('custom_id' in part.accessory)) return [];
    const press = pressOf(part.accessory.custom_id, bot.commands);
    const [line = ''] = (part.components[0]?.content ?? '').split('\n');
    return press?.act === 'context' ? [{ value: press.args[1]!, label: labelOf(line) }] : [];
  });
  const unique = excerpts.filter((one, n) => excerpts.findIndex((other) => other.value === one.value) === n);
  if (unique.length === 0) return null;
  return {
    custom_id: customId,
    title: words('report.title', TITLE),
    components: [
      {
        type: ComponentType.Label,
        label: words('report.which', TITLE),
        component: {
          type: ComponentType.StringSelect,
          custom_id: 'excerpt',
          options: unique.slice(0, 25).map((one) => ({ ...one, default: one.value === unique[0]!.value })),
        },
      },
      {
        type: ComponentType.Label,
        label: words('report.reason', TITLE),
        component: {
          type: ComponentType.StringSelect,
          custom_id: 'reason',
          options: Object.entries(REASONS).map(([value, key]) => ({ value, label: words(key, OPTION) })),
        },
      },
      {
        type: ComponentType.Label,
        label: words('report.note', TITLE),
        component: {
          type: ComponentType.TextInput,
          custom_id: 'note',
          style: TextInputStyle.Paragraph,
          required: false,
          max_length: NOTE,
        },
      },
    ],
  };
}

/** Keeps a member's report for the moderators. */
export function reportJob(interaction: APIModalSubmitInteraction, member: Member, bot: Bot): Job {
  const locale = localeFor('locale' in interaction ? interaction.locale : 'en');
  const tell = (key: Key): Outcome => ({ type: 'message', body: notice(phrase(key), locale, true) });
  const fields = fieldsOf(interaction);
  return {
    what: 'report',
    locale,
    wait: 'private',
    async run() {
      const press = pressOf(interaction.data.custom_id, bot.commands);
      const asked = press && askedOn(press, interaction.message ?? { components: [] }, bot);
      const reason = fields.reason as Reason;
      if (!asked || !Object.hasOwn(REASONS, reason)) return tell('discord.stale');
      const asking = { asked, member, locale, ephemeral: true, progress: () => {} };
      const found = await excerptMarked(bot, asking, fields.excerpt ?? '');
      if ('key' in found) return { type: 'message', body: notice(found, locale, true) };
      const { document, start, end, said } = found;
      const shown = said && { kind: said.kind, speaker: sourceName(said) };
      const note = (fields.note ?? '').slice(0, NOTE);
      await bot.moderation.act(member.id, {
        type: 'report',
        document,
        start,
        end,
        reason,
        note,
        ...(shown && { shown }),
      });
      return tell('report.thanks');
    },
  };
}

function labelOf(line: string): string {
  return short(plain(undata(line.replaceAll('**', ''))), OPTION) || '…';
}

function fieldsOf(interaction: APIModalSubmitInteraction): Readonly<Record<string, string | undefined>> {
  const fields: Record<string, string> = {};
  for (const part of interaction.data.components) {
    if (part.type !== ComponentType.Label) continue;
    const { component } = part;
    const value =
      'values' in component ? component.values?.[0] : 'value' in component ? component.value : undefined;
    if (typeof value === 'string') fields[component.custom_id] = value;
  }
  return fields;
}
