import { AUXILIARY, INTERROGATIVE } from './function-words.ts';
import { inOneWord } from './phrasal.ts';

/** A question as articles might put it, of one that a member typed in haste or as it is spoken. Linear in its length. */
export function plainly(text: string): string {
  const plain = text
    .replace(BEHIND, '')
    .replace(LEAD, '')
    .replace(/^\p{L}+/u, (word) => MISTYPED.get(word.toLowerCase()) ?? word)
    .replace(SHORTHAND, (word) => WRITTEN_OUT[word]!)
    .replace(/[\s?!.]+$/, '')
    .replace(WHETHER, 'has ');
  return inOneWord(SPOKEN.reduce((written, [said, meant]) => written.replace(said, meant), plain));
}

/** A question for all but one of several things without that one, which may stand beside what is asked for or not. */
export const withoutBesides = (text: string): string => text.replace(BESIDES, '');

const BESIDES = /^(?:besides|apart from|aside from|other than|in addition to) [^,]+, (?=\S+ \S)/i;

/** What stands for a laugh and the like in chat. */
const CHAT = '(?:lol|lmao|lmfao|rofl|(?:ha){2,}|btw|tbh|bruh)';

/**
 * What members put behind a question: "lol wasn't it a threat", "thanks", "? I live there". What begins as a question does, or holds
 * somebody's words, stays.
 */
const BEHIND = new RegExp(
  `(?<=\\S \\S+ \\S+)(?:[ ,.!?-]+${CHAT}\\b[^"“”]*|[ ,.!?-]+(?:thanks|thank you|thx|just (?:curious|wondering)|i['’]?m (?:just )?(?:curious|wondering)|asking for a friend)\\W*|\\?+ (?!(?:${INTERROGATIVE}|${AUXILIARY}|and|or)\\b)[^?"“”‘]*)$`,
  'is',
);

/** What members put in front of a question. */
const LEAD = new RegExp(
  `^(?:(?:so+|ok|okay|hey|hi|well|please|and|but|also|then|now|um|hmm|wait|guys|${CHAT}|(?:could|can|would) (?:you|(?:some|any)(?:one|body) tell me)|do you know|(?:does )?any(?:one|body) know|any idea|i want to know|i'd like to know|(?:just |i['’]?m |i was )?(?:curious|wondering)|i wonder|(?:quick |serious |genuine )?question|tell me|show me|find out|find|remind me|according to (?:the|these) articles|in (?:the|these) articles)[,:]? )+(?=\\S+ \\S)`,
  'i',
);

/** Question words as they come from a hasty keyboard. */
const MISTYPED: ReadonlyMap<string, string> = new Map(
  [
    'what waht wat whta hwat wht wut whar',
    'who woh hwo whho',
    'when wehn whne wen',
    'where wehre wher',
    'why hwy',
    'which wich whcih whihc',
    'how hwow',
    'did ddi dod',
  ].flatMap((line) => {
    const [word, ...typed] = line.split(' ');
    return typed.map((each) => [each, word!] as const);
  }),
);

/** What hasty members shorten. */
const WRITTEN_OUT: Readonly<Record<string, string>> = {
  abt: 'about',
  abuot: 'about',
  aobut: 'about',
  abotu: 'about',
  sya: 'say',
  siad: 'said',
  bc: 'because',
  ppl: 'people',
  govt: 'government',
  pls: 'please',
  thru: 'through',
  acording: 'according',
  accoring: 'according',
  accordin: 'according',
  wh: 'White House',
  WH: 'White House',
  vp: 'vice president',
  potus: 'president',
  prez: 'president',
  scotus: 'Supreme Court',
  feds: 'federal government',
  dems: 'Democrats',
  cops: 'police',
};
const SHORTHAND = new RegExp(`\\b(?:${Object.keys(WRITTEN_OUT).join('|')})\\b`, 'g');

/** "is it true that the town sold the mill" asks for what was said of it. */
const WHETHER = /^(?:is|was) it (?:true|right|a fact) (?:that )?(?=\S)/i;

/** What somebody is by what they do: "job when she spoke to them", "position at the bank"; but a "position on the dam" is a view. */
const OFFICE =
  '(?:(?:job|role|title|post|occupation)(?: (?:at|when|while|before|after|now|then|back)\\b.*)?|position (?:at|within|in (?!(?:the |this |that )?(?:case|debate|dispute|talks?|negotiations?|matter|fight|argument|trial)\\b))\\b.*)';

/** How somebody is who supports a thing. */
const CONTENT = '(?:ok|okay|fine|happy|pleased|on board|comfortable|a fan) (?:of|with|about)';

/** What is given of who comments on something. */
const REMARK = '(?:(?:\\S+ ){0,4}?(?:a|any) )?(?:public |official )?comments? (?=(?:on|about|regarding)\\b)';

/** How somebody stays unnamed: "did … want to stay anonymous", "were … granted anonymity". */
const UNNAMED =
  '(?:(?:(?:want|wish|ask|choose|chose|prefer|insist)(?:ed)? (?:to |for |on )?)?(?:(?:speak|talk|stay|remain|be|go|keep|granted|given) )?(?:on (?:the )?condition of )?(?:anonym(?:ous|ously|ity)|unnamed|nameless)|(?:not (?:want|wish|agree)|ask not|refuse|decline) to be (?:named|identified))\\b';

/** What somebody did to whom something is said back. */
const OBJECTED = '(?:objected|pushed back|refused|protested|complained|disagreed|resisted)';

/** What is taken well or badly: "take the news", "take Brandt's speech". */
const NEWS =
  '((?:\\S+ ){0,3}?(?:news|announcements?|decisions?|verdict|ruling|defeat|loss|tweets?|remarks?|comments?|speech|reports?|claims?|proposals?|plans?|ideas?|criticism|stor(?:y|ies)|firing|resignation|results?)\\b)';

/** Somebody's view: "Holt's own words", "the guild’s opinion". */
const WHOSE_VIEW =
  "(?!(?:his|its|this)\\b)(\\S.{1,40}?)(?:['’]s?|s) (?:own )?(?:view|opinion|eyes|words|telling|assessment|account|version)";

/** What begins a second question on what was asked about: "is it", "what did he", "what's her". */
const AGAIN = `(?:(?:${INTERROGATIVE}) (?:\\S+ )?)?(?:${AUXILIARY}) (?:it|they|he|she|that|this|those|his|her|their|its)\\b`;

/** How closely something is to be told. */
const PRECISELY = '(?:exactly|precisely|specifically|approximately|roughly)';

/** What is said otherwise than it is written. Each looks at the beginning of a question, or at few words. */
const SPOKEN: readonly (readonly [said: RegExp, meant: string])[] = [
  [/^(what|who|where|when|how|why)(?:['’‘]s|s) (?=\S)/i, '$1 is '],
  [/^how come /i, 'why '],
  // "approximately how many", "what is it exactly"
  [new RegExp(`^${PRECISELY} (?=(?:${INTERROGATIVE})\\b)`, 'i'), ''],
  [new RegExp(`^((?:\\S+ )?(?:${INTERROGATIVE})) ${PRECISELY} (?=\\S)`, 'i'), '$1 '],
  [
    new RegExp(
      `(?<=\\S \\S+ \\S+),? (?:${PRECISELY}|in the end|at all|after all|these days|right now)$`,
      'i',
    ),
    '',
  ],
  // "ex president"; but an "ex-wife" is called so everywhere, and "ex parte" is Latin.
  [
    /\bex[- ](?!wi(?:fe|ves)\b|(?:parte|officio|post|gratia)\b|(?:husband|spouse|partner|boyfriend|girlfriend|lover|convict|con)s?\b)(?=\p{L}{2})/giu,
    'former ',
  ],
  [
    new RegExp(`^how (?:did|do|does|has|have|had) (.{2,60}?) (?:take|taken) ${NEWS}`, 'i'),
    'how did $1 react to $2',
  ],
  [new RegExp(`^in ${WHOSE_VIEW}, (?=\\S)`, 'i'), 'according to $1, '],
  // "After the vote, what did Brandt say": first what is asked.
  [
    new RegExp(
      `^((?:when|after|before|once|while|during|since|until|in|at|on|asked) [^,?]{3,100}), (?:and )?((?:${INTERROGATIVE}|${AUXILIARY})\\b.+)$`,
      'i',
    ),
    '$2 $1',
  ],
  [/,? (?:in (?:his|her|its|their) own words|exactly|though|anyway)$/i, ''],
  [new RegExp(`,? in ${WHOSE_VIEW}$`, 'i'), ' according to $1'],
  // "who was it that said so", "who is quoted as saying it", "whose words are “a circus”", "who used the phrase “a circus”"
  [/^who (?:is|was) (?:it|the (?:one|person|guy)) (?:that|who) (?=\S)/i, 'who '],
  [/^who (?:is|was|gets|got) quoted (?:as )?saying (?=\S)/i, 'who said '],
  [/^whose (?:words|quote|line|phrase) (?:is|are|was|were) (?:it (?:that )?)?(?=\S)/i, 'who said '],
  [/^who used the (?:words?|phrase|term|expression) (?=\S)/i, 'who said '],
  [/^name the (?:person|one) (?:who|that) (?=\S)/i, 'who '],
  [/^name the (\S+(?: \S+)?) (?:who|that) (?=\S)/i, 'which $1 '],
  [/^(["“][^"“”]+["”])[,.:;–—-]* (who (?:said|wrote|tweeted|called))(?: (?:that|this|it|so))?$/i, '$2 $1'],
  [/^what (?:is|was) (.{2,40}?) quoted (?:as )?saying\b/i, 'what did $1 say'],
  [
    /^what (?:is|was|are|were) (.{2,40}?)(?:['’]s|s['’]|s) (?:(?:own|exact|actual|precise|very) )?(?:words|wording)(?= (?:on|about|of|to|when|after)\b|$)/i,
    'what did $1 say',
  ],
  [
    /^(?:what|which) (?:words?|terms?|phrase|expression|label|name) (did|does|do) (.{2,40}?) (?:use|choose|pick) (?:for|of|about|to (?:describe|label|characteri[sz]e)) (?=\S)/i,
    'what $1 $2 call ',
  ],
  [
    /^(?:any word|anything|any news) (?:from|by) (.{2,40}?) (?:on|about|regarding) (?=\S)/i,
    'what did $1 say about ',
  ],
  [/\bconfirm or deny /i, 'confirm '],
  [/ re:? (?=(?:the|an?|his|her|their|this|that)\b)/, ' about '],
  [/^(who (?:has |have )?)compared (?=\S)/i, '$1likened '],
  [/^((?:what|whom?) (?:did|does|do) (?:\S+ ){1,4}?)compare (?=\S)/i, '$1liken '],
  [/^what (do|does|did) (.{2,40}?) make of (?=\S)/i, 'what $1 $2 say about '],
  [
    /^(?:what (?:is|was) )?(\S.{1,40}?)(?:['’]s|s['’]) (?:beef|problem|issue|quarrel) with (?=\S)/i,
    'why does $1 oppose ',
  ],
  // "per the five officials"; but "per person"
  [/(?<=^|,? )(?:as )?[Pp]er (?=the \S|\p{Lu}\p{Ll})/u, 'according to '],
  // "town hall reopens when"
  [new RegExp(`^(?!(?:${INTERROGATIVE}|${AUXILIARY}) )((?:\\S+ )+\\S+?),? (when|where)$`, 'iu'), '$2 $1'],
  // "did the council give the Echo a comment on it", "has it made any comments about it"
  [new RegExp(`\\b(?:give|offer|make|issue) ${REMARK}`, 'i'), 'comment '],
  [new RegExp(`\\b(?:gave|given|offered|made|issued) ${REMARK}`, 'i'), 'commented '],
  // A second question on the same: "what did she say about the plan, is it final", "… and why", "…, and by whom".
  [
    new RegExp(
      `^((?:${INTERROGATIVE}|${AUXILIARY})\\S* (?:\\S+ ){2,}\\S+?)(?:[,;?] (?:and )?${AGAIN}.*|,? and (?:why|when|where|how|on what grounds|for what reason)|, (?:the )?(?:exact|actual) (?:words|quote|wording))$`,
      'i',
    ),
    '$1',
  ],
  [
    new RegExp(
      `^((?:(?:(?:in|on|at|by|from|for|to|with|of) )?(?:who|whom|whose|what|which|where|why|how)|(?:when )?(?:${AUXILIARY})) (?:\\S+ ){2,}?[^\\s,;?]+)(?:[,;?] and (?:\\S+ ){0,2}?(?:${INTERROGATIVE})\\b.*|[,;?] (?:what|how|why)\\b.*|[,;?] (?:which|what) \\S+)$`,
      'i',
    ),
    '$1',
  ],
  [new RegExp(`^what (?:is|was) (.{2,40}?)(?:['’]s|s['’]|s) ${OFFICE}$`, 'i'), 'who is $1'],
  [
    /^what (?:job|post|office|title|position) (?:does|did|has|had) (.{2,40}?) (?:have|held|hold|had)\b.*$/i,
    'who is $1',
  ],
  [/^what (?:does|did) (.{2,40}?) do for a living$/i, 'who is $1'],
  [/^what (?:does|do) (.{2,20}?) stand for$/i, 'what is $1'],
  [
    new RegExp(`^why (?:did|do|does|were|are|was|is|would) (.{2,60}?) ${UNNAMED}`, 'i'),
    'why the anonymity of $1',
  ],
  [
    /^why (?:did|do|would)(?:n['’]?t| not) (.{2,60}?) (?:(?:want to )?(?:give|use|say|reveal) their names?|want to be (?:named|identified))\b/i,
    'why the anonymity of $1',
  ],
  // "what did Brandt say when the mayor objected", "what did she say to the mayor when he objected"
  [
    new RegExp(
      `^what did (.{2,40}?) (?:say|answer)(?: back)? (?:to (.{2,40}?) when (?:he|she|they)|when (.{2,40}?)) ${OBJECTED}$`,
      'i',
    ),
    'how did $1 respond to $2$3',
  ],
  [/\bsay back\b/i, 'respond'],
  [/\b((?:do|does|did) (?:\S+ ){1,5}?)plan to (?=\S)/i, '$1intend to '],
  [/^how (do|does|did) (.{2,40}?) (?:see|view|regard) (?=\S)/i, 'what $1 $2 think of '],
  [/\b(how (?:\S+ ){1,5}?)(?:deal|cope) with (?=\S)/i, '$1handle '],
  // Somebody whom they got rid of may have been sent away in many ways.
  [/\b[Gg]et(?:ting)? rid of (?!\p{Lu}\p{Ll})/u, 'abolish '],
  [/\b(?:lose|lost|losing) (?:his|her) (?:job|post|position)\b/i, 'get fired'],
  [/\b(?:thrown|kicked|forced|pushed|driven|booted) out of (?:office|power)\b/i, 'ousted'],
  [/^who is the (?:new|current) /i, 'who is the '],
  [/\b(?:have|has|had) to say\b/i, 'say'],
  [/^(?:is|are|was|were) ((?:\S+ ){1,5})(?:for or against|in favou?r of) /i, 'does $1support '],
  [/^(why )?(?:is|are) ((?:\S+ ){1,5})(?:against|opposed to) /i, '$1does $2oppose '],
  [/^(why )?(?:was|were) ((?:\S+ ){1,5})(?:against|opposed to) /i, '$1did $2oppose '],
  [/^(did|does|do) ((?:\S+ ){1,5})(?:like|love|hate|dislike) (?=\S)/i, '$1 $2support '],
  [new RegExp(`^(?:is|are) ((?:\\S+ ){1,5})${CONTENT} `, 'i'), 'does $1support '],
  [new RegExp(`^(?:was|were) ((?:\\S+ ){1,5})${CONTENT} `, 'i'), 'did $1support '],
  [
    /^(who|(?:what|which) \p{L}+(?: \p{L}+)??) (?:(?:was|were) the first to |(?:had |has )?(?:first |originally )?)(?:break|broken?|ran|published?|carried|had|wrote|(?:is|was) behind) the ((?:\S+ )?(?:story|news|report|scoop))\b/iu,
    '$1 reported the $2',
  ],
  [
    /^who (?:is )?(?:currently |now )?(?:runs|heads|leads|chairs|running|heading|leading|in charge (?:of|at)|at the head of) (?=\S)(?!(?:for|against|away|to|by|from|in|on)\b)/i,
    'who is the head of ',
  ],
  [/^who (?:has )?(?:took|taken|takes) over (?:from|for|after) /i, 'who replaced '],
  [
    /^who (?:has )?(?:got|gotten|took|taken|filled) (.{2,40}?)['’]s? (?:job|post|role|seat|place|office)\b/i,
    'who replaced $1',
  ],
  [/^who (?:is|was) (?:against|opposed to) /i, 'who opposed '],
  [/^(?:is|was) ((?:\S+ ){1,5})open to /i, 'does $1support '],
  [/^who is (?:mad|angry|upset|unhappy) (?:about|at|with|over) /i, 'who criticized '],
  [/\b(?:go|goes|going|gone|went) on to (?=say|tell|claim|call|add)/i, ''],
  [/^who (?:has |have )?back(?:s|ed) (?!down|out|off|away|up|from)/i, 'who supported '],
];
