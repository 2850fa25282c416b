import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Log } from './log.js';
import { HealthProbes, type Seen, type Probe } from './health-probes.js';

const text = { en: 'It leaks.', zh: '漏水。' };
const leak = (name: string): Seen => ({
  metrics: [{ name, help: text, value: 1 }],
  alarms: [{ name, of: 'roof', text, facts: {} }],
});

describe('vital signs', () => {
  let lines: string[];
  let log: Log;
  beforeEach(() => {
    lines = [];
    const at = (level: string) => (_: unknown, line?: unknown) => void lines.push(`${level}: ${String(line)}`);
    log = { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
  });

  it('show what can be seen, and keep an alarm while its cause cannot be seen', async () => {
    let roof: Probe = () => Promise.resolve(leak('roof'));
    const probes = new HealthProbes([() => roof(), () => Promise.resolve(leak('tap'))], log);
    expect((await probes.look()).map(({ name }) => name)).toEqual(['roof', 'tap']);

    roof = () => Promise.reject(new Error('too dark'));
    expect((await probes.look()).map(({ name }) => name)).toEqual(['tap']);
    expect(probes.alarms).toEqual(['roof', 'tap']);
    roof = () => new Promise(() => undefined);
    expect((await probes.look()).map(({ name }) => name)).toEqual(['tap']);
    expect(probes.alarms).toEqual(['roof', 'tap']);

    roof = () => Promise.resolve({ metrics: [], alarms: [] });
    await probes.look();
    expect(probes.alarms).toEqual(['tap']);
    expect(lines).toEqual(['warn: It leaks. 漏水。', 'warn: It leaks. 漏水。', 'info: an alarm is over 告警解除']);
  });

  it('are looked at once for all who ask at once', async () => {
    let looks = 0;
    const probes = new HealthProbes([() => Promise.resolve({ metrics: [], alarms: [], looks: looks++ })], log);
    await Promise.all([probes.look(), probes.look(), probes.look()]);
    expect(looks).toBe(1);
    await probes.look();
    expect(looks).toBe(2);
  });
});
