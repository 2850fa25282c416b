import type { Text } from '#kernel';
import { samplePicture } from '#sample-world';

/** Stands for the id of a file that is uploaded, once, before it is first named. */
export interface FileSaid {
  readonly file: Text;
  readonly pdf?: true;
}

/** An invented photograph; two that say the same are one file. */
export const photo = (says: Text): FileSaid => ({ file: says });

/** An invented paper. */
export const paper = (says: Text): FileSaid => ({ file: says, pdf: true });

/** A page with nothing on it, which says in a comment what it would show. */
const samplePage = (says: string): Buffer =>
  Buffer.from(
    `%PDF-1.4\n%${says}\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n` +
      '2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n' +
      '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
  );

/** The bytes of an invented file: real ones, of the kind that it is. */
export const bytesOf = ({ file, pdf }: FileSaid, language: keyof Text): Buffer =>
  pdf ? samplePage(file[language]) : samplePicture(file[language]);
