import { MONTHS, MONTHS_IN_SHORT, WEEKDAYS, WEEKDAYS_IN_SHORT } from '../text/calendar.ts';

/** Kinds of lines that stand on an article's page without belonging to the article. */
export type Clutter =
  | 'advertisement'
  | 'bio'
  | 'byline'
  | 'call'
  | 'caption'
  | 'code'
  | 'comments'
  | 'credit'
  | 'date'
  | 'legal'
  | 'menu'
  | 'pages'
  | 'player'
  | 'related'
  | 'separator'
  | 'share'
  | 'tags';

/**
 * Where a rule applies: `anywhere`; at the `head`, before the first line of prose; at the `tail`, after the last; or at
 * both `edges`. A line that is a plain sentence within an article may be clutter at its edges.
 */
export type Where = 'anywhere' | 'head' | 'tail' | 'edges';

/**
 * Patterns for a line in lower case, with plain quotation marks and single spaces, without bullets and outer brackets.
 * `starts` match at its start, `ends` at its end, `holds` anywhere.
 */
export interface Rule {
  readonly kind: Clutter;
  readonly where: Where;
  /** Longer lines count as prose. */
  readonly words: number;
  readonly starts?: readonly string[];
  readonly ends?: readonly string[];
  readonly holds?: readonly string[];
}

const re = String.raw;

const DATE = re`(?:[a-z]+\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2} [a-z]+\.? \d{4}|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4})`;
const AGENCY = re`(?:ap|afp|epa|upi|reuters|getty(?: images)?|(?:the )?associated press|bloomberg|shutterstock|istock(?:photo)?|corbis|redux|zuma(?: ?press)?|alamy|flickr|pixabay|unsplash|wikimedia(?: commons)?|sipa|xinhua|anadolu(?: agency)?|newscom|contributed|handout|screen ?(?:shot|grab))`;
const JOURNALIST = re`(?:reporter|correspondent|columnist|editor|editor-at-large|writer|journalist|contributor|producer|blogger|commentator|fellow|author|freelancer|anchor|intern|staffer|host|analyst|critic|photographer)`;
const SOCIAL = re`(?:twitter|facebook|instagram|linkedin|youtube|telegram|flipboard|whatsapp|threads|bluesky|mastodon|parler|gab|x)`;
const NAME = re`[a-z.'-]+(?: [a-z.'-]+){0,3}`;

/** The first match wins. */
export const RULES: readonly Rule[] = [
  {
    kind: 'advertisement',
    where: 'anywhere',
    words: 9,
    starts: [
      re`(?:advertise?ments?\W*)+$`,
      re`ads?$`,
      re`(?:advertisement|story|article|post)\W+(?:continues?|continued|continue reading|scroll)\b`,
      re`continue(?:d|s)? (?:reading )?(?:below|the main story)`,
      re`(?:sponsored|promoted|paid)(?: (?:content|post|links?|stor(?:y|ies)|by .*))?$`,
      re`scroll (?:down )?(?:for|to) (?:more|continue|video|read)\b`,
      re`report (?:this )?ad$`,
    ],
  },
  {
    kind: 'caption',
    where: 'anywhere',
    words: 90,
    starts: [
      re`(?:file )?(?:photo|image|photograph|picture|illustration|graphic|video|caption)s?(?: (?:credit|copyright|source|caption|by|via|courtesy(?: of)?))? ?:`,
      re`(?:photo|photograph|image|illustration|graphic|video)s? (?:credit|copyright|source|caption|by|via|courtesy)\b`,
      re`file ?[-–—:]`,
      re`(?:pictured|photographer|caption) ?:`,
      re`credit ?: .{2,60}$`,
      re`(?:enlarge this image|toggle caption|media caption|image caption|hide caption)\b`,
      re`in this (?:[a-z]+\.? \d{1,2},? \d{4},? |undated )?(?:file )?(?:photo|image|photograph|handout|frame|combination)\b`,
      re`(?:slideshow|gallery|photo gallery|view gallery)(?: \(?\d+ (?:images?|photos?)\)?)?$`,
      re`(?:prev |next )?(?:photo |image |slide )?\d+ of \d+(?: photos| images)?$`,
      re`(?:photo|image|photograph|video|illustration|graphic|${AGENCY})s?$`,
      re`(?:ap|afp|epa|upi|reuters|getty)(?: photo)? ?/ ?[a-z][^.!?]{2,60}$`,
      re`screen ?(?:shot|grab)s?\b[^.!?]{0,60}$`,
      re`(?:view|see|show)(?: (?:more|all|the))? (?:photos?|images?|gallery|pictures|slideshow)\W*$`,
    ],
    ends: [
      re`\((?:ap|afp|reuters|file|courtesy|handout|photo|image|photos|images|picture|credit|illustration|screenshot|screengrab|source|getty)\b[^()]{0,120}\)\.?`,
      re`[([][a-z.' -]{2,50}/ ?[a-z][a-z.,' &-]{1,40}(?:/[a-z .,'&-]{2,40})*(?: via [a-z .]{2,30})?[)\]]`,
      re`(?:\(|[.!?"'] |[/|] ?|\bvia )${AGENCY}(?: photos?)?(?: via [a-z ]+)?(?:\.?\))?`,
      re`\b(?:reuters|getty images|afp|ap photo) ?/ ?[a-z]+(?: [a-z.'-]+){0,3} [a-z'-]+`,
      re`\bgetty images`,
      re`\b(?:photo|photographed|photograph|photos|images?) (?:by|courtesy of) [a-z.' -]{4,40}(?:/[a-z .'&-]{2,40})?\)?`,
      re`\b(?:photo|photographer|photograph|credit|image) ?: [a-z.' -]{4,40}(?:/[a-z .'&/-]{2,60})?\)?`,
    ],
  },
  {
    kind: 'player',
    where: 'anywhere',
    words: 40,
    starts: [
      re`(?:play|pause|mute|unmute|now playing|replay|embed|transcript|download|subtitles|fullscreen)(?: (?:video|audio|episode|facebook|youtube))?$`,
      re`(?:just|must) watch(?:ed)? [a-z].*\breplay\b`,
      re`media playback is\b`,
      re`(?:current time|duration|remaining time|loaded|stream type) ?:?(?: \d|$)`,
      re`(?:video player is loading|this is a modal window|this video (?:is|file|can)|(?:beginning|end) of dialog window)\b`,
      re`(?:your|this) browser (?:does|doesn't|is|has)\b`,
      re`(?:please )?(?:enable|turn on|activate) (?:javascript|cookies)\b`,
      re`(?:javascript|cookies) (?:is|are|must be) (?:disabled|required|enabled)\b`,
      re`(?:listen|watch|video|audio)\W+(?:\d+:\d\d\W*)+$`,
      re`(?:listen to|watch) (?:this )?(?:article|story|video|episode)\W*(?:\d+ min(?:ute)?s?\W*|\d+:\d\d.*)?$`,
      re`\d+ ?(?:min(?:ute)?s?|sec(?:ond)?s?)(?: (?:read|listen|watch|video))?$`,
      re`(?:this )?content is (?:not|un)\s?available\W*$`,
      re`(?:sorry\W+there was|an error (?:has )?occurred|something went wrong)\b`,
    ],
  },
  {
    kind: 'share',
    where: 'anywhere',
    words: 22,
    starts: [
      re`(?:click to )?(?:share|tweet|email|print|pin|post|send)(?: (?:this|on|via|it|to|with|by)\b.{0,60})?(?:\(opens in new window\))?$`,
      re`(?:share|like|loading)(?: (?:this|loading))?\W*$`,
      re`(?:[\d.,]+k?m? )?(?:shares?|views?|likes?|tweets?|reads?|retweets?)(?: [\d.,]+k?m?)?$`,
      re`[\d.,]+[km]\+?$`,
      re`(?:(?:post |page |total )?(?:views?|hits|reads) ?:|visited) ?\d[\d.,]*k?\b.{0,30}$`,
      re`please (?:follow|like|share)(?: (?:and|us|this|our|it|with|your|friends|like|share|follow|article|story|post|page))+\W*$`,
      re`(?:sharing is caring|spread the word|rate this (?:article|story|post))\W*$`,
      re`(?:please )?(?:follow|like|find|join|add|connect with|friend)\b.{0,60}\b(?:on|to|via|at) (?:our )?${SOCIAL}\b`,
      re`(?:please )?(?:follow|like|join|find) .{0,50}(?:@\w+|${SOCIAL}\.com\S*)\W*$`,
      re`(?:pic\.twitter\.com|https?://|www\.)\S+$`,
      re`\S+@\S+\.[a-z]{2,}$`,
      re`copy (?:this )?(?:link|url)\b.{0,20}$`,
      re`opens in (?:a )?new (?:window|tab)$`,
      re`(?:add|save) (?:us|to|as|this)\b.{0,20}(?:preferred source|google|reading list|bookmarks|favou?rites)\W*$`,
    ],
  },
  {
    kind: 'call',
    where: 'anywhere',
    words: 80,
    starts: [
      re`(?:already |are you |not )(?:a |an )?(?:subscriber|member|registered|subscribed)\b`,
      re`(?:thank you|thanks) for (?:subscribing|signing up|reading|registering|your (?:subscription|support|interest))\b`,
      re`(?:you (?:have|'ve) (?:read|reached|been|successfully)|this (?:article|content|story) is (?:for|available|reserved|only))\b.{0,60}\b(?:articles?|limit|subscribers?|subscribed|members?)\b`,
      re`(?:this site|site) is protected by recaptcha\b`,
      re`you are (?:now |already )?(?:subscribed|signed up|registered|logged in)\b`,
      re`(?:please )?(?:enter|invalid|provide|confirm) (?:a |your )?(?:valid )?e-?mail\b`,
    ],
    holds: [
      re`\byour (?:e-?mail )?inbox\b`,
      re`\bby (?:signing up|subscribing|submitting|clicking|registering|entering your e-?mail)\b.{0,40}\byou (?:agree|consent|are|acknowledge|accept|will)\b`,
      re`\bnews ?letter\W+(?:sign|subscribe|get|your)\b`,
      re`\bsign up (?:for|here|now|today|to (?:get|receive))\b.{0,120}\b(?:you|your|our|inbox|e-?mails?)\b`,
    ],
  },
  {
    kind: 'call',
    where: 'anywhere',
    words: 32,
    starts: [
      re`(?:please )?(?:sign|log)[ -]?(?:up|in)(?:$|\W+(?:for|to|here|now|today|with|and|or|below|free|via|using|manage)\b)`,
      re`(?:please |to )?(?:subscribe|register|unsubscribe)(?:$|\W+(?:to|for|here|now|today|with|and|or|below|free|via|on|at|in)\b)`,
      re`(?:want|like|enjoy(?:ed|ing)?|love|need)\b.{1,90}\?.{0,20}\b(?:sign up|subscribe|join|click|check out|download|get|consider|support|donate|follow|share)\b`,
      re`(?:get|receive|join|don't miss|never miss|stay|keep)\b.{0,80}\b(?:newsletters?|inbox|notifications|e-?mail (?:alerts?|updates?|list)|mailing list|up to date with)\b`,
      re`(?:get|receive) (?:the |our )?(?:latest|breaking|daily|today's|free|all)\b.{0,60}\b(?:alerts|delivered|updates)\b`,
      re`(?:click|tap|press|swipe|go|head) (?:here|below|above|through|on the (?:link|image|photo|video))\b`,
      re`click (?:to|for|on)\b`,
      re`(?:get|download|install|try|open)\b.{0,30}\bapp(?: (?:now|here|today|for .{1,30}))?\W*$`,
      re`(?:please )?(?:support|help support|donate|become|consider|give|chip in|contribute)\b.{0,60}\b(?:journalism|newsroom|reporting|member|subscriber|donation|donating|contribution|today|patron|patreon|paypal|supporting us)\b`,
      re`(?:donate|contribute|join)(?: (?:now|today|here|us))?$`,
      re`join the (?:conversation|discussion|debate)\b`,
      re`join (?:\S+ ){0,4}(?:vip|plus|premium|prime)\b`,
      re`(?:start|begin|try|claim|get) (?:your |a |my )?(?:\S+ )?(?:free )?(?:trial|subscription|membership)\b`,
      re`(?:got|have|send(?: us)?|submit) (?:a |an |any |your |us )?(?:confidential )?(?:news )?(?:tips?|story idea|question|letters?|feedback)\b.{0,80}(?:\?|@|here|to us|email|contact|to the editor)`,
      re`(?:contact|write(?: to)?|e-?mail|reach) (?:us|me|him|her|them|${NAME})(?: directly)? (?:at|via) \S*[@.]\S`,
      re`(?:contact|write to|e-?mail|reach) (?:us|me)\b`,
      re`(?:let us know|tell us) (?:what|your|how|in)\b`,
      re`(?:to receive|for) .{3,80}\b(?:subscribe to|sign up for|contact (?:me|us)|click here)\b`,
      re`vote (?:here|now)\b`,
      re`(?:take|vote in|answer) (?:our|the|this) (?:poll|survey|quiz)\b.{0,20}$`,
      re`sign (?:the|our|this) petition\W*$`,
      re`help us (?:continue|grow|keep|improve|reach|stay)\b`,
      re`(?:buy|order|shop|pre-order)\b.{0,40}\b(?:here|now|today|amazon)\W*$`,
      re`(?:continue|skip|jump|back|return) to (?:main |the )?(?:content|top|navigation|article|site|homepage|home page)\W*$`,
      re`(?:interested in|add)\b.{1,60}\badd (?:interest|.{1,40} as an interest)`,
      re`(?:create|manage) (?:a |an |your )?(?:free )?(?:account|newsletters?|alerts|profile)\b`,
      re`(?:turn on|enable|allow|receive) (?:desktop |push )?notifications\b`,
    ],
    ends: [re`\bclick (?:here|below)\W*`],
  },
  {
    kind: 'code',
    where: 'anywhere',
    words: 30,
    starts: [
      re`(?:var|let|const|function|window\.|document\.|jquery|googletag|\$\()[^!?]*[;{(,]$`,
      re`[a-z-]+ ?: ?[^.!?"']{1,40};\}?$`,
    ],
    ends: [re`[^.!?"']\{`, re`[\w\])]\(\S*\);`],
  },
  {
    kind: 'comments',
    where: 'anywhere',
    words: 26,
    starts: [
      re`(?:leave|post|write|add|make|submit)(?: (?:a|your|the|us a))? (?:reply|comment|comments|response)\b[^.]*\.?$`,
      re`(?:cancel|click here to cancel) reply\W*$`,
      re`your e-?mail address will (?:not|never) be (?:published|shared|made public)`,
      re`required fields are marked\b`,
      re`save my name\b.{0,60}\bbrowser\b`,
      re`notify me of\b.{0,40}\b(?:comments|posts)\b`,
      re`(?:you must be|please) log(?:ged)?[ -]?in to (?:post|comment|reply|leave|view|rate)\b`,
      re`comments (?:are|have been|is) (?:now )?(?:closed|disabled|turned off|off|moderated)\b`,
      re`(?:view|show|hide|read|see|load|join|jump to)(?: (?:the|all|\d+|more|\(?\d+\)?))* comments?(?: \(\d+\))?\W*$`,
      re`(?:name|e-?mail|e-?mail address|website|comment|your (?:name|comment|message|email)|phone|message) ?\*? ?(?:\(required\))?$`,
      re`this site uses akismet\b`,
      re`(?:sort by|newest|oldest|best|top rated|flag as inappropriate|report (?:comment|abuse)|reply)(?: (?:best|newest|oldest|first))?$`,
      re`powered by [a-z]+$`,
      re`(?:have your say|what do you think\?|start the conversation|be the first to comment)\W*(?:\(\d+\))?$`,
      re`(?:have something to say|what do you think|sound off|weigh in|share your thoughts)\b.{0,60}\bcomments?\b.{0,20}$`,
      re`(?:let us know|tell us|leave your)\b.{0,40}\bin the comments?\b`,
      re`(?:\d+|one|no|two|three) (?:comments?|responses?|replies|thoughts?)(?: (?:on|to|so far|yet)\b.*)?$`,
      re`(?:comments?|responses?|discussion|conversation)(?: ?\(?\d+\)?)?$`,
    ],
  },
  {
    kind: 'pages',
    where: 'anywhere',
    words: 12,
    starts: [
      re`page \d+(?: (?:of|/) \d+)?$`,
      re`(?:load|show|view|see) (?:more|all|less)(?: (?:posts|stories|articles|news|results|photos|images|entries))?\W*$`,
      re`(?:next|previous|prev|older|newer)(?: (?:page|post|posts|article|story|entry|entries|up))?\W*$`,
      re`(?:view|show) (?:as|on) (?:a )?(?:single|one) page\W*$`,
      re`(?:accept|i agree|got it)$`,
      re`(?:loading|please wait|close|expand|collapse|more|menu|search|hide|show|print|cancel|submit|back|continue)\W*$`,
    ],
  },
  {
    kind: 'related',
    where: 'anywhere',
    words: 32,
    starts: [
      re`(?:please )?read (?:more|next|also|on|it here|(?:the )?(?:full|entire|rest|whole|original|complete))\b`,
      re`(?:continue to )?(?:the )?(?:full|original) (?:article|story|post|source)(?: here)?\W*$`,
      re`source link$`,
      re`(?:continue|keep) reading\b`,
      re`(?:full|complete|special|more|live) coverage ?(?::|$)`,
      re`(?:see|also|also on|see also|also see|also read|read|read also|read more|watch|watch live|listen|videos?|audio|photos|pictures|gallery|more|more from|more on|more in|more about|related|must read|must watch|don't miss|go deeper|further reading|recommended|trending|trending now|next up|up next)(?: (?:more|also|here|next|this|now|story|stories|article|articles|coverage|video|on [a-z. ]{2,30}|from [a-z. ]{2,30}))? ?(?::|>>|»|\|\|?|→)`,
      // These may also introduce a sentence of the article.
      re`(?:story|live|next|previously|previous|latest|interactive|explainer|podcast|opinion|quiz|poll|timeline|map|graphic|infographic|fact check) ?(?::|>>|»|\|) ?[^.]*$`,
      re`(?:watch|listen|see|view)(?: (?:the|a|her|his|their|full|entire|video|clip|interview|speech|tweet|post|remarks|segment|it|more))* ?(?:below|above|here)?\W*$`,
    ],
    ends: [re`[a-z?!"'] read more`, re`\bfull story`],
  },
  {
    kind: 'related',
    where: 'anywhere',
    words: 9,
    starts: [
      re`(?:related|similar)(?: (?:articles?|stor(?:y|ies)|posts?|coverage|content|news|topics?|links?|videos?|items?|reading))?\W*$`,
      re`more (?:from|on|in|about|by|for|like|top|news|stories|headlines|coverage)\b[^.?!]*\W*$`,
      re`you (?:may|might|could) (?:also )?(?:like|be interested in|enjoy|have missed)\W*$`,
      re`(?:recommended|suggested|selected|picked)(?: (?:for you|stories|articles|reading|videos|by .*))?\W*$`,
      re`(?:the )?(?:most|more) (?:read|popular|viewed|shared|commented|recent|watched|emailed)\b[^.?!]*$`,
      re`(?:trending|popular|latest|top|featured|recent|breaking|today's|what's)(?: (?:now|today|trending|comments?|news|stor(?:y|ies)|headlines?|posts?|articles?|videos?|topics?|on \S+))+\W*$`,
      re`trending\W*$`,
      re`editors?'?s?'? (?:picks?|choice)\W*$`,
      re`(?:what to (?:read|watch) next|(?:from|around) (?:our partners|the web)|in case you missed it|also (?:read|see)|see also|up next|don't miss|further reading|story highlights)\W*$`,
    ],
  },
  {
    kind: 'legal',
    where: 'anywhere',
    words: 110,
    starts: [
      re`(?:©|\(c\) ?(?:copyright|\d{4})|copyright (?:©|\(c\)|\d{4}|by\b))`,
      re`(?:the )?(?:views|opinions)(?:,? (?:and|or|views|opinions|beliefs|thoughts))* (?:expressed|presented|contained|stated)\b.{0,160}\b(?:own|those of|necessarily|solely|represent|reflect)\b`,
      re`(?:we|our site|this site|this website|our website) (?:and our partners )?uses? (?:cookies|tracking)\b`,
      re`(?:accept|reject|allow|manage)(?: (?:all|my|your|our|the))* (?:cookies?|consent|preferences|choices)\b.{0,30}$`,
      re`(?:by (?:continuing|using|browsing)|if you continue)\b.{0,80}\b(?:cookies|terms|privacy policy)\b`,
      re`(?:as an|we (?:may )?(?:earn|get|receive))\b.{0,60}\b(?:amazon associate|affiliate links?|commissions?)\b`,
      re`(?:content created by|to republish|republish this)\b.{0,90}\b(?:publisher|republish|licens|free|charge|creative commons)`,
      re`disclaimer ?:`,
      re`privacy (?:&|and) cookies\b`,
      re`(?:re)?(?:published|printed|posted) (?:here )?with (?:the )?permission\b`,
      re`this is a rush transcript\b`,
      re`(?:\S+ ){0,3}transcripts? (?:is|are|was|were) (?:created|produced|provided|prepared)\b`,
      re`(?:privacy|cookie) (?:policy|notice|settings|preferences)\b.{0,40}$`,
      re`terms (?:of (?:use|service)|and conditions|& conditions)\b.{0,40}$`,
      re`this (?:article|story|post) is more than \d+ (?:years?|months?) old\W*$`,
      re`do not sell\b.{0,20}\b(?:my|personal)\b.{0,30}$`,
    ],
    holds: [
      re`\ball rights reserved\b`,
      re`\bmay not be (?:published|reproduced|republished|copied)\b.{0,40}\b(?:broadcast|rewritten|redistributed|permission|distributed)\b`,
    ],
  },
  {
    kind: 'credit',
    where: 'anywhere',
    words: 40,
    starts: [
      re`(?:additional )?(?:reporting|editing|writing|compiled|production|graphics|research|translation|translated) by (?:[^.]*$|.*\b(?:editing|writing|compiled) by\b)`,
      re`to contact the (?:reporters?|editors?|authors?)\b`,
      re`(?:view|see|read) (?:all|more|other) (?:posts|articles|stories|columns|work)?\s?(?:by|from)\b`,
      re`(?:—|--?|–)? ?with (?:assistance|reporting|files|contributions?|additional reporting) (?:from|by)\b`,
      re`(?:with )?(?:(?:ap|post|wire|staff) )+(?:wires?|reports?|services?)$`,
      re`(?:pullquote|images?|audio-clip|video|break|embed|gallery|caption|twitter|youtube|instagram|music)(?: [a-z]+=.*)?$`,
    ],
  },
  {
    kind: 'credit',
    where: 'tail',
    words: 70,
    starts: [
      re`contribut(?:ing|ors?)\b ?:?`,
      re`this (?:article|story|post|column|piece|report|essay|op-ed)(?: (?:was|is|has been))?(?: (?:originally|first|also|previously))* (?:appear(?:ed|s)|published|posted|reprinted|produced|ran|excerpted|adapted|translated|republished)\b`,
      re`this (?:article|report|story) (?:is based (?:in part )?on|contains|includes) (?:material|information|reporting|wire|reports)\b`,
      re`(?:originally|first) (?:published|posted|appeared)\b`,
      re`(?:source|via|h/t|hat tip) ?:? ?[^.]{2,60}$`,
      re`[^.!?]{3,50} (?:reported|reports) from [^.!?]{3,50}\.(?:$|.*(?:twitter|follow|contribut|@))`,
    ],
    ends: [re`\bcontributed(?: (?:to|reporting|from|additional)\b.{0,80})?\W*`],
  },
  {
    kind: 'bio',
    where: 'tail',
    words: 90,
    starts: [
      re`about (?:the )?(?:authors?|writers?)\b`,
      re`avatar$`,
      re`[^.!?]{2,60} (?:is|was|has been|works as|serves as) (?:an? |the )?(?:[^.!?]{0,80} )?${JOURNALIST}s?(?:\W*$|,? (?:for|at|of|with|based|who|and|on|in|covering|whose|-|emeritus)\b)`,
      re`[^.!?]{2,40} (?:covers|writes about|writes for|reports on|reports for|is the author of|is author of|teaches|is the founder of|is founder of|is (?:a|an|the) (?:\S+ ){0,5}(?:professor|lecturer|fellow|scholar))\b`,
      re`(?:you can |please )?(?:follow|contact|reach|e-?mail|write to) (?:him|her|them|me|${NAME}) (?:on|at|via)\b`,
      re`(?:his|her|their) (?:latest|new|most recent|forthcoming|first) books?\b`,
    ],
    ends: [re`\b(?:keep reading|(?:read|view|see) (?:full )?(?:bio|profile)|full bio)\W*`],
  },
  {
    kind: 'byline',
    where: 'edges',
    words: 16,
    starts: [
      re`(?:associated press|the associated press|reuters|afp|ap|staff writers?|staff reports?|from staff reports|wire reports|guest (?:writer|columnist|contributor)|opinion contributor|contributing writer|special (?:to|for) .{2,40}|editorial board)$`,
      re`[^.,!?]{3,40}(?:,| [-–—|•·/]) (?:(?:\S+ ){0,3}(?:reporter|correspondent|columnist|editor|writer|staff|contributor)|associated press|reuters|[a-z ]*(?:news|times|post|today|press|magazine|herald|tribune))$`,
    ],
  },
  {
    kind: 'date',
    where: 'edges',
    words: 16,
    starts: [
      re`(?:\d+ )?(?:min(?:ute)?s?) read\b`,
      re`(?:first |last |originally )?(?:published|posted|updated|modified|created|filed)(?: on| at)?:? (?:\S+ ){0,2}${DATE}.{0,50}$`,
    ],
  },
  {
    kind: 'tags',
    where: 'anywhere',
    words: 60,
    starts: [
      re`(?:tags?|tagged(?: (?:with|as|in|under))?|topics?|filed (?:under|in)|categor(?:y|ies)|posted in|keywords?|sections?|in this (?:article|story)|labels|more about|related topics)\s?:`,
      re`(?:tags?|topics|filed under|categories|archives?|posted in|keywords)$`,
      re`(?:posted|filed) (?:in|under) [^.!?]{2,60}$`,
      re`tagged [^.!?]{2,80}$`,
      re`(?:#[\p{L}\p{N}_]+\s?){2,}$`,
      re`home ?[»>/|›].{0,120}$`,
    ],
  },
];

/**
 * A line with only words of one of these sets is clutter, in any order: "Share Tweet Email", "Home | World | Sports".
 */
export const VOCABULARIES: readonly (readonly [kind: Clutter, where: Where, words: string])[] = [
  [
    'share',
    'anywhere',
    'share shares sharing google tweet tweets pin pinterest post email e-mail mail print facebook twitter whatsapp linkedin reddit tumblr flipboard telegram messenger pocket instagram youtube snapchat tiktok threads bluesky copy copied link save bookmark like likes comment comments follow rss feed gift article story',
  ],
  ['pages', 'anywhere', 'page first prev previous next last view all single older newer'],
  [
    'menu',
    'anywhere',
    'home menu search login log in sign register subscribe subscriptions account profile newsletter newsletters contact us about advertise advertising careers jobs privacy policy terms service use cookie cookies sitemap help faq feedback accessibility categories category archives archive sections topics follow donate shop store app apps podcast podcasts rss e-edition e-paper epaper classifieds obituaries weather horoscopes crossword puzzles games skip content navigation toggle close open sidebar main',
  ],
  [
    'menu',
    'edges',
    'news politics world business opinion opinions sports sport entertainment lifestyle life health science technology tech travel culture arts style food money finance markets economy video videos photos photo pictures local national international education environment climate elections election books movies music tv media magazine features analysis editorial editorials columns columnists blogs blog live latest breaking u.s us uk europe asia africa americas middle east state region crime courts real estate cars autos fashion exclusive report reports special trending popular commentary perspective meta',
  ],
  [
    'date',
    'edges',
    `${[...MONTHS, ...MONTHS_IN_SHORT, ...WEEKDAYS, ...WEEKDAYS_IN_SHORT].join(' ')} am pm a.m p.m et est edt ct cst cdt mt mst mdt pt pst pdt gmt utc bst cet published posted updated modified last first on at ago years year months month weeks week days day hours hour hrs minutes minute mins min read date st nd rd th`,
  ],
];
