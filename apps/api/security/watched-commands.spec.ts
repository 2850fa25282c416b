import { SYSTEM, type Actor } from '#access';
import { accountOf, grantsOf } from '#contexts/grants';
import { idOf, kindOf, type Id } from '#kernel';
import type { Outcome, Watched } from '#platform/decide';
import type { SecurityAbout, SecurityWord } from '#platform/security';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { watchedCommands } from './watched-commands.js';

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const person = idOf('person', uuid(1));
const actor: Actor = { actorId: person, orgId: idOf('organisation', uuid(1)), grants: [{ role: 'admin' }] };
const refused = (code: string): Outcome => ({
  recorded: false,
  code,
  message: { en: 'No.', zh: '否。' },
  path: ['id'],
});
const recorded = (id: Id, ...types: readonly string[]): Outcome => ({
  ...{ recorded: true, id, position: '1' },
  events: types.map((type) => ({ eventId: uuid(7), type, position: 1n })),
});

describe('the security log of commands', () => {
  let heard: (readonly [SecurityWord, SecurityAbout])[];
  const watch = watchedCommands({ add: (word, about) => void heard.push([word, about]) }, () => new Date(0));
  beforeEach(() => {
    heard = [];
  });
  const told = (asked: Omit<Watched, 'actor' | 'kind'>, by = actor) => {
    watch({ actor: by, kind: kindOf(asked.stream), ...asked });
    return heard;
  };
  const confirm = (outcome: Outcome, by = actor) => told({ stream: finding, type: 'ConfirmFinding', outcome }, by);
  const finding = idOf('finding', uuid(3));

  it.each([['ROLE_MAY_NOT'], ['NOT_FOUND'], ['NOT_IN_POST']])(
    'says which account had no right to what, by its code %s, and nothing of the thing or the text',
    (code) => {
      expect(confirm(refused(code))).toEqual([
        ['authz_fail', { account: accountOf(person), operation: 'ConfirmFinding', code }],
      ]);
    },
  );

  it('says nothing of a rule that is not about who asks, nor of what the system asks', () => {
    expect(confirm(refused('NO_EVIDENCE'))).toEqual([]);
    expect(confirm(refused('NOT_FOUND'), SYSTEM)).toEqual([]);
    expect(confirm(recorded(finding, 'FindingConfirmed'))).toEqual([]);
  });

  it('says who changed whose rights, and how', () => {
    const grants = grantsOf(idOf('person', uuid(2)));
    told({ stream: grants, type: 'GrantRole', outcome: recorded(grants, 'GrantProposed', 'GrantMade') });
    const account = accountOf(idOf('person', uuid(2)));
    const outcome = recorded(account, 'AccountDisabled');
    expect(told({ stream: account, type: 'DisableAccount', outcome })).toEqual([
      ['authz_admin', { grants, by: person, operation: 'GrantRole', code: 'GrantProposed' }],
      ['authz_admin', { grants, by: person, operation: 'GrantRole', code: 'GrantMade' }],
      ['authz_admin', { account, by: person, operation: 'DisableAccount', code: 'AccountDisabled' }],
    ]);
  });
});
