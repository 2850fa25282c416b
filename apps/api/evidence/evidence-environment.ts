import type { S3Settings } from '#platform/evidence-s3';
import type { StartProblem } from '#platform/postgres';
import { z } from 'zod';
import { isLoopback } from '../network/network.js';

/** What is wrong with one of these variables, by the word that stands for it below. */
export const EVIDENCE_SAID: Readonly<Record<string, StartProblem>> = {
  bucket: {
    en: 'must look like s3://bucket or s3://bucket/folder (not set: files are kept under DATA_DIR)',
    zh: '须为 s3://存储桶 或 s3://存储桶/目录 的形式（不设置：文件存于 DATA_DIR）',
  },
  endpoint: {
    en: 'must look like https://store.example.org:9000 (http:// on this machine only)',
    zh: '须为 https://store.example.org:9000 的形式（http:// 仅限本机）',
  },
  region: { en: 'must be the name of a region, like us-east-1', zh: '须为区域名，如 us-east-1' },
  keys: {
    en: 'is missing: set EVIDENCE_STORE, EVIDENCE_S3_KEY_ID and EVIDENCE_S3_SECRET, or no variable that begins with EVIDENCE_',
    zh: '缺失：EVIDENCE_STORE、EVIDENCE_S3_KEY_ID、EVIDENCE_S3_SECRET 须一并设置，或不设置任何 EVIDENCE_ 变量',
  },
};

const BUCKET = /^s3:\/\/(?<bucket>[a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/(?<prefix>[\w.-]+(?:\/[\w.-]+)*))?\/?$/;

const isEndpoint = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, pathname, search, hash, username, password } = new URL(text);
  const isBare = pathname === '/' && [search, hash, username, password].every((part) => part === '');
  return isBare && (protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname)));
};

/** The variables about where files of evidence are, each by itself. */
export const EVIDENCE_VARIABLES = {
  EVIDENCE_STORE: z.string().regex(BUCKET, { error: 'bucket' }).optional(),
  EVIDENCE_S3_ENDPOINT: z.string().refine(isEndpoint, { error: 'endpoint' }).optional(),
  EVIDENCE_S3_REGION: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/, { error: 'region' })
    .default('us-east-1'),
  EVIDENCE_S3_KEY_ID: z.string().optional(),
  EVIDENCE_S3_SECRET: z.string().optional(),
};

/** What no bucket is reached without, and what says that one is meant. */
const NEEDED = ['EVIDENCE_STORE', 'EVIDENCE_S3_KEY_ID', 'EVIDENCE_S3_SECRET'] as const;
const NAMED = [...NEEDED, 'EVIDENCE_S3_ENDPOINT'] as const;

type Set = z.output<z.ZodObject<typeof EVIDENCE_VARIABLES>>;

/** The store that files are kept in; undefined for a folder of this machine. */
export const evidenceStoreOf = (set: Set): S3Settings | undefined => {
  const { EVIDENCE_STORE, EVIDENCE_S3_KEY_ID: keyId, EVIDENCE_S3_SECRET: secret } = set;
  if (EVIDENCE_STORE === undefined || keyId === undefined || secret === undefined) return undefined;
  const { bucket = '', prefix = '' } = BUCKET.exec(EVIDENCE_STORE)?.groups ?? {};
  return { bucket, prefix, keyId, secret, endpoint: set.EVIDENCE_S3_ENDPOINT, region: set.EVIDENCE_S3_REGION };
};

/** What is wrong with them together: the variable, and the word for it. */
export const wrongStore = (set: Set): readonly [string, string] | undefined => {
  const isAny = NAMED.some((name) => set[name] !== undefined);
  const missing = NEEDED.find((name) => set[name] === undefined);
  return isAny && missing ? [missing, 'keys'] : undefined;
};
