import type { Command } from '../src/command.ts';
import { aliasesHide, aliasesList, aliasesMerge, aliasesSplit } from './aliases.ts';
import { articles } from './articles.ts';
import { ask } from './ask.ts';
import { auditList, auditUndo } from './audit.ts';
import { check } from './check.ts';
import { claims } from './claims.ts';
import { corpusAdd } from './corpus-add.ts';
import { corpusEdit } from './corpus-edit.ts';
import { corpusList } from './corpus-list.ts';
import { corpusRemove } from './corpus-remove.ts';
import { denials } from './denials.ts';
import { help } from './help.ts';
import { quotes } from './quotes.ts';
import { reindex } from './reindex.ts';
import { reportsClose, reportsList } from './reports.ts';
import { status } from './status.ts';
import { who } from './who.ts';

/** What can be asked, in the order in which help lists it: the one registry for Discord, the terminal and the preview. */
export const commands: readonly Command[] = [
  ask,
  check,
  who,
  claims,
  denials,
  quotes,
  articles,
  help,
  reindex,
  corpusAdd,
  corpusRemove,
  corpusEdit,
  corpusList,
  reportsList,
  reportsClose,
  aliasesMerge,
  aliasesSplit,
  aliasesHide,
  aliasesList,
  auditList,
  auditUndo,
  status,
];
