import type { Id } from '#kernel';
import { aHappening, rowsAfter, specification } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import { aContent } from '../content/content.examples.js';
import type { Published } from '../content/content.rules.js';
import type { Adaptation } from '../content/content.schema.js';
import { aClerk, CITY_Y, HQ_J, HQ_Y, the } from '../directives.examples.js';
import { directive } from './directive.decider.js';
import { aDirective, anAsking, anIssue, aRequest, knowing } from './directive.examples.js';
import type { DirectiveEvent } from './directive.events.js';
import type { DirectiveState } from './directive.standing.js';
import { requestsAreKept } from './requests.policy.js';
import { directiveRequest } from './views/directive-request.view.js';

const child = the('directive');
const [parentId, otherId] = [the('directive', 7), the('directive', 8)];
const OTHERS_ISSUER = the('organisation', 8);
const { clauses } = aContent();
const upstream = new Map<Id<'directive'>, Published>([
  [parentId, { clauses, issuerId: HQ_J.orgId }],
  [otherId, { clauses, issuerId: OTHERS_ISSUER }],
]);
const SYSTEM = {
  ...aClerk,
  actorId: 'system-00000000-0000-4000-8000-000000000001' as const,
  source: 'system' as const,
};
const given = specification(directive, SYSTEM, knowing({ upstream }));
const record = { type: 'RecordRequests', data: {} } as const;

const reason = '本市无口岸';
const exempted = (directiveId: Id<'directive'>): Adaptation => ({ directiveId, clause: '1', how: 'exempted', reason });
const clauseMap = [exempted(parentId), exempted(otherId)];
/** As it was written before a request was a fact of its own. */
const old = aDirective({ issuer: HQ_Y, bases: [{ directiveId: parentId }, { directiveId: otherId }], clauseMap });
const made = anAsking({ clause: '1', how: 'exempted', reason });
const elsewhere = { ...made, data: { ...made.data, directiveId: otherId, orgId: OTHERS_ISSUER } };
const granted = {
  type: 'ClauseExempted',
  data: { directiveId: parentId, clause: '1', reason: '情况属实' },
} as const;

describe('D3: what was asked before requests were facts', () => {
  it('D3: is recorded, for each parent by itself, whether the child is a draft or in force', () => {
    given(old).when(record).then(made, elsewhere);
    given(old, aRequest(), anIssue(CITY_Y)).when(record).then(made, elsewhere);
  });

  it('D3: is recorded once, and nothing where nothing is asked or everything was told', () => {
    given(old, made).when(record).then(elsewhere);
    given(old, made, elsewhere).when(record).then();
    given(aDirective()).when(record).then();
  });

  it('D3: says what was ruled on it by then', () => {
    given(old, granted)
      .when(record)
      .then(anAsking({ clause: '1', how: 'exempted', reason, granted: true }), elsewhere);
  });

  it('D3: is not asked of a parent that is there no longer, nor by what has ended', () => {
    given(old)
      .when(record, {}, knowing({ upstream: new Map([...upstream].slice(0, 1)) }))
      .then(made);
    given(old, anIssue(CITY_Y), { type: 'DirectiveRevoked', data: { reason: '有误' } })
      .when(record)
      .then();
  });

  it('D3: is seen by whoever is to rule on it, and waits for them unless they have', () => {
    const row = (...events: readonly DirectiveEvent[]) =>
      rowsAfter(directiveRequest, child, ...events).get(`${child}/${parentId}`);
    const told = (isGranted: boolean) => anAsking({ clause: '1', how: 'exempted', reason, granted: isGranted });
    expect(row(old, granted)).toBeUndefined();
    expect(row(old, made)).toMatchObject({ rulerId: HQ_J.orgId, open: true, clauses: [{ status: 'requested' }] });
    expect(row(old, granted, told(true))).toMatchObject({ open: false, clauses: [{ status: 'granted' }] });
    expect(row(old, told(false))).toMatchObject({ open: false, clauses: [{ status: 'refused' }] });
    // What is asked anew and otherwise was not ruled on.
    const again = anAsking({ clause: '1', how: 'exempted', reason: '另有安排' });
    expect(row(old, granted, told(true), again)).toMatchObject({ open: true });
  });

  it('D3: is asked for by every text that asks something untold', () => {
    const on = aHappening(child);
    const told = (event: DirectiveEvent, ...events: readonly DirectiveEvent[]) => {
      const state = [event, ...events].reduce<DirectiveState>(
        (before, { type, data }) => directive.evolve[type](before, data as never, on),
        directive.initial,
      );
      return requestsAreKept.on.DirectiveDrafted?.(old.data, state, on);
    };
    expect(told(old)).toEqual([{ decider: directive, stream: child, command: record }]);
    expect(told(old, made)).toHaveLength(1);
    expect(told(old, made, elsewhere)).toEqual([]);
    expect(told(aDirective())).toEqual([]);
    expect(Object.keys(requestsAreKept.on)).toEqual([
      ...['DirectiveDrafted', 'DirectiveImported', 'DraftEdited', 'DirectiveAmended'],
    ]);
  });
});
