import type { Kind } from '../../src/attribution/attribution.ts';

/**
 * A passage written for this project, all names invented. In `marked`, `<s1>` encloses the source of the first
 * attribution, `<q1>` its cue, `<c1>` each part of its content; `kinds` lists what each is. `trap` says what is hard.
 */
export interface Passage {
  readonly trap: string;
  readonly marked: string;
  readonly kinds: readonly Kind[];
}

export const PASSAGES: readonly Passage[] = [
  {
    trap: 'a direct quotation, then its speaker',
    kinds: ['quote'],
    marked: '<c1>“The bridge will reopen before the harvest,”</c1> <s1>Mayor Ilse Brandt</s1> <q1>said</q1>.',
  },
  {
    trap: 'a quotation around its speaker',
    kinds: ['quote'],
    marked:
      '<c1>“We counted every ballot twice,”</c1> <s1>Darnell Okoye</s1> <q1>said</q1>. <c1>“There is nothing left to count.”</c1>',
  },
  {
    trap: 'a pronoun after the quotation',
    kinds: ['quote'],
    marked: '<c1>“Nobody asked us,”</c1> <s1>she</s1> <q1>told</q1> reporters on Tuesday.',
  },
  {
    trap: 'inverted order',
    kinds: ['quote'],
    marked: '<c1>“The pumps failed at noon,”</c1> <q1>said</q1> <s1>Petra Lindholm</s1>.',
  },
  {
    trap: 'inverted order with an apposition',
    kinds: ['quote'],
    marked:
      '<c1>“This is the wrong road in the wrong place,”</c1> <q1>said</q1> <s1>Amir Farouk, president of the Alder Valley Growers</s1>.',
  },
  {
    trap: 'inverted order with a relative clause',
    kinds: ['quote'],
    marked:
      '<c1>“I would do it again,”</c1> <q1>said</q1> <s1>Ruth Calloway, who led the strike for nine weeks</s1>.',
  },
  {
    trap: 'an indirect statement with that',
    kinds: ['statement'],
    marked:
      '<s1>Governor Tomas Reyes</s1> <q1>said</q1> <c1>that the state would buy back the flooded farms</c1>.',
  },
  {
    trap: 'an indirect statement without that',
    kinds: ['statement'],
    marked: '<s1>The ministry</s1> <q1>said</q1> <c1>the vaccine would reach the islands by June</c1>.',
  },
  {
    trap: 'an indirect statement before its speaker',
    kinds: ['statement'],
    marked: '<c1>The tunnel will cost twice as much as planned</c1>, <s1>officials</s1> <q1>said</q1>.',
  },
  {
    trap: 'words partly quoted',
    kinds: ['statement'],
    marked:
      '<s1>Lena Whitford</s1> <q1>said</q1> <c1>the new rule was “a gift to the landlords” and would be repealed</c1>.',
  },
  {
    trap: 'according to, at the end',
    kinds: ['claim'],
    marked:
      '<c1>The company hid the test results for three years</c1>, <q1>according to</q1> <s1>two former engineers</s1>.',
  },
  {
    trap: 'according to, at the start',
    kinds: ['claim'],
    marked:
      '<q1>According to</q1> <s1>a person familiar with the talks</s1>, <c1>the buyer has offered nine million dollars</c1>.',
  },
  {
    trap: 'according to, in the middle',
    kinds: ['claim'],
    marked:
      '<c1>The mine</c1>, <q1>according to</q1> <s1>the union</s1>, <c1>had not been inspected since spring</c1>.',
  },
  {
    trap: 'a claim',
    kinds: ['claim'],
    marked:
      '<s1>The lawsuit</s1> <q1>alleges</q1> <c1>that the clinic billed patients for visits that never took place</c1>.',
  },
  {
    trap: 'a time word beside the cue',
    kinds: ['statement'],
    marked:
      '<s1>Senator Hollis Pryor</s1> on Monday <q1>announced</q1> <c1>that he would not seek another term</c1>.',
  },
  {
    trap: 'a time word after the cue',
    kinds: ['statement'],
    marked: '<s1>The agency</s1> <q1>said</q1> Friday <c1>that it had opened an inquiry</c1>.',
  },
  {
    trap: 'somebody told something',
    kinds: ['statement'],
    marked: '<s1>Brandt</s1> <q1>told</q1> the council <c1>that the money was gone</c1>.',
  },
  {
    trap: 'a relative clause between speaker and cue',
    kinds: ['statement'],
    marked: '<s1>Okoye, who joined the board in May,</s1> <q1>said</q1> <c1>the vote had been rushed</c1>.',
  },
  {
    trap: 'a participle that reports',
    kinds: ['statement', 'statement'],
    marked:
      '<s2><s1>The coach</s1></s2> <q1>announced</q1> <c1>his retirement</c1>, <q2>saying</q2> <c2>that his health came first</c2>.',
  },
  {
    trap: 'a warning',
    kinds: ['statement'],
    marked: '<s1>Doctors</s1> <q1>warned</q1> <c1>that the heat could last for weeks</c1>.',
  },
  {
    trap: 'a promise',
    kinds: ['statement'],
    marked: '<s1>The prime minister</s1> <q1>promised</q1> <c1>to rebuild the school within a year</c1>.',
  },
  {
    trap: 'an order',
    kinds: ['statement'],
    marked: '<s1>The sheriff</s1> <q1>ordered</q1> <c1>residents to leave their homes</c1>.',
  },
  {
    trap: 'a colon',
    kinds: ['quote'],
    marked: '<s1>Lindholm</s1> <q1>added</q1>: <c1>“I have seen the letters, and they are real.”</c1>',
  },
  {
    trap: 'a tweet',
    kinds: ['quote'],
    marked:
      '<c1>“Counting is over. Thank you, Marrow County!”</c1> <s1>Pryor</s1> <q1>tweeted</q1> shortly after midnight.',
  },
  {
    trap: 'a quotation that goes on in the next paragraph',
    kinds: ['quote'],
    marked:
      '<c1>“The first winter was the hardest,”</c1> <s1>Calloway</s1> <q1>said</q1>. <c1>“We burned the fences.</c1>\n\n<c1>“By spring there was nothing left to burn.”</c1>',
  },
  {
    trap: 'a paragraph of quotation after its speaker',
    kinds: ['quote'],
    marked:
      '<c1>“It was never about the money,”</c1> <s1>Reyes</s1> <q1>said</q1>.\n\n<c1>“It was about the water.”</c1>',
  },
  {
    trap: 'a denial',
    kinds: ['denial'],
    marked: '<s1>The mayor</s1> <q1>denied</q1> <c1>that she had met the contractor</c1>.',
  },
  {
    trap: 'a denial of a report',
    kinds: ['denial'],
    marked: '<s1>The palace</s1> <q1>denied</q1> <c1>the report</c1>.',
  },
  {
    trap: 'a denial of wrongdoing',
    kinds: ['denial'],
    marked: '<s1>Pryor</s1> <q1>denies</q1> <c1>any wrongdoing</c1>.',
  },
  {
    trap: 'a dispute',
    kinds: ['dispute'],
    marked:
      '<s1>The growers</s1> <q1>rejected</q1> <c1>the claim that their wells had caused the drought</c1>.',
  },
  {
    trap: 'a dispute with a particle',
    kinds: ['dispute'],
    marked:
      '<s1>Whitford</s1> <q1>pushed back</q1> against <c1>the suggestion that the survey was flawed</c1>.',
  },
  {
    trap: 'no comment',
    kinds: ['no-comment'],
    marked: '<s1>A spokeswoman for the railway</s1> <q1>declined</q1> <c1>to comment</c1>.',
  },
  {
    trap: 'no response',
    kinds: ['no-comment'],
    marked: '<s1>The hospital</s1> <q1>did not respond</q1> <c1>to a request for comment</c1>.',
  },
  {
    trap: 'denied entry is withholding',
    kinds: [],
    marked: 'The family was denied entry at the border and spent the night in a shelter.',
  },
  {
    trap: 'denied bail is withholding',
    kinds: [],
    marked: 'A judge denied bail to the driver, who remains in the county jail.',
  },
  {
    trap: 'declined by a number',
    kinds: [],
    marked: 'Sales of bicycles declined by 3 percent over the winter.',
  },
  {
    trap: 'a dismissal',
    kinds: [],
    marked: 'The museum dismissed its director in March after eleven years.',
  },
  {
    trap: 'no speech at all',
    kinds: [],
    marked: 'The river rose four feet overnight and flooded the lower market.',
  },
  {
    trap: 'a name that is a verb',
    kinds: ['statement'],
    marked: '<s1>Judge Carla Stone</s1> <q1>said</q1> <c1>the hearing would resume in October</c1>.',
  },
  {
    trap: 'an outlet credited',
    kinds: ['claim'],
    marked:
      '<q1>According to</q1> <s1>a report by the Harbor Tribune</s1>, <c1>the ferry had failed two inspections</c1>.',
  },
  {
    trap: 'a noun that reports',
    kinds: ['claim'],
    marked:
      '<s1>Okoye’s</s1> <q1>claim</q1> <c1>that the machines were tampered with</c1> was never tested in court.',
  },
  {
    trap: 'a hedge',
    kinds: ['claim'],
    marked: '<s1>Reyes</s1> reportedly <q1>told</q1> aides <c1>that the deal was dead</c1>.',
  },
  {
    trap: 'a call for something',
    kinds: ['statement'],
    marked: '<s1>The bishop</s1> <q1>called</q1> for <c1>an end to the blockade</c1>.',
  },
  {
    trap: 'an accusation',
    kinds: ['claim'],
    marked: '<s1>Lindholm</s1> <q1>accused</q1> <c1>the board of hiding the audit</c1>.',
  },
  {
    trap: 'written words',
    kinds: ['quote'],
    marked:
      '<c1>“The wells are dry and so is the treasury,”</c1> <s1>the committee</s1> <q1>wrote</q1> in its letter.',
  },
];
