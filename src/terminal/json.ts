import type { Citation, Excerpt } from '../answers/answer.ts';
import { distinct } from '../answers/passages/shown.ts';
import { say } from '../locales/say.ts';
import { type Reply, sourceName } from '../reply.ts';

/**
 * A reply in the shape that scripts read: one JSON object with the command's own fields. Counterparts that are only
 * shown beside an excerpt come last and are marked.
 */
export function toJson(question: string, reply: Reply): Record<string, unknown> {
  const beside = reply.ranked.flatMap(({ counterparts }) => counterparts);
  const besides = distinct([...reply.ranked, ...beside]).filter((each) => !reply.ranked.includes(each));
  return {
    ...reply.data,
    status: reply.nothing ? 'nothing' : 'answered',
    question,
    excerpts: [
      ...reply.ranked.map(excerptJson),
      ...besides.map((each) => ({ ...excerptJson(each), counterpart: true })),
    ],
    ...(reply.related.length > 0 && { related: reply.related.map(excerptJson) }),
    ...(reply.nothing && {
      nothing: {
        reason: reply.nothing.reason,
        message: say(reply.nothing.text, 'en'),
        suggestions: reply.suggestions.map(({ label }) =>
          typeof label === 'string' ? label : say(label, 'en'),
        ),
      },
    }),
  };
}

function excerptJson({ text, start, end, citation, said, also }: Excerpt) {
  return {
    text,
    ...citationJson(citation),
    start,
    end,
    ...(said &&
      present({
        speaker: sourceName(said),
        kind: said.kind,
        via: said.via,
        source: said.source,
        cue: said.cue,
        anonymous: said.anonymous,
        chain: said.chain.length > 0 ? said.chain : null,
      })),
    ...(also.length > 0 && { also: also.map(citationJson) }),
  };
}

function citationJson({ document, title, paragraph, outlet, published, url }: Citation) {
  return { document, title, paragraph, ...present({ outlet, published, url }) };
}

/** Drops unknown fields. */
function present<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as Partial<T>;
}
