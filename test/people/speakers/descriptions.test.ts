import { expect, test } from 'vitest';
import { speakers } from './marked.ts';

test.each([
  ['an office', 'President Carla Vosberg came. [The president] said it rained.', ['Carla Vosberg']],
  [
    'an office that the name stands behind, between commas',
    '[The minister for fisheries, Carla Vosberg,] said it was late. [The minister] left. Tomas Ruiz said so.',
    ['Carla Vosberg', 'Carla Vosberg'],
  ],
  [
    'a member of parliament by the party',
    'Labour MP Carla Vosberg came. Green MP Tomas Ruiz left. [The Labour MP] said it rained.',
    ['Carla Vosberg'],
  ],
  [
    'a member of parliament by the constituency',
    'Carla Vosberg, the MP for Dale, came. Tomas Ruiz, the MP for Greel, left. [The MP for Dale] said it rained.',
    ['Carla Vosberg'],
  ],
  [
    'a mayor by the town, in whatever words it was told',
    'Dale Mayor Carla Vosberg came. Tomas Ruiz, the mayor of Greel, left. [The mayor of Dale] said it rained.',
    ['Carla Vosberg'],
  ],
  [
    'nobody: who has that office elsewhere',
    'Tomas Ruiz, the mayor of Greel, left. [The mayor of Dale] said it rained.',
    [null],
  ],
  [
    'nobody: who speaks for others',
    'Carla Vosberg, a spokeswoman for the union, left. [The spokeswoman for the council] said it rained.',
    [null],
  ],
  [
    'a president by what the company is',
    'Carla Vosberg, president of Quillon Foods, came. [The president of the company] said it rained.',
    ['Carla Vosberg'],
  ],
  [
    'who reigns, by a title that is part of the name',
    'Prince Oskar came. Tomas Ruiz left. [The prince] said it rained.',
    ['Prince Oskar'],
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
    'a relative who has been named, and not their husband',
    'Tomas Ruiz died on Friday. His daughter, the novelist Carla Vosberg, left. It was late, [his daughter] said.',
    ['Carla Vosberg'],
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
  [
    'an administration',
    'The Vosberg administration waits. Carla Vosberg left. [The administration] denied it.',
    ['Vosberg administration'],
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
    'not whose aide somebody is',
    'It rained.\n\nFormer Haddad aide Tomas Ruiz stayed. [He] left. Omar Haddad came.',
    ['Tomas Ruiz'],
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
    'a body by more than its kind, after it spoke',
    '[Microsoft] said so. [The technology company] waved.',
    ['Microsoft', 'Microsoft'],
  ],
  [
    'nobody: the campaign, of two',
    'Tomas Ruiz and Lina Ortega ran. The Ruiz campaign called. The Ortega campaign called. [The campaign] said no.',
    [null],
  ],
  ['nobody: the people of a country', '[Americans] said so. [The Saudis] denied it.', [null, 'Saudi Arabia']],
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
