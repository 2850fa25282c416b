import { describe, expect, it } from '@jest/globals';
import { Alarms, type Alarm } from './alarms.js';

const alarm = (of: string): Alarm => ({ name: 'leak', of, text: { en: 'It leaks.', zh: '漏水。' }, facts: { of } });

describe('alarms', () => {
  const lines: unknown[] = [];
  const at = (level: string) => (facts: unknown, text?: unknown) => void lines.push([level, facts, text]);
  const alarms = new Alarms({ debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') });

  it('are told of once each, in both languages, and once more when they are over', () => {
    alarms.now([alarm('roof')]);
    alarms.now([alarm('roof'), alarm('tap')]);
    alarms.now([alarm('tap')]);
    alarms.now([alarm('tap')]);

    expect(lines).toEqual([
      ['warn', { alarm: 'leak', of: 'roof' }, 'It leaks. 漏水。'],
      ['warn', { alarm: 'leak', of: 'tap' }, 'It leaks. 漏水。'],
      ['info', { alarm: 'leak', of: 'roof' }, 'an alarm is over 告警解除'],
    ]);
  });

  it('stand by name until they are over', () => {
    alarms.now([alarm('roof'), alarm('tap')]);
    expect(alarms.names).toEqual(['leak']);
    expect(alarms.standing).toEqual([alarm('roof'), alarm('tap')]);
    alarms.now([]);
    expect(alarms.names).toEqual([]);
  });
});
