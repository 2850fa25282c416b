import { SYSTEM } from '#access';
import { StorageFull, Unavailable } from '#platform/event-store';
import { StoreFull, StoreUnavailable } from '#platform/evidence-files';
import { createLog } from '#platform/telemetry';
import { describe, expect, it } from '@jest/globals';
import { noTo } from './tus-protocol.js';

const asker = { actor: SYSTEM, language: 'zh' };

describe('an upload that fails', () => {
  const logged: string[] = [];
  const log = createLog('debug', { to: { write: (line) => void logged.push(line) } });
  const inside = new Error('connect ECONNREFUSED 127.0.0.1:5432');

  it.each([
    [new StoreFull('full'), 507, 'STORAGE_FULL'],
    [new StorageFull(inside), 507, 'STORAGE_FULL'],
    [new StoreUnavailable('gone'), 503, 'UNAVAILABLE'],
    [new Unavailable(inside), 503, 'UNAVAILABLE'],
    [{ status_code: 409, body: 'Upload-Offset conflict' }, 409, 'UPLOAD_CONFLICT'],
    [{ status_code: 501, body: 'not supported' }, 400, 'UPLOAD_NOT_IN_ORDER'],
  ])('is told of where somebody can do something about it (%#)', (error, status, code) => {
    const no = noTo(error, asker, log);
    expect([no.status, no.body]).toEqual([status, expect.stringContaining(code)]);
    expect(no.body).toMatch(/\p{Script=Han}/u);
    expect(logged).toEqual([]);
  });

  it('is masked where nobody can: what somebody typed stays out of the log, too', () => {
    const { status, body } = noTo(new TypeError('张三.png is no file'), asker, log);
    expect([status, body]).toEqual([500, expect.stringContaining('INTERNAL_SERVER_ERROR')]);
    expect(logged).toEqual([expect.stringContaining('"error":{"name":"TypeError","message":"… is no file"')]);
    expect(JSON.stringify([body, logged])).not.toContain('张三');
  });
});
