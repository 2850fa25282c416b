import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { start, type Started } from '../testing/start.js';

const RENDERER = '@graphql-yoga/render-graphiql';

describe('the playground page', () => {
  let api: Started;
  beforeAll(async () => {
    api = await start();
  });
  afterAll(() => api.app.close());

  const get = (headers: Record<string, string> = {}) => api.app.inject({ url: '/graphiql', headers });

  it('costs nothing before it is asked for', async () => {
    const loaded = () => Object.keys(require.cache).some((file) => file.includes(RENDERER));
    expect(loaded()).toBe(false);
    await get();
    expect(loaded()).toBe(true);
  });

  it('answers without a token, complete, under a policy that lets only its own script run', async () => {
    const { statusCode, headers, payload } = await get();
    expect(statusCode).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    const [, script = ''] = /<script>([^]*)<\/script>/.exec(payload) ?? [];
    const hash = createHash('sha256').update(script).digest('base64');
    expect(headers['content-security-policy']).toContain(`script-src 'sha256-${hash}'`);
    expect(headers['content-security-policy']).toContain("connect-src 'self'");
    expect(payload).not.toMatch(/<(script|link|img|iframe)[^>]+(src|href)="(https?:)?\/\//);
  });

  it('is sent once: compressed, and not again while it is the same', async () => {
    const { headers, rawPayload } = await get({ 'accept-encoding': 'br, gzip' });
    expect(headers['content-encoding']).toBe('gzip');
    expect(rawPayload.length).toBeLessThan(3_500_000);
    const again = await get({ 'if-none-match': String(headers.etag) });
    expect(again.statusCode).toBe(304);
    expect(again.rawPayload).toHaveLength(0);
  });
});
