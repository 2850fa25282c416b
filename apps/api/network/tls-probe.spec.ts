import { describe, expect, it } from '@jest/globals';
import { tlsProbe } from './tls-probe.js';

const NOW = '2026-03-01T00:00:00.000Z';
const alarmsOf = async (endsAt: string, isUsable = true) => {
  const files = { renew: () => Promise.resolve(isUsable), endsAt: Date.parse(endsAt) };
  return (await tlsProbe(files, () => new Date(NOW))()).alarms.map(({ name, facts }) => ({ name, ...facts }));
};

describe('the certificate for HTTPS', () => {
  it('is an alarm from a week before its end, which goes on after it', async () => {
    expect(await alarmsOf('2026-03-08T00:00:00.000Z')).toEqual([]);
    for (const endsAt of ['2026-03-07T23:59:59.000Z', '2026-02-28T00:00:00.000Z'])
      expect(await alarmsOf(endsAt)).toEqual([{ name: 'tls-expiring', endsAt }]);
  });

  it('is another while a renewed one is of no use', async () => {
    expect(await alarmsOf('2027-01-01T00:00:00.000Z', false)).toEqual([{ name: 'tls-files' }]);
  });
});
