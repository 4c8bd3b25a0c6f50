import { CAPITAL_MONTHS } from '../../text/calendar.ts';

/** How a text writes what may be asked for: sums of money, other amounts, ages, times. */

const either = (...patterns: readonly string[]): string => `(?:${patterns.join('|')})`;
const word = (...patterns: readonly string[]): string => `\\b${either(...patterns)}\\b`;

const SPAN = '(?:minute|hour|day|week|month|year|decade)';
const SPANS = '(?:minutes|hours|days|weeks|months|years|decades|centuries)';
const FEW = 'two|three|four|five|six|seven|eight|nine|ten|several';
/** Alternatives of an expression; in full or in short. */
export const MONTH = `${CAPITAL_MONTHS}|Jan|Feb|Aug|Sept?|Oct|Nov|Dec`;
const SEASON = '(?:spring|summer|autumn|fall|winter)';

export const MONEY = new RegExp(either('[$£€]', word('dollars', 'euros', 'pounds')), 'i');

export const AMOUNT = new RegExp(
  either(
    '[$£€%]',
    word(
      'dollars',
      'euros',
      'pounds',
      'percent',
      'million',
      'billion',
      'half',
      'third',
      'quarter',
      'twice',
      'double',
    ),
    word(
      '(?:kilo|centi|milli)?met(?:re|er)s',
      'feet',
      'inches',
      'miles',
      'acres',
      'hectares',
      'degrees',
      'points',
      'hours',
    ),
    word('tons', 'tonnes', 'kilos', 'kilograms', 'lit(?:re|er)s', 'gallons', 'barrels'),
  ),
  'i',
);

/** How much of a whole. */
export const SHARE = new RegExp(
  either(
    '%',
    word(
      'per ?cent(?:age)?',
      'half',
      '(?:two-)?thirds?',
      '(?:three-)?quarters?',
      'fifth',
      'tenth',
      'majority',
      'most',
      `(?:\\d+|one|${FEW}) (?:in|of|out of) (?:every )?(?:\\d+|${FEW})`,
    ),
  ),
  'i',
);

/** For how long something lasts. */
export const LASTING = new RegExp(
  either(
    word(`(?:\\d+|one|${FEW})[ -](?:\\p{L}+[ -])?(?:second|${SPAN})s?`),
    // "a second official" is no time.
    word(`an? (?:\\p{L}+[ -])?${SPAN}s?`),
    word('day one', '(?:from|at|since) the (?:very )?(?:start|beginning|outset|first)'),
    word(`for (?:\\p{L}+ )?${SPANS}`),
    // "a 20-page plan", "two miles of road"
    word(`(?:\\d[\\d,.]*|${FEW})[ -](?:pages?|words|lines|miles?|feet|foot|yards?|(?:kilo)?met(?:re|er)s?)`),
    '\\b\\d{1,2}:\\d\\d\\b',
    word('since', '(?:from|between) (?:\\p{L}+ )?\\d{4} (?:to|until|till|through|and) (?:\\p{L}+ )?\\d{4}'),
  ),
  'iu',
);

export const AGE =
  /\b\d{1,3}[ -]years?[ -]old\b|, \d{1,3},|\b(?:is|was|aged?|at|turn(?:s|ed)) (?:(?:only|just|now|about|still|barely|nearly|almost) )?\d{1,3}\b/i;

/** How big or how often. */
export const EXTENT =
  /\d|\b(?:once|twice|times|half|halves|double|third|thirds|quarters?|dozens?|hundreds?|thousands?|millions?|billions?|unanimous)\b/i;

/** How a vote or a match ended: "58 to 40", "4–1". */
export const SCORE = /(?<![\d.,/–-])\d{1,3} ?(?:[-–]|to) ?\d{1,3}(?![\d/–-]|[.,]\d)/;

const WEEKDAY = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day';
const FEAST = 'Christmas|Easter|Thanksgiving|New Year';
/** Years, those of long ago only where they count nothing: "in 1263", not "1263 sheep". */
const YEARS = [
  word('(?:1[5-9]|20)\\d\\ds?'),
  word('(?:[Ii]n|[Bb]y|[Ss]ince|[Ff]rom|[Uu]ntil|[Bb]efore|[Aa]fter|early|late|mid) 1\\d{3}', '1\\d\\d0s'),
  word('(?:[Ii]n|[Ss]ince) \\d{3}(?=[,.;)])', '\\d+ ?(?:AD|BCE?|CE)', 'AD ?\\d+'),
];

/** Which year, month or day something is, was or will be in or on; case counts: "May" is a month. */
export const YEAR = new RegExp(
  either(
    ...YEARS,
    word(
      '(?:last|this|next|same|following|previous|earlier this) year',
      'years? (?:ago|earlier|later|before|after)',
    ),
  ),
  'u',
);
export const MONTHS = new RegExp(
  either(
    word(MONTH),
    word('(?:last|this|next|same|following|previous) month', 'months? (?:ago|earlier|later)'),
  ),
  'u',
);
export const DAY = new RegExp(
  either(
    word(WEEKDAY, FEAST, 'yesterday|today|tonight|tomorrow'),
    word(`(?:${MONTH})\\.? \\d{1,2}`, `\\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:${MONTH})`),
    word('(?:the|next|same|following|previous) day', 'days? (?:ago|earlier|later|before|after)'),
  ),
  'u',
);

/** When something is, was or will be. */
export const TIME = new RegExp(
  either(
    word(MONTH, WEEKDAY, FEAST),
    ...YEARS,
    word('centur(?:y|ies)', 'decades?'),
    word('yesterday|today|tonight|tomorrow|ago|soon|shortly|noon|midnight|dawn|dusk'),
    word(`(?:last|next|this|earlier) (?:\\p{L}+ )?(?:week|month|year|night|${SEASON})`),
    word(`(?:in|early|late|mid|by|until|during|before|after) (?:the )?${SEASON}`),
    word(
      `(?:in|within) (?:(?:less|more|about|under|than|the|a) ){0,3}(?:\\d+|${FEW}|few|coming|next) (?:hours|days|weeks|months|years)`,
    ),
    word('(?:hours|days|weeks|months|years) (?:later|earlier|before|after)'),
    '\\b\\d{1,2}(?::\\d\\d)? ?[ap]\\.?m\\b',
  ),
  'u',
);
