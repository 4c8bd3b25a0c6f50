const words = (list: string): readonly string[] => list.split(' ');

/** The names of months and days as English articles write them, in order, in lower case and without stops. */
export const MONTHS = words(
  'january february march april may june july august september october november december',
);
export const MONTHS_IN_SHORT = words('jan feb mar apr jun jul aug sep sept oct nov dec');
export const WEEKDAYS = words('monday tuesday wednesday thursday friday saturday sunday');
export const WEEKDAYS_IN_SHORT = words('mon tue tues wed thu thur thurs fri sat sun');

/** Alternatives of a regular expression: the months in full, with their capitals. */
export const CAPITAL_MONTHS = MONTHS.map((month) => month[0]!.toUpperCase() + month.slice(1)).join('|');
