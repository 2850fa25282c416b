import { InvalidToken } from '#platform/identity';
import { describe, expect, it } from '@jest/globals';
import { SERVICE_TOKEN_SECONDS, ServiceTokens } from './service-tokens.js';

const START = Date.parse('2026-01-05T01:00:00.000Z');
const keyOf = (of: number) => new Uint8Array(32).fill(of);

describe('the short token of a service account', () => {
  let now = new Date(START);
  const tokens = new ServiceTokens(
    () => keyOf(1),
    () => now,
  );

  it('names its service account, for ten minutes', async () => {
    now = new Date(START);
    const token = await tokens.issue('sfc_1');
    now = new Date(START + SERVICE_TOKEN_SECONDS * 1000 - 1000);
    expect(await tokens.read(token)).toEqual({ clientId: 'sfc_1', expiresAt: START + SERVICE_TOKEN_SECONDS * 1000 });
    now = new Date(START + SERVICE_TOKEN_SECONDS * 1000);
    await expect(tokens.read(token)).rejects.toBeInstanceOf(InvalidToken);
  });

  it('is refused when another installation signed it, or when it was changed', async () => {
    now = new Date(START);
    const elsewhere = new ServiceTokens(
      () => keyOf(2),
      () => now,
    );
    await expect(tokens.read(await elsewhere.issue('sfc_1'))).rejects.toBeInstanceOf(InvalidToken);
    const [head = '', , signature = ''] = (await tokens.issue('sfc_1')).split('.');
    const forged = Buffer.from(JSON.stringify({ sub: 'sfc_2', exp: START })).toString('base64url');
    await expect(tokens.read(`${head}.${forged}.${signature}`)).rejects.toBeInstanceOf(InvalidToken);
    await expect(tokens.read('sfs_')).rejects.toBeInstanceOf(InvalidToken);
  });
});
