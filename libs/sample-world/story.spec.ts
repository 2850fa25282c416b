import { decode, kindOf, type Id } from '#kernel';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { catalogues } from '../../test/support/catalogues.js';
import { story, type Order } from './story.js';
import type { Act } from './world.telling.js';

const ORDER: Order = { seed: 'spec', events: 3_000 };

const collected = async (portions: AsyncIterable<readonly Act[]>): Promise<readonly Act[]> => {
  const all: Act[] = [];
  for await (const acts of portions) all.push(...acts);
  return all;
};
const told = (order: Order) => collected(story(order));
const counted = (acts: readonly Act[]) => acts.reduce((sum, { events }) => sum + events.length, 0);
const typesIn = (acts: readonly Act[]) => new Set(acts.flatMap(({ events }) => events.map(({ type }) => type)));

describe('the generated story', () => {
  let acts: readonly Act[];
  beforeAll(async () => {
    acts = await told(ORDER);
  });

  it('is the same for the same seed and number of events, and another for another seed', async () => {
    expect(await told(ORDER)).toEqual(acts);
    const [one, other] = [acts[0]?.stream, (await told({ ...ORDER, seed: 'other' }))[0]?.stream];
    expect(one).not.toBe(other);
  });

  it.each([500, 501, 1_000, 3_000])('has exactly %i events when that many are asked for', async (events) => {
    expect(counted(await told({ seed: 'spec', events }))).toBe(events);
  });

  it('says only what the catalogues of the contexts can hold', async () => {
    const known = new Map((await catalogues()).map((catalogue) => [catalogue.kind, catalogue]));
    for (const { stream, events } of acts) {
      const catalogue = known.get(kindOf(stream));
      if (!catalogue) throw new Error(`no catalogue for ${stream}`);
      for (const { type, data } of events) {
        const stored: unknown = JSON.parse(JSON.stringify(data));
        expect(() => decode(catalogue, { type, data: stored, schemaVersion: 1 })).not.toThrow();
      }
    }
  });

  it('is told in Chinese, and says nothing in two languages at once', () => {
    const words = /[a-z]{2,}[^\n"]* \p{Script=Han}|\p{Script=Han}[^\n"]* [a-z]{2,}/iu;
    const mixed = acts.flatMap(({ events }) => events.map(({ data }) => words.exec(JSON.stringify(data))?.[0]));
    expect(mixed.filter((found) => found !== undefined)).toEqual([]);
    expect(words.test('Waiting hall 候车厅') && words.test('候车厅 Waiting hall')).toBe(true);
  });

  it('goes on in time, stream by stream without a gap', () => {
    const times = acts.map(({ occasion }) => occasion.occurredAt);
    expect(times).toEqual([...times].sort());
    const held = new Map<Id, bigint>();
    for (const { stream, expected, events } of acts) {
      expect([stream, expected]).toEqual([stream, held.get(stream) ?? 0n]);
      held.set(stream, expected + BigInt(events.length));
    }
  });

  it('tells of founding, of an evening of receipts and duties, and of findings through their whole life', () => {
    const types = typesIn(acts);
    for (const type of [
      ...['TerritoryAdded', 'OrgCreated', 'PostEstablished', 'PersonRegistered', 'PostHeld'],
      ...['DirectiveIssued', 'DirectiveDelivered', 'DirectiveAcknowledged', 'DirectiveRelayed', 'BasisImplemented'],
      ...['DutyPointDefined', 'GapDetected', 'PartyAssigned', 'AssignmentAccepted', 'GapResolved'],
      ...['ObservationRecorded', 'FindingConfirmed', 'ObservationDismissed', 'RectificationOrdered'],
      ...['RectificationAcknowledged', 'PlanSubmitted', 'PlanApproved', 'ImmediateFixReported', 'CompletionReported'],
      ...['VerifierAssigned', 'VerificationPassed', 'VerificationFailed', 'CloseOutApproved', 'LookBackPassed'],
    ]) {
      expect([...types]).toContain(type);
    }
  });
});
