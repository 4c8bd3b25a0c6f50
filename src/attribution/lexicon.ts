/**
 * Words of reporting, by what they do. The models weigh these classes beside the words themselves, so that a word
 * that was never met in training is treated like its neighbours here. Verbs and nouns by lemma.
 */
export const VERBS = {
  say: 'say tell add state remark observe comment note mention speak talk',
  write:
    'write post tweet retweet blog email publish pen editorialize caption scribble jot message wire cable inscribe print broadcast air upload share headline',
  manner:
    'shout yell scream whisper mutter murmur exclaim quip joke intone thunder bellow chant cry sigh laugh crow snap bark gush fume rant blurt stammer drawl chuckle tease holler howl roar growl hiss sneer wail sob grunt mumble stutter squeal squawk shriek bawl bray purr coo wisecrack banter kid jest josh sing recite boom croak rasp snarl huff sniff sputter grouse wheeze giggle grin smirk shrug smile nod prattle babble ramble blabber drone gibe jibe jeer heckle boo cheer',
  reply:
    'respond reply answer retort counter rejoin echo concur interject interrupt parry chime volley reciprocate',
  continue:
    'continue conclude begin start finish repeat reiterate stress emphasize underscore underline highlight elaborate clarify expand proceed resume recap summarize summarise sum recapitulate restate reaffirm rephrase append italicize accentuate amplify',
  ask: 'ask inquire query question wonder quiz grill press challenge probe interrogate enquire poll survey consult interview pester pepper badger',
  argue:
    'argue contend maintain insist assert reason posit opine suggest propose submit theorize speculate muse declare proclaim pronounce hold stipulate lecture preach hypothesize conjecture postulate philosophize editorialise theorise hypothesise rationalize advance venture float moot profess affirm aver avow intimate contemplate extrapolate surmise',
  claim:
    'claim allege charge purport accuse insinuate imply boast brag tout assure swear vouch testify attest depose certify corroborate substantiate verify validate impute ascribe attribute implicate finger fabricate exaggerate inflate overstate understate mislead lie fib pretend feign bluff rumor',
  reveal:
    'announce reveal disclose report inform notify brief advise confirm admit acknowledge concede confess divulge leak release unveil detail relay recount narrate recall relate reference cite quote hint signal indicate publicize publicise advertise trumpet herald circulate expose uncover unmask tip convey impart communicate transmit apprise acquaint update enlighten familiarize present reintroduce introduce declassify out spill blab allude chronicle document catalogue catalog list enumerate itemize preview sketch chart recollect reminisce evoke register record log',
  promise: 'promise pledge vow guarantee commit offer volunteer undertake reassure warrant ensure insure',
  warn: 'warn caution threaten alert admonish foretell forecast predict project estimate anticipate prophesy forewarn alarm scare foresee prognosticate envision envisage presage',
  order:
    'order urge demand call request beg plead implore instruct direct command appeal exhort encourage recommend counsel invite petition prod remind dare bid enjoin mandate decree dictate ordain prescribe require summon subpoena compel oblige nudge prompt lobby pressure cajole coax entreat importune supplicate beseech solicit crave nominate authorize authorise permit allow forbid prohibit ban bar veto coach school canvass',
  criticise:
    'criticize attack blast slam denounce condemn decry deride mock ridicule blame bash lambaste rebuke scold rip chide berate lament bemoan complain gripe grumble protest object rail chastise castigate excoriate pan assail skewer knock fault disparage belittle insult scorn trash taunt censure reprimand upbraid hammer pillory vilify demonize lash hit fire swipe lampoon satirize parody malign slander smear libel defame disown disrespect demean denigrate deprecate diss dismantle savage maul roast flay slag slate slur taint tar impugn inveigh fulminate vent snipe jab needle goad razz rib bully harangue hector reprove reproach flog carp cavil whine moan grouch bewail deplore disapprove begrudge resent reprehend shame shun stigmatize vilipend',
  praise:
    'praise laud hail applaud commend compliment thank congratulate welcome salute extol celebrate defend justify promote champion advocate espouse plug flatter admire endorse back support exalt glorify venerate revere toast rave cherish commemorate memorialize honor exonerate absolve excuse vindicate bless credit root stump campaign eulogize',
  deny: 'deny refute rebut repudiate disavow disclaim recant retract debunk disprove discredit negate gainsay abjure forswear renounce backtrack backpedal revoke',
  dispute:
    'dispute reject dismiss contradict contest disagree discount downplay rebuff scoff rule deflect balk counterclaim dissent differ diverge oppose resist quibble haggle impeach undercut undermine overrule disbelieve misrepresent distort minimize minimise trivialize sidestep dodge evade duck skirt spurn brush downgrade nix',
  refuse: 'decline refuse demur hesitate abstain forgo withhold waver equivocate hedge stonewall',
  describe:
    'describe label brand characterize portray depict dub term deem cast paint liken compare refer define name christen nickname title style typify profile rate rank classify categorize categorise qualify equate contrast analogize juxtapose diagnose caricature stereotype pigeonhole frame peg tag pitch',
  discuss:
    'discuss debate address explain outline lay explore weigh expound explicate touch tackle converse chat negotiate confer deliberate broach raise analyze analyse examine dissect review cover interpret elucidate illuminate spell unpack discourse dwell expatiate spar bicker wrangle brainstorm mull',
  apologise: 'apologize regret atone repent rue',
  agree:
    'agree accept consent approve vote sign assent acquiesce okay ok ratify accede settle compromise side align sanction',
  think:
    'think believe feel know consider suspect doubt assume suppose realize understand recognize imagine figure reckon expect guess find see view regard perceive judge decide determine learn discover remember forget ponder presume conceive fancy intuit infer deduce calculate fathom gather sense assess evaluate gauge appraise trust grasp comprehend',
  wish: 'hope want wish fear worry prefer intend plan aim seek desire like love hate dread long strive try mean need yearn covet aspire dream pray resolve vie endeavor hanker care',
  show: 'show demonstrate prove reflect illustrate read establish signify denote connote exhibit evince display',
  seem: 'seem appear look sound tend',
} as const;

export const NOUNS = {
  statement:
    'statement remark comment claim allegation accusation assertion argument contention announcement declaration speech address letter email memo tweet post message note interview testimony story account article column report release question answer response reply suggestion proposal insistence notion charge complaint criticism rebuke attack praise endorsement apology confession admission acknowledgement acknowledgment revelation disclosure observation quote testimonial broadcast tirade rant diatribe outburst retort quip joke jab dig barb insult slur slam critique condemnation denunciation tribute eulogy toast lecture sermon soliloquy talk chat conversation briefing presentation transcript manifesto communique communiqué dispatch bulletin newsletter blog editorial essay commentary review memoir diary caption headline slogan chant mantra refrain soundbite talking rumor rumour gossip innuendo insinuation hint tip leak inference theory hypothesis analysis explanation excuse justification rationale clarification correction retraction characterization characterisation description depiction portrayal version narrative tale anecdote recollection assessment evaluation verdict ruling finding determination judgment judgement diagnosis affidavit deposition filing brief motion lawsuit suit indictment petition pronouncement proclamation affirmation assurance reassurance reminder mention reference allusion citation quotation word comparison',
  promise:
    'promise pledge vow threat warning offer guarantee prediction forecast estimate projection commitment oath ultimatum caution caveat alert prophecy outlook',
  order:
    'call demand request order appeal plea urging invitation recommendation advice directive instruction mandate decree edict command dare challenge exhortation entreaty prompting counsel',
  denial:
    'denial refusal rejection rebuttal dismissal objection protest disavowal repudiation refutation rebuff pushback backlash disclaimer contradiction disagreement dispute',
  belief:
    'belief view opinion hope fear concern doubt suspicion expectation feeling thought idea impression conclusion assumption sense desire wish intention plan decision support opposition conviction mindset stance position attitude worry anxiety perception understanding skepticism scepticism optimism pessimism confidence faith certainty preference ambition aim goal aspiration dream',
} as const;

/** The class of reporting verbs or nouns that a lemma belongs to, as a number; 0 for none. */
export const VERB_CLASS: ReadonlyMap<string, number> = classes(VERBS);
export const NOUN_CLASS: ReadonlyMap<string, number> = classes(NOUNS);

/** The last class of verbs that take somebody's words and no object: say, write, shout, reply, continue, ask. */
export const LAST_OF_SAYING = Object.keys(VERBS).indexOf('ask') + 1;
/** The last class of verbs that report speech; those after it report thoughts, wishes and findings. */
export const LAST_OF_SPEECH = Object.keys(VERBS).indexOf('agree') + 1;

function classes(table: Readonly<Record<string, string>>): Map<string, number> {
  const found = new Map<string, number>();
  Object.values(table).forEach((words, i) => {
    for (const word of words.split(' ')) if (!found.has(word)) found.set(word, i + 1);
  });
  return found;
}

/** Words before a colon that name a part of a page, and nobody who speaks: "Photos: The harbor after the storm". */
export const PARTS_OF_PAGES: ReadonlySet<string> = new Set(
  'advertisement disclosure guide photo photos photograph photographs photographer photographers picture pictures image images video videos audio gallery slideshow caption captions credit credits graphic infographic map chart more also see related read watch listen correction corrections clarification update updated note translation copyright coverage series quiz section page tags topics categories filed follow contact phone email exclusive breaking live facts check story stories opinion editorial warning alert type name stage date time location background winner loser playback verdict music transcript subscribe newsletter sponsored recommended trending'.split(
    ' ',
  ),
);

/** The lemmas of plain reporting: where one frames a sentence, others in it are mostly told and not telling. */
export const PLAIN: ReadonlySet<string> = new Set(['say', 'tell', 'write', 'add', 'according']);

/** Nouns for people and bodies that speak. */
export const SPEAKERS: ReadonlySet<string> = new Set(
  `official officer spokesman spokeswoman spokesperson aide adviser advisor source person people man woman reporter journalist
  senator congressman congresswoman governor mayor president minister secretary chairman chairwoman chair director chief head
  leader lawyer attorney prosecutor judge analyst expert critic supporter opponent candidate nominee voter lawmaker legislator
  democrat republican professor scholar researcher scientist economist historian author writer columnist editor activist advocate
  strategist pollster consultant operative donor delegate diplomat ambassador general commander soldier veteran police
  investigator detective agent witness victim resident neighbor friend wife husband father mother son daughter brother sister
  doctor teacher student worker employee executive ceo founder owner manager investor businessman member colleague rival ally
  insider authority administration government campaign committee court department agency ministry party company firm union group
  organization association institute council commission congress senate house white press newspaper magazine paper site website network
  report study poll survey document statement release letter article story book ad commercial record filing lawsuit complaint
  crowd audience protester demonstrator fan host anchor moderator correspondent commentator pundit observer individual whistleblower
  coastguard bishop archbishop pope king queen prince princess duke captain pilot driver farmer fisherman
  nurse surgeon medic paramedic firefighter constable inspector sergeant lieutenant colonel admiral marshal sheriff deputy
  clerk councilor councilman councilwoman alderman commissioner premier chancellor envoy negotiator mediator rebel militant insurgent
  suspect defendant plaintiff claimant juror barrister solicitor coach player athlete champion referee singer actor
  actress musician artist producer curator librarian engineer astronomer physicist biologist chemist geologist climatologist psychologist
  sociologist anthropologist archeologist meteorologist forecaster seismologist epidemiologist virologist physician psychiatrist therapist priest pastor imam
  rabbi cleric bureau embassy consulate palace treasury parliament cabinet opposition coalition federation charity foundation
  bank airline airport hospital university college museum club league operator manufacturer retailer maker developer
  contractor landlord tenant homeowner passenger commuter customer consumer survivor refugee migrant parent grandmother grandfather
  aunt uncle cousin widow partner classmate teammate counterpart predecessor successor user blogger novelist poet
  filmmaker photographer broadcaster publisher outlet watchdog regulator ombudsman auditor coroner examiner pathologist tribunal jury
  crew`.split(/\s+/),
);
