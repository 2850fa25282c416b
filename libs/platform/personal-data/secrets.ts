import { createHmac } from 'node:crypto';

/** A secret for one purpose, of 32 bytes: HMAC-SHA-256 of the purpose under the master key (RFC 2104). */
export const secretOf = (master: Buffer, purpose: string): Buffer =>
  createHmac('sha256', master).update(purpose).digest();

/** What tells a key store from others without telling anything of its master key: a UUID of version 8 (RFC 9562, 5.8). */
export const storeId = (master: Buffer): string => {
  const bytes = secretOf(master, 'which key store').subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
};
