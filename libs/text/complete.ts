/** Whether a notice ends where a sentence ends: one cut off in the middle is a part of a document. Bylines say nothing. */
export const isComplete = (text: string): boolean => {
  const sentences = text.split('\n').filter((line) => /[。,;!？]/.test(line));
  return /[。!？…][”’」』)]*$/.test(sentences.at(-1) ?? '');
};
