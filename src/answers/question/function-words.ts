/**
 * The closed classes of words by which English puts a question, each as the alternatives of a regular expression. Groups of them
 * are joined where they are needed, since a question that begins with "did" asks for more than one that begins with "is".
 */

export const BE = 'is|are|was|were';
export const DO = 'do|does|did';
export const HAVE = 'has|have|had';
export const MODAL = 'will|would|can|could|should';
/** All of them. */
export const AUXILIARY = `${DO}|${HAVE}|${BE}|${MODAL}`;

/** Behind an auxiliary, contracted: "didn't", "haven’t". */
export const NOT = "n['’]?t";

/** What a question that is not for yes or no begins with. */
export const INTERROGATIVE = 'who|whom|whose|what|which|when|where|why|how';
