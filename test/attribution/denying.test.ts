import { describe, expect, test } from 'vitest';
import { DENIALS } from '../../src/attribution/denials.ts';
import { denying } from '../../src/attribution/denying.ts';
import { extract } from '../../src/attribution/extract.ts';
import { tag } from '../../src/attribution/tag.ts';

/** The rows of the table that any word of the sentence meets. */
function rowsIn(sentence: string) {
  const tagged = tag(sentence);
  return tagged.units.flatMap((unit) =>
    tagged.tokens.flatMap((_, i) =>
      i >= unit.start && i < unit.end ? (denying(tagged, unit, i) ?? []) : [],
    ),
  );
}

describe('every row of the table of denials', () => {
  test.each(DENIALS)('knows its example: $example', (row) => {
    expect(rowsIn(row.example)).toContain(row);
  });

  test.each(DENIALS.filter((row) => row.not !== undefined))('leaves alone: $not', (row) => {
    expect(rowsIn(row.not!)).toEqual([]);
  });
});

describe('what is said about an argument decides', () => {
  test.each([
    ['The mayor dismissed the whole affair as absurd.', 'dispute'],
    ['The premier rejected the plan as “a distraction.”', 'dispute'],
    ['The minister waved off the affair as mere gossip.', 'dispute'],
    ['The minister called it nonsense.', 'dispute'],
    ['The ambassador called the allegations ridiculous.', 'dispute'],
    ['The owner challenged the accuracy of the memoir.', 'dispute'],
    ['The prince was unwilling to discuss the wedding.', 'no-comment'],
    ['Police declined to give a motive.', 'no-comment'],
    ['The governor dismissed the study as flawed.', 'dispute'],
    ['The chairwoman dismissed her account of the night.', 'dispute'],
    ['The chairwoman waved her concerns aside.', 'dispute'],
    ['The lawyer called the account into question.', 'dispute'],
    ['The captain will have no comment on the race.', 'no-comment'],
    ['The minister called the reports of a leak “false.”', 'dispute'],
    ['The owner protested: “It was never mine.”', 'dispute'],
    ['The mayor denied on Monday that the bridge was closed.', 'denial'],
    ['Merz denied Friday having met the builder.', 'denial'],
    ['The mayor denied the bridge had been closed.', 'denial'],
    ['The town denied Mayor Holt took the money.', 'denial'],
    ['Minister denies taking money from ferry firm', 'denial'],
    ['The mayor denied any hand in the sale.', 'denial'],
    ['Calder, who is under house arrest, denied hiding it.', 'denial'],
    ['The premier denied interference in the vote.', 'denial'],
    ['The captain contested the claim that he had been drinking.', 'dispute'],
    ["The mayor's office had no comment on the leak.", 'no-comment'],
    ['Police would not confirm whether a suspect had been questioned.', 'no-comment'],
    ['Merz denied he was at the meeting.', 'denial'],
    ['The treasurer denies there is a gap in the budget.', 'denial'],
    ['A spokesman denied Brandt had ever met the owner of the yard.', 'denial'],
    ['The premier denied last year that he had sold the yard.', 'denial'],
    ['The premier denied in an interview with the Herald that a deal was near.', 'denial'],
    ['The minister denied to reporters on Tuesday any role in the sale.', 'denial'],
    ["The chairman dismissed Ida Roberts' accusations that the ballot was rigged.", 'dispute'],
    ['The mayor rejected the workers’ claims.', 'dispute'],
    ['The council chair dismissed the criticism.', 'dispute'],
    ['The bishop not only brushed off the rumors but laughed at them.', 'dispute'],
    ['He embraces their youth, but he disavows the pamphlet.', 'denial'],
    ['The treasurer used the speech to refute gloomy forecasts.', 'denial'],
    ['The harbor master declined to give details.', 'no-comment'],
    ['The harbor master declined to provide any further comment.', 'no-comment'],
    ['The harbor master had no immediate comment.', 'no-comment'],
    ['The harbor master would neither confirm nor deny the sale.', 'no-comment'],
    ['The ministry neither confirmed nor denied the report.', 'no-comment'],
    ['The bishop did not confirm or deny the story.', 'no-comment'],
    ['Neither the mayor nor the harbor master would comment on the sale.', 'no-comment'],
    ['No one from the brewery responded to questions.', 'no-comment'],
    ['The keeper pushed back last week on the report.', 'dispute'],
    ['The harbor union disputes that account.', 'dispute'],
    ['The skippers countered they had paid the fee.', 'dispute'],
    ['The ferry ran to counter the claim that nobody uses it.', 'dispute'],
    ['The treasurer maintains her innocence.', 'denial'],
    ['Calder declined during a news conference to comment on the fire.', 'no-comment'],
    ['Calder, of no fixed abode, denies burglary.', 'denial'],
    ['Her lawyer declined to make her available for an interview.', 'no-comment'],
    ['A spokeswoman, Ida Calder, declined to provide an exact number.', 'no-comment'],
    ['The treasurer dismissed his role in the sale.', 'dispute'],
    ['The union countered with a statement that the fees were fair.', 'dispute'],
    ['Her husband, Otto Calder, 49, denies two counts of money laundering.', 'denial'],
    ['The brewery denied any breach of the rules.', 'denial'],
    ['The brewery has yet to respond to a request for comment.', 'no-comment'],
    ['A spokesman preferred not to say how many had left.', 'no-comment'],
    ['The minister refused to be drawn on the date.', 'no-comment'],
  ])('%s', (sentence, kind) => {
    expect(rowsIn(sentence).map((row) => row.kind)).toEqual([kind]);
  });
});

describe('who denies what is found where the verb is rare', () => {
  const found = (text: string) =>
    extract(text).map(({ kind, source, content }) =>
      [kind, ...[...(source ?? []), ...content].map(({ start, end }) => text.slice(start, end))].join(' | '),
    );

  test.each([
    ['Questioned by inspectors, the pilot denied the claim.', 'denial | the pilot | the claim'],
    ['But the union disputes the claim that wages rose.', 'dispute | the union | the claim that wages rose'],
    ['The treasurer has denied wrongdoing and is free on bail.', 'denial | The treasurer | wrongdoing'],
    [
      'The coach pushed back hard on the charge that he shouted.',
      'dispute | The coach | the charge that he shouted',
    ],
    ['The foundation shot down rumors of a sale.', 'dispute | The foundation | rumors of a sale'],
    ['The banker poured cold water on hopes of a cut.', 'dispute | The banker | hopes of a cut'],
    ['The museum remained silent on the theft.', 'no-comment | The museum | silent on the theft'],
    ['The club gave no reason for the delay.', 'no-comment | The club | the delay'],
    ['The palace has not commented on the wedding.', 'no-comment | The palace | the wedding'],
    ['The clerk had nothing to say on the date.', 'no-comment | The clerk | the date'],
    ['The coach laughed off talk of a rift.', 'dispute | The coach | talk of a rift'],
    ['The premier waved off concerns about the dam.', 'dispute | The premier | concerns about the dam'],
    [
      'Residents challenged the claim that the siren worked.',
      'dispute | Residents | the claim that the siren worked',
    ],
    ['The premier visited the dam and waved off concerns.', 'dispute | The premier | concerns'],
    ['The treasurer tried to play down the criticism.', 'dispute | The treasurer | the criticism'],
    [
      'The shipyard did not specify how many workers would leave.',
      'no-comment | The shipyard | how many workers would leave',
    ],
  ])('%s', (text, attribution) => {
    expect(found(text)).toEqual([attribution]);
  });
});

describe('what somebody says of themselves and of claims decides', () => {
  test.each([
    ['The former clerk insists she did nothing wrong.', 'denial'],
    ['Calder maintained that he played no part in the sale.', 'denial'],
    ['The brewer said he had nothing to do with the fire.', 'denial'],
    ['The minister swore he had never met the builder.', 'denial'],
    ['“I was not involved in the sale,” Ines Calder said.', 'denial'],
    ['The captain said the reports were false.', 'denial'],
    ['Marek Holt said the claim was baseless.', 'denial'],
    ['A spokesman said the report was not true.', 'denial'],
    ['The clerk refused to take questions.', 'no-comment'],
    ['The bank said the suit was without merit.', 'denial'],
    ['“That never happened,” Marek Holt said.', 'denial'],
    ['“It is untrue,” a palace spokesman said.', 'denial'],
    ['The spokesman said the bridge was unfounded.', 'statement'],
    ['The bank said it could not comment on clients.', 'no-comment'],
    ['A spokesman said they did not comment on lawsuits.', 'no-comment'],
    ['The consul could not comment on the case.', 'no-comment'],
    ['Half of the voters said she did nothing wrong.', 'statement'],
    ['He said she did nothing wrong.', 'statement'],
    ['The brewer said he had never met the builder.', 'statement'],
    ['The brewer said he wanted no part in the festival.', 'statement'],
    ['The clerk said it was early but not wrong to close.', 'statement'],
  ])('%s', (text, kind) => {
    expect(extract(text).flatMap((each) => (each.nested ? [] : each.kind))).toEqual([kind]);
  });
});

describe('withholding is no denial', () => {
  test.each([
    'The insurer denied her claim.',
    'The members voted on Tuesday to reject the plan.',
    'The scan did not confirm a fracture.',
    'The minutes would not say who voted.',
    'The tenants disputed the rent increase.',
    'The firm retracted the offer.',
    'The senator fired back with a statement.',
    'The minister has not answered the question of who will pay.',
    'The keeper ignored the fact that the gate was open.',
    'The dealer called the price ridiculous.',
    'The dealer called the attack outrageous.',
    'The committee pushed the hearing back to May.',
    'The union rejected the offer of the owners.',
    'The club rebuffed an approach for the keeper.',
    'The journal rejected her study.',
    'The insurer denied her treatment.',
    'The board denied her a role in the play.',
    'The two reports contradict each other.',
    'The sisters contradict one another.',
    'The brothers disputed the will.',
    'The minister gave no details.',
    'The agency found no reason to worry.',
    'The keeper had no reason to stay.',
    'The ministry has not confirmed a date.',
    'The boy took exception.',
    'The hosts hit back through their captain.',
    'The soldiers fired back across the canal.',
    'The two keepers disagree about the route.',
    'The ferry union challenged it in the spring elections.',
    'The board makes no specific mention of the yard.',
    'The singer shrugged off policy details.',
    'The consulate denied her a visa.',
    'The committee pushed back the hearing to next week.',
    'Police fired back with tear gas.',
    'Prosecutors dismissed the charges against three skippers.',
    'Judges rejected the offer of the owners.',
    'No one denied the rumor.',
    'None of the owners has denied the report.',
    'The insurer denied his claim for the roof.',
    'The airline denied boarding to forty passengers.',
    'The parole board denied parole to the arsonist for a third time.',
    'The boxer disputed the title in Oslo in May.',
    'The club disputed a penalty in the second half.',
    'Fishermen from both countries work in the disputed territory.',
    'It is the most contested seat in the county.',
    'The family refused delivery of the parcel.',
    'The striker rejected the ball and walked off.',
    'Nobody can deny the beauty of the harbor.',
    'The panel denied the claimant asylum.',
    'The bank denied the farmer a loan.',
    'The council denied working parents a place.',
    'The council denied a zoning variance to the theater.',
    'Passengers were denied boarding in Oslo.',
    'A judge denied the motion.',
    'The insurer denied coverage for the surgery.',
    'The widow was denied a hearing.',
    'The prisoner was denied bail on Friday.',
    'The court denied Mr. Holt bail.',
    'The senate rejected the nominee.',
    'The court dismissed the lawsuit.',
    'The airline refused him a seat.',
    'The goalkeeper refused to leave the field.',
    'The birth rate declined sharply.',
    'The mayor did not deny the report.',
    'The union faces challenges during the strike, it said.',
    'Those denied a visa were sent home.',
    'Denying them coverage is against the law.',
    'Groups challenging the measure could appeal.',
    'The farmers denied loans had to sell.',
    'The consulate denied on Monday a visa to the singer.',
    'The panel denied in May the claimant asylum.',
    'The court dismissed on Friday the lawsuit.',
    'The board dismissed on Monday its director.',
    "The judge denied the lawyers' motion.",
    "The bank rejected the farmers' loan application.",
    'The champion never disputed the score.',
    'The department did not rule out further cuts.',
    'The bakery was denied a liquor license.',
    'The referee denied the striker a penalty.',
    'Officials denied entry to two journalists.',
    'The parole board denied release to the arsonist.',
    'The ministry denied the crew permission to land.',
    'The denial of service lasted an hour.',
    'The nomination was denied a vote.',
    'Shares declined after the report.',
    'The patient declined surgery.',
    'He declined the award.',
    'Attendance declined for a third year, the museum found.',
    'The fund refused to release the names of its donors.',
    'The clinic declined to provide documents.',
    'The clerk refused to sign the form.',
    'The tenant refused to leave.',
    'The shopkeeper refused to sell fireworks.',
    'The board dismissed the manager.',
    'The board dismissed him as chief executive.',
    'The magistrate dismissed the charges.',
    'The teacher dismissed the class early.',
    'The umpire dismissed the batsman.',
    'The editor rejected those days of leisure.',
    'The panel rejected any nominee.',
    'The owners rejected two meetings with the fund.',
    'The singer rejected the role.',
    'The champion countered with a goal in the last minute.',
    'The brewery has yet to respond to the flood.',
    'The bank rejected the loan application.',
    'Her body rejected the kidney.',
    'The council rejected the plan.',
    'Members rejected the contract in a ballot.',
    'The zoning dispute dragged on.',
    'The two firms settled the pay dispute.',
    'The nomination contest began in the north.',
    'The sprinter contested the final.',
    'The shop has a long counter.',
    'Companies do not disclose their suppliers.',
    'The novel does not say how it ends.',
    'The ministry has not yet said when the bridge opens.',
    'The brewery had no license.',
    'The keeper deflected the shot.',
    'The captain shrugged off the blow.',
    'The army shot down two drones.',
    'The crowd protested outside the hall.',
    'The tenants protested against the claim on their yard.',
    'The council denied planning permission to the mill.',
    'Marches and protests that went on for a week have ended.',
    'The treasurer did not explicitly say that the yard was sold.',
    'The mayor called the false alarm a nuisance.',
    'The mayor called her cousin a liar.',
    'The clerks rejected ballots that arrived without a stamp.',
    'The brothers have disputed the border of the farm since May.',
    'The growers ran sprinklers to counter the frost.',
    'The museum maintained the mill for a year.',
    'The crew rejected the offer by 312 votes to 96.',
    'The harbor board dismissed complaints filed against the pilot.',
    'The minister contradicted himself twice in the budget.',
  ])('%s', (sentence) => {
    expect(rowsIn(sentence)).toEqual([]);
  });
});

describe('nobody is said to deny what is left open, or only called denied', () => {
  test.each([
    'The governor has to decide whether she accepts or disputes the finding.',
    'If the mayor denied the claim, nobody heard it.',
    'The keeper is bound to the disputed account of the fire.',
    'Denied boarding, forty passengers slept in the hall.',
  ])('%s', (sentence) => {
    expect(rowsIn(sentence)).toEqual([]);
  });
});
