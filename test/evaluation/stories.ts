/**
 * A short article written for this project, all names invented, marked as a `Passage` is: what a whole text brings, in the style of
 * one kind of news. Sentences that report nothing are part of it.
 */
export interface Story {
  readonly style: string;
  readonly marked: string;
}

export const STORIES: readonly Story[] = [
  {
    style: 'wire',
    marked: `PORT ELLERY (HP) — <s1>Harbor officials</s1> <q1>said</q1> Monday <c1>that the north pier will stay closed through August</c1> after divers found cracks in eleven of its pilings.

<c2>“We are not going to gamble with the lives of people who fish here,”</c2> <s2>harbor director Nell Abara</s2> <q2>told</q2> a news conference.

<s3>Abara</s3> <q3>estimated</q3> <c3>that repairs would cost $4 million</c3>. The pier was built in 1961 and last inspected four years ago.

<s4>The mayor’s office</s4> <q4>declined</q4> <c4>to comment</c4>.`,
  },
  {
    style: 'short news, names below the quotations',
    marked: `Friday, May 4

A cargo train left the rails near Dunmore on Thursday night. Nobody was hurt. <s1>Police</s1> <q1>say</q1> <c1>a tree had fallen across the line</c1>.

<c2>“I heard a noise like thunder and then nothing at all.”</c2>
—<s2>Piet Hollander, who lives beside the track</s2>

<q3>According to</q3> <s3>the rail company</s3>, <c3>the line will open again on Saturday</c3>.`,
  },
  {
    style: 'British tabloid',
    marked: `<c1>A pensioner was left “shaking like a leaf” after a seagull stole her hearing aid</c1>, <s1>her furious daughter</s1> has <q1>claimed</q1>.

Maureen Tibbs, 81, was eating chips on the seafront at Cray when the bird swooped.

<c2>‘It just came out of nowhere,’</c2> <q2>fumed</q2> <s2>daughter Kaylee, 52</s2>. <c2>‘The council needs to get a grip.’</c2>

<s3>A council spokesman</s3> <q3>said</q3>: <c3>‘We advise visitors not to feed the gulls.’</c3>`,
  },
  {
    style: 'transcript',
    marked: `The following is part of an interview that was broadcast on Sunday.

<s1>HOLM</s1><q1>:</q1> <c1>Senator, did you know about the loan?</c1>

<s2>SEN. DARA WICK</s2><q2>:</q2> <c2>I did not. I learned of it when everybody else did, from the newspaper.</c2>

<s3>HOLM</s3><q3>:</q3> <c3>And you never asked?</c3>

<s4>SEN. DARA WICK</s4><q4>:</q4> <c4>Why would I have asked?</c4>`,
  },
  {
    style: 'live blog',
    marked: `14.05 The vote has been put off for an hour. There is no word yet on why.

14.20 <s1>The speaker</s1> has just <q1>told</q1> members <c1>that two ballot boxes were miscounted</c1>. Groans from the back benches.

14.32 <s2>Labor leader Ivo Strand</s2> <q2>calls</q2> <c2>the delay “a disgrace”</c2>. He has left the chamber.

14.50 <c3>The count should be finished by four</c3>, <s3>a clerk</s3> <q3>tells</q3> me.`,
  },
  {
    style: 'business',
    marked: `Shares in Corvane Foods fell 9 percent on Tuesday after the company cut its forecast for the second time this year.

The company now expects sales to fall by as much as 3 percent.

<c1>“Demand for frozen meals has simply not come back,”</c1> <q1>said</q1> <s1>Chief Executive Hana Reuter</s1>.

<s2>Analysts at Blyth Partners</s2> <q2>wrote</q2> in a note <c2>that the warning was “no surprise to anyone who has been inside a supermarket”</c2>.

<c3>Corvane is in talks to sell its bakery unit</c3>, <q3>according to</q3> <s3>two people familiar with the matter</s3>. <s4>A Corvane spokeswoman</s4> <q4>declined</q4> <c4>to comment</c4>.`,
  },
  {
    style: 'sport',
    marked: `Lenna Ochs scored twice in the last five minutes as Harrow Bay came from behind to beat Tull City 3-2 on Saturday.

<c1>“I don’t think I’ve ever been that tired,”</c1> <s1>Ochs</s1> <q1>said</q1> afterwards. <c1>“My legs were gone, but the crowd carried us.”</c1>

<s2>Tull coach Benno Fries</s2> <q2>blamed</q2> <c2>the referee for the late penalty</c2>.

<c3>“Everyone in the ground saw the ball hit his shoulder,”</c3> <s3>he</s3> <q3>said</q3>. <c3>“Everyone except one man.”</c3>

Tull have won only once since March.`,
  },
  {
    style: 'science',
    marked: `<c1>Bees that are kept awake at night forget the way home</c1>, <s1>a study</s1> has <q1>found</q1>.

<c2>“They are as bad at it as we are,”</c2> <q2>said</q2> <s2>Ottilie Brenn, a biologist at the University of Karst who led the work</s2>.

<s3>The researchers</s3> <q3>argue</q3> in the journal Insect Life <c3>that street lamps may explain why colonies near cities shrink</c3>.

<s4>Tomas Egede, who was not involved in the study</s4>, <q4>cautioned</q4> <c4>that only three hives were watched</c4>.`,
  },
  {
    style: 'court',
    marked: `A former bank clerk who stole $90,000 from widows was jailed for six years on Wednesday.

<s1>Prosecutors</s1> <q1>alleged</q1> <c1>that Dale Morrow, 44, had forged signatures on more than forty checks</c1>. <s2>Morrow</s2> <q2>denied</q2> <c2>the charges</c2>.

<c3>“You took from people who trusted you,”</c3> <s3>Judge Amara Sills</s3> <q3>told</q3> him.

The judge also denied Morrow bail while he appeals. <s4>His lawyer</s4> <q4>said</q4> <c4>he would seek a new trial</c4>.`,
  },
  {
    style: 'parliament',
    marked: `The fisheries bill passed its second reading by 61 votes to 44.

<s1>The minister</s1> <q1>promised</q1> <c1>that no boat under ten meters would need a new license</c1>, but <s2>the opposition</s2> <q2>warned</q2> <c2>that the rule could be changed at any time</c2>.

<c3>“A promise is not a law,”</c3> <q3>said</q3> <s3>Greta Lund, who speaks for her party on the coast</s3>.

<s4>She</s4> <q4>urged</q4> <c4>members to vote for her amendment</c4>. It failed.`,
  },
  {
    style: 'disaster',
    marked: `At least three people were missing on Sunday after the river Aller broke its banks.

<c1>The water rose two meters in an hour</c1>, <s1>residents</s1> <q1>said</q1>.

<c2>“We climbed out of the window with the baby and the dog,”</c2> <q2>recalled</q2> <s2>Samir Okafor, a baker</s2>. <c2>“Everything else is gone.”</c2>

<s3>The weather service</s3> <q3>predicted</q3> <c3>more rain for Monday</c3>. Soldiers were filling sandbags by lamplight.`,
  },
  {
    style: 'obituary',
    marked: `Wilhelmina Drost, who painted lighthouses for seventy years, died on Friday at her home in Skerry. She was 94.

<c1>She had been ill since the spring</c1>, <s1>her nephew Arne</s1> <q1>said</q1>.

Born in a fishing village, she sold her first picture at eleven. <c2>“I never wanted to paint anything else,”</c2> <s2>she</s2> <q2>told</q2> the Skerry Gazette in 1998. <c2>“They stay where they are.”</c2>

Critics were slow to notice her.`,
  },
  {
    style: 'council',
    marked: `Plans for a skate park behind the library were thrown out on Thursday night.

<s1>Councillor Bevan Rudge</s1> <q1>described</q1> <c1>the site as “a swamp with a fence”</c1>. <s2>Residents</s2> had <q2>complained</q2> <c2>that the noise would be unbearable</c2>.

<c3>“Where are the children supposed to go?”</c3> <q3>asked</q3> <s3>Rosa Feld, 15, who had gathered 400 signatures</s3>.

The council refused to meet her.`,
  },
  {
    style: 'technology',
    marked: `<c1>Nimbla will let people turn off its voice assistant</c1>, <s1>the company</s1> <q1>announced</q1> in a blog post.

<s2>Privacy groups</s2> <q2>welcomed</q2> <c2>the change</c2>. <c3>“It took them three years to add a switch,”</c3> <s3>Ravi Sandoval of the Quiet Web Institute</s3> <q3>said</q3> in an email.

<s4>Nimbla</s4> <q4>insists</q4> <c4>that recordings were never sold</c4>.`,
  },
  {
    style: 'poll',
    marked: `<c1>Six in ten voters want the bridge toll scrapped</c1>, <q1>according to</q1> <s1>a survey published on Monday</s1>.

The poll of 1,200 adults was taken last week. <s2>Only a quarter of those asked</s2> <q2>said</q2> <c2>they trusted the bridge authority</c2>.

<s3>Its chairman, Leopold Aske</s3>, <q3>dismissed</q3> <c3>the findings</c3>. <c4>“Ask people if they like paying and they will say no,”</c4> <s4>he</s4> <q4>said</q4>.`,
  },
  {
    style: 'diplomacy',
    marked: `<s1>Foreign Minister Yara Tal</s1> <q1>rejected</q1> <c1>reports that her country had sold arms to the rebels</c1>.

<c2>“There is not a word of truth in it,”</c2> <s2>she</s2> <q2>said</q2> after talks in Velden.

<s3>A senior diplomat, who spoke on condition of anonymity</s3>, <q3>said</q3> <c3>the shipments had continued until June</c3>. <s4>The rebels</s4> did not <q4>respond</q4> <c4>to requests for comment</c4>.`,
  },
  {
    style: 'farming',
    marked: `Barley growers face the worst harvest in a decade.

<c1>“It’s too wet to cut and too late to wait,”</c1> <q1>says</q1> <s1>Owen Pryce</s1>, leaning on a gate above forty acres of flattened grain. <s2>He</s2> <q2>reckons</q2> <c2>he will lose half of it</c2>.

<s3>The farmers’ union</s3> is <q3>calling</q3> for <c3>emergency loans</c3>. <s4>A ministry official</s4> <q4>said</q4> <c4>a decision would be made “in the coming weeks”</c4>.`,
  },
  {
    style: 'interview in questions and answers',
    marked: `Chef Imre Kovar runs a restaurant with nine seats. We met him in the kitchen.

<s1>Q</s1><q1>:</q1> <c1>Why so small?</c1>

<s2>Kovar</s2><q2>:</q2> <c2>Because I can hear every plate. If somebody leaves a potato, I know.</c2>

<s3>Q</s3><q3>:</q3> <c3>What would you never cook?</c3>

Kovar laughs at that one for a long time.`,
  },
  {
    style: 'education',
    marked: `Teachers at nine schools walked out on Tuesday over classes of forty and more.

<c1>“I have children sitting on the window sills,”</c1> <s1>Marisol Quen, who teaches at Eastgate</s1>, <q1>said</q1>.

<s2><s3>Superintendent Gil Farrow</s3></s2> <q2>acknowledged</q2> <c2>that some rooms were “fuller than we’d like”</c2> but <q3>accused</q3> <c3>the union of exaggerating</c3>.

<c4>Talks will resume on Thursday</c4>, <s4>both sides</s4> <q4>said</q4>.`,
  },
  {
    style: 'crime',
    marked: `A man was arrested after a tractor was driven through the window of a jeweler’s shop in Ashby.

<s1>Detective Lorna Pike</s1> <q1>said</q1> <c1>the suspect, 33, was found asleep in a hedge</c1>. <s2>She</s2> <q2>appealed</q2> for <c2>witnesses</c2>.

<c3>“He looked more surprised than I was,”</c3> <s3>the shop’s owner, Emil Dorn</s3>, <q3>told</q3> the Ashby Mercury.

Nothing was taken.`,
  },
  {
    style: 'health',
    marked: `The hospital in Wenn has stopped taking patients.

In a memo seen by the Courier, <s1>chief physician Adela Roth</s1> <q1>told</q1> staff <c1>that eleven nurses had quit since May</c1>.

<c2>“We cannot run a ward on goodwill,”</c2> <s2>she</s2> <q2>wrote</q2>.

<s3>The health board</s3> <q3>disputes</q3> <c3>that number</c3>. <s4>A spokesman</s4> <q4>put</q4> <c4>it at six</c4>.`,
  },
  {
    style: 'advocacy on the web',
    marked: `<s1>The River Alliance</s1> on Friday <q1>condemned</q1> <c1>the plan to dam the upper Sarn</c1>.

<c2>“This dam will drown eleven villages and light up one casino,”</c2> <q2>tweeted</q2> <s2>its president, Joss Amadi</s2>.

<s3>Supporters of the project</s3> <q3>counter</q3> <c3>that it would bring jobs to a valley that has none</c3>. <s4>Governor Pell</s4> has <q4>pledged</q4> <c4>to sign the permits by fall</c4>.`,
  },
  {
    style: 'travel disruption',
    marked: `Thousands of passengers spent the night on the floor of Kestrel Airport after a computer failed.

<c1>“Nobody told us anything until two in the morning,”</c1> <q1>said</q1> <s1>Ilka Munro, a nurse traveling to her sister’s wedding</s1>.

<s2><s3>The airline</s3></s2> <q2>apologized</q2> <c2>for the delays</c2> and <q3>said</q3> <c3>everyone would be rebooked by Sunday</c3>.

<c4>An update installed overnight was to blame</c4>, <q4>according to</q4> <s4>an internal report obtained by Kestrel Radio</s4>.`,
  },
  {
    style: 'arts',
    marked: `The Orrin Theatre will close for two years from January.

<c1>The roof “could come down in a strong wind”</c1>, <s1>artistic director Paul Etienne</s1> <q1>admitted</q1>.

<s2>Actors</s2> <q2>criticized</q2> <c2>the decision</c2>. <c3>“They have known about that roof since I was a student,”</c3> <q3>said</q3> <s3>Dame Hester Vale</s3>, now 70. <c3>“I kept a bucket in my dressing room.”</c3>

Tickets will be refunded.`,
  },
];
