import { TokenKind, type DocumentNode } from 'graphql';
import type { Told } from '../errors/told.js';

/** Bytes of a document, far more than a page of a console needs. What it says again in an error is bounded with it. */
export const MAX_DOCUMENT_BYTES = 32 * 1024;
/** Characters of any one name in a document. */
export const MAX_NAME = 100;

/** What is wrong with a document before it is read; undefined when nothing is. */
export const tooLong = (query: string): Told | undefined => {
  if (query.length <= MAX_DOCUMENT_BYTES / 3 || Buffer.byteLength(query) <= MAX_DOCUMENT_BYTES) return undefined;
  const most = String(MAX_DOCUMENT_BYTES);
  return {
    code: 'DOCUMENT_TOO_LONG',
    text: {
      en: `A document may have at most ${most} bytes; hand long texts in as variables.`,
      zh: `请求文档最多 ${most} 字节，长文本请以变量传入。`,
    },
  };
};

/** The same for its names, once it is read. */
export const longName = ({ loc }: DocumentNode): Told | undefined => {
  for (let token = loc?.startToken; token; token = token.next ?? undefined) {
    if (token.kind !== TokenKind.NAME || token.end - token.start <= MAX_NAME) continue;
    return {
      code: 'NAME_TOO_LONG',
      text: {
        en: `A name in a document may have at most ${String(MAX_NAME)} characters.`,
        zh: `请求文档中的名称最多 ${String(MAX_NAME)} 个字符。`,
      },
    };
  }
  return undefined;
};
