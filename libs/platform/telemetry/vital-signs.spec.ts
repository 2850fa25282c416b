import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Log } from './log.js';
import { VitalSigns, type Seen, type Sign } from './vital-signs.js';

const text = { en: 'It leaks.', zh: '漏水。' };
const leak = (name: string): Seen => ({
  figures: [{ name, help: text, value: 1 }],
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
    let roof: Sign = () => Promise.resolve(leak('roof'));
    const signs = new VitalSigns([() => roof(), () => Promise.resolve(leak('tap'))], log);
    expect((await signs.look()).map(({ name }) => name)).toEqual(['roof', 'tap']);

    roof = () => Promise.reject(new Error('too dark'));
    expect((await signs.look()).map(({ name }) => name)).toEqual(['tap']);
    expect(signs.alarms).toEqual(['roof', 'tap']);
    roof = () => new Promise(() => undefined);
    expect((await signs.look()).map(({ name }) => name)).toEqual(['tap']);
    expect(signs.alarms).toEqual(['roof', 'tap']);

    roof = () => Promise.resolve({ figures: [], alarms: [] });
    await signs.look();
    expect(signs.alarms).toEqual(['tap']);
    expect(lines).toEqual(['warn: It leaks. 漏水。', 'warn: It leaks. 漏水。', 'info: an alarm is over 告警解除']);
  });

  it('are looked at once for all who ask at once', async () => {
    let looks = 0;
    const signs = new VitalSigns([() => Promise.resolve({ figures: [], alarms: [], looks: looks++ })], log);
    await Promise.all([signs.look(), signs.look(), signs.look()]);
    expect(looks).toBe(1);
    await signs.look();
    expect(looks).toBe(2);
  });
});
