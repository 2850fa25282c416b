import type { StartProblem } from '#platform/postgres';
import { z } from 'zod';

/** Keys in a PostgreSQL that several machines share. */
export interface KeySettings {
  readonly url: string;
  /** A file that holds the master key, or `fd:3` for a descriptor that it is read from; `keys/master-key` under `DATA_DIR` when undefined. */
  readonly master: string | undefined;
}

/** What is wrong with one of these variables, by the word that stands for it below. */
export const KEYS_SAID: Readonly<Record<string, StartProblem>> = {
  keyStore: {
    en: 'must look like postgres://role:password@host:5432/keys (not set: keys are kept under DATA_DIR)',
    zh: '须为 postgres://角色:口令@主机:5432/库 的形式（不设置：密钥存于 DATA_DIR）',
  },
  masterAlone: {
    en: 'is set without KEY_STORE; set both, or neither for keys under DATA_DIR',
    zh: '须与 KEY_STORE 一并设置；都不设置则密钥存于 DATA_DIR',
  },
};

/** The variables about where keys are, each by itself. */
export const KEYS_VARIABLES = {
  KEY_STORE: z.url({ protocol: /^postgres(ql)?$/, error: 'keyStore' }).optional(),
  KEY_MASTER: z.string().optional(),
};

type Set = z.output<z.ZodObject<typeof KEYS_VARIABLES>>;

/** Where keys are shared; undefined for a folder of this machine. */
export const keysOf = ({ KEY_STORE: url, KEY_MASTER: master }: Set): KeySettings | undefined =>
  url === undefined ? undefined : { url, master };

/** What is wrong with them together: the variable, and the word for it. */
export const wrongKeys = ({ KEY_STORE, KEY_MASTER }: Set): readonly [string, string] | undefined =>
  KEY_MASTER !== undefined && KEY_STORE === undefined ? ['KEY_MASTER', 'masterAlone'] : undefined;
