import type { OpenIdSettings } from '#platform/openid-connect';
import type { StartProblem } from '#platform/postgres';
import { z } from 'zod';
import { isLoopback } from '../network/network.js';

/** What is wrong with one of these variables, by the word that stands for it below. */
export const OPENID_SAID: Readonly<Record<string, StartProblem>> = {
  issuer: {
    en: 'must look like https://id.example.org/realm, as the issuer names itself (http:// on this machine only)',
    zh: '须为 https://id.example.org/realm 的形式，与签发方自称一致（http:// 仅限本机）',
  },
  client: {
    en: 'is missing: set OIDC_ISSUER and OIDC_CLIENT_ID, or no variable that begins with OIDC_',
    zh: '缺失：OIDC_ISSUER 与 OIDC_CLIENT_ID 须一并设置，或不设置任何 OIDC_ 变量',
  },
  home: {
    en: 'is missing: people come back from OIDC_ISSUER to it; https://, or http:// on this machine',
    zh: '缺失：用户须由 OIDC_ISSUER 返回该地址；须为 https://，http:// 仅限本机',
  },
  claim: { en: 'must be the name of a claim, like preferred_username', zh: '须为声明名，如 preferred_username' },
  scope: { en: 'must be words with spaces between, openid among them', zh: '须为以空格分隔的范围，且包含 openid' },
};

const isSafe = ({ protocol, hostname }: URL): boolean =>
  protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));

const isIssuer = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return isSafe(url) && url.search === '' && url.hash === '' && url.username === '' && url.password === '';
};

/** The variables about an issuer, each by itself. */
export const OPENID_VARIABLES = {
  OIDC_ISSUER: z.string().refine(isIssuer, { error: 'issuer' }).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_ACCOUNT_CLAIM: z
    .string()
    .regex(/^[\w.:/-]{1,200}$/, { error: 'claim' })
    .optional(),
  OIDC_SCOPE: z
    .string()
    .refine((text) => /^[\x21\x23-\x5b\x5d-\x7e ]+$/.test(text) && text.split(' ').includes('openid'), {
      error: 'scope',
    })
    .optional(),
};

type Set = z.output<z.ZodObject<typeof OPENID_VARIABLES>> & { readonly PUBLIC_URL?: string | undefined };

/** The issuer that vouches for people; undefined where none is set. */
export const openIdOf = (set: Set): OpenIdSettings | undefined => {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, PUBLIC_URL } = set;
  if (OIDC_ISSUER === undefined || OIDC_CLIENT_ID === undefined || PUBLIC_URL === undefined) return undefined;
  return {
    issuer: OIDC_ISSUER,
    clientId: OIDC_CLIENT_ID,
    clientSecret: set.OIDC_CLIENT_SECRET,
    accountClaim: set.OIDC_ACCOUNT_CLAIM ?? 'preferred_username',
    scope: set.OIDC_SCOPE ?? 'openid profile',
    publicUrl: PUBLIC_URL,
  };
};

/** What is wrong with them together: the variable, and the word for it. */
export const wrongIssuer = (set: Set): readonly [string, string] | undefined => {
  const isAny = Object.keys(OPENID_VARIABLES).some((name) => set[name as keyof Set] !== undefined);
  if (!isAny) return undefined;
  if (set.OIDC_ISSUER === undefined) return ['OIDC_ISSUER', 'client'];
  if (set.OIDC_CLIENT_ID === undefined) return ['OIDC_CLIENT_ID', 'client'];
  const isHome = set.PUBLIC_URL !== undefined && isSafe(new URL(set.PUBLIC_URL));
  return isHome ? undefined : ['PUBLIC_URL', 'home'];
};
