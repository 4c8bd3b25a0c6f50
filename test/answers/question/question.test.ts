import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../../src/answers/question/question.ts';

/** question → form, speaker, verb or noun, topic */
const READ: readonly (readonly [string, string, string | null, string | null, string])[] = [
  ['who denied the report?', 'who-said', null, 'deny', 'the report'],
  ['Who has denied that the bridge is unsafe?', 'who-said', null, 'deny', 'the bridge is unsafe'],
  ['whos denying the report', 'who-said', null, 'deny', 'the report'],
  ['so who claimed it', 'who-said', null, 'claim', 'it'],
  ['Which officials confirmed the accounts?', 'who-said', 'officials', 'confirm', 'the accounts'],
  ['Who declined to comment on the leak?', 'who-said', null, 'comment', 'the leak'],
  ["who didn't respond to requests", 'who-said', null, 'comment', 'requests'],
  ["Who couldn't be reached?", 'who-said', null, 'comment', ''],
  ['who refused to say whether he would resign', 'who-said', null, 'comment', 'he would resign'],
  ['who warned about the dam', 'who-said', null, 'warn', 'the dam'],
  ['What did Quill say about the dam?', 'said', 'Quill', 'say', 'the dam'],
  ['what did the third official claim about quill', 'said', 'the third official', 'claim', 'quill'],
  ['What has the mayor’s office said?', 'said', 'the mayor’s office', 'say', ''],
  ['Did Quill deny it?', 'said', 'Quill', 'deny', 'it'],
  ["whats quill's take on the dam", 'said', 'quill', 'say', 'the dam'],
  ["what's the mayor saying about the dam", 'said', 'mayor', 'say', 'the dam'],
  ['what has quill been saying about the dam', 'said', 'quill', 'say', 'the dam'],
  ['what did the guild have to say about the dam', 'said', 'guild', 'say', 'the dam'],
  ['is it true quill said the dam is haunted', 'said', 'quill', 'say', 'the dam is haunted'],
  ['is it true that quill sold the dam', 'fact', null, null, 'has quill sold the dam'],
  ['what did quill say about the gates, are they shut?', 'said', 'quill', 'say', 'the gates'],
  ['what did quill say about the gates and why?', 'said', 'quill', 'say', 'the gates'],
  ['what does the article say about the dam', 'fact', null, null, 'what does the article say about the dam'],
  ['what did the author of this piece think', 'fact', null, null, 'what did the author of this piece think'],
  ['what did the author of the dam act say', 'said', 'the author of the dam act', 'say', ''],
  ['how come quill left', 'fact', null, null, 'why quill left'],
  ['quill resigned from the guild when?', 'fact', null, null, 'when quill resigned from the guild'],
  ['White Hall reopens, where', 'fact', null, null, 'where White Hall reopens'],
  ['did the guild give the Ledger a comment on the dam', 'said', 'guild', 'comment', 'the dam'],
  ['has quill made any public comments about the dam', 'said', 'quill', 'comment', 'the dam'],
  ['what did the 3rd engineer say about the dam', 'said', 'the third engineer', 'say', 'the dam'],
  ['what did the constructor say about the dam', 'said', 'constructor', 'say', 'the dam'],
  ['why is the guild against the dam', 'said', 'guild', 'oppose', 'the dam'],
  ['is quill for or against the dam', 'said', 'quill', 'support', 'the dam'],
  ['was quill opposed to the dam', 'said', 'quill', 'oppose', 'the dam'],
  ['when was quill sworn in', 'fact', null, null, 'when was quill sworn in'],
  ['when did the mayor swear in quill', 'fact', null, null, 'when did the mayor swear in quill'],
  ['what reason did quill give for not commenting on the dam', 'said', 'quill', 'comment', 'the dam'],
  ['what did quill say about the gates, exact words?', 'said', 'quill', 'say', 'the gates'],
  ['who denied the report and on what grounds', 'who-said', null, 'deny', 'the report'],
  ['why did the clerks want to stay anonymous', 'fact', null, null, 'why the anonymity of the clerks'],
  ["why wouldn't the clerks give their names", 'fact', null, null, 'why the anonymity of the clerks'],
  ['what did quill say back to the mayor', 'said', 'quill', 'respond', 'the mayor'],
  ['what did quill say when the mayor objected', 'said', 'quill', 'respond', 'the mayor'],
  ['what did quill say to the mayor when he refused', 'said', 'quill', 'respond', 'the mayor'],
  ['who took over from quill', 'fact', null, null, 'who replaced quill'],
  ["who got quill's job", 'fact', null, null, 'who replaced quill'],
  ['who took over the mill', 'fact', null, null, 'who took over the mill'],
  ['why did quill call off the fair', 'fact', null, null, 'why did quill call off the fair'],
  ['why did quill call the whole fair off', 'fact', null, null, 'why did quill call the whole fair off'],
  ['what did quill call the fair', 'said', 'quill', 'call', 'the fair'],
  ["what's quill's job", 'who-is', 'quill', null, ''],
  ["What was Quill's job when the dam broke?", 'who-is', 'Quill', null, ''],
  ["What is Mara Quill's title?", 'who-is', 'Mara Quill', null, ''],
  ["What is Quill's position at the guild?", 'who-is', 'Quill', null, ''],
  ['What position does Mara Quill hold?', 'who-is', 'Mara Quill', null, ''],
  ['what does quill do for a living', 'who-is', 'quill', null, ''],
  ["What is Quill's position on the dam?", 'said', 'Quill', 'say', 'the dam'],
  ["who's the new mayor", 'who-is', 'the mayor', null, ''],
  ['does quill want to get rid of the dam', 'said', 'quill', 'want', 'abolish the dam'],
  ['why did the mayor get rid of Quill', 'fact', null, null, 'why did the mayor get rid of Quill'],
  ["what was quill's position in the guild", 'who-is', 'quill', null, ''],
  ["what was quill's position in the dispute", 'said', 'quill', 'say', 'in the dispute'],
  ['why did quill lose her job', 'fact', null, null, 'why did quill get fired'],
  ['when was quill kicked out of office', 'fact', null, null, 'when was quill ousted'],
  ['who was told to leave the dam', 'fact', null, null, 'who was told to leave the dam'],
  ['who is accused of selling the dam', 'fact', null, null, 'who is accused of selling the dam'],
  ['who broke the story', 'who-said', null, 'report', 'the story'],
  ["who's mad about the dam", 'who-said', null, 'criticize', 'the dam'],
  ['who does quill blame for the flood', 'said', 'quill', 'blame', 'the flood'],
  ["what's quill worried about", 'said', 'quill', 'caution', ''],
  ['what is the guild afraid of', 'said', 'guild', 'caution', ''],
  ['did quill ever respond to the letter?', 'said', 'quill', 'respond', 'the letter'],
  ["Why didn't Quill comment on the dam?", 'said', 'Quill', 'comment', 'the dam'],
  ['What Quill told reporters on Monday', 'said', 'Quill', 'tell', 'reporters on Monday'],
  ['How did the union react to the plan?', 'said', 'union', 'react', 'the plan'],
  ['which towns did Quill mention?', 'said', 'Quill', 'mention', 'towns'],
  ['How much was it worth according to Quill?', 'said', 'Quill', null, 'How much was it worth'],
  ['According to the Tarn Herald, who paid for it?', 'said', 'the Tarn Herald', null, 'who paid for it'],
  ['Quill on the dam', 'said', 'Quill', null, 'the dam'],
  ['quotes by Quill about the dam', 'said', 'Quill', 'say', 'the dam'],
  ['any denials of the report?', 'who-said', null, 'deny', 'the report'],
  ['What are the allegations against Quill?', 'who-said', null, 'allege', 'Quill'],
  ["What was Quill's response to the report?", 'said', 'Quill', 'respond', 'the report'],
  ["What was the council's response?", 'said', 'council', 'respond', ''],
  ['what did the first witness say', 'said', 'the first witness', 'say', ''],
  ['what did the post learn from it', 'fact', null, null, 'what did the post learn from it'],
  ['quill pushback', 'said', 'quill', 'reject', ''],
  ['mara quill warning to the council', 'said', 'mara quill', 'warn', 'the council'],
  ['did the council know about the leak beforehand', 'said', 'council', 'know', 'the leak'],
  ['what did quill say abt the vp', 'said', 'quill', 'say', 'the vice president'],
  ['what did quill say abt the dam', 'said', 'quill', 'say', 'the dam'],
  ['what was said about the dam', 'who-said', null, 'say', 'the dam'],
  ['what were the deputies told by their sheriff', 'said', 'their sheriff', 'tell', 'deputies'],
  ['was the report denied by Quill?', 'said', 'Quill', 'deny', 'report'],
  ['was the report denied by Monday?', 'who-said', null, 'deny', 'report by Monday'],
  ['what did Quill learn from the report', 'fact', null, null, 'what did Quill learn from the report'],
  ['Was the report denied?', 'who-said', null, 'deny', 'report'],
  ['Who is Mara Quill?', 'who-is', 'Mara Quill', null, ''],
  ["who's quill", 'who-is', 'quill', null, ''],
  ['Mara Quill', 'who-is', 'Mara Quill', null, ''],
  ['harbour commissioner in 2021', 'who-is', 'harbour commissioner in 2021', null, ''],
  ['what was quills response to the report', 'said', 'quills', 'respond', 'the report'],
  ["what's Quill view on the dam", 'said', 'Quill', 'say', 'the dam'],
  ["what's Quill's hope for the dam", 'said', 'Quill', 'hope', 'the dam'],
  ['what did the council report conclude', 'said', 'the council report', 'conclude', ''],
  ['what was the official response', 'fact', null, null, 'what was the official response'],
  ['tell me about Mara Quill', 'who-is', 'Mara Quill', null, ''],
  ['Who leaked the plan?', 'who-said', null, 'leak', 'the plan'],
  ['Did Quill leak the plan?', 'fact', null, null, 'Did Quill leak the plan'],
  ['Who did Quill fire?', 'fact', null, null, 'Who did Quill fire'],
  ['who talked Quill out of it', 'fact', null, null, 'who talked Quill out of it'],
  ['How many whistleblowers reported it?', 'fact', null, null, 'How many whistleblowers reported it'],
  ['When will the dam be opened?', 'fact', null, null, 'When will the dam be opened'],
  ['What do the reports show about the dam?', 'fact', null, null, 'What do the reports show about the dam'],
  ['what prompted the mayor to call it off', 'fact', null, null, 'what prompted the mayor to call it off'],
];

describe('a question', () => {
  it.each(READ)('%s', (asked, form, speaker, word, topic) => {
    const question = readQuestion(asked);
    expect([question.form, question.speaker, question.sense?.word ?? null, question.topic]).toEqual([
      form,
      speaker,
      word,
      topic,
    ]);
  });

  it('asks for a kind only where its verb does', () => {
    expect(readQuestion('who denied it').sense?.kinds?.[0]).toBe('denial');
    expect(readQuestion('who disputed it').sense?.kinds?.[0]).toBe('dispute');
    expect(readQuestion('who declined to comment').sense?.kinds).toEqual(['no-comment']);
    expect(readQuestion('who said it').sense?.kinds).toBeNull();
  });

  it('is read whatever is typed', () => {
    const words = fc.constantFrom(
      ...'who what did is according to by about of deny said not comment ? " : * Quill the'.split(' '),
      '\n',
      '😀',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 30 }), fc.string({ unit: 'binary' }), (typed, tail) => {
        const asked = `${typed.join(' ')}${tail}`;
        expect(['who-said', 'said', 'who-is', 'fact']).toContain(readQuestion(asked).form);
      }),
    );
  });
});
