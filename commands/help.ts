import { examples } from '../src/answers/examples.ts';
import { type Command, command } from '../src/command.ts';
import { type Phrase, phrase } from '../src/locales/phrase.ts';
import { type Item, reply } from '../src/reply.ts';

export const help = command({
  name: 'help',
  description: phrase('help.description'),
  who: 'member',
  options: {},

  async run(_, { archive, commands }) {
    const [status, questions] = await Promise.all([archive.status(), examples(archive, 5)]);
    const { documents, attributions, earliest, latest, builtAt } = status;
    const total = Object.values(attributions).reduce((sum, count) => sum + count, 0);
    const since: Phrase[] =
      earliest && latest
        ? [
            earliest === latest
              ? phrase('help.on', { date: { date: latest } })
              : phrase('help.since', { earliest: { date: earliest }, latest: { date: latest } }),
          ]
        : [];
    return reply({
      heading: phrase('help.heading'),
      notes: [phrase('help.promise'), phrase('help.private')],
      groups: [
        {
          label: phrase('help.holds'),
          items: [
            phrase('help.documents', { count: documents }),
            phrase('help.attributions', {
              count: total,
              claims: phrase('help.claims', { count: attributions.claim }),
              denials: phrase('help.denials', { count: attributions.denial }),
            }),
            ...since,
            phrase('help.built', { at: { time: builtAt } }),
          ].map((text) => ({ type: 'line', text })),
        },
        { label: phrase('help.commands'), items: commands.map(usage) },
      ],
      suggestions: questions.map((question) => ({ label: question, command: 'ask', values: { question } })),
      data: { commands: commands.map(({ name }) => name), documents, questions },
    });
  },
});

function usage({ name, options, description }: Command): Item {
  return {
    type: 'usage',
    command: name,
    options: Object.entries(options).map(([option, { required = false }]) => ({ name: option, required })),
    description,
  };
}
