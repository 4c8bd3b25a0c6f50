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
    word('since', '(?:from|between) (?:\\p{L}+ )?\\d{4} (?:to|until|till|through|and) (?:\\p{L}+ )?\\d{4}'),
  ),
  'iu',
);

export const AGE =
  /\b\d{1,3}[ -]years?[ -]old\b|, \d{1,3},|\b(?:is|was|aged?|at|turn(?:s|ed)) (?:(?:only|just|now|about|still|barely|nearly|almost) )?\d{1,3}\b/i;

/** How big or how often. */
export const EXTENT =
  /\d|\b(?:once|twice|times|half|halves|double|third|thirds|quarters?|dozens?|hundreds?|thousands?|millions?|billions?|unanimous)\b/i;

/** When something is, was or will be; case counts: "May" is a month. */
export const TIME = new RegExp(
  either(
    word(MONTH, '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day', '(?:1[5-9]|20)\\d\\ds?'),
    // Earlier years only where they count nothing: "in 1263", not "1263 sheep".
    word('(?:[Ii]n|[Bb]y|[Ss]ince|[Ff]rom|[Uu]ntil|[Bb]efore|[Aa]fter|early|late|mid) 1\\d{3}', '1\\d\\d0s'),
    word('centur(?:y|ies)', 'decades?', '\\d+ ?(?:AD|BCE?|CE)'),
    word('yesterday|today|tonight|tomorrow|ago|soon|shortly|noon|midnight|dawn|dusk'),
    word('Christmas|Easter|Thanksgiving|New Year'),
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
