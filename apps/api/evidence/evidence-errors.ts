import type { Text } from '#kernel';
import { FILE_FAULTS, MOST_BYTES } from '#platform/evidence-files';
import { COMMON_TEXTS, commonStatus, saidNo, type Told } from '#platform/graphql';
import type { FastifyReply } from 'fastify';

const MEGABYTES = String(MOST_BYTES / 1024 / 1024);

/** Everything that uploads and downloads say no with. */
const TEXTS = {
  ...FILE_FAULTS,
  ...COMMON_TEXTS,
  UPLOAD_TOO_LARGE: {
    en: `No file is larger than ${MEGABYTES} MB, or than it was said to be.`,
    zh: `文件不得超过 ${MEGABYTES} MB，也不得超过所声明的大小。`,
  },
  UPLOAD_NOT_FOUND: { en: 'You have no such upload.', zh: '没有该上传任务。' },
  UPLOAD_CONFLICT: { en: 'The upload is at another place: ask where it is.', zh: '上传位置不一致，请先查询进度。' },
  UPLOAD_NOT_IN_ORDER: {
    en: 'This is not what the upload protocol (tus 1.0.0) expects.',
    zh: '不符合上传协议（tus 1.0.0）。',
  },
  TOO_MANY_UPLOADS: { en: 'Finish or end other uploads first.', zh: '未完成的上传过多，请先完成或取消。' },
  EVIDENCE_NOT_FOUND: { en: 'There is no such evidence.', zh: '该证据材料不存在。' },
  EVIDENCE_QUARANTINED: {
    en: 'The file is not as it was kept, and is given to nobody.',
    zh: '该证据材料校验不符，已隔离，不予提供。',
  },
  EVIDENCE_GONE: { en: 'The file is not there any more.', zh: '该证据材料已不存在。' },
  KEY_MISSING: {
    en: 'The key of this file is missing here: it is closed until the key is brought back.',
    zh: '该证据材料的密钥缺失，恢复密钥后方可查看。',
  },
  RANGE_NOT_SATISFIABLE: { en: 'The file has no such part.', zh: '所请求的范围超出文件大小。' },
  STORAGE_FULL: { en: 'There is no room for it now: try again later.', zh: '存储空间不足，请稍后重试。' },
  UNAVAILABLE: { en: 'The store of evidence does not answer: try again.', zh: '证据存储无应答，请重试。' },
} as const satisfies Record<string, Text>;

export type EvidenceCode = keyof typeof TEXTS;

const STATUS: Partial<Record<EvidenceCode, number>> = {
  ...{ UPLOAD_TOO_LARGE: 413, UPLOAD_NOT_FOUND: 404, UPLOAD_CONFLICT: 409, UPLOAD_NOT_IN_ORDER: 400 },
  ...{ TOO_MANY_UPLOADS: 429, EVIDENCE_NOT_FOUND: 404, EVIDENCE_QUARANTINED: 409, EVIDENCE_GONE: 410 },
  ...{ RANGE_NOT_SATISFIABLE: 416, KEY_MISSING: 503 },
};

/** A no, ready to be sent: what a file is not taken for is 422. */
export interface EvidenceNo {
  readonly status: number;
  readonly body: string;
}

const bodyOf = (told: Told<string>, language: string | undefined): string => JSON.stringify(saidNo(told, language));

/** A no by its code, in the language of whoever asks. */
export const evidenceNo = (code: EvidenceCode, language: string | undefined): EvidenceNo => ({
  status: STATUS[code] ?? commonStatus(code) ?? 422,
  body: bodyOf({ code, text: TEXTS[code] }, language),
});

/** A failure that may be told of, or stands for one that may not. */
export const failedWith = (told: Told, language: string | undefined): EvidenceNo => ({
  status: commonStatus(told.code) ?? 500,
  body: bodyOf(told, language),
});

/** A no of the rules, as they said it. */
export const ruledOut = (code: string, text: Text, language: string | undefined): EvidenceNo => ({
  status: 403,
  body: bodyOf({ code, text }, language),
});

export const JSON_TYPE = 'application/json; charset=utf-8';

/** Sends a no. */
export const refuseWith = (reply: FastifyReply, { status, body }: EvidenceNo): void =>
  void reply.status(status).type(JSON_TYPE).send(body);
