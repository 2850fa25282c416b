import { randomBytes, randomUUID } from 'node:crypto';
import { decrypt, encrypt, KEY_BYTES } from './cipher.js';
import { KeyStoreDamaged } from './errors.js';
import type { DataKey, WrappedKey } from './key-store.js';

const LINE = /^([0-9a-f-]{36}) (\S+) ([A-Za-z0-9_-]{80})$/;
const ID_CHARACTERS = 36;
const WRAPPED_CHARACTERS = 80;
const SPACE = 0x20;

/** A new key for a stream. */
export const newKey = (stream: string, master: Buffer): WrappedKey => {
  const id = randomUUID();
  const wrapped = encrypt(master, randomBytes(KEY_BYTES), context(id, stream)).toString('base64url');
  return { id, stream, wrapped };
};

/** The key itself. Throws KeyStoreDamaged when it does not open: as erased may be shown only what is erased. */
export const unwrap = ({ id, stream, wrapped }: WrappedKey, master: Buffer): DataKey => {
  const key = decrypt(master, Buffer.from(wrapped, 'base64url'), context(id, stream));
  if (!key)
    throw new KeyStoreDamaged(
      `key ${id} does not open with this master key: bring the one back that belongs to it 主密钥与数据密钥不符，请恢复原主密钥`,
    );
  // In memory of its own: one that is kept would hold on to whatever was decrypted beside it.
  return { id, key: Buffer.alloc(KEY_BYTES, key) };
};

/** One line of the key file. It begins with a line end of its own, in case the writer before died in the middle of a line. */
export const keyLine = ({ id, stream, wrapped }: WrappedKey): string => `\n${id} ${stream} ${wrapped}\n`;

/** The key in a line, or undefined when it is torn: nothing was sealed with such a key. */
export const readKeyLine = (line: string): WrappedKey | undefined => {
  const [, id, stream, wrapped] = LINE.exec(line) ?? [];
  return id && stream && wrapped ? { id, stream, wrapped } : undefined;
};

/** Where id and stream stand in the bytes of a line, without a text made of them; undefined when it holds no key. */
export const namesIn = (line: Buffer): { readonly idEnd: number; readonly streamEnd: number } | undefined => {
  const streamEnd = line.length - WRAPPED_CHARACTERS - 1;
  const isWhole = streamEnd > ID_CHARACTERS + 1 && line[ID_CHARACTERS] === SPACE && line[streamEnd] === SPACE;
  return isWhole ? { idEnd: ID_CHARACTERS, streamEnd } : undefined;
};

/** What overwrites a wrapped key, to the byte: that it was erased, and when. */
export const erasedMark = (at: Date): string =>
  `erased-${at.toISOString().replaceAll(/[:.]/g, '-')}`.padEnd(WRAPPED_CHARACTERS, '-');

const ERASED = /^erased-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z-+$/;

/** Whether it is on record that this key was destroyed. */
export const isErased = ({ wrapped }: WrappedKey): boolean => ERASED.test(wrapped);

/** When it was destroyed; undefined while it is there. */
export const erasedAt = ({ wrapped }: WrappedKey): Date | undefined => {
  const [, day, hour, minute, second, millis] = ERASED.exec(wrapped) ?? [];
  return day === undefined
    ? undefined
    : new Date(`${day}T${hour ?? ''}:${minute ?? ''}:${second ?? ''}.${millis ?? ''}Z`);
};

/** How many bytes of a line come before the wrapped key. */
export const namesLength = ({ id, stream }: WrappedKey): number => Buffer.byteLength(`${id} ${stream} `);

const context = (id: string, stream: string): string => `${id}|${stream}`;
