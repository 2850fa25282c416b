import { isIP } from 'node:net';
import type { StartProblem } from '#platform/postgres';
import { z } from 'zod';
import { isLoopback, LOOPBACK, saysHttps, type Network } from './network.js';

/** What is wrong with one of these variables, by the word that stands for it below. */
export const NETWORK_SAID: Readonly<Record<string, StartProblem>> = {
  host: {
    en: 'must be an address of this machine, like 127.0.0.1 or 0.0.0.0',
    zh: '须为本机地址，如 127.0.0.1、0.0.0.0',
  },
  open: {
    en: 'is not this machine alone: that needs NODE_ENV=production (no development tokens) and HTTPS (TLS_CERT and TLS_KEY, or PUBLIC_URL=https://… of a proxy)',
    zh: '面向网络：须设置 NODE_ENV=production（停用开发令牌）并启用 HTTPS（TLS_CERT 与 TLS_KEY，或代理的 PUBLIC_URL=https://…）',
  },
  pair: {
    en: 'is missing: set TLS_CERT and TLS_KEY, or neither',
    zh: '缺失：TLS_CERT 与 TLS_KEY 须一并设置或都不设置',
  },
  public: {
    en: 'must look like https://sifang.example.org, without a path',
    zh: '须为 https://sifang.example.org 的形式，不带路径',
  },
  proxies: {
    en: 'must be addresses or ranges with commas between, like 10.0.0.1,192.168.0.0/16',
    zh: '须为以逗号分隔的地址或网段，如 10.0.0.1,192.168.0.0/16',
  },
};

const BITS: Readonly<Record<number, number>> = { 4: 32, 6: 128 };

/** An address, or a range of them that is not all there are. */
const isRange = (text: string): boolean => {
  const [address = '', bits = '1', ...more] = text.split('/');
  return more.length === 0 && /^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= (BITS[isIP(address)] ?? 0);
};

const isOrigin = (text: string): boolean => /^https?:\/\/[^/?#@]+\/?$/.test(text) && URL.canParse(text);

const partsOf = (list: string): readonly string[] => list.split(',').map((part) => part.trim());

/** The variables about the network, each by itself. */
export const NETWORK_VARIABLES = {
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, { error: 'host', abort: true })
    .default(LOOPBACK.host),
  TLS_CERT: z.string().optional(),
  TLS_KEY: z.string().optional(),
  PUBLIC_URL: z
    .string()
    .refine(isOrigin, { error: 'public', abort: true })
    .transform((text) => new URL(text).origin)
    .optional(),
  TRUSTED_PROXIES: z
    .string()
    .refine((list) => partsOf(list).every(isRange), { error: 'proxies' })
    .transform(partsOf)
    .default([]),
};

type Set = z.output<z.ZodObject<typeof NETWORK_VARIABLES>> & { readonly NODE_ENV?: string | undefined };

export const networkOf = ({ HOST, TLS_CERT, TLS_KEY, PUBLIC_URL, TRUSTED_PROXIES }: Set): Network => ({
  host: HOST,
  ...(TLS_CERT !== undefined && TLS_KEY !== undefined && { tls: { cert: TLS_CERT, key: TLS_KEY } }),
  ...(PUBLIC_URL !== undefined && { publicUrl: PUBLIC_URL }),
  trustedProxies: TRUSTED_PROXIES,
});

/** What is wrong with them together: the variable, and the word for it. */
export const wrongTogether = (set: Set): readonly [string, string] | undefined => {
  if ((set.TLS_CERT === undefined) !== (set.TLS_KEY === undefined))
    return [set.TLS_CERT === undefined ? 'TLS_CERT' : 'TLS_KEY', 'pair'];
  const isOpen = !isLoopback(set.HOST);
  return isOpen && !(set.NODE_ENV === 'production' && saysHttps(networkOf(set))) ? ['HOST', 'open'] : undefined;
};
