import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** A certificate that signs itself, and its key, in PEM. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

const DER = { integer: 2, bits: 3, octets: 4, oid: 6, text: 12, time: 23, sequence: 0x30, set: 0x31, three: 0xa3 };

const der = (tag: number, ...content: readonly Buffer[]): Buffer => {
  const value = Buffer.concat(content);
  const { length } = value;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), value]);
};
const sequence = (...parts: readonly Buffer[]) => der(DER.sequence, ...parts);
const bits = (value: Buffer) => der(DER.bits, Buffer.from([0]), value);
const oid = (hex: string) => der(DER.oid, Buffer.from(hex, 'hex'));
const [ECDSA_SHA256, COMMON_NAME, OTHER_NAMES] = [oid('2a8648ce3d040302'), oid('550403'), oid('551d11')];
const time = (text: string) => der(DER.time, Buffer.from(text));

/** For localhost and 127.0.0.1, by X.509 as RFC 5280 writes it down; what it is good for, no authority says. */
export const certificate = (): Certificate => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algorithm = sequence(ECDSA_SHA256);
  const name = sequence(der(DER.set, sequence(COMMON_NAME, der(DER.text, Buffer.from('localhost')))));
  const others = sequence(der(0x82, Buffer.from('localhost')), der(0x87, Buffer.from([127, 0, 0, 1])));
  const body = sequence(
    der(0xa0, der(DER.integer, Buffer.from([2]))),
    der(DER.integer, Buffer.from([1]), randomBytes(8)),
    algorithm,
    name,
    sequence(time('200101000000Z'), time('491231235959Z')),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(DER.three, sequence(sequence(OTHER_NAMES, der(DER.octets, others)))),
  );
  const whole = sequence(body, algorithm, bits(sign('sha256', body, privateKey)));
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${whole.toString('base64').replaceAll(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
  };
};
