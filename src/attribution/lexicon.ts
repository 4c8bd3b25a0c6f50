/** Verbs that report speech, by lemma. */
export const SPEECH: ReadonlySet<string> = new Set(
  `say tell add ask write note report suggest announce tweet argue describe explain accuse cite declare acknowledge
  criticize conclude urge claim respond recall promise praise warn reveal propose insist defend state question vow
  reply pledge dismiss confirm admit predict blame reiterate post estimate assure denounce mock stress assert complain
  deny decry charge remind echo portray request allege maintain contend concede dispute reject refute rebut disclose
  inform lament observe remark quip joke boast testify hint imply signal caution threaten demand order call decline
  refuse advocate agree disagree counter contradict repudiate disavow retort exclaim assure comment mention recount
  caution advise recommend emphasize underscore speculate tout slam blast condemn hail thank`.split(/\s+/),
);
