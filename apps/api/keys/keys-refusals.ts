import type { StoredEvent } from '#platform/event-store';
import { KeyStoreDamaged } from '#platform/personal-data';

/** Where keys are, as the operator knows it, and the setting that says so. */
export interface Kept {
  readonly where: string;
  readonly setting: KeyStoreDamaged['setting'];
}

/** These are another log's. */
export const notTheLogs = ({ where, setting }: Kept, log: string) =>
  new KeyStoreDamaged(
    `the keys in ${where} are not those of this log (${log}): bring the log's own keys there; every process of one log uses the same ` +
      '密钥库不属于本日志，请换用本日志的密钥库（同一日志的各进程共用一个）',
    setting,
  );

/** One that nobody erased is not there. */
export const lacks = ({ where, setting }: Kept, { stream, position }: StoredEvent) =>
  new KeyStoreDamaged(
    `the key of ${stream} (position ${String(position)} of the log) is missing in ${where}: bring the backup of the keys back ` +
      '密钥缺失，请恢复密钥备份',
    setting,
  );
