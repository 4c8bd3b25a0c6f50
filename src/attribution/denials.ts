import type { Kind } from './attribution.ts';

/** What must follow a word for it to deny or to dispute and not to withhold, dismiss or decline in another sense. */
type Governed =
  | 'allegation'
  | 'claim'
  | 'argument'
  | 'telling'
  | 'comment'
  | 'question'
  | 'silence'
  | 'contention'
  | 'request'
  | 'clause'
  | 'untruth'
  | 'innocence'
  | 'reply'
  | 'retort'
  | 'anything';

/** One way of denying, disputing or not commenting. */
export interface Denying {
  /** Lemma of the head of the cue. */
  readonly lemma: string;
  /** What must follow, at most an adjective before it, or one of several: "back" in "pushed back", "holes in" in "poked holes in". */
  readonly particle?: string;
  readonly object: Governed;
  readonly kind: Extract<Kind, 'denial' | 'dispute' | 'no-comment'>;
  /** It is a noun. */
  readonly noun?: true;
  /** Counts only with *not* ("did not say"), or not with it ("did not deny"); the latter unless said. */
  readonly negated?: true;
  /** A sentence it is found in, and one that has the word in another sense. */
  readonly example: string;
  readonly not?: string;
}

/** The table: every row is a test. */
// biome-ignore format: a table, a row a line
export const DENIALS: readonly Denying[] = [
  { lemma: 'deny', object: 'allegation', kind: 'denial', example: 'The mayor denied the allegations.', not: 'The mayor denied the group a permit.' },
  { lemma: 'denial', noun: true, object: 'allegation', kind: 'denial', example: 'The mayor repeated his denial of wrongdoing.', not: 'The denial of a visa surprised the family.' },
  { lemma: 'refute', object: 'anything', kind: 'denial', example: 'The minister refuted the claim that funds were missing.' },
  { lemma: 'disavow', object: 'anything', kind: 'denial', example: 'The candidate disavowed the remarks.' },
  { lemma: 'disclaim', object: 'allegation', kind: 'denial', example: 'The owner disclaimed any knowledge of the leak.' },
  { lemma: 'recant', object: 'anything', kind: 'denial', example: 'The witness recanted her statement.' },
  { lemma: 'maintain', object: 'innocence', kind: 'denial', example: 'The skipper has maintained his innocence.', not: 'The skipper maintained the engine.' },
  { lemma: 'proclaim', object: 'innocence', kind: 'denial', example: 'The skipper proclaimed his innocence.', not: 'The skipper proclaimed a holiday.' },
  { lemma: 'profess', object: 'innocence', kind: 'denial', example: 'The skipper professed her innocence.', not: 'The skipper professed her faith.' },
  { lemma: 'walk', particle: 'back', object: 'argument', kind: 'denial', example: 'The senator walked back his comments.', not: 'The senator walked back to her office.' },
  { lemma: 'retract', object: 'argument', kind: 'denial', example: 'The envoy retracted her statement.', not: 'The pilot retracted the wheels.' },
  { lemma: 'disown', object: 'argument', kind: 'denial', example: 'The premier disowned the remark.', not: 'The premier disowned her brother.' },
  { lemma: 'debunk', object: 'anything', kind: 'dispute', example: 'The agency debunked the rumor.' },
  { lemma: 'rebut', object: 'anything', kind: 'dispute', example: 'The professor rebutted the criticism.' },
  { lemma: 'rebuttal', noun: true, object: 'anything', kind: 'dispute', example: 'The union published a rebuttal to the report.' },
  { lemma: 'contradict', object: 'anything', kind: 'dispute', example: 'The sheriff contradicted the account.' },
  { lemma: 'dispute', object: 'anything', kind: 'dispute', example: 'The company disputed the findings.' },
  { lemma: 'contest', object: 'claim', kind: 'dispute', example: 'The firm contested the claim.', not: 'The party contested the seat.' },
  { lemma: 'reject', object: 'argument', kind: 'dispute', example: 'The governor rejected the idea.', not: 'Voters rejected the former mayor.' },
  { lemma: 'challenge', object: 'claim', kind: 'dispute', example: 'The union challenged the claim.', not: 'The sprinter challenged the champion.' },
  { lemma: 'dispel', object: 'claim', kind: 'dispute', example: 'The palace dispelled the rumors.', not: 'The wind dispelled the fog.' },
  { lemma: 'discredit', object: 'claim', kind: 'dispute', example: 'The author discredited the theory.' },
  { lemma: 'shrug', particle: 'off', object: 'argument', kind: 'dispute', example: 'The premier shrugged off the criticism.', not: 'The boxer shrugged off the blow.' },
  { lemma: 'laugh', particle: 'off', object: 'argument', kind: 'dispute', example: 'The singer laughed off the rumors.' },
  { lemma: 'bat', particle: 'away|aside', object: 'argument', kind: 'dispute', example: 'The director batted away the questions.', not: 'The keeper batted away the shot.' },
  { lemma: 'shoot', particle: 'down', object: 'argument', kind: 'dispute', example: 'The treasurer tried to shoot down the rumors.', not: 'The army tried to shoot down the drone.' },
  { lemma: 'swat', particle: 'away|aside|down', object: 'argument', kind: 'dispute', example: 'The coach swatted away the rumors.', not: 'The coach swatted away a wasp.' },
  { lemma: 'knock', particle: 'down', object: 'argument', kind: 'dispute', example: 'The agent knocked down the speculation.', not: 'The crew knocked down the wall.' },
  { lemma: 'quash', object: 'claim', kind: 'dispute', example: 'The captain quashed the rumors.', not: 'The court quashed the conviction.' },
  { lemma: 'quell', object: 'claim', kind: 'dispute', example: 'The owner quelled the speculation.', not: 'The army quelled the revolt.' },
  { lemma: 'scotch', object: 'claim', kind: 'dispute', example: 'The agent scotched the rumors.' },
  { lemma: 'quibble', particle: 'with', object: 'argument', kind: 'dispute', example: 'The author quibbled with the premise.', not: 'The author quibbled with her sister.' },
  { lemma: 'differ', particle: 'with', object: 'argument', kind: 'dispute', example: 'The engineer differed with that assessment.', not: 'The engineer differed with her brother.' },
  { lemma: 'backtrack', object: 'anything', kind: 'denial', example: 'The deputy backtracked on the claim.' },
  { lemma: 'rejection', noun: true, object: 'argument', kind: 'dispute', example: 'The letter was a rejection of that idea.' },
  { lemma: 'dismiss', object: 'argument', kind: 'dispute', example: 'The coach dismissed the criticism.', not: 'The director dismissed the aide.' },
  { lemma: 'rebuff', object: 'argument', kind: 'dispute', example: 'The ministry rebuffed the accusations.', not: 'The club rebuffed the striker.' },
  { lemma: 'repudiate', object: 'anything', kind: 'dispute', example: 'The bishop repudiated the pamphlet.' },
  { lemma: 'counter', object: 'reply', kind: 'dispute', example: 'The lawyer countered that the contract was valid.', not: 'The army countered the advance with artillery.' },
  { lemma: 'disagree', object: 'anything', kind: 'dispute', example: 'The engineer disagreed with the conclusion.' },
  { lemma: 'push', particle: 'back|against', object: 'anything', kind: 'dispute', example: 'The minister pushed back against the suggestion.', not: 'The workers pushed the cart back.' },
  { lemma: 'fire', particle: 'back', object: 'retort', kind: 'dispute', example: 'The senator fired back that the figures were old.', not: 'The board fired the manager.' },
  { lemma: 'hit', particle: 'back', object: 'retort', kind: 'dispute', example: 'The campaign hit back at the accusation.', not: 'The hosts hit back with two goals.' },
  { lemma: 'take', particle: 'issue with|exception to', object: 'anything', kind: 'dispute', example: 'The author took issue with the review.', not: 'The author took the train.' },
  { lemma: 'cast', particle: 'doubt|doubts', object: 'anything', kind: 'dispute', example: 'The auditor cast doubt on the figures.', not: 'The widow cast her vote.' },
  { lemma: 'pour', particle: 'cold water on|cold water over', object: 'argument', kind: 'dispute', example: 'The banker poured cold water on the forecast.', not: 'The cook poured cold water on the noodles.' },
  { lemma: 'throw', particle: 'cold water on', object: 'argument', kind: 'dispute', example: 'Analysts threw cold water on the idea.', not: 'The boys threw cold water on the dog.' },
  { lemma: 'poke', particle: 'holes in', object: 'argument', kind: 'dispute', example: 'The editor poked holes in the theory.', not: 'The child poked holes in the box.' },
  { lemma: 'pick', particle: 'holes in', object: 'argument', kind: 'dispute', example: 'The lawyer picked holes in the account.' },
  { lemma: 'call', particle: 'into question', object: 'argument', kind: 'dispute', example: 'The surveyor called the finding into question.' },
  { lemma: 'rubbish', object: 'argument', kind: 'dispute', example: 'The agent has rubbished the report.' },
  { lemma: 'balk', particle: 'at', object: 'argument', kind: 'dispute', example: 'The owner balked at the comparison.', not: 'The horse balked at the ditch.' },
  { lemma: 'accept', object: 'contention', kind: 'dispute', negated: true, example: 'The widow does not accept the explanation.', not: 'The shop does not accept cards.' },
  { lemma: 'buy', object: 'contention', kind: 'dispute', negated: true, example: 'The coach does not buy that excuse.', not: 'The inn does not buy fish.' },
  { lemma: 'agree', particle: 'with', object: 'contention', kind: 'dispute', negated: true, example: 'The council did not agree with the conclusion.', not: 'The two do not agree with each other.' },
  { lemma: 'play', particle: 'down', object: 'anything', kind: 'dispute', example: 'The spokesman played down the dispute.', not: 'The band played the anthem.' },
  { lemma: 'downplay', object: 'anything', kind: 'dispute', example: 'The bank downplayed the risk.' },
  { lemma: 'tamp', particle: 'down', object: 'anything', kind: 'dispute', example: 'Aides tamped down the speculation.' },
  { lemma: 'brush', particle: 'off|aside', object: 'argument', kind: 'dispute', example: 'The actress brushed off the rumors.', not: 'The farmer brushed the snow off.' },
  { lemma: 'wave', particle: 'off|aside', object: 'argument', kind: 'dispute', example: 'The chairman waved off the concerns.', not: 'The crowd waved flags.' },
  { lemma: 'scoff', object: 'anything', kind: 'dispute', example: 'The editor scoffed at the notion.' },
  { lemma: 'deflect', object: 'argument', kind: 'dispute', example: 'The nominee deflected the criticism.', not: 'The goalkeeper deflected the ball.' },
  { lemma: 'object', particle: 'to', object: 'argument', kind: 'dispute', example: 'The tenants objected to the plan.', not: 'The tenants objected to the smell.' },
  { lemma: 'protest', object: 'clause', kind: 'dispute', example: 'The owner protested that the figures were wrong.', not: 'The tenants protested the rent.' },
  { lemma: 'call', object: 'untruth', kind: 'dispute', example: 'The mayor called the report a lie.', not: 'The mayor called the report a triumph.' },
  { lemma: 'describe', object: 'untruth', kind: 'dispute', example: 'The minister described the figures as misleading.', not: 'The minister described the coast as lovely.' },
  { lemma: 'label', object: 'untruth', kind: 'dispute', example: 'The minister labelled the report inaccurate.' },
  { lemma: 'brand', object: 'untruth', kind: 'dispute', example: 'The bishop branded the accusation a lie.' },
  { lemma: 'deride', object: 'untruth', kind: 'dispute', example: 'The dean derided the allegation as absurd.', not: 'The dean derided the hat.' },
  { lemma: 'denounce', object: 'untruth', kind: 'dispute', example: 'The owner denounced the story as a fabrication.', not: 'The owner denounced the killing.' },
  { lemma: 'condemn', object: 'untruth', kind: 'dispute', example: 'The bishop condemned the accusation as a smear.', not: 'The bishop condemned the attack.' },
  { lemma: 'blast', object: 'untruth', kind: 'dispute', example: 'The senator blasted the claim as false.', not: 'The miner blasted the rock.' },
  { lemma: 'slam', object: 'untruth', kind: 'dispute', example: 'The firm slammed the report as misleading.', not: 'The firm slammed the door.' },
  { lemma: 'decline', object: 'telling', kind: 'no-comment', example: 'The company declined to comment.', not: 'Sales declined by 3 percent.' },
  { lemma: 'refuse', object: 'telling', kind: 'no-comment', example: 'The clerk refused to say who had signed.', not: 'The senator refused to vote.' },
  { lemma: 'wish', object: 'telling', kind: 'no-comment', negated: true, example: 'The family did not wish to comment.', not: 'The family did not wish to move.' },
  { lemma: 'want', object: 'telling', kind: 'no-comment', negated: true, example: 'The owner did not want to discuss the sale.', not: 'The owner did not want to sell the inn.' },
  { lemma: 'demur', object: 'anything', kind: 'no-comment', example: 'Asked about the race, the governor demurred.' },
  { lemma: 'respond', object: 'request', kind: 'no-comment', negated: true, example: 'The airline did not respond to a request for comment.', not: 'The army did not respond to the attack.' },
  { lemma: 'reply', object: 'request', kind: 'no-comment', negated: true, example: 'The airline did not reply to questions.' },
  { lemma: 'return', object: 'request', kind: 'no-comment', negated: true, example: 'The lawyer did not return a call seeking comment.', not: 'The lawyer did not return the car.' },
  { lemma: 'answer', object: 'request', kind: 'no-comment', negated: true, example: 'The office did not answer questions about the deal.' },
  { lemma: 'say', object: 'anything', kind: 'no-comment', negated: true, example: 'The police would not say whether anyone was held.' },
  { lemma: 'have', particle: 'no', object: 'comment', kind: 'no-comment', example: 'The brewery had no comment on the recall.', not: 'The brewery had no license.' },
  { lemma: 'offer', particle: 'no', object: 'comment', kind: 'no-comment', example: 'The bishop offered no comment.', not: 'The bishop offered no seat.' },
  { lemma: 'make', particle: 'light of', object: 'argument', kind: 'dispute', example: 'The mayor made light of the complaints.', not: 'The mayor made light of the load.' },
  { lemma: 'make', particle: 'no', object: 'comment', kind: 'no-comment', example: 'The lawyer made no immediate comment.', not: 'The lawyer made no mistake.' },
  { lemma: 'issue', particle: 'no', object: 'comment', kind: 'no-comment', example: 'The brewery issued no statement.', not: 'The brewery issued no shares.' },
  { lemma: 'give', particle: 'no', object: 'comment', kind: 'no-comment', example: 'The club gave no reason for the delay.', not: 'The ministry gave no subsidy.' },
  { lemma: 'provide', particle: 'no', object: 'comment', kind: 'no-comment', example: 'The agency provided no explanation.', not: 'The agency provided no shelter.' },
  { lemma: 'remain', object: 'silence', kind: 'no-comment', example: 'The museum remained silent on the theft.', not: 'The hall remained silent.' },
  { lemma: 'stay', object: 'silence', kind: 'no-comment', example: 'The museum stayed tight-lipped about the theft.', not: 'The hall stayed silent.' },
  { lemma: 'keep', object: 'silence', kind: 'no-comment', example: 'The clerks kept mum about the sale.', not: 'The hens kept quiet.' },
  { lemma: 'ignore', object: 'question', kind: 'no-comment', example: 'The treasurer ignored questions about the loan.', not: 'The driver ignored the sign.' },
  { lemma: 'dodge', object: 'question', kind: 'no-comment', example: 'The nominee dodged the question.', not: 'The cyclist dodged the bus.' },
  { lemma: 'duck', object: 'question', kind: 'no-comment', example: 'The nominee ducked questions about the loan.' },
  { lemma: 'sidestep', object: 'question', kind: 'no-comment', example: 'The premier sidestepped a question about her brother.', not: 'The winger sidestepped the keeper.' },
  { lemma: 'evade', object: 'question', kind: 'no-comment', example: 'The consul evaded questions about the visas.', not: 'The smuggler evaded the police.' },
  { lemma: 'comment', object: 'anything', kind: 'no-comment', negated: true, example: 'The palace would not comment on the photograph.' },
  { lemma: 'discuss', object: 'anything', kind: 'no-comment', negated: true, example: 'The manager would not discuss the transfer.' },
  { lemma: 'confirm', object: 'anything', kind: 'no-comment', negated: true, example: 'The police would not confirm that anyone was held.', not: 'The tests do not confirm the diagnosis.' },
  { lemma: 'disclose', object: 'anything', kind: 'no-comment', negated: true, example: 'The fund did not disclose its donors.' },
  { lemma: 'elaborate', object: 'anything', kind: 'no-comment', negated: true, example: 'She did not elaborate on the reasons.' },
  { lemma: 'draw', particle: 'on|into', object: 'anything', kind: 'no-comment', negated: true, example: 'The captain would not be drawn on the transfer.', not: 'The captain did not draw the gun.' },
  { lemma: 'identify', object: 'anything', kind: 'no-comment', negated: true, example: 'The police would not identify the driver.' },
  { lemma: 'specify', object: 'anything', kind: 'no-comment', negated: true, example: 'The court did not specify the date.' },
];

const set = (words: string) => new Set(words.trim().split(/\s+/));

/** What can be false: the heads of objects that make *deny* a denial. Everything else may be withheld. */
export const ALLEGATIONS = set(`
  allegation accusation claim charge report rumor rumour suggestion suspicion assertion insinuation story account notion
  idea wrongdoing misconduct involvement knowledge role responsibility guilt existence link tie connection collusion
  plagiarism corruption bribery harassment abuse affair relationship conspiracy plot criticism comment remark statement
  characterization characterisation portrayal version contention argument implication impropriety lie lying offense crime
  killing attack murder murdering participation complicity culpability fault liability theory speculation word question
  intention plan bias racism sexism discrimination fraud theft cheating contact meeting motive opposition similarity
  interference meddling tampering hacking hand part assault rape torture espionage negligence
  manslaughter burglary robbery arson perjury treason laundering trafficking smuggling stalking kidnapping kidnap blackmail extortion
  embezzlement forgery trespass breach count offence accuracy validity credibility veracity authenticity reliability truth truthfulness
`);

/** What can be argued with: the heads of objects that make *reject* and *dismiss* a dispute. */
export const ARGUMENTS = new Set([
  ...ALLEGATIONS,
  ...set(`
  concern fear warning objection complaint comparison label proposal plan offer demand call order policy approach premise
  proposition view belief conclusion finding assessment analysis poll thesis talk threat critique prediction advice narrative
  position stance push pressure explanation excuse defense assumption parallel issue controversy possibility
  skepticism scepticism critic matter thought assurance promise pledge hope study estimate legend myth excuse testimony evidence
  figure number forecast projection outlook review prospect prophecy hypothesis rebuke complaint grievance risk
`),
]);

/**
 * What can only be said, and so is called absurd, or is not accepted or bought, by those who dispute it: other things may be absurd too,
 * and are not accepted where they are offered.
 */
export const CONTENTIONS = set(`
  explanation account version premise notion suggestion argument claim finding conclusion characterization characterisation accusation
  allegation criticism narrative reasoning assessment idea theory excuse assertion contention interpretation view comparison estimate
  report story rumor rumour charge insinuation speculation
`);

/** What is rejected where it is offered or handed in: a meeting, a role, a study. */
export const OFFERED = set(`
  meeting contact role part hand relationship offer order approach study review evidence testimony estimate complaint grievance
`);

/** What one declines to do when one does not comment. */
export const TELLING = set(`
  comment say discuss answer respond reply elaborate speak talk identify name confirm specify address disclose reveal detail
  describe explain clarify speculate weigh acknowledge characterize interview commenting answering further
`);

/** What one does with words, and with other things too. */
export const GIVING = set('provide give share release offer make take');

/** What one gives when one tells. */
export const WORDS = set(`
  comment detail information explanation statement answer interview reason response reply clarification assessment opinion specific
  number figure estimate timeline breakdown motive cause timetable question
`);

/** What one has or gives none of when one does not comment; who gives no details may have told the rest. */
export const REPLIES = set(
  'comment explanation statement answer interview reason response reply clarification',
);

/** What an argument is called when it is made light of. */
export const WORTHLESS = set(`
  absurd ludicrous ridiculous nonsense nonsensical false baseless groundless unfounded untrue wrong meaningless irrelevant silly
  laughable preposterous outrageous rubbish garbage bunk hogwash hype hysteria hyperbole propaganda politics political politicking
  speculation speculative fiction fictional fantasy rumor rumour gossip hoax stunt smear lie distraction noise talk theater theatre
  myth ploy gimmick exaggeration exaggerated overblown alarmist alarmism cynical misguided misleading unrealistic unworkable naive
  trivial invention conspiracy fabrication fabricated slander libel innuendo partisan fake worthless flawed scaremongering
  fearmongering unfair inaccurate incorrect unproven unsubstantiated implausible fanciful hearsay sensationalism unscientific
  incomplete outdated junk baloney premature hypocritical hollow empty bogus biased unconvincing simplistic irresponsible
`);

/** What an allegation is called by those who say that it is not so. */
export const UNTRUTHS = set(`
  false untrue lie lying nonsense baseless groundless unfounded fabrication fabricated fiction fictional bogus hoax inaccurate
  incorrect misleading unsubstantiated invention untruth falsehood smear slander libel
`);

/** What one does not respond to, when that is no comment. */
export const REQUESTS = set(`
  request call message email e-mail question inquiry enquiry comment query letter text interview phone voicemail
`);

/** Bodies that decide by voting or ruling: what they reject, they do not dispute. */
export const DECIDERS = set(`
  voter court judge jury panel senate house parliament lawmaker legislator legislature shareholder tribunal magistrate electorate
  regulator committee council member arbitrator prosecutor
`);

/** What one fights or pays for, and disputes without a word about what anybody said. */
export const CONTESTS = set(`
  title seat match game final race cup championship crown ball penalty border boundary territory island land waters will
  estate inheritance ownership custody bill invoice fine fee ticket score goal rent increase line price
`);

/** Those who do not pay what is claimed. */
export const INSURERS = set('insurer insurance underwriter');

/** What tells something or not, and keeps nothing back. */
export const SPEECHLESS = set(
  'test scan sample result autopsy biopsy experiment minute law treaty charter statute label book novel contract',
);

/** Words after which somebody is left without something: "denied him entry". */
export const RECEIVERS = set('him her them us me you people');
