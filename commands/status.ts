import { KINDS } from '../src/attribution/attribution.ts';
import { command } from '../src/command.ts';
import { phrase } from '../src/locales/phrase.ts';
import { fact, line, reply } from '../src/reply.ts';

export const status = command({
  name: 'status',
  description: phrase('status.description'),
  who: 'moderator',
  repeatable: true,
  options: {},

  async run(_, { archive, health }) {
    const { documents, attributions, builtAt } = await archive.status();
    const { uptimeSeconds, memoryBytes, latencyMilliseconds, errors } = health();
    return reply({
      heading: phrase('status.heading'),
      groups: [
        {
          label: null,
          items: [
            line(phrase('help.documents', { count: documents })),
            line(phrase('help.built', { at: { time: builtAt } })),
            line(phrase('status.uptime', { count: Math.floor(uptimeSeconds / 60) })),
            line(phrase('status.memory', { megabytes: Math.round(memoryBytes / 2 ** 20) })),
            ...(latencyMilliseconds === null
              ? []
              : [line(phrase('status.latency', { milliseconds: latencyMilliseconds }))]),
          ],
        },
        {
          label: phrase('status.attributions'),
          items: KINDS.map((kind) =>
            line(phrase('status.kind', { kind: phrase(`kind.${kind}`), count: attributions[kind] })),
          ),
        },
        {
          label: phrase('status.errors'),
          items: errors.map(({ id, at, message }) =>
            fact(phrase('status.error', { id, at: { time: at } }), message),
          ),
        },
      ].filter(({ items }) => items.length > 0),
      data: { documents, attributions, builtAt, uptimeSeconds, memoryBytes, latencyMilliseconds, errors },
    });
  },
});
