import type { Command } from '../src/command.ts';
import { articles } from './articles.ts';
import { ask } from './ask.ts';
import { claims } from './claims.ts';
import { denials } from './denials.ts';
import { help } from './help.ts';
import { quotes } from './quotes.ts';
import { reindex } from './reindex.ts';
import { who } from './who.ts';

/** What can be asked, in the order in which help lists it: the one registry for Discord, the terminal and the preview. */
export const commands: readonly Command[] = [ask, who, claims, denials, quotes, articles, help, reindex];
