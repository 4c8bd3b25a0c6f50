import { expect, test } from 'vitest';
import { findPeople } from '../../src/people/people.ts';

const names = (text: string) => findPeople(text).map(({ name }) => name);
const roles = (text: string, name: string) =>
  findPeople(text)
    .find((person) => person.name === name)
    ?.roles.map(({ start, end }) => text.slice(start, end));

test.each([
  ['a full name, then the surname', 'Carla Vosberg spoke first. Vosberg left early.', ['Carla Vosberg']],
  [
    'titles are no part of a name',
    'On Monday, Sen. Ruth Calloway met Dr. Omar Haddad.',
    ['Ruth Calloway', 'Omar Haddad'],
  ],
  [
    'bodies that are called after many',
    "The Dale Women’s Law Center met the Greel Farmers' Union and Holt's Harbor Authority.",
    ["Dale Women's Law Center", "Greel Farmers' Union", 'Harbor Authority'],
  ],
  [
    'a chamber beside its committee',
    'The House Ferry Committee met on Monday. The House voted late, the House said.',
    ['House Ferry Committee', 'House'],
  ],
  [
    'any police before some are named',
    'It rained. Police said so. The Harbor Metropolitan Police closed the road.',
    ['Police', 'Metropolitan Police'],
  ],
  [
    'a strange first name before what somebody is',
    "Z'Amaru Holt, a former goalkeeper of the club, said the grass was wet. Brin Alder, a maker of rope, said so too.",
    ["Z'Amaru Holt"],
  ],
  [
    'an Arabic name without its article',
    'Minister Yusuf al-Rafiq came. Rafiq spoke. Mr. al-Rafiq left with Al Green and Gus Green.',
    ['Yusuf al-Rafiq', 'Al Green', 'Gus Green'],
  ],
  [
    'a hospital that is called general, in a town',
    'It rained. The Chicago General Hospital said so.',
    ['Chicago General Hospital'],
  ],
  ['a surname that a news agency bears', 'Mayor Tomas Bloomberg spoke. Bloomberg left.', ['Tomas Bloomberg']],
  [
    'a news agency beside nobody of its name',
    'Mayor Tomas Ruiz spoke. Bloomberg reported it.',
    ['Tomas Ruiz', 'Bloomberg News'],
  ],
  ['somebody by what they do', 'Singer Ida Marlow sang. Ms Marlow, 40, left.', ['Ida Marlow']],
  [
    'the initial of a figure',
    'Barack H. Obama spoke. Obama left. Samuel A. Holt stayed.',
    ['Barack Obama', 'Samuel A. Holt'],
  ],
  ['a mayor by the surname', 'Mayor Rolf Emanuel spoke. In May, Mayor Emanuel left.', ['Rolf Emanuel']],
  [
    'a surname of two words without a title',
    'The editor Fredda Kalder Klein came. Kalder Klein, also an author, left.',
    ['Fredda Kalder Klein'],
  ],
  [
    'a name of two words behind a first name',
    'Minister Tariq Abdul Karim came. Abdul Karim left. Mary Ann Holt met Ann Holt.',
    ['Tariq Abdul Karim', 'Mary Ann Holt', 'Ann Holt'],
  ],
  ['a surname that is a title, before a suffix', 'It was Stephen King, Jr. who spoke.', ['Stephen King, Jr']],
  [
    'nobody by the title, the vocation or the children before the name',
    'Cllr Ida Marlow came. Det Con Omar Haddad came. Ch Con Rhea Stone came. PC Tomas Ruiz came. Mother-of-two Carla Vosberg came. Villager Hanna Voss came.',
    ['Ida Marlow', 'Omar Haddad', 'Rhea Stone', 'Tomas Ruiz', 'Carla Vosberg', 'Hanna Voss'],
  ],
  [
    'a barrister without the letters behind the name',
    'Judge Ida Marlow QC came. Ms Marlow left.',
    ['Ida Marlow'],
  ],
  [
    'a body called after its place',
    'Police Scotland said so. NHS Elmshire said so, too.',
    ['Police Scotland', 'NHS Elmshire'],
  ],
  [
    'a body by the last word of its name',
    'The Bavarian State Opera met Elm Valley Water and Omar van de Water.',
    ['Bavarian State Opera', 'Elm Valley Water', 'Omar van de Water'],
  ],
  [
    'a body with the adjective that begins its name',
    'The American Lung Association met American officials and the US Supreme Court.',
    ['American Lung Association', 'Supreme Court'],
  ],
  [
    'a body of a state, not the one of the nation',
    'The Ohio Department of Justice met the Wyoming Supreme Court and the New York State Department of Health. The Supreme Court left.',
    [
      'Ohio Department of Justice',
      'Wyoming Supreme Court',
      'New York State Department of Health',
      'Supreme Court',
    ],
  ],
  [
    'a newspaper with its town',
    'The Sacramento Bee called the Elm Courier-Journal. The Courier-Journal said no.',
    ['Sacramento Bee', 'Elm Courier-Journal'],
  ],
  [
    'first names that are words or months',
    'Rep. Jan Schalk met writer Will Hollis and CEO Oscar Greel. In May Congress met.',
    ['Jan Schalk', 'Will Hollis', 'Oscar Greel', 'Congress'],
  ],
  [
    'nobody by what they do within a sentence',
    'It was late when Tory Brexiteer Steve Holt and Principal Ida Marlow met the director Tanveer Ahmed Rafiq.',
    ['Steve Holt', 'Ida Marlow', 'Tanveer Ahmed Rafiq'],
  ],
  ['a capital particle', 'Omar bin Halloun left. Bin Halloun said no.', ['Omar bin Halloun']],
  ['nobody: what many things are called', 'Then Light Rail came.', []],
  [
    'an outlet by its article, not a person',
    'Carla Vosberg told The Daily Bugle: “It rained.” The Bugle agreed.',
    ['Carla Vosberg', 'Daily Bugle'],
  ],
  [
    'an abbreviation that the text does not explain',
    'The Elm Harbor Authority met. The EHA voted. The UK Health Security Agency met. UKHSA voted.',
    ['Elm Harbor Authority', 'UK Health Security Agency'],
  ],
  [
    'an abbreviation that elsewhere means another',
    'The Central Bureau of Investigation came. The CBI said no.',
    ['Central Bureau of Investigation'],
  ],
  [
    'an abbreviation in its usual sense',
    'The Elm Bureau came. The CBI said no.',
    ['Elm Bureau', 'Confederation of British Industry'],
  ],
  ['a knight by his first name', 'Sir Giles Holt came. Sir Giles sang.', ['Giles Holt']],
  [
    'bodies that begin like offices',
    'The Independent Office for Harbor Conduct met the General Medical Council and the National Border Patrol Council.',
    ['Independent Office for Harbor Conduct', 'General Medical Council', 'National Border Patrol Council'],
  ],
  [
    'a firm that begins with a first name',
    'Tyson Foods grew. Samantha Bee said so.',
    ['Tyson Foods', 'Samantha Bee'],
  ],
  [
    'an abbreviation that two could have by itself',
    'The Elm Harbor Authority met the Elk Housing Alliance. The EHA said so.',
    ['Elm Harbor Authority', 'Elk Housing Alliance', 'EHA'],
  ],
  [
    'a firm with its legal form or without',
    'Quillon Foods Inc grew. Quillon Foods Inc slept. Quillon Foods ate. Quillon said so.',
    ['Quillon Foods Inc'],
  ],
  [
    'a husband, once the text calls his wife by the surname',
    'Carla Vosberg runs the inn with her husband Tomas. Mrs Vosberg sang. Mr Vosberg left.',
    ['Carla Vosberg', 'Tomas Vosberg'],
  ],
  ['a pope and a queen', 'Pope Linus spoke. Linus met Queen Margrethe.', ['Pope Linus', 'Queen Margrethe']],
  ['an office by its letters', 'Talks were led by QTRX Robert Lindholm.', ['Robert Lindholm']],
  [
    'a strange name that is signed',
    '“The ferry is the only way to the island. Close it, and the school closes too.”\n\nZ’Amaru Holt, Elm Courier',
    ["Z'Amaru Holt", 'Elm Courier'],
  ],
  ['an initial within a name', 'Justice Samuel A. Holt spoke. Vitamin A. Nobody ate.', ['Samuel A. Holt']],
  [
    'a county and its sheriff are nobody',
    "Dale County Sheriff Amos Greel left. Dale County Sheriff's Captain Rhea Stone stayed.",
    ['Amos Greel', 'Rhea Stone'],
  ],
  ['somebody called like a month', 'Theresa May left. In May, Mrs May returned on May 5.', ['Theresa May']],
  ['days, places and nationalities are nobody', 'On Tuesday, French voters in Lyon met in Texas.', []],
  ['the first word of a sentence is nobody', 'Police closed the road. Officials waited.', []],
  [
    'a possessive with an opening quotation mark',
    'According to CNN‘s Mara Lindqvist, it rained.',
    ['CNN', 'Mara Lindqvist'],
  ],
  ['an abbreviation the table knows', 'A man from DHS called.', ['Department of Homeland Security']],
  [
    'an abbreviation the text explains',
    'The Harbor Workers Union (HWU) met. HWU voted.',
    ['Harbor Workers Union'],
  ],
  [
    'an initial that is a word too',
    'House Speaker John A. Vosberg left. Mr. Vosberg waved.',
    ['John A. Vosberg'],
  ],
  ['a surname that is a title too', 'Kristin King came. Ms King waved.', ['Kristin King']],
  [
    'a son by his suffix',
    'Omar Haddad and Omar Haddad Jr. came. Haddad Jr. left.',
    ['Omar Haddad', 'Omar Haddad Jr'],
  ],
  ['a whip', 'House Majority Whip Tomas Ruiz came.', ['Tomas Ruiz']],
  [
    'an office for two things',
    'House Ways and Means Chairman Rep. Tomas Ruiz met the House Energy and Commerce Committee.',
    ['Tomas Ruiz', 'House Energy and Commerce Committee'],
  ],
  [
    'all that an abbreviation takes in',
    'The Harbors and Rivers Authority (HRA) met. The HRA voted.',
    ['Harbors and Rivers Authority'],
  ],
  [
    'a body with what it is for',
    'The Harbor Institute for Coastal Health met.',
    ['Harbor Institute for Coastal Health'],
  ],
  [
    'an unknown first name behind a role',
    "Ledgerly's head of integrity, Zyvo Pellam, agreed.",
    ['Zyvo Pellam'],
  ],
  ['an unknown first name before "who"', 'Zyvo Pellam, who left, agreed.', ['Zyvo Pellam']],
  ['nobody: a party in a chamber', 'Senate Republicans said no. Republicans said no.', []],
  ['a surname that is a thing too, behind a title', 'Mr. Lane came.', ['Lane']],
  ['nobody: a party and where it is from', 'Rep. Tomas Ruiz, D-Calif, told us.', ['Tomas Ruiz']],
  ['a surname of two words', 'Omar Vander Holt came. Mr. Vander Holt left.', ['Omar Vander Holt']],
  [
    'two with an office each',
    'Secretary of State Mike Haddad and Defence Secretary Tomas Ruiz came.',
    ['Mike Haddad', 'Tomas Ruiz'],
  ],
  [
    'who has a turn in a transcript',
    'LINA ORTEGA: It rained.\n\nAMY HADDAD: It did.',
    ['Lina Ortega', 'Amy Haddad'],
  ],
  ['a body by what it is', 'The Tamnis news agency called.', ['Tamnis']],
  ['a third name that is a title too', 'Martin Luther King Jr. came.', ['Martin Luther King Jr']],
  ['a first name that is a creed too', 'It was said by Christian Vosberg.', ['Christian Vosberg']],
  ['a ranking member', 'Ranking Member Tomas Ruiz came.', ['Tomas Ruiz']],
  [
    'nobody: what is made for somebody',
    'A Ministry-issued Blackberry rang. The Ministry-issued Blackberry said so.',
    [],
  ],
  ['a body that begins with an adjective', 'The National Tides Journal called.', ['National Tides Journal']],
  [
    'an office for what is far away',
    'Assistant Secretary of State for African Affairs Omar Haddad came.',
    ['Omar Haddad'],
  ],
  ['a wife by her title, not her husband', 'Tomas Ruiz came. Mrs. Ruiz left.', ['Tomas Ruiz']],
  [
    'what is called after a leader',
    'The Vosberg administration, led by Carla Vosberg, agreed.',
    ['Carla Vosberg', 'Vosberg administration'],
  ],
])('%s', (_, text, expected) => {
  expect(names(text)).toEqual(expected);
});

test('roles are found before and behind a name and as its predicate, as written', () => {
  const text =
    'The then-Commissioner of Customs and Border Protection Carla Vosberg has since been named acting Secretary of Labor. ' +
    'It is illegal, said Tomas Ruiz, president and general counsel of the Harbor Workers Union.';
  expect(roles(text, 'Carla Vosberg')).toEqual([
    'then-Commissioner of Customs and Border Protection',
    'acting Secretary of Labor',
  ]);
  expect(roles(text, 'Tomas Ruiz')).toEqual(['president and general counsel of the Harbor Workers Union']);
});

test('who speaks behind a name is no role of its bearer', () => {
  expect(roles('In a talk with Tomas Ruiz, the former mayor said so.', 'Tomas Ruiz')).toEqual([]);
});

test('a role is whole at the head of a sentence', () => {
  expect(roles('New Jersey Gov. Tomas Ruiz came.', 'Tomas Ruiz')).toEqual(['New Jersey Gov.']);
  expect(roles('White House press secretary Lina Ortega came.', 'Lina Ortega')).toEqual([
    'White House press secretary',
  ]);
});

test('a spokesman for a general is not the general', () => {
  expect(roles('It was said by a spokesman for Army Gen. Tomas Ruiz.', 'Tomas Ruiz')).toEqual(['Army Gen.']);
});

test('a surname that is a place is found where it can be no place', () => {
  const text = 'Tomas Santiago came. Santiago is late. It is far to Santiago.';
  expect(findPeople(text).find(({ name }) => name === 'Tomas Santiago')?.mentions).toHaveLength(2);
});

test('a surname that is a common word is found where it speaks at the head of a sentence', () => {
  const text = 'Sen. Lina Rounds came. Rounds said it rained.';
  expect(findPeople(text).find(({ name }) => name === 'Lina Rounds')?.mentions).toHaveLength(2);
});

test.each([
  ['explains', 'The Harbor Workers Union (HWU) met. HWU voted.', 'HWU'],
  ['does not explain', 'The Elm Harbor Authority met. The EHA voted.', 'EHA'],
])('an abbreviation that the text %s mentions its body', (_, text, short) => {
  const [body] = findPeople(text);
  expect(body?.mentions.at(-1)?.start).toBe(text.lastIndexOf(short));
});
