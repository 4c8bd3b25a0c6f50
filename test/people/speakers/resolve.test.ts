import { expect, test } from 'vitest';
import type { Attribution } from '../../../src/attribution/attribution.ts';
import { findPeople } from '../../../src/people/people.ts';
import { resolveSpeakers } from '../../../src/people/speakers/resolve.ts';

/** The speakers of the sources marked `[…]` in a text, in order; `{…}` marks what the source before it says. */
function speakers(marked: string): (string | null)[] {
  const attributions: Attribution[] = [];
  let text = '';
  for (const part of marked.split(/(\[[^\]]*\]|\{[^}]*\})/)) {
    const source = part.startsWith('[') ? part.slice(1, -1) : null;
    if (part.startsWith('{')) {
      const said = { start: text.length, end: text.length + part.length - 2 };
      attributions.push({ ...attributions.pop()!, content: [said] });
      text += part.slice(1, -1);
      continue;
    }
    if (source !== null)
      attributions.push({
        kind: 'statement',
        source: [{ start: text.length, end: text.length + source.length }],
        cue: null,
        content: [],
        anonymous: false,
        via: null,
        nested: false,
        confidence: 1,
      });
    text += source ?? part;
  }
  return resolveSpeakers(text, attributions, findPeople(text)).map(({ speaker }) => speaker);
}

test.each([
  ['a surname', 'Carla Vosberg came. It was late, [Vosberg] said.', ['Carla Vosberg']],
  [
    'a pronoun',
    '[Carla Vosberg] said it was late. [She] added that it rained.',
    ['Carla Vosberg', 'Carla Vosberg'],
  ],
  ['an office', 'President Carla Vosberg came. [The president] said it rained.', ['Carla Vosberg']],
  [
    'an office that the name stands behind, between commas',
    '[The minister for fisheries, Carla Vosberg,] said it was late. [The minister] left. Tomas Ruiz said so.',
    ['Carla Vosberg', 'Carla Vosberg'],
  ],
  [
    'an age',
    '[Carla Vosberg] said it was late. It rained, [the 36-year-old] said.',
    ['Carla Vosberg', 'Carla Vosberg'],
  ],
  [
    'a rank by its abbreviation',
    'Sgt. Carla Vosberg came. Tomas Ruiz left. [The sergeant] said it rained.',
    ['Carla Vosberg'],
  ],
  [
    'nobody: whose professor it is',
    'Prof. Carla Vosberg came. Tomas Ruiz left. [His professor] said it rained.',
    [null],
  ],
  [
    'a head of what is written small',
    '[Head of planning Dr Carla Vosberg] said so. [The council’s director of public health Tomas Ruiz] agreed.',
    ['Carla Vosberg', 'Tomas Ruiz'],
  ],
  [
    'a rank with a bracket',
    'Lt Col Carla Vosberg left. [Lt Col (retd) Carla Vosberg] said so.',
    ['Carla Vosberg'],
  ],
  [
    'a relative who has been named, and not their husband',
    'Tomas Ruiz died on Friday. His daughter, the novelist Carla Vosberg, left. It was late, [his daughter] said.',
    ['Carla Vosberg'],
  ],
  [
    'who heard something from a daughter, and not the daughter',
    '[Carla Vosberg] said {that she had it from her daughter}. It was late, [she] said.',
    ['Carla Vosberg', 'Carla Vosberg'],
  ],
  [
    'a company by who spoke for it',
    'Quillon Foods met Pellam Foods. [Quillon Foods spokeswoman Carla Vosberg] was late. [The company] grew.',
    ['Carla Vosberg', 'Quillon Foods'],
  ],
  [
    'a company by how often the text names it',
    'Quillon Foods met Pellam Foods. Quillon Foods ate. Quillon Foods slept. [The firm] grew.',
    ['Quillon Foods'],
  ],
  ['nobody: one of two companies', 'Quillon Foods met Pellam Foods. [The company] grew.', [null]],
  [
    'nobody: a company where only a council and a newspaper are named',
    '[Elm Council] met the Elm Courier. [The company] grew.',
    ['Elm Council', null],
  ],
  [
    'nobody: a surname that father and son have with their first name',
    'Elmer Holt left. Elmer Holt Jr. stayed. It was late, [Holt] said.',
    [null],
  ],
  [
    'a report about somebody whose name comes first',
    'Carla Vosberg, [the report] said, was late. The Elm Courier wrote it.',
    [null],
  ],
  [
    'nobody: a spokesperson for somebody with an office',
    '[A spokesperson for Council Chairman Otto Grau] said so. [A spokesman for Mayor Hanna Voss, Tom Park,] agreed.',
    [null, 'Tom Park'],
  ],
  [
    'nobody: a former office, where the text is mostly about one person',
    'Carla Vosberg leaves. Carla Vosberg was late. Vosberg slept. Vosberg ate. [The former secretary] said it rained.',
    [null],
  ],
  [
    'nobody: an office, where the text gives its main figure another in short',
    'Gov. Carla Vosberg leaves. Carla Vosberg was late. Vosberg slept. Vosberg ate. [The secretary] said it rained.',
    [null],
  ],
  [
    'nobody: an office of somebody who is introduced much further down',
    `Carla Vosberg faces a vote. [The president] denied it. ${'It rained in town. '.repeat(50)}President Tomas Ruiz came.`,
    [null],
  ],
  [
    'a body by its kind',
    'The Department of Labor opened. [The department] said so.',
    ['Department of Labor'],
  ],
  ['an abbreviation', '[The DHS] declined to comment.', ['Department of Homeland Security']],
  [
    'an administration',
    'The Vosberg administration waits. Carla Vosberg left. [The administration] denied it.',
    ['Vosberg administration'],
  ],
  ['a name in apposition', '[A spokesman for Carla Vosberg, Tomas Ruiz,] denied it.', ['Tomas Ruiz']],
  [
    'nobody: a word that is a property of every object',
    '[The constructor] agreed. [A mayor of the constructor] left.',
    [null, null],
  ],
  ['nobody: an aide', '[An aide to Carla Vosberg] denied it.', [null]],
  ['nobody: a pronoun two people fit', 'Carla Vosberg and Ruth Calloway met. [She] said it rained.', [null]],
  [
    'whose office it is not: the name in a possessive title',
    "Mayor Carla Vosberg's deputy, Tomas Ruiz, came. [Mayor Carla Vosberg's deputy, Tomas Ruiz], agreed.",
    ['Tomas Ruiz'],
  ],
  ['nobody: the supporters of somebody with a title', "[Secretary Vosberg's supporters] agreed.", [null]],
  ['nobody: several members of a body', 'Members of Congress [who] came agreed.', [null]],
  [
    'a name behind a title in lower case and a party',
    'Tomas Ruiz left. [The chairman of the harbour committee, Labour MP Omar Haddad], agreed.',
    ['Omar Haddad'],
  ],
  [
    'a name behind two titles joined by "and"',
    '[Ohio Republican and likely presidential candidate Sen. Omar Haddad] agreed.',
    ['Omar Haddad'],
  ],
  [
    'an apposition to the name that opens the sentence',
    'Carla Vosberg, [a former harbour official], said so.',
    ['Carla Vosberg'],
  ],
  [
    'nobody: whom somebody named behind it speaks of',
    'Omar Haddad came. He met a second witness Haddad said he knew. [The witness] said it rained.',
    [null],
  ],
  [
    'a pronoun, past whoever signed what stands between',
    'Omar Haddad came. [Haddad] said it was late.\n\nIt rains and rains. — Tomas Ruiz (@tomasr) May 4\n\n[He] added that it rained.',
    ['Omar Haddad', 'Omar Haddad'],
  ],
  ['a name behind a dateline', '[SPRINGFIELD (Reuters) - Carla Vosberg] said so.', ['Carla Vosberg']],
  [
    'a name before a dash',
    'Carla Vosberg came. [Vosberg -- editor of "Tides", a book] -- agreed.',
    ['Carla Vosberg'],
  ],
  ['the rest of a name that was cut', 'Lina Ortega-Vale came. Ortega-[Vale] agreed.', ['Lina Ortega-Vale']],
  ['whose report it is', 'The Daily Herald called. [The Daily Herald report] said so.', ['Daily Herald']],
  [
    'whose survey it is',
    'The Harbor Council met. [A survey released Tuesday by the Harbor Council] said so.',
    ['Harbor Council'],
  ],
  [
    'whose count, complaint and findings they are',
    'The Harbor Council met. According to [a tally by the Harbor Council], it rained. [Carla Vosberg’s complaint] said so. [The Harbor Council’s findings] agreed.',
    ['Harbor Council', 'Carla Vosberg', 'Harbor Council'],
  ],
  ['a body with what it is behind its name', '[The Daily Herald newspaper] said so.', ['Daily Herald']],
  [
    'a pronoun across what is nothing but quotation',
    'Tomas Ruiz met Omar Haddad. [Haddad] said it rained. “It rained. It poured. It hailed. It snowed. It blew.” [He] left.',
    ['Omar Haddad', 'Omar Haddad'],
  ],
  [
    'the subject of its own sentence, not who spoke before',
    '[Tomas Ruiz] said it rained. While Omar Haddad spoke of it in his first speech since [he] came, it stopped.',
    ['Tomas Ruiz', 'Omar Haddad'],
  ],
  [
    'who spoke last among several in one sentence',
    'Writing for most of them, and joined by Lina Ortega, Ruth Calloway and Sonia Hill, Carla Vosberg wrote it was wrong, [she] said.',
    ['Carla Vosberg'],
  ],
  [
    'the one whom the paragraph begins with, though the words quoted in it name another',
    'Omar Haddad came. [Haddad] said it was late.\n\nTomas Ruiz of the Harbor Council thinks it was not. “I saw nobody late who had come with Omar Haddad,” [he] says.',
    ['Omar Haddad', 'Tomas Ruiz'],
  ],
  [
    'nobody: a pronoun behind somebody who could not be told',
    '[Tomas Ruiz] said it rained. [A neighbour] disagreed. [He] said it had not.',
    ['Tomas Ruiz', null, null],
  ],
  [
    'who spoke, in spite of somebody of whom it is said in passing',
    'Tomas Ruiz smiled at a reporter. [He] said it rained.',
    ['Tomas Ruiz'],
  ],
  [
    'a party and a place behind the name',
    '[Sen. Carla Vosberg (R-Ohio)] agreed. Tomas Ruiz, a Democrat from Texas, left. [The Texas Democrat] waved, [the Ohio Republican] said.',
    ['Carla Vosberg', 'Tomas Ruiz', 'Carla Vosberg'],
  ],
  [
    'a place that the text leaves to its readers',
    '[Sen. Carla Vosberg] agreed. [The Ohio Republican] waved.',
    ['Carla Vosberg', 'Carla Vosberg'],
  ],
  [
    'nobody: a committee by a name that goes on',
    'The Joint Committee on Taxation met. [The Committee for a Safer Harbor] said so.',
    [null],
  ],
  ['a body and the day', '[The Pentagon Tuesday] said so.', ['Department of Defense']],
  [
    'of many whoever is named',
    '[Many senators, including Omar Haddad,] agreed. [Groups such as the Harbor Council] did not. [Senators like Haddad] left.',
    ['Omar Haddad', 'Harbor Council', 'Omar Haddad'],
  ],
  [
    'nobody: a place and two senators of whom neither spoke right before',
    'Sen. Tomas Ruiz came. [Sen. Carla Vosberg] agreed. It rained. [The Ohio Republican] waved.',
    ['Carla Vosberg', null],
  ],
  [
    'a place, of two senators the one who spoke right before',
    'Sen. Tomas Ruiz came. [Sen. Carla Vosberg] agreed. [The Ohio Republican] waved.',
    ['Carla Vosberg', 'Carla Vosberg'],
  ],
  [
    'nobody: a pronoun some way behind two, of whom one is only a little nearer',
    'Omar Haddad came. Tomas Ruiz left. It rained. [He] said so.',
    [null],
  ],
  [
    'a pronoun that goes on with the one before, which says nothing',
    'Tomas Ruiz met Omar Haddad. Haddad ran for mayor. He lost. He left town. He bought a mill. The mill, [he] said, was old.',
    ['Omar Haddad'],
  ],
  [
    'whose statement it is: who said something in one',
    '[Carla Vosberg] said in a statement it was late. [The statement] went on.',
    ['Carla Vosberg', 'Carla Vosberg'],
  ],
  [
    'whose report it is: who released one',
    'On Monday the Harbor Council released a long report. It rained. [The report] said so.',
    ['Harbor Council'],
  ],
  [
    'whose study it is: by whom it is said to be',
    'A survey by the Harbor Council is out. Carla Vosberg read it. According to [the study], it rains.',
    ['Harbor Council'],
  ],
  ['whose letter it is: his', 'Tomas Ruiz left. [His Harbor Council letter] said so.', ['Tomas Ruiz']],
  [
    'nobody: another report, a lawsuit in a court, a letter from somebody else, a statement by those in a place',
    'A report by the Harbor Council is out. A report came. [The report] said so. A lawsuit in the Supreme Court ended. [The suit] said so. Carla Vosberg wrote a letter. [The letter from a neighbour] said so. Fishers in France issued a statement. [The statement] said so.',
    [null, null, null, null],
  ],
  [
    'him, whose wife or mother was spoken of',
    'Tomas Ruiz came. His wife laughed. Ruiz’s mother was late. “It rained,” [he] said.',
    ['Tomas Ruiz'],
  ],
  [
    'nobody: whose father was spoken of',
    'Tomas Ruiz came. His father laughed. “It rained,” [he] said.',
    [null],
  ],
  [
    'a subject with what he is before him, not an object',
    'Omar Haddad came. It rained. On Monday, known harbour grumbler Tomas Ruiz stayed. “It poured,” [he] said.',
    ['Tomas Ruiz'],
  ],
  [
    'an office behind the name, without an article',
    'Carla Vosberg, [director of the Elm harbour] said it rained.',
    ['Carla Vosberg'],
  ],
  [
    'a place, past what is nothing but quotation',
    'Sen. Tomas Ruiz came. [Sen. Carla Vosberg] agreed. “It rained. It poured.” [The Ohio Republican] waved.',
    ['Carla Vosberg', 'Carla Vosberg'],
  ],
  [
    'not whom the text is mostly about, where the quotation names them',
    'Omar Haddad came. Haddad sat. Haddad ate. Haddad slept. Haddad woke. Tomas Ruiz spoke. [He] said: {“Haddad is late.”}',
    ['Tomas Ruiz'],
  ],
  [
    'who came in last, though the text is mostly about somebody else',
    'Omar Haddad came. Haddad sat. Haddad ate. Haddad slept. Haddad woke. [Haddad] said it rained.\n\nTomas Ruiz echoed him. [He] left.',
    ['Omar Haddad', 'Tomas Ruiz'],
  ],
  [
    'not whose aide somebody is',
    'It rained.\n\nFormer Haddad aide Tomas Ruiz stayed. [He] left. Omar Haddad came.',
    ['Tomas Ruiz'],
  ],
  [
    'whoever is described right before "who"',
    'It rained. Carla Vosberg, a grower of peas from Ohio [who] said so, left. Tomas Ruiz, a friend of Omar Haddad’s [who] agreed, stayed.',
    ['Carla Vosberg', null],
  ],
  [
    'a newspaper by its name',
    'The Springfield Herald called. [The newspaper] said so.',
    ['Springfield Herald'],
  ],
  [
    'a subcommittee of a chamber',
    'The Subcommittee on Tides met. [The House subcommittee] asked.',
    ['Subcommittee on Tides'],
  ],
  ['what speaks for a place', '[The Chinese government] said so.', ['Chinese government']],
  [
    'the one who is called by the surname all along, not a relative',
    'Tomas Ruiz came. Ruiz sat. Ruiz ate. Ruiz slept. He met Lina Ruiz. [Ruiz] said so.',
    ['Tomas Ruiz'],
  ],
  [
    'a long surname with a letter too many',
    'Carla Vosbergen came. [Vosberrgen] said so.',
    ['Carla Vosbergen'],
  ],
  [
    'not whom the quotation names',
    'Tomas Ruiz spoke of Omar Haddad and praised him. “Omar Haddad is good,” [he] said.',
    ['Tomas Ruiz'],
  ],
  ['whose report it was, and when', '[A CNN report Tuesday] said so.', ['CNN']],
  [
    'a body by more than its kind, after it spoke',
    '[Microsoft] said so. [The technology company] waved.',
    ['Microsoft', 'Microsoft'],
  ],
  [
    'nobody: the campaign, of two',
    'Tomas Ruiz and Lina Ortega ran. The Ruiz campaign called. The Ortega campaign called. [The campaign] said no.',
    [null],
  ],
  [
    'nobody: somebody else who dealt with him',
    'Tomas Ruiz left. An officer who dealt with [him] said so.',
    [null],
  ],
  [
    'not who is named in the quotation behind it',
    'Tomas Ruiz met Omar Haddad. Ruiz left. On Tuesday, [he] wrote, “Haddad is late.”',
    ['Tomas Ruiz'],
  ],
  ['a wife, not her husband', 'Barack Obama left. [Mrs. Obama] said so.', [null]],
  ['nobody: the people of a country', '[Americans] said so. [The Saudis] denied it.', [null, 'Saudi Arabia']],
  [
    'the name behind the opening clause',
    'Tomas Ruiz left. In a move [he] said was fair, Mayor Omar Haddad stayed.',
    ['Omar Haddad'],
  ],
  [
    'not whom the statement itself is on',
    'Tomas Ruiz came. Omar Haddad left. [He] {called Haddad’s plan a shame}.',
    ['Tomas Ruiz'],
  ],
  [
    'who is named in the question that heads the paragraph',
    'Mayor Tomas Ruiz came. [Omar Haddad] said it rained.\n\nWhat was Ruiz’s answer?\n\n[He] said it did not.',
    ['Omar Haddad', 'Tomas Ruiz'],
  ],
  [
    'an acting chief, not the deputy chief who is named beside him',
    'Deputy Police Chief Omar Haddad met Acting Police Chief Tomas Ruiz. [The new acting police chief] said so.',
    ['Tomas Ruiz'],
  ],
  [
    'nobody: an office of the one whom the text gives another',
    'The lawyer Omar Haddad leaves. Haddad was late. Haddad slept. Haddad ate. [The harbour chairman] said so.',
    [null],
  ],
  [
    'a department in lower case',
    '[The justice department] said so. [The foreign ministry] denied it.',
    ['Department of Justice', 'Ministry of Foreign Affairs'],
  ],
])('%s', (_, marked, expected) => {
  expect(speakers(marked)).toEqual(expected);
});

test('a pronoun in a quotation is not whoever is named behind it as its speaker', () => {
  const text = 'Tomas Ruiz left. Omar Haddad came. “He lied,” Haddad said.';
  const attribution = (source: string, said: string, nested: boolean): Attribution => ({
    kind: 'statement',
    source: [{ start: text.lastIndexOf(source), end: text.lastIndexOf(source) + source.length }],
    cue: null,
    content: [{ start: text.indexOf(said), end: text.indexOf(said) + said.length }],
    anonymous: false,
    via: null,
    nested,
    confidence: 1,
  });
  const attributions = [attribution('He', 'lied', true), attribution('Haddad', '“He lied,”', false)];
  const spoken = resolveSpeakers(text, attributions, findPeople(text));
  expect(spoken.map(({ speaker }) => speaker)).toEqual(['Tomas Ruiz', 'Omar Haddad']);
});

test('two who speak together are both named', () => {
  const text = 'Carla Vosberg and Tomas Ruiz said it rained.';
  const source = [{ start: 0, end: 28 }];
  const attribution = {
    kind: 'statement',
    source,
    cue: null,
    content: [],
    anonymous: false,
    via: null,
    nested: false,
    confidence: 1,
  } as const;
  const [spoken] = resolveSpeakers(text, [attribution], findPeople(text));
  expect(spoken?.speakers).toEqual(['Carla Vosberg', 'Tomas Ruiz']);
});

test('whom an apposition names does not speak too', () => {
  const text =
    'Tomas Ruiz, a friend of Carla Vosberg, and Lina Ortega came. Lina Ortega, an aide during the Vosberg administration, said so.';
  const start = text.lastIndexOf('Lina');
  const source = [{ start, end: text.indexOf(', said so') }];
  const shared = { kind: 'statement', cue: null, content: [], anonymous: false, via: null } as const;
  const [spoken] = resolveSpeakers(
    text,
    [{ ...shared, source, nested: false, confidence: 1 }],
    findPeople(text),
  );
  expect([spoken?.speaker, spoken?.speakers]).toEqual(['Lina Ortega', undefined]);
});

test('"they" are those who spoke together before', () => {
  expect(speakers('[Carla Vosberg and Tomas Ruiz] said it rained. [They] said it was cold.')).toEqual([
    'Carla Vosberg',
    'Carla Vosberg',
  ]);
});

/** The speaker of what `inner` says in what `outer` says. */
function innerSpeaker(text: string, outer: string, inner: string, anonymous: boolean): string | null {
  const at = text.indexOf(outer);
  const pronoun = text.indexOf(inner, at + outer.length);
  const shared = { kind: 'statement', cue: null, via: null, confidence: 1 } as const;
  const resolved = resolveSpeakers(
    text,
    [
      {
        ...shared,
        source: [{ start: at, end: at + outer.length }],
        content: [{ start: pronoun, end: text.length - 1 }],
        anonymous,
        nested: false,
      },
      {
        ...shared,
        source: [{ start: pronoun, end: pronoun + inner.length }],
        content: [],
        anonymous: false,
        nested: true,
      },
    ],
    findPeople(text),
  );
  return resolved[1]!.speaker;
}

test('what a lawyer says that he will do, his client will do', () => {
  const text = "Omar Haddad left. Tomas Ruiz came. Ruiz's lawyer said he will return.";
  expect(innerSpeaker(text, "Ruiz's lawyer", 'he', true)).toBe('Tomas Ruiz');
});

test('"she" in what "her daughter" says may be either', () => {
  const text =
    'Hanna Voss died. Her daughter, the novelist Carla Vosberg, left. Later her daughter said she was late.';
  expect(innerSpeaker(text, 'her daughter', 'she', false)).toBeNull();
});
