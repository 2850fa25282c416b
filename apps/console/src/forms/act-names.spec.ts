import { describe, expect, it } from '@jest/globals';
import { sortedOut } from './act-names';

const can = (command: string, allowed: boolean, code: string | null = null) => ({ command, allowed, code });

describe('what can be done about a finding', () => {
  it('stands in the order of the course, apart from what cannot and from what is for others', () => {
    const all = [
      can('noteFinding', true),
      can('orderRectification', true),
      can('approvePlan', false, 'NOT_AT_THIS_STAGE'),
      can('voidFinding', false, 'ROLE_MAY_NOT'),
      can('confirmFinding', false, 'ROLE_MAY_NOT'),
    ];
    const { now, notYet, forOthers } = sortedOut(all);
    expect([now, notYet, forOthers].map((part) => part.map(({ command }) => command))).toEqual([
      ['orderRectification', 'noteFinding'],
      ['approvePlan'],
      ['confirmFinding', 'voidFinding'],
    ]);
  });
});
