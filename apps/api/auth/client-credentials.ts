import type { SaidNo } from '#platform/graphql';
import { z } from 'zod';

/** The words of OAuth's client credentials; others are left alone, as the protocol wants it. [RFC 6749 §3.2, §4.4.2] */
export const ClientCredentials = z.object({
  grant_type: z.literal('client_credentials'),
  client_id: z.string().min(1).max(100),
  client_secret: z.string().min(1).max(200),
});

/** What the protocol calls a no about this field, where it has a word for it. [RFC 6749 §5.2] */
export const oauthError = ({ code, at: [field] = [] }: Pick<SaidNo['told'], 'code' | 'at'>): string | undefined => {
  if (code === 'CLIENT_FAILED') return 'invalid_client';
  if (code !== 'BAD_USER_INPUT') return undefined;
  return field === 'grant_type' ? 'unsupported_grant_type' : 'invalid_request';
};

const unescaped = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
};

/** Who a client says that it is in its Authorization header, in words of the body; nothing where it says so there. [RFC 6749 §2.3.1] */
export const clientInHeader = (
  authorization = '',
): { readonly client_id?: string; readonly client_secret?: string } => {
  const [, encoded] = /^Basic +([\w+/=-]+)$/i.exec(authorization) ?? [];
  if (encoded === undefined) return {};
  const [name = '', ...secret] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return { client_id: unescaped(name) ?? '', client_secret: unescaped(secret.join(':')) ?? '' };
};
