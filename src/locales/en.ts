/**
 * English, the catalogue every other one is measured against. `{name}` stands for a value; where a text has several forms,
 * the value named `count` chooses.
 */
export const en = {
  // Names of kinds, as labels in front of an excerpt.
  'kind.quote': 'Quote',
  'kind.statement': 'Statement',
  'kind.claim': 'Claim',
  'kind.denial': 'Denial',
  'kind.dispute': 'Dispute',
  'kind.no-comment': 'No comment',

  // Who says it, and in which words.
  'who.named': '{speaker}',
  'who.unnamed': '{source} (not named)',
  'who.unidentified': 'Speaker not identified',
  'who.as-told-by': '{who}, as told by {teller}',
  'how.cue': '{kind}: “{cue}”',
  'how.cue-via': '{kind}: “{cue}”, via {outlet}',
  'how.via': '{kind}, via {outlet}',

  // Over what is shown together with an excerpt.
  'counterpart.answered': 'In answer to',
  'counterpart.denial': 'Denied',
  'counterpart.dispute': 'Disputed',
  'counterpart.no-comment': 'Asked about it',

  // Where it stands.
  'cited.untitled': 'Untitled, begins “{opening}”',
  'cited.paragraph': 'paragraph {paragraph}',
  'cited.also': { one: 'also in {count} more article', other: 'also in {count} more articles' },

  // Nothing.
  'nothing.no-evidence': 'Nothing on record.',
  'nothing.unknown-name': 'Nothing on record: no article names {name}.',
  'nothing.silent-speaker':
    'Nothing on record: the articles name {name}, but report no such statement by them.',
  'nothing.empty-corpus': 'There are no articles yet. Put files into the articles folder, then reindex.',
  'nothing.empty-question': 'There is no question in that. Ask, for example: who denied the report?',
  'searched.documents': { one: 'Searched {count} article', other: 'Searched {count} articles' },
  related: 'Related, but not an answer',
  suggestions: 'On record',

  'option.private': 'Show the reply to you alone',
} as const;
