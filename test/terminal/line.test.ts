import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { say } from '../../src/locales/say.ts';
import { parseLine } from '../../src/terminal/line.ts';

function parsed(line: string) {
  const result = parseLine(line, commands);
  if ('problem' in result) return say(result.problem, 'en');
  return [result.command.name, result.values, ...(result.private ? ['private'] : [])];
}

describe('a typed line', () => {
  it.each([
    ['who denied the report?', ['ask', { question: 'who denied the report?' }]],
    ['/who mcaleenan', ['who', { name: 'mcaleenan' }]],
    ['/who Kevin McAleenan', ['who', { name: 'Kevin McAleenan' }]],
    ['/WHO mcaleenan', ['who', { name: 'mcaleenan' }]],
    ['/denials', ['denials', {}]],
    ['/denials about:asylum', ['denials', { about: 'asylum' }]],
    [
      '/denials asylum seekers by:"Kevin McAleenan"',
      ['denials', { about: 'asylum seekers', by: 'Kevin McAleenan' }],
    ],
    [
      '/denials by:Kevin McAleenan about:the border wall',
      ['denials', { by: 'Kevin McAleenan', about: 'the border wall' }],
    ],
    ['/claims ABOUT: asylum', ['claims', { about: 'asylum' }]],
    ['/claims about:asylum private:true', ['claims', { about: 'asylum' }, 'private']],
    [
      '/claims about:asylum private:constructor',
      'private cannot be constructor. It takes true, yes, false, no.',
    ],
    ['/claims about:asylum private:no', ['claims', { about: 'asylum' }]],
    ['/ask who said "I don’t care" by:lunch?', ['ask', { question: 'who said "I don’t care" by:lunch?' }]],
    ['/ask "who said it"', ['ask', { question: 'who said it' }]],
    ['/claims about:"by:nobody here" by:me', ['claims', { about: 'by:nobody here', by: 'me' }]],
    ['/claims about:foo:bar', ['claims', { about: 'foo:bar' }]],
    ['/articles', ['articles', {}]],
    ['/quotes by Trump', ['quotes', { by: 'Trump' }]],
    ['/denials By Trump about the border', ['denials', { by: 'Trump', about: 'the border' }]],
    ['/dementis von Trump', ['denials', { by: 'Trump' }]],
    ['/denials attacks by rebels', ['denials', { about: 'attacks by rebels' }]],
    ['/articles find', ['articles', { find: 'find' }]],
    ['/check text of the plan', ['check', { text: 'text of the plan' }]],
    ['/wer mcaleenan', ['who', { name: 'mcaleenan' }]],
    ['/Dementis über:Asyl von:"Kevin McAleenan"', ['denials', { about: 'Asyl', by: 'Kevin McAleenan' }]],
    ['/desmentidos sobre:asilo privado:true', ['denials', { about: 'asilo' }, 'private']],
    ['/noms fusionner a vers:b', ['aliases merge', { name: 'a', into: 'b' }]],
    ['/claims von:Kevin McAleenan', ['claims', { by: 'Kevin McAleenan' }]],
  ])('%s', (line, expected) => {
    expect(parsed(line)).toEqual(expected);
  });

  it.each([
    ['/dementi', 'Did you mean /dementis?'],
    ['/denails', 'no command /denails. Did you mean /denials?'],
    ['/', 'no command /. /help lists them all.'],
    ['/nonexistent', 'no command /nonexistent. /help lists them all.'],
    ['/audit', 'Did you mean /audit list, /audit undo?'],
    ['/alaises hide x', 'Did you mean /aliases merge, /aliases split, /aliases hide, /aliases list?'],
    ['/help me', '/help takes nothing here: me'],
    ['/aliases merge Ida Holt', '/aliases merge needs its into: /aliases merge name:… into:…'],
    ['/corpus add no-such-file.txt', 'file cannot be no-such-file.txt. It takes the path of a file'],
    ['/reports close x done', '/reports close needs its outcome'],
    ['/reports close x outcome:done', 'outcome cannot be done. It takes '],
    ['/who', '/who needs its name'],
    ['/who ""', '/who needs its name'],
    ['/claims private:maybe', 'private cannot be maybe'],
    ['/claims abuot:asylum', '/claims has no option abuot:. Did you mean about:?'],
    ['/denials Homan ABOUUT:asylum', 'no option abouut:. Did you mean about:?'],
    ['/dementis üper:Asyl', 'no option üper:. Did you mean über:?'],
    ['/desmentidos sobra:asilo', 'no option sobra:. Did you mean sobre:?'],
    ['/démentis sujett:asile', 'no option sujett:. Did you mean sujet:?'],
  ])('says what is wrong with %s', (line, problem) => {
    expect(parsed(line)).toContain(problem);
  });

  it.each([
    ['/claims note:asylum', ['claims', { about: 'note:asylum' }]],
    ['/claims about:"abuot:asylum"', ['claims', { about: 'abuot:asylum' }]],
    ['/ask test: who said it', ['ask', { question: 'test: who said it' }]],
    ['private note: who said it', ['ask', { question: 'private note: who said it' }]],
    ['questoin: who said it', ['ask', { question: 'questoin: who said it' }]],
  ])('takes no word for a slip in %s', (line, expected) => {
    expect(parsed(line)).toEqual(expected);
  });

  it('takes names of what every object has for what they are', () => {
    expect(parsed('/constructor')).toContain('no command /constructor');
    expect(parsed('/claims about:x constructor:y')).toEqual(['claims', { about: 'x constructor:y' }]);
  });
});
