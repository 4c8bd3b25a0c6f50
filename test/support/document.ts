import type { Document } from '../../src/corpus/document.ts';
import { paragraphs } from '../../src/text/paragraphs.ts';

/** An article of which nothing but its text is known. */
export const documentOf = (text: string): Document => ({
  id: 'a.txt',
  title: null,
  outlet: null,
  author: null,
  published: null,
  url: null,
  text,
  paragraphs: paragraphs(text),
});
