/**
 * What a document is called in the id of what is made of it: by the bytes of its file, and by its place in it unless it is the first,
 * so that the first has the id that files had when each was one document.
 */
export const documentName = (sha256: string, document: number): readonly string[] =>
  document === 0 ? [sha256] : [sha256, String(document)];
