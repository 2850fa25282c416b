import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFile, type ReadDocument } from '#text';

/** One of the three notices, as it came: the text of its file. */
export const noticeText = (name: string): string => readFileSync(join(__dirname, 'data', `${name}.txt`), 'utf8');

/** What a server reads in it: the one document that it holds. */
export const readNotice = (name: string): ReadDocument => {
  const [document, ...others] = readFile(noticeText(name));
  if (!document || others.length > 0) throw new Error(`${name} holds no one document`);
  return document;
};
