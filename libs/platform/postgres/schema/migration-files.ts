import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CannotStart } from '../connect/cannot-start.js';

export interface Migration {
  readonly number: number;
  /** `0001_log`: the file's name without its ending. */
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the file's text with plain line feeds, in hexadecimal. */
  readonly sha256: string;
}

const NAME = /^(\d{4})_[a-z0-9_]+$/;

/** The migrations of a folder in the order of their numbers. Throws CannotStart on a bad name or a number used twice. */
export const readMigrations = (folder: string): readonly Migration[] => {
  const files = readdirSync(folder).filter((file) => file.endsWith('.sql'));
  const migrations = files.sort().map((file) => readMigration(folder, file));
  const twice = migrations.find(({ number }, index) => migrations[index - 1]?.number === number);
  if (twice) {
    throw new CannotStart({
      en: `two migrations have the number of ${twice.name}.sql: give one another number`,
      zh: '迁移编号重复，请改用其他编号',
    });
  }
  return migrations;
};

const readMigration = (folder: string, file: string): Migration => {
  const name = file.slice(0, -'.sql'.length);
  const number = NAME.exec(name)?.[1];
  if (number === undefined) {
    throw new CannotStart({
      en: `migration ${file} is not named NNNN_lower_case.sql: rename it`,
      zh: '迁移文件名不合规则，请改名',
    });
  }
  // A checkout may turn line ends into CRLF; the migration is the same.
  const sql = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n');
  return { number: Number(number), name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
};
