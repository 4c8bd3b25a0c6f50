/** What the index depends on: one of another version is built anew. Raise it when results or formats change. */
export const VERSION = '1';
