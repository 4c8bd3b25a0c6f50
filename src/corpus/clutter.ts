/** What a line is that does not belong to the article though it stands on its page. */
export type Clutter =
  | 'advertisement'
  | 'bio'
  | 'byline'
  | 'call'
  | 'caption'
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
 * Where a rule holds: `anywhere`; or in `head`, before the first line of prose; in `tail`, after the last;
 * at the `edges`, both. What would be a plain sentence in the middle of an article is clutter at its edges.
 */
type Where = 'anywhere' | 'head' | 'tail' | 'edges';

interface Rule {
  readonly kind: Clutter;
  readonly where: Where;
  /** Longer lines are taken for prose. */
  readonly words: number;
  /** Alternatives for the whole line, lower case; without `$` at their end they may be followed by anything. */
  readonly lines: readonly string[];
}

const DATE = String.raw`(?:[a-z]+\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2} [a-z]+\.? \d{4}|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4})`;
const AGENCY =
  '(?:ap|afp|epa|upi|pa|reuters|getty(?: images)?|associated press|the associated press|bloomberg|shutterstock|istock(?:photo)?|corbis|redux|zuma(?: ?press)?|alamy|flickr|pixabay|unsplash|wikimedia(?: commons)?|sipa|xinhua|anadolu(?: agency)?|newscom|screenshot|screengrab|youtube|file)';
const JOURNALIST =
  '(?:reporter|correspondent|columnist|editor|editor-at-large|writer|journalist|contributor|producer|blogger|commentator|fellow|author|freelancer|anchor|intern|staffer|host|analyst|critic|photographer)';
const SOCIAL =
  '(?:twitter|facebook|instagram|linkedin|youtube|telegram|flipboard|whatsapp|threads|bluesky|mastodon|parler|gab|x)';

/** Lines are compared in lower case, with plain quotation marks, without bullets and outer brackets. First match wins. */
const RULES: readonly Rule[] = [
  {
    kind: 'advertisement',
    where: 'anywhere',
    words: 9,
    lines: [
      String.raw`(?:advertise?ments?\W*)+$`,
      String.raw`ads?$`,
      String.raw`(?:advertisement|story|article|post)\W+(?:continues?|continued|continue reading)\b`,
      String.raw`continue(?:d|s)? (?:reading )?(?:below|the main story)`,
      String.raw`(?:sponsored|promoted|paid)(?: (?:content|post|links?|stor(?:y|ies)|by .*))?$`,
      String.raw`scroll (?:down )?(?:for|to) (?:more|continue|video|read)\b`,
      String.raw`report (?:this )?ad$`,
    ],
  },
  {
    kind: 'caption',
    where: 'anywhere',
    words: 90,
    lines: [
      String.raw`(?:file )?(?:photo|photos|image|images|photograph|picture|illustration|graphic|video|caption)(?: (?:credit|copyright|source|caption|by|via|courtesy(?: of)?))? ?:`,
      String.raw`(?:photo|photograph|image|illustration|graphic|video)s? (?:credit|copyright|source|caption|by|via|courtesy)\b`,
      String.raw`file ?[-–—:]`,
      String.raw`(?:pictured|photographer|caption|photo credit|image credit)s? ?:`,
      String.raw`credit ?: .{2,60}$`,
      String.raw`(?:enlarge this image|toggle caption|media caption|image caption|hide caption)\b`,
      String.raw`in this (?:[a-z]+\.? \d{1,2},? \d{4},? |undated )?(?:file )?(?:photo|image|photograph|handout|frame|combination)\b`,
      String.raw`(?:slideshow|gallery|photo gallery|view gallery)(?: \(?\d+ (?:images?|photos?)\)?)?$`,
      String.raw`(?:prev |next |photo |image |slide )?\d+ of \d+(?: photos| images)?$`,
      // The credit stands at the end: "(Photo by Ann Dale/Agency)", "Ann Dale/Agency", "… in Dale. AP".
      String.raw`.*\((?:ap|afp|reuters|file|courtesy|handout|photo|image|photos|images|picture|credit|illustration|screenshot|screengrab|via|source|getty)\b[^()]{0,120}\)\W*$`,
      String.raw`.*[([][a-z.' -]{2,50}/ ?[a-z][a-z.,' &-]{1,40}(?:/[a-z .,'&-]{2,40})*(?: via [a-z .]{2,30})?[)\]]$`,
      String.raw`.*[/|] ?${AGENCY}(?: via [a-z ]+)?\W*$`,
      String.raw`.*\bvia (?:ap|afp|getty images|reuters|youtube|facebook|twitter|flickr)\)?$`,
      String.raw`.*[.!?"'] ${AGENCY}(?:/[a-z .'-]{2,40})?$`,
      String.raw`.*\b(?:reuters|getty images|afp|ap photo) ?/ ?[a-z][a-z .'-]{2,40}$`,
      String.raw`(?:\S+ ){0,60}getty images$`,
      String.raw`.*\bphoto(?:graph)?(?:ed)? by [a-z.' -]{4,40}(?:/[a-z .'&-]{2,40})?\W?$`,
      String.raw`.*\(${AGENCY}\)$`,
    ],
  },
  {
    kind: 'player',
    where: 'anywhere',
    words: 40,
    lines: [
      String.raw`(?:play|pause|mute|unmute|now playing|replay)(?: (?:video|audio|episode))?$`,
      String.raw`(?:just|must) watch(?:ed)?\b`,
      String.raw`media playback is\b`,
      String.raw`(?:current time|duration|remaining time|loaded|stream type) ?:?(?: \d|$)`,
      String.raw`(?:video player is loading|this is a modal window|this video (?:is|file|can)|(?:beginning|end) of dialog window)\b`,
      String.raw`(?:your|this) browser (?:does|doesn't|is|has)\b`,
      String.raw`(?:please )?(?:enable|turn on|activate) (?:javascript|cookies)\b`,
      String.raw`(?:javascript|cookies) (?:is|are|must be) (?:disabled|required|enabled)\b`,
      String.raw`(?:listen|watch|video|audio)\W+(?:\d+:\d\d\W*)+$`,
      String.raw`(?:listen to|watch) this (?:article|story|video|episode)\W*(?:\d+ min(?:ute)?s?\W*)?$`,
      String.raw`(?:this )?content is (?:not|un)\s?available\W*$`,
      String.raw`(?:embed|transcript|download|subtitles|fullscreen|picture-in-picture)$`,
    ],
  },
  {
    kind: 'share',
    where: 'anywhere',
    words: 22,
    lines: [
      String.raw`(?:click to )?(?:share|tweet|email|print|pin|post|send)(?: (?:this|on|via|it|to|with|by)\b.{0,60})?(?:\(opens in new window\))?$`,
      String.raw`(?:share|like|loading) ?(?:this)?\W*$`,
      String.raw`(?:[\d.,]+k?m? )?(?:shares?|views?|likes?|tweets?|reads?|retweets?)(?: [\d.,]+k?m?)?$`,
      String.raw`(?:please )?(?:follow|like|find|join|add|connect with|friend)\b.{0,60}\b(?:on|to|via|at) (?:our )?${SOCIAL}\b`,
      String.raw`(?:please )?(?:follow|like|join|find) .{0,50}(?:@\w+|${SOCIAL}\.com\S*)\W*$`,
      String.raw`(?:pic\.twitter\.com|https?://|www\.)\S+$`,
      String.raw`\S+@\S+\.[a-z]{2,}$`,
      String.raw`copy (?:this )?(?:link|url)\b.{0,20}$`,
      String.raw`opens in (?:a )?new (?:window|tab)$`,
      String.raw`(?:add|save) (?:us|to|as|this)\b.{0,20}(?:preferred source|google|reading list|bookmarks|favorites|favourites)\W*$`,
    ],
  },
  {
    kind: 'call',
    where: 'anywhere',
    words: 75,
    lines: [
      String.raw`(?:\S+ ){0,25}(?:(?:delivered|sent|straight|right|directly|in|to|meet|hits?) )+(?:to )?your (?:e-?mail )?(?:inbox|email|phone)\b`,
      String.raw`(?:\S+ ){0,12}by (?:signing up|subscribing|submitting|clicking|registering|entering your email)\b.{0,40}\byou (?:agree|consent|are|acknowledge|accept|will)\b`,
      String.raw`(?:\S+ ){0,4}news ?letter\W+(?:sign|subscribe|get|your)\b`,
      String.raw`(?:already |are you |not )(?:a |an )?(?:subscriber|member|registered|subscribed)\b`,
      String.raw`(?:thank you|thanks) for (?:subscribing|signing up|reading|registering|your (?:subscription|support|interest))\b`,
      String.raw`(?:you (?:have|'ve) (?:read|reached|been|successfully)|this (?:article|content|story) is (?:for|available|reserved|only))\b.{0,60}\b(?:articles?|limit|subscribers?|subscribed|members?)\b`,
      String.raw`(?:this site|site) is protected by recaptcha\b`,
      String.raw`(?:please )?(?:enter|invalid|provide|confirm) (?:a |your )?(?:valid )?e-?mail\b`,
    ],
  },
  {
    kind: 'call',
    where: 'anywhere',
    words: 32,
    lines: [
      String.raw`(?:please )?(?:sign|log)[ -]?(?:up|in)(?:$|\W+(?:for|to|here|now|today|with|and|or|below|free|via|using|manage)\b)`,
      String.raw`(?:please |to )?(?:subscribe|register|unsubscribe)(?:$|\W+(?:to|for|here|now|today|with|and|or|below|free|via|on|at|in)\b)`,
      String.raw`(?:want|like|enjoy(?:ed|ing)?|love|need)\b.{1,90}\?.{0,20}\b(?:sign up|subscribe|join|click|check out|download|get|consider|support|donate|follow|share)\b`,
      String.raw`(?:get|receive|join|don't miss|never miss|stay|keep)\b.{0,80}\b(?:newsletters?|inbox|notifications|e-?mail (?:alerts?|updates?|list)|mailing list|up to date with)\b`,
      String.raw`(?:(?:click|tap|press|swipe|go|head) (?:here|below|above|through|on the (?:link|image|photo|video))\b)`,
      String.raw`click (?:to|for|on)\b`,
      String.raw`(?:\S+ ){0,14}click (?:here|below)\W*$`,
      String.raw`(?:get|download|install|try|open)\b.{0,30}\bapp(?: (?:now|here|today|for .{1,30}))?\W*$`,
      String.raw`(?:(?:please )?(?:support|help support|donate|become|consider|give|chip in|contribute)\b.{0,60}\b(?:journalism|newsroom|reporting|member|subscriber|donation|donating|contribution|today|patron|patreon|paypal|supporting us)\b)`,
      String.raw`(?:donate|contribute|join)(?: (?:now|today|here|us))?$`,
      String.raw`join the (?:conversation|discussion|debate)\b`,
      String.raw`join (?:\S+ ){0,4}(?:vip|plus|premium|prime)\b`,
      String.raw`(?:start|begin|try|claim|get) (?:your |a |my )?(?:\S+ )?(?:free )?(?:trial|subscription|membership)\b`,
      String.raw`(?:got|have|send(?: us)?|submit) (?:a |an |any |your |us )?(?:confidential )?(?:news )?(?:tips?|story idea|question|letters?|feedback)\b.{0,80}(?:\?|@|here|to us|email|contact|to the editor)`,
      String.raw`(?:contact|write(?: to)?|e-?mail|reach) (?:us|me|him|her|them|[a-z.'-]+(?: [a-z.'-]+){0,3})(?: directly)? (?:at|on|via|:)`,
      String.raw`(?:let us know|tell us) (?:what|your|how|in)\b`,
      String.raw`vote (?:here|now)\b`,
      String.raw`(?:buy|order|shop|pre-order)\b.{0,40}\b(?:here|now|today|amazon)\W*$`,
      String.raw`(?:continue|skip|jump|back|return) to (?:main |the )?(?:content|top|navigation|article|site|homepage|home page)\W*$`,
      String.raw`(?:interested in|add)\b.{1,60}\badd (?:interest|.{1,40} as an interest)`,
      String.raw`(?:create|manage) (?:a |an |your )?(?:free )?(?:account|newsletters?|alerts|profile)\b`,
      String.raw`(?:turn on|enable|allow|receive) (?:desktop |push )?notifications\b`,
    ],
  },
  {
    kind: 'pages',
    where: 'anywhere',
    words: 12,
    lines: [
      String.raw`page \d+(?: (?:of|/) \d+)?$`,
      String.raw`(?:load|show|view|see|read|view) (?:more|all|less)(?: (?:posts|stories|articles|news|comments|results|photos|images|entries))?\W*$`,
      String.raw`(?:next|previous|prev|older|newer)(?: (?:page|post|posts|article|story|entry|entries|up))?\W*$`,
      String.raw`(?:view|show) (?:as|on) (?:a )?(?:single|one) page\W*$`,
      String.raw`loading\W*$`,
      String.raw`(?:close|expand|collapse|more|menu|search|hide|show|print|cancel|submit|back|continue)\W*$`,
    ],
  },
  {
    kind: 'related',
    where: 'anywhere',
    words: 32,
    lines: [
      String.raw`(?:please )?read (?:more|next|also|on|it here|the (?:full|entire|rest|whole|original|complete))\b`,
      String.raw`(?:continue|keep) reading\b`,
      String.raw`(?:full|complete|special|more|live) coverage\b ?(?::|$)`,
      String.raw`(?:see|also|also on|see also|also see|also read|read|read also|watch|watch live|listen|video|videos|audio|photos|photo gallery|pictures|gallery|live|more|more from|more on|more in|more about|related|story|must read|must watch|don't miss|go deeper|further reading|recommended|trending|trending now|previously|previous|next up|up next|latest|interactive|explainer|podcast|opinion|quiz|poll|timeline|map|graphic|infographic|fact check)(?: (?:more|also|here|next|this|now|story|stories|article|articles|coverage|video|on [a-z. ]{2,30}|from [a-z. ]{2,30}))? ?(?::|>>|»|\|\|?|→)`,
      String.raw`(?:watch|listen|see|view)(?: (?:the|a|her|his|their|full|entire|video|clip|interview|speech|tweet|post|remarks|segment|it|more))* ?(?:below|above|here)?\W*$`,
      String.raw`(?:\S+ ){1,25}read more$`,
    ],
  },
  {
    kind: 'related',
    where: 'anywhere',
    words: 9,
    lines: [
      String.raw`(?:related|similar)(?: (?:articles?|stor(?:y|ies)|posts?|coverage|content|news|topics?|links?|videos?|items?|reading))?\W*$`,
      String.raw`more (?:from|on|in|about|by|for|like|top|news|stories|headlines|coverage)\b[^.?!]*$`,
      String.raw`you (?:may|might|could) (?:also )?(?:like|be interested in|enjoy|have missed)\W*$`,
      String.raw`(?:recommended|suggested|selected|picked)(?: (?:for you|stories|articles|reading|videos|by .*))?\W*$`,
      String.raw`(?:the )?(?:most|more) (?:read|popular|viewed|shared|commented|recent|watched|emailed)\b[^.?!]*$`,
      String.raw`(?:trending|popular|latest|top|featured|recent|breaking|today's)(?: (?:now|today|news|stor(?:y|ies)|headlines?|posts?|articles?|videos?|topics?|on \S+))+\W*$`,
      String.raw`trending\W*$`,
      String.raw`editors?'?s?'? (?:picks?|choice)\W*$`,
      String.raw`(?:what to (?:read|watch) next|(?:from|around) (?:our partners|the web)|in case you missed it|also (?:read|see)|see also|up next|don't miss|further reading|story highlights)\W*$`,
    ],
  },
  {
    kind: 'comments',
    where: 'anywhere',
    words: 26,
    lines: [
      String.raw`(?:leave|post|write|add|make|submit)(?: (?:a|your|the|us a))? (?:reply|comment|comments|response)\b[^.]*\.?$`,
      String.raw`(?:cancel|click here to cancel) reply\W*$`,
      String.raw`your e-?mail address will (?:not|never) be (?:published|shared|made public)`,
      String.raw`required fields are marked\b`,
      String.raw`save my name\b.{0,60}\bbrowser\b`,
      String.raw`notify me of\b.{0,40}\b(?:comments|posts)\b`,
      String.raw`(?:you must be|please) log(?:ged)?[ -]?in to (?:post|comment|reply|leave|view|rate)\b`,
      String.raw`comments (?:are|have been|is) (?:now )?(?:closed|disabled|turned off|off|moderated)\b`,
      String.raw`(?:view|show|hide|read|see|load|join|jump to)(?: (?:the|all|\d+|more|\(?\d+\)?))* comments?(?: \(\d+\))?\W*$`,
      String.raw`(?:name|e-?mail|e-?mail address|website|comment|your (?:name|comment|message|email)|phone|message) ?\*? ?(?:\(required\))?$`,
      String.raw`this site uses akismet\b`,
      String.raw`(?:sort by|newest|oldest|best|top rated|flag as inappropriate|report (?:comment|abuse)|reply)(?: (?:best|newest|oldest|first))?$`,
      String.raw`(?:powered by|enable javascript to view the comments)\b`,
      String.raw`(?:have your say|what do you think\?|start the conversation|be the first to comment|join the conversation)\W*(?:\(\d+\))?$`,
      String.raw`(?:what do you think|sound off|weigh in|share your thoughts)\b.{0,60}\bcomments?\b.{0,20}$`,
      String.raw`(?:\d+|one|no|two|three) (?:comments?|responses?|replies|thoughts?)(?: (?:on|to|so far|yet)\b.*)?$`,
      String.raw`(?:comments?|responses?|discussion|conversation)(?: ?\(?\d+\)?)?$`,
    ],
  },
  {
    kind: 'legal',
    where: 'anywhere',
    words: 110,
    lines: [
      String.raw`(?:©|\(c\) ?(?:copyright|\d{4})|copyright (?:©|\(c\)|\d{4}|by\b))`,
      String.raw`(?:\S+ ){0,20}all rights reserved\b`,
      String.raw`(?:\S+ ){0,12}may not be (?:published|reproduced|republished|copied)\b.{0,40}\b(?:broadcast|rewritten|redistributed|permission|distributed)\b`,
      String.raw`(?:the )?(?:views|opinions)(?:,? (?:and|or|views|opinions|beliefs|thoughts))* (?:expressed|presented|contained|stated)\b.{0,160}\b(?:own|those of|necessarily|solely|represent|reflect)\b`,
      String.raw`(?:we|our site|this site|this website|our website) (?:and our partners )?uses? (?:cookies|tracking)\b`,
      String.raw`(?:accept|reject|allow|manage)(?: (?:all|my|your|our|the))* (?:cookies?|consent|preferences|choices)\b.{0,30}$`,
      String.raw`(?:by (?:continuing|using|browsing)|if you continue)\b.{0,80}\b(?:cookies|terms|privacy policy)\b`,
      String.raw`(?:(?:as an|we (?:may|are|earn|get|receive))\b.{0,60}\b(?:amazon associate|affiliate|commission)\b)`,
      String.raw`(?:content created by|to republish|republish this)\b.{0,90}\b(?:publisher|republish|licens|free|creative commons)`,
      String.raw`this is a rush transcript\b`,
      String.raw`(?:privacy|cookie) (?:policy|notice|settings|preferences)\b.{0,40}$`,
      String.raw`terms (?:of (?:use|service)|and conditions|& conditions)\b.{0,40}$`,
      String.raw`this (?:article|story|post) is more than \d+ (?:years?|months?) old\W*$`,
      String.raw`do not sell\b.{0,20}\b(?:my|personal)\b.{0,30}$`,
    ],
  },
  {
    kind: 'credit',
    where: 'anywhere',
    words: 40,
    lines: [
      String.raw`(?:additional )?(?:reporting|editing|writing|compiled|production|graphics|research|translation|translated) by (?:[^.]*$|.*\b(?:editing|writing|compiled) by\b)`,
      String.raw`(?:to contact the (?:reporters?|editors?|authors?))\b`,
      String.raw`(?:—|--?|–)? ?with (?:assistance|reporting|files|contributions?|additional reporting) (?:from|by)\b`,
      String.raw`(?:with )?(?:(?:ap|post|wire|staff) )+(?:wires?|reports?|services?)$`,
      String.raw`\[?(?:pullquote|image|images|audio-clip|video|break|embed|gallery|caption|twitter|youtube|instagram|ad|music|related)\b[^\]]{0,60}\]$`,
    ],
  },
  {
    kind: 'credit',
    where: 'tail',
    words: 60,
    lines: [
      String.raw`.*\bcontributed(?: (?:to|reporting|from|additional)\b.{0,80})?\W*$`,
      String.raw`contribut(?:ing|ors?)\b ?:`,
      String.raw`.*\breported from [a-z., ]+\.(?:.*(?:twitter|follow|contributed|@).*)?$`,
      String.raw`this (?:article|story|post|column|piece|report|essay|op-ed)(?: (?:was|is|has been))?(?: (?:originally|first|also|previously))* (?:appear(?:ed|s)|published|posted|reprinted|produced|ran|excerpted|adapted|translated|republished)\b`,
      String.raw`(?:originally|first) (?:published|posted|appeared)\b`,
      String.raw`(?:source|via|h/t|hat tip) ?:? ?[^.]{2,60}$`,
    ],
  },
  {
    kind: 'bio',
    where: 'tail',
    words: 90,
    lines: [
      String.raw`about (?:the )?(?:authors?|writers?)\b`,
      String.raw`avatar$`,
      String.raw`.*\b(?:keep reading|(?:read|view|see) (?:full )?(?:bio|profile)|full bio)\W*$`,
      String.raw`(?:view|see|read) (?:all|more|other) (?:posts|articles|stories|columns|work)?\s?(?:by|from)\b`,
      String.raw`[^.!?]{2,60} (?:is|was|has been|works as|serves as) (?:an? |the )?(?:[^.!?]{0,80} )?${JOURNALIST}s?(?:\W*$|,? (?:for|at|of|with|based|who|and|on|in|covering|whose|-|emeritus)\b)`,
      String.raw`[^.!?]{2,40} (?:covers|writes about|writes for|reports on|reports for|is the author of|is author of|teaches|is the founder of|is founder of|is (?:a|an|the) (?:\S+ ){0,5}(?:professor|lecturer|fellow|scholar))\b`,
      String.raw`(?:(?:you can |please )?(?:follow|contact|reach|e-?mail|write to) (?:him|her|them|me|[a-z.'-]+(?: [a-z.'-]+){0,2}) (?:on|at|via)\b)`,
      String.raw`(?:his|her|their) (?:latest|new|most recent|forthcoming|first) books?\b`,
    ],
  },
  {
    kind: 'byline',
    where: 'edges',
    words: 16,
    lines: [
      String.raw`(?:written |posted |reported |story |article |published |analysis |opinion )?by:? [a-z][^.!?]*(?:[a-z]\.[^.!?]*){0,3}$`,
      String.raw`(?:associated press|the associated press|reuters|afp|ap|staff writers?|staff reports?|from staff reports|wire reports|guest (?:writer|columnist|contributor)|opinion contributor|contributing writer|special (?:to|for) .{2,40}|editorial board)$`,
      String.raw`[^.,!?]{3,40}(?:,| [-–—|•·/]) (?:(?:\S+ ){0,3}(?:reporter|correspondent|columnist|editor|writer|staff|contributor)|associated press|reuters|[a-z ]*(?:news|times|post|today|press|magazine|herald|tribune))$`,
    ],
  },
  {
    kind: 'date',
    where: 'edges',
    words: 16,
    lines: [
      String.raw`(?:\d+ )?(?:min(?:ute)?s?) read\b`,
      String.raw`(?:(?:published|posted|updated|modified|created|filed|first|last|original|date|on|at|:)\W+){1,4}(?:\S+ ){0,2}${DATE}.{0,50}$`,
    ],
  },
  {
    kind: 'tags',
    where: 'anywhere',
    words: 60,
    lines: [
      String.raw`(?:tags?|tagged(?: (?:with|as|in|under))?|topics?|filed (?:under|in)|categor(?:y|ies)|posted in|keywords?|sections?|in this (?:article|story)|labels|more about|related topics)\s?:`,
      String.raw`(?:tags?|topics|filed under|categories|archives?|posted in|keywords)$`,
    ],
  },
];

/** Lines made of these words alone are clutter of that kind, whatever their order: "Share Tweet Email", "Home | World". */
const VOCABULARY: readonly (readonly [kind: Clutter, where: Where, words: string])[] = [
  [
    'share',
    'anywhere',
    'share shares sharing tweet tweets pin pinterest post email e-mail mail print facebook twitter whatsapp linkedin reddit tumblr flipboard telegram messenger pocket instagram youtube snapchat tiktok threads bluesky copy link save bookmark like likes comment comments follow rss feed gift article story',
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
    'news politics world business opinion opinions sports sport entertainment lifestyle life health science technology tech travel culture arts style food money finance markets economy video videos photos photo pictures local national international education environment climate elections election books movies music tv media magazine features analysis editorial editorials columns columnists blogs blog live latest breaking u.s us uk europe asia africa americas middle east state region crime courts real estate cars autos fashion latest exclusive report reports special trending popular',
  ],
  [
    'date',
    'edges',
    'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun am pm a.m p.m et est edt ct cst cdt mt mst mdt pt pst pdt gmt utc bst published posted updated modified last first on at ago years year months month weeks week days day hours hour hrs minutes minute mins min read date st nd rd th',
  ],
];

const LITTLE = new Set([
  'the',
  'a',
  'an',
  'of',
  'on',
  'to',
  'in',
  'by',
  'via',
  'for',
  'and',
  'or',
  'this',
  'it',
  'us',
  'our',
  'your',
  'with',
]);

interface Compiled {
  readonly kind: Clutter;
  readonly words: number;
  readonly matches: (line: string) => boolean;
}

const compiled: Readonly<Record<Where, readonly Compiled[]>> = (() => {
  const all: Record<Where, Compiled[]> = { anywhere: [], head: [], tail: [], edges: [] };
  for (const { kind, where, words, lines } of RULES) {
    const pattern = new RegExp(`^(?:${lines.join('|')})`);
    all[where].push({ kind, words, matches: (line) => pattern.test(line) });
  }
  for (const [kind, where, words] of VOCABULARY) {
    const vocabulary = new Set(words.split(' '));
    all[where].push({ kind, words: 20, matches: (line) => consistsOf(line, vocabulary, kind === 'date') });
  }
  return all;
})();

/** Reported speech: no page furniture has it, so that rules made of everyday words leave such a line alone. */
const REPORTED =
  /\b(?:said|says|told|tells|asked|added|wrote|argued|claimed|denied|according to|testified|announced)\b/;
const SPEECH_IS_COMMON: ReadonlySet<Clutter> = new Set([
  'caption',
  'legal',
  'player',
  'comments',
  'related',
  'credit',
]);

/**
 * The clutter a line is by its own words, or null. `line` is in lower case, with plain quotation marks and single
 * spaces, without bullets; `words` is how many it has. Bounded: long lines are never looked at.
 */
export function clutter(line: string, words: number, where: 'anywhere' | 'head' | 'tail'): Clutter | null {
  if (line.length > 900) return null;
  const reported = REPORTED.test(line);
  const rules = where === 'anywhere' ? compiled.anywhere : [...compiled[where], ...compiled.edges];
  for (const rule of rules)
    if (words <= rule.words && !(reported && !SPEECH_IS_COMMON.has(rule.kind)) && rule.matches(line))
      return rule.kind;
  return null;
}

function consistsOf(line: string, vocabulary: ReadonlySet<string>, needsNumber: boolean): boolean {
  let known = false;
  for (const [word] of line.matchAll(/[\p{L}][\p{L}.'-]*/gu)) {
    const bare = word.replace(/\.$/, '');
    if (vocabulary.has(bare)) known = true;
    else if (!LITTLE.has(bare)) return false;
  }
  return known && (!needsNumber || /\d/.test(line));
}
