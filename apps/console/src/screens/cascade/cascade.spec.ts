import { describe, expect, it } from '@jest/globals';
import { axisOf, placeOn } from './axis';
import { countsOf, isBroken, moved, nextBreak, standingOf, type OneHop } from './hops';

const AT = '2025-03-24T12:45:00.000Z';
const after = (minutes: number) => new Date(Date.parse(AT) + minutes * 60_000).toISOString();
const hop = (depth: number, more: Partial<OneHop> = {}): OneHop => ({
  ...{ id: String(depth), depth, recipient: { id: 'o' }, deliveredAt: AT, acknowledgedAt: after(25) },
  ...{ relayedAt: null, bodiesBelow: 0 },
  ...more,
});
const passedOn = hop(0, { relayedAt: after(80), bodiesBelow: 2 });
const end = hop(1);
const unsigned = hop(1, { acknowledgedAt: null });
const stopped = hop(0, { bodiesBelow: 3 });
const undelivered = hop(0, { deliveredAt: null, acknowledgedAt: null });
const start = hop(0, { recipient: null, deliveredAt: null, acknowledgedAt: null, bodiesBelow: null });
const rows = [passedOn, end, unsigned, stopped, undelivered];

describe('the way of an order', () => {
  it('breaks where it was not delivered, not signed for, or not passed on by somebody who has bodies below', () => {
    expect([...rows, start].map(standingOf)).toEqual([
      ...['passedOn', 'end', 'unacknowledged', 'stopped', 'undelivered', 'start'],
    ]);
    expect([...rows, start].map(isBroken)).toEqual([false, false, true, true, true, false]);
  });

  it('is walked along row by row, to the one above and below, and from break to break, round the end', () => {
    const to = (from: number, code: string) => moved(rows, from, code);
    expect([to(0, 'ArrowDown'), to(0, 'ArrowUp'), to(4, 'ArrowDown'), to(1, 'Home'), to(1, 'End')]).toEqual([
      1, 0, 4, 0, 4,
    ]);
    expect([to(2, 'ArrowLeft'), to(0, 'ArrowLeft'), to(0, 'ArrowRight'), to(3, 'ArrowRight')]).toEqual([0, 0, 1, 3]);
    expect(to(0, 'KeyX')).toBeUndefined();
    expect([nextBreak(rows, 0), nextBreak(rows, 2), nextBreak(rows, 4)]).toEqual([2, 3, 2]);
    expect(nextBreak([end], 0)).toBeUndefined();
  });

  it('is counted by bodies: where it began is none', () => {
    expect(countsOf([start, ...rows])).toEqual({ levels: 2, bodies: 5, delivered: 4, acknowledged: 3, passedOn: 1 });
  });
});

describe('its axis of time', () => {
  const timed = (minutes: number) => ({
    issuedAt: AT,
    deliveredAt: AT,
    acknowledgedAt: after(minutes),
    relayedAt: null,
  });

  it('begins with the first instant, reaches beyond the last, and has few lines at even distances', () => {
    const axis = axisOf([timed(55), timed(670)]);
    expect(axis?.lines.map((ms) => ms / 3_600_000)).toEqual([0, 4, 8]);
    expect(axis && [placeOn(axis, AT), placeOn(axis, after(670)) < 100, placeOn(axis, after(9_999_999))]).toEqual([
      0,
      true,
      100,
    ]);
    expect(axisOf([timed(0)])?.lines).toHaveLength(2);
    expect(axisOf([timed(60 * 24 * 365 * 20)])?.lines).toHaveLength(5);
  });

  it('is not there where nothing has happened yet', () => {
    expect(axisOf([{ issuedAt: null, deliveredAt: null, acknowledgedAt: null, relayedAt: null }])).toBeUndefined();
  });
});
