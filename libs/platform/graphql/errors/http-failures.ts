import { COMMON_TEXTS } from './common-texts.js';
import type { ErrorCode } from './error-codes.js';
import type { Told } from './told.js';

const told = (code: ErrorCode, en: string, zh: string): Told => ({ code, text: { en, zh } });

/** What is told of a request that HTTP itself refuses, by its status. What was asked is not repeated. */
const FAILURES: Readonly<Record<number, Told>> = {
  400: told(
    'BAD_REQUEST',
    'The request cannot be read: see its JSON and its headers.',
    '请求无法解析，请检查 JSON 与请求头。',
  ),
  401: { code: 'UNAUTHENTICATED', text: COMMON_TEXTS.UNAUTHENTICATED },
  403: told('FORBIDDEN', 'This is not yours to ask.', '无权请求。'),
  404: told('NOT_FOUND', 'There is nothing at this address.', '此地址无内容。'),
  405: told('BAD_REQUEST', 'Not in this way: see the method.', '请求方式不受支持。'),
  408: told('TOO_SLOW', 'The request did not arrive in time; send it again.', '请求未能及时送达，请重新发送。'),
  413: told('BODY_TOO_LARGE', 'The request is too long; send less at once.', '请求过长，请减少单次内容。'),
  415: told(
    'BAD_REQUEST',
    'Send JSON: content-type application/json.',
    '请以 JSON 发送：content-type application/json。',
  ),
  431: told('BAD_REQUEST', 'The headers of the request are too long.', '请求头过长。'),
  503: told('UNAVAILABLE', 'The server is about to stop; ask again soon.', '服务即将停止，请稍后重试。'),
};

/** Undefined for a status that stands for a fault of the program's own. */
export const httpFailure = (status: number): Told | undefined => FAILURES[status];
