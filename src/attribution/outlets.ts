/** Outlets that are known by a name of their own, in lower case; the rest are found by the last word of their names. */
export const OUTLETS: ReadonlySet<string> = new Set(
  `cnn msnbc nbc abc cbs pbs npr bbc ap afp cnbc c-span espn itv nhk rt reuters bloomberg politico axios huffpost buzzfeed
  breitbart slate salon vox vice quartz newsweek univision telemundo gawker mediaite fox hannity twitter facebook
  aljazeera dpa tass xinhua propublica`.split(/\s+/),
);
/** Last words of the names of outlets, in lower case. */
export const OUTLET_ENDS: ReadonlySet<string> = new Set(
  `times post journal news examiner tribune herald chronicle gazette globe guardian press observer star mail telegraph
  courier dispatch inquirer sun standard independent register sentinel review magazine weekly daily radio tv television
  network newspaper beast hill atlantic economist today inquisitr caller mirror record bulletin echo ledger`.split(
    /\s+/,
  ),
);

/** Whether a text has the name of an outlet: "CNN", "The Hill", "the Harbor Ledger", "Radio Tarn". Linear in its length. */
export function namesOutlet(text: string): boolean {
  const all = text.replace(/['’‘]s\b/g, '').split(/[^\p{L}\p{N}-]+/u);
  return all.some((word, at) => {
    const lower = word.toLowerCase();
    if (!isCapital(word)) return false;
    if (OUTLETS.has(lower)) return true;
    const [before = '', behind = ''] = [all[at - 1], all[at + 1]];
    return (
      (OUTLET_ENDS.has(lower) && (isCapital(before) || before === 'the')) ||
      (/^(?:radio|tv|channel)$/.test(lower) && isCapital(behind))
    );
  });
}

const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word);
