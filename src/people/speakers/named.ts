import { FUNCTION, GROUPS, ROLE_PREFIXES, SPEECH, TITLES } from '../lexicon.ts';
import type { Reading } from '../reading.ts';
import { isRoleNoun } from '../roles.ts';
import { type Core, type Mention, OWNING, type Phrases, POSSESSIVES } from './phrases.ts';

/** Whom the source from one word to another names: at its head, or in apposition to its head. Empty where nobody. */
export function namedIn(phrases: Phrases, first: number, last: number): readonly string[] {
  const core = phrases.core(first, last);
  if (core.mention) return listed(phrases, core.mention, core.end, last);
  const noun = phrases.headNoun(core);
  if (noun !== null && (GROUPS.has(noun) || (noun.endsWith('s') && !isRoleNoun(noun))))
    return among(phrases, core.end, last);
  return apposed(phrases, core, noun, last);
}

/** The first of several names with those listed behind it: "Smith and Jones", "Smith, Jones and Hill". */
function listed(phrases: Phrases, mention: Mention, end: number, last: number): readonly string[] {
  const { words } = phrases.reading;
  const names = [mention.person.name];
  let at = end;
  let joined = false;
  while (
    at < last &&
    !joined &&
    (words[at]!.text === ',' || words[at]!.lower === 'and' || words[at]!.text === '&')
  ) {
    if (words[at]!.text === ',' && words[at + 1]?.lower === 'and') at++;
    // ", a friend of Hill's" is about the first.
    const lead = words[words[at + 1]?.lower === 'the' ? at + 2 : at + 1];
    if (words[at]!.text === ',' && !(lead?.capital && (lead === words[at + 1] || TITLES.has(lead.lower))))
      break;
    const next = phrases.core(at + 1, last);
    if (!next.mention || next.end <= at) break;
    joined = words[at]!.text !== ',';
    names.push(next.mention.person.name);
    at = next.end;
  }
  // Without an "and" what follows the comma is about the first: "Smith, Jones's deputy".
  return joined || (at >= last && mention.person.type === 'person') ? names : names.slice(0, 1);
}

/** Who of a group is named: "many senators, including Hill and Ruiz". */
function among(phrases: Phrases, first: number, last: number): readonly string[] {
  const { words } = phrases.reading;
  for (let i = first; i + 1 < last; i++) {
    const suchAs = words[i]!.lower === 'such' && words[i + 1]!.lower === 'as';
    if (!suchAs && words[i]!.lower !== 'including' && words[i]!.lower !== 'like') continue;
    const core = phrases.core(suchAs ? i + 2 : i + 1, last);
    return core.mention ? listed(phrases, core.mention, core.end, last) : [];
  }
  return [];
}

/** "A spokesman, Tom Hill", "Clinton ally and former mayor Tom Hill", "the panel's chairman, Labour MP Tom Hill". */
function apposed(
  { reading, mentions }: Phrases,
  core: Core,
  noun: string | null,
  last: number,
): readonly string[] {
  const { words } = reading;
  for (const mention of mentions) {
    if (mention.first < core.end || mention.last > last) continue;
    if (mention.person.type !== 'person') {
      if (noun !== null && isBehindComma(reading, core, mention, last)) return [mention.person.name];
      continue;
    }
    // "The wife of film star Tom Hill" is not he, but "the wife of the mayor, Ruth Hill" she.
    const within = words.slice(core.end, mention.first);
    if (OWNING.has(within[0]?.lower ?? '') && !within.some(({ text }) => text === ',')) continue;
    if (POSSESSIVES.has(words[mention.last]?.text ?? '')) continue;
    let lead = mention.first - 1;
    while (lead > core.end && leadsName(reading, lead)) lead--;
    if (
      lead > core.end &&
      words[core.end]!.lower === 'and' &&
      isOnePhrase(reading, core.end + 1, mention.first)
    )
      lead = core.end;
    // "A spokesman for Mayor Ruth Hill" is not she.
    if (words[lead] && OWNING.has(words[lead]!.lower)) continue;
    if (lead === core.end && words[lead]!.lower === 'and' && lead < mention.first - 1)
      return [mention.person.name];
    const before = words[words[lead]?.text === ',' ? lead : mention.first - 1];
    if (before && (before.text === ',' || before.lower === 'and' || isRoleNoun(before.lower)))
      return noun !== null && (isRoleNoun(noun) || before.text === ',') ? [mention.person.name] : [];
  }
  return [];
}

/** Whether a body is named between commas right behind a noun: "its owner, Hill Partners,", not "Tom Ruiz, The Herald". */
function isBehindComma({ words }: Reading, { end }: Core, { first, last }: Mention, ends: number): boolean {
  const noun = words[end - 1]!;
  if (noun.capital && !GROUPS.has(noun.lower)) return false;
  const name = words[end + 1]?.lower === 'the' ? end + 2 : end + 1;
  const behind = words[last]?.text === '.' ? last + 1 : last;
  return words[end]?.text === ',' && first === name && (behind >= ends || words[behind]!.text === ',');
}

/** Whether a word belongs to what stands before a name: "Labour MP", "Lt. Gen.", "former mayor". */
function leadsName({ words }: Reading, index: number): boolean {
  const { capital, text, lower } = words[index]!;
  return (
    capital ||
    isRoleNoun(lower) ||
    ROLE_PREFIXES.has(lower) ||
    (text === '.' && TITLES.has(words[index - 1]!.lower))
  );
}

/** Whether the words from `first` to `last` could all stand before one name: "potential candidate Sen." */
function isOnePhrase({ words }: Reading, first: number, last: number): boolean {
  return words
    .slice(first, last)
    .every(({ lower, mark, text }) => (!mark || text === '.') && !FUNCTION.has(lower) && !SPEECH.has(lower));
}
