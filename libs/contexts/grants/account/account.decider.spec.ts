import { shapeOf, type Message } from '#kernel';
import { aLog, by, keepsTheLaws, specification, valuesOf } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { anAdministrator, the } from '../grants.examples.js';
import { accountCommands } from './account.commands.js';
import { account } from './account.decider.js';
import { unpinnedOf } from '../standings.js';
import { accountOf } from './account.state.js';

const given = specification(account, anAdministrator(), { AddAccount: true });
const personId = the('person');
const added = { type: 'AccountAdded', data: { personId } } as const;
const disabled = { type: 'AccountDisabled', data: { reason: 'Left' } } as const;
const enabled = { type: 'AccountEnabled', data: { reason: 'Is back' } } as const;
const disable = { type: 'DisableAccount', data: disabled.data } as const;
const enable = { type: 'EnableAccount', data: enabled.data } as const;
const unpinned = { type: 'AccountUnpinned', data: { reason: 'Another number of staff' } } as const;
const unpin = { type: 'UnpinAccount', data: unpinned.data } as const;
const own = anAdministrator(1);

describe('an account', () => {
  keepsTheLaws(account, { AddAccount: valuesOf(z.object(shapeOf(accountCommands.declared.AddAccount.takes))) });

  it('SD5: is added, shut and opened by events that say who did it and why, and by no secret', () => {
    given().when({ type: 'AddAccount', data: { personId } }).then(added);
    given(added).when({ type: 'ResetAccount', data: {} }).then({ type: 'AccountReset', data: {} });
    given(added).when(disable).then(disabled);
    given(added, disabled).when(enable).then(enabled);
    given(added).when(unpin).then(unpinned);
    given(added, disabled, unpinned).when(unpin).then(unpinned);
    given(added).when({ type: 'UnpinAccount', data: {} }).thenRefused('REASON_REQUIRED', 'reason');
    given(added).when({ type: 'DisableAccount', data: {} }).thenRefused('REASON_REQUIRED', 'reason');
    given(added, disabled).when({ type: 'EnableAccount', data: {} }).thenRefused('REASON_REQUIRED', 'reason');
  });

  it('belongs to a person who is there, and is the only one', async () => {
    const add = { type: 'AddAccount', data: { personId } } as const;
    given().when(add, {}, { AddAccount: false }).thenRefused('PERSON_NOT_FOUND', 'personId');
    given(added).when(add).thenRefused('ACCOUNT_EXISTS');
    expect(accountOf(personId)).toBe(the('account'));
    const registered = { [personId]: [{ type: 'PersonRegistered', data: { name: 'Lin' } }] };
    const isThere = (log: Parameters<typeof aLog>[0]) =>
      account.facts.AddAccount(aLog(log), { personId }, {} as never, anAdministrator());
    expect([await isThere(registered), await isThere({})]).toEqual([true, false]);
  });

  it('SD4: is nobody’s to reset, unpin, shut or open for themselves', () => {
    given(added).when({ type: 'ResetAccount', data: {} }, own).thenRefused('OWN_ACCOUNT');
    given(added).when(disable, own).thenRefused('OWN_ACCOUNT');
    given(added).when(unpin, own).thenRefused('OWN_ACCOUNT');
    given(added)
      .when(unpin, { ...anAdministrator(2), onBehalfOf: personId })
      .thenRefused('OWN_ACCOUNT');
    given(added, by(anAdministrator(2), disabled))
      .when(enable, own)
      .thenRefused('OWN_ACCOUNT');
  });

  it('is shut once, and opened once: the second time is refused, before a reason is asked for', () => {
    for (const data of [disabled.data, {}])
      given(added, disabled).when({ type: 'DisableAccount', data }).thenRefused('DISABLED_ALREADY');
    for (const data of [enabled.data, {}])
      given(added).when({ type: 'EnableAccount', data }).thenRefused('ENABLED_ALREADY');
    given(added, disabled, enabled).when(enable).thenRefused('ENABLED_ALREADY');
    given(added, disabled, enabled).when(disable).then(disabled);
    given().when(disable).thenRefused('ACCOUNT_NOT_FOUND');
    given().when(unpin).thenRefused('ACCOUNT_NOT_FOUND');
  });

  it('counts how often it was freed of whom a sign-in service knows it by', async () => {
    const after = (...past: readonly Message[]) => unpinnedOf(aLog({ [the('account')]: past }), the('account'));
    expect(await Promise.all([after(), after(added), after(added, unpinned, disabled, unpinned)])).toEqual([0, 0, 2]);
  });
});
