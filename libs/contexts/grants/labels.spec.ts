import { idOf } from '#kernel';
import { labelsAfter } from '#kernel/testing';
import { expect, it } from '@jest/globals';
import { accountCard } from './account/views/account.view.js';
import { grantsCard } from './grant/views/grants-card.view.js';

const grants = idOf('grant', '00000000-0000-4000-8000-000000000002');
const personId = idOf('person', '00000000-0000-4000-8000-000000000001');

it('calls a record of grants by its roles, in the words of the language', () => {
  const made = (number: number, role: 'hq' | 'unit') =>
    ({
      type: 'GrantMade',
      data: {
        number,
        role,
        grantee: { personId },
        reach: { nowhere: true },
        from: '2022-01-01T00:00:00.000Z',
        reason: 'sealed',
      },
    }) as const;
  const roles = labelsAfter(grantsCard, grants, made(1, 'hq'), made(2, 'unit'), made(3, 'hq'));
  expect(roles).toEqual([{ en: 'HQ office clerk, Unit reporter', zh: '指挥部办公室、单位填报员' }]);
});

it('calls an account one in both languages, and says that it is disabled', () => {
  const added = { type: 'AccountAdded', data: { personId } } as const;
  const disabled = { type: 'AccountDisabled', data: { reason: 'sealed' } } as const;
  expect(labelsAfter(accountCard, 'account-1', added)).toEqual([{ en: 'Account', zh: '账号' }]);
  expect(labelsAfter(accountCard, 'account-1', added, disabled)).toEqual([
    { en: 'Account (disabled)', zh: '账号（已停用）' },
  ]);
});
