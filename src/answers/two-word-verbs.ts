import { formOf, type Word, words } from '../search/words.ts';
import { related } from './related.ts';

/**
 * Verbs of two words, between which others may stand ("turn it down"), each with all the verbs of one word that may say the same:
 * for comparing a question with articles, which may use either. Those that report speech are read by `question/phrasal.ts`.
 */
const PHRASES = `
  back down: retreat withdraw, back out: withdraw, blow up: explode destroy, break down: collapse fail, break out: erupt
  escape, break up: dissolve separate, bring about: cause, bring back: restore return, bring in: introduce, bring up: raise
  propose mention, call off: cancel postpone, carry on: continue, carry out: conduct execute perform implement, come back:
  return, come up: propose devise approach, cover up: conceal hide, cut back: reduce, drop off: deliver release, drop out:
  withdraw quit, fall apart: collapse, figure out: determine, find out: learn discover, get away: escape, get back: recover
  return, get out: leave escape, get together: meet, give away: donate, give back: return, give in: yield concede, give up:
  abandon surrender quit, go after: target pursue, go ahead: proceed, go back: return, go down: fall decline drop, go off:
  explode, go on: continue, go up: rise increase, hand out: distribute, hand over: surrender deliver transfer, hold off:
  delay postpone, hold up: delay, keep out: block bar exclude deny, kick off: begin start, kick out: expel oust remove fire,
  knock down: demolish destroy, lay off: dismiss fire, leave out: omit exclude, let go: release dismiss fire, let in: admit
  allow, let out: release, lock up: jail imprison detain arrest, look for: seek search, look into: investigate examine, make
  up: invent fabricate, pass away: die, pay back: repay, pick up: collect, pull down: demolish, pull out: withdraw, push
  back: postpone delay, put forward: propose, put off: postpone delay, put out: extinguish, rule out: exclude, run away:
  flee escape, send away: dismiss, send back: return deport, set free: release, set off: trigger cause, set up: establish
  create found, show up: appear arrive, shut down: close, sign up: register enroll join, sort out: resolve, sound like: echo
  reiterate repeat resemble, speed up: accelerate hasten, stand down: resign quit, stay away: avoid boycott, step aside:
  resign quit, step down: resign quit, step in: intervene, stop by: visit, take away: remove, take back: retract return,
  take on: confront hire, take over: succeed replace seize, take part: participate, take place: happen occur, tear down:
  demolish destroy, think up: devise, throw out: reject dismiss expel, track down: find, turn away: reject refuse, turn
  back: return, turn down: reject refuse decline, turn in: surrender, turn over: surrender, walk out: leave quit, wipe out:
  destroy, work out: solve`;

interface Phrase {
  readonly verb: string;
  readonly particle: string;
  readonly meant: readonly string[];
}

const KNOWN: readonly Phrase[] = PHRASES.split(',').map((entry) => {
  const [phrase, meant] = entry.trim().split(/:\s+/);
  const [verb, particle] = phrase!.split(/\s+/);
  return { verb: formOf(verb!).stem, particle: particle!, meant: meant!.split(/\s+/) };
});

/** So many words may stand between the two. */
const APART = 4;

/** What begins a clause of its own: "she gave them time to come up with it" gives nothing up. */
const CLAUSE = /^(?:to|that|and|or|but|if|who|which|when|while|because|after|before)$/;

/** A verb of two words in a text. */
export interface TwoWordVerb {
  readonly verb: Word;
  readonly particle: Word;
  /** Verbs of one word that may say the same. */
  readonly meant: readonly string[];
}

/** The verbs of two words in a text, in order. */
export function twoWordVerbs(text: string): TwoWordVerb[] {
  const all = words(text);
  return all.flatMap((verb, at) => {
    const rest = all.slice(at + 1, at + 2 + APART);
    const clause = rest.findIndex(({ form }) => CLAUSE.test(form.folded));
    const behind = clause < 0 ? rest : rest.slice(0, clause);
    for (const known of KNOWN) {
      if (!related(verb.form.stem, known.verb)) continue;
      const particle = behind.find(({ form }) => form.folded === known.particle);
      if (particle) return [{ verb, particle, meant: known.meant }];
    }
    return [];
  });
}

/** A text with its verbs of two words put in one, each the first that says the same and `isKnown`; where none is, they stay. */
export async function withOneWord(
  text: string,
  isKnown: (word: string) => Promise<boolean>,
): Promise<string> {
  let written = text;
  let end = text.length;
  for (const { verb, particle, meant } of twoWordVerbs(text).reverse()) {
    const known = await Promise.all(meant.map(isKnown));
    const word = meant[known.indexOf(true)];
    // Of two that overlap the last.
    if (word === undefined || particle.end > end) continue;
    end = verb.start;
    const between = text.slice(verb.end, particle.start).trimEnd();
    written = written.slice(0, verb.start) + word + between + written.slice(particle.end);
  }
  return written;
}
