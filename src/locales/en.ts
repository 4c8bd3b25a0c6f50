/** English, the catalogue every other one is measured against. `{name}` stands for a value. */
export const en = {
  'nothing-on-record': 'Nothing on record.',
} as const;
