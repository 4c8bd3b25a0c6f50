import type { Sense } from './verbs.ts';

/** A question in plain English, as far as its form tells what is asked for. */
export interface Question {
  /** As asked, a follow-up filled in: what passages are searched with. */
  readonly text: string;
  /**
   * `who-said`: the speaker is asked for. `said`: what somebody said is asked for. `who-is`: who somebody is.
   * `fact`: anything else.
   */
  readonly form: 'who-said' | 'said' | 'who-is' | 'fact';
  /** Words for who speaks, or who is asked about ("the third official"); null where they are asked for or not given. */
  readonly speaker: string | null;
  readonly sense: Sense | null;
  /** Words for what it is about; empty for anything. */
  readonly topic: string;
  /** Whether what follows is expressly what is talked about ("about Holt"), or only circumstances ("when Holt left"). */
  readonly about: boolean;
}

/** What the words of a question ask for. */
export type Asked = Omit<Question, 'text'>;
