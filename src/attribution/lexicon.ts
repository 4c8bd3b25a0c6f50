/**
 * Words of reporting, by what they do. The models weigh these classes beside the themselves, so that a word
 * that was never met in training is treated like its neighbours here. Verbs and nouns by lemma.
 */
export const VERBS = {
  say: 'say tell add state remark observe comment note mention speak talk',
  write: 'write post tweet retweet blog email publish pen editorialize caption',
  manner:
    'shout yell scream whisper mutter murmur exclaim quip joke intone thunder bellow chant cry sigh laugh crow snap bark gush fume rant blurt stammer drawl chuckle tease',
  reply: 'respond reply answer retort counter rejoin echo concur interject interrupt',
  continue:
    'continue conclude begin start finish repeat reiterate stress emphasize underscore underline highlight elaborate clarify expand',
  ask: 'ask inquire query question wonder quiz grill press challenge probe',
  argue:
    'argue contend maintain insist assert reason posit opine suggest propose submit theorize speculate muse declare proclaim pronounce hold stipulate lecture preach',
  claim:
    'claim allege charge purport accuse insinuate imply boast brag tout assure swear vouch testify attest depose',
  reveal:
    'announce reveal disclose report inform notify brief advise confirm admit acknowledge concede confess divulge leak release unveil detail relay recount narrate recall relate reference cite quote hint signal indicate',
  promise: 'promise pledge vow guarantee commit offer volunteer undertake',
  warn: 'warn caution threaten alert admonish foretell forecast predict project estimate anticipate prophesy',
  order:
    'order urge demand call request beg plead implore instruct direct command appeal exhort encourage recommend counsel invite petition prod remind dare',
  criticise:
    'criticize attack blast slam denounce condemn decry deride mock ridicule blame bash lambaste rebuke scold rip chide berate lament bemoan complain gripe grumble protest object rail chastise castigate excoriate pan assail skewer knock fault disparage belittle insult scorn trash taunt censure reprimand upbraid hammer pillory vilify demonize lash hit fire swipe',
  praise:
    'praise laud hail applaud commend compliment thank congratulate welcome salute extol celebrate defend justify promote champion advocate espouse plug flatter admire endorse back support',
  deny: 'deny refute rebut repudiate disavow disclaim recant retract debunk',
  dispute:
    'dispute reject dismiss contradict contest disagree discount downplay rebuff scoff rule deflect balk',
  refuse: 'decline refuse demur hesitate',
  describe:
    'describe label brand characterize portray depict dub term deem cast paint liken compare refer define',
  discuss: 'discuss debate address explain outline lay explore weigh expound explicate touch tackle',
  apologise: 'apologize regret',
  agree: 'agree accept consent approve vote sign',
  think:
    'think believe feel know consider suspect doubt assume suppose realize understand recognize imagine figure reckon expect guess find see view regard perceive judge decide determine learn discover remember forget',
  wish: 'hope want wish fear worry prefer intend plan aim seek desire like love hate dread long strive try mean need',
  show: 'show demonstrate prove reflect illustrate read',
  seem: 'seem appear look sound tend',
} as const;

export const NOUNS = {
  statement:
    'statement remark comment claim allegation accusation assertion argument contention announcement declaration speech address letter email memo tweet post message note interview testimony story account article column report release question answer response reply suggestion proposal insistence notion charge complaint criticism rebuke attack praise endorsement apology confession admission acknowledgement acknowledgment revelation disclosure observation quote',
  promise: 'promise pledge vow threat warning offer guarantee prediction forecast estimate projection',
  order: 'call demand request order appeal plea urging invitation recommendation advice',
  denial: 'denial refusal rejection rebuttal dismissal objection protest',
  belief:
    'belief view opinion hope fear concern doubt suspicion expectation feeling thought idea impression conclusion assumption sense desire wish intention plan decision support opposition',
} as const;

/** The class of reporting verbs or nouns that a lemma belongs to, as a number; 0 for none. */
export const VERB_CLASS: ReadonlyMap<string, number> = classes(VERBS);
export const NOUN_CLASS: ReadonlyMap<string, number> = classes(NOUNS);

/** The last class of verbs that report speech; those after it report thoughts, wishes and findings. */
export const LAST_OF_SPEECH = Object.keys(VERBS).indexOf('agree') + 1;

function classes(table: Readonly<Record<string, string>>): Map<string, number> {
  const found = new Map<string, number>();
  Object.values(table).forEach((words, i) => {
    for (const word of words.split(' ')) if (!found.has(word)) found.set(word, i + 1);
  });
  return found;
}

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
  crowd audience protester demonstrator fan host anchor moderator correspondent commentator pundit observer individual whistleblower`.split(
    /\s+/,
  ),
);
