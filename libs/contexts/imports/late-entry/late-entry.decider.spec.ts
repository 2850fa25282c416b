import { shapeOf } from '#kernel';
import { keepsTheLaws, specification, valuesOf } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { lateEntryCommands } from './late-entry.commands.js';
import { lateEntry } from './late-entry.decider.js';
import {
  aClerk,
  aConfirmation,
  aLedger,
  another,
  aPaper,
  aRefusal,
  aUse,
  confirming,
  listing,
  registering,
  registrar,
  the,
  using,
} from './late-entry.examples.js';

const { declared } = lateEntryCommands;
const reason = { reason: z.string().optional() };

describe('a late entry', () => {
  keepsTheLaws(lateEntry, {
    RegisterLateEntry: valuesOf(z.object({ ...shapeOf(declared.RegisterLateEntry.takes), ...reason })),
    RegisterLedger: valuesOf(z.object({ ...shapeOf(declared.RegisterLedger.takes), ...reason })),
    ConfirmLateEntry: valuesOf(z.object(shapeOf(declared.ConfirmLateEntry.takes))),
    RefuseLateEntry: valuesOf(z.object(reason)),
    UseLateEntry: valuesOf(z.object(shapeOf(declared.UseLateEntry.takes))),
  });
  const facts = { RegisterLateEntry: registrar, RegisterLedger: registrar };
  const given = specification(lateEntry, aClerk, facts);

  it('W2: on paper is one act of one moment, with who took it', () => {
    given().when(registering()).then(aPaper());
    given()
      .when(registering({ number: undefined }))
      .thenRefused('NUMBER_OR_PHOTO', 'number');
    given()
      .when(registering({ photoSha256: 'a'.repeat(64) }))
      .thenRefused('NUMBER_OR_PHOTO', 'number');
    given()
      .when(registering({ reason: undefined }))
      .thenRefused('REASON_REQUIRED', 'reason');
    given(aPaper()).when(registering()).thenRefused('ALREADY_REGISTERED');
  });

  it.each(['RegisterLateEntry', 'RegisterLedger'] as const)('%s is for a body that is on record', (type) => {
    const command = type === 'RegisterLateEntry' ? registering() : listing();
    given()
      .when(command, {}, { ...facts, [type]: undefined })
      .thenRefused('REGISTRAR_UNKNOWN');
  });

  it('W2: is neither confirmed nor used before it is registered', () => {
    given()
      .when({ type: 'ConfirmLateEntry', data: { count: 1 } }, another)
      .thenRefused('LATE_ENTRY_ABSENT');
    given()
      .when({ type: 'UseLateEntry', data: { act: '1', told: the('finding') } })
      .thenRefused('NOT_CONFIRMED');
  });

  it('W2: on paper is at most 30 days old, and has happened', () => {
    const at = (happenedAt: string) => registering({ happenedAt });
    const oldest = '2022-03-01T10:00:00.000Z';
    given()
      .when(at(oldest))
      .then(aPaper({ happenedFrom: oldest, happenedTo: oldest }));
    given().when(at('2022-03-01T09:59:59.999Z')).thenRefused('TOO_FAR_BACK', 'happenedAt');
    given().when(at('2022-03-31T10:00:00.001Z')).thenRefused('NOT_PAST', 'happenedAt');
  });

  it('W2: of a ledger is as old as it is, but not before 1 October 1949', () => {
    const from = (happenedFrom: string) => listing({ happenedFrom });
    given().when(listing()).then(aLedger());
    given().when(from('1949-09-30T15:59:59.999Z')).thenRefused('BEFORE_ALL', 'happenedFrom');
    given().when(from('2001-12-31T00:00:00.001Z')).thenRefused('ENDS_BEFORE_BEGIN', 'happenedTo');
    given()
      .when(listing({ happenedTo: '2022-03-31T10:00:00.001Z' }))
      .thenRefused('NOT_PAST', 'happenedTo');
  });

  it('W2: is confirmed once, by somebody of that body who says what they see', () => {
    given(aPaper()).when(confirming(), another).then(aConfirmation);
    given(aPaper(), aConfirmation).when(confirming(), another).thenRefused('ALREADY_DECIDED');
    given(aPaper(), aRefusal).when(confirming(), another).thenRefused('ALREADY_DECIDED');
    given(aPaper())
      .when(confirming({ number: 'ZB-8' }), another)
      .thenRefused('NOT_AS_REGISTERED', 'number');
    given(aPaper())
      .when(confirming({ photoSha256: 'b'.repeat(64) }), another)
      .thenRefused('NOT_AS_REGISTERED', 'photoSha256');
    given(aPaper())
      .when(confirming({ count: 2 }), another)
      .thenRefused('NOT_AS_REGISTERED', 'count');
    const elsewhere = { ...another, orgId: the('organisation', 2) };
    given(aPaper()).when(confirming(), elsewhere).thenRefused('LATE_ENTRY_ABSENT');
    given().when(confirming(), another).thenRefused('LATE_ENTRY_ABSENT');
  });

  it('SD4: is confirmed by nobody who registered it, in whose name it was registered, or who took it', () => {
    for (const n of [1, 3]) {
      const one = the('person', n);
      given(aPaper()).when(confirming(), { actorId: one }).thenRefused('OWN_LATE_ENTRY');
      given(aPaper())
        .when(confirming(), { ...another, onBehalfOf: one })
        .thenRefused('OWN_LATE_ENTRY');
    }
  });

  it('W1: is not confirmed before it was registered', () => {
    const before = { ...another, occurredAt: '2022-03-31T09:57:59.999Z' };
    given(aPaper()).when(confirming(), before).thenRefused('OCCURRED_BEFORE', 'occurredAt');
  });

  it('is refused with a reason, once', () => {
    const refusing = (why?: string) => ({ type: 'RefuseLateEntry', data: { reason: why } }) as const;
    given(aPaper()).when(refusing('Nobody knows it'), another).then(aRefusal);
    given(aPaper()).when(refusing(), another).thenRefused('REASON_REQUIRED', 'reason');
    given(aPaper(), aConfirmation).when(refusing('Late'), another).thenRefused('ALREADY_DECIDED');
  });

  it('W2: is used by as many acts as it holds, by each once', () => {
    const [first, second, third] = ['1', '2', '3'] as const;
    const confirmed = [aLedger(), aConfirmation];
    given(...confirmed)
      .when(using(first))
      .then(aUse(first));
    given(...confirmed, aUse(first))
      .when(using(first))
      .then();
    given(...confirmed, aUse(first), aUse(second))
      .when(using(second))
      .then();
    given(...confirmed, aUse(first), aUse(second))
      .when(using(third))
      .thenRefused('USED_UP');
    given(aLedger()).when(using(first)).thenRefused('NOT_CONFIRMED');
    given(aLedger(), aRefusal).when(using(first)).thenRefused('NOT_CONFIRMED');
  });

  it('belongs to the body that registered it', () => {
    expect(lateEntry.seenBy(given(aPaper()).state())).toEqual({
      territory: registrar.territoryPath,
      orgs: [registrar.orgId],
    });
  });
});
