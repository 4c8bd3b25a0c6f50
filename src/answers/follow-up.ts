import type { Question } from './question.ts';

/** The question with what it leaves out, or only points at ("he", "it"), filled in from the questions before it, oldest first. */
export function followUp(question: Question, _earlier: readonly Question[]): Question {
  return question;
}
