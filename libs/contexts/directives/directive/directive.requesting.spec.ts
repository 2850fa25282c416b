import { isInScope, scopeOf } from '#access';
import type { Id } from '#kernel';
import { rowsAfter, specification } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import { aContent, aDraft } from '../content/content.examples.js';
import type { Published } from '../content/content.rules.js';
import type { Adaptation } from '../content/content.schema.js';
import { contentOf } from '../content/draft.js';
import { aClerk, CITY_Y, HQ_J, HQ_Y, the } from '../directives.examples.js';
import { directive } from './directive.decider.js';
import { aDirective, anAsking, anIssue, aRequest, knowing } from './directive.examples.js';
import type { DirectiveEvent } from './directive.events.js';
import { directiveRequest } from './views/directive-request.view.js';

const child = the('directive');
const [parentId, otherId] = [the('directive', 7), the('directive', 8)];
const OTHERS_ISSUER = the('organisation', 8);
const [first, second] = aContent().clauses;
const upstream = new Map<Id<'directive'>, Published>([
  [parentId, { clauses: aContent().clauses, issuerId: HQ_J.orgId, recipients: [HQ_Y.orgId] }],
  [otherId, { clauses: first ? [first] : [], issuerId: OTHERS_ISSUER, recipients: [HQ_Y.orgId] }],
]);
const facts = { ownId: HQ_Y.orgId, issuer: HQ_Y, upstream, succession: { organisations: new Map() } };
const given = specification(directive, { ...aClerk, orgId: HQ_Y.orgId }, knowing(facts));

const of = (directiveId: Id<'directive'>, clause: string, how: Adaptation['how'], more: Partial<Adaptation> = {}) => ({
  ...{ directiveId, clause, how },
  ...more,
});
const LATER = of(parentId, '2', 'later', { by: '2', reason: '运力不足' });
const MAP = [of(parentId, '1', 'adopted', { by: '1' }), LATER, of(otherId, '1', 'exempted', { reason: '本市无口岸' })];
const bases = [{ directiveId: parentId }, { directiveId: otherId }];
const draft = (clauseMap: Adaptation[]) => aDraft({ bases, clauseMap });
const drafted = (clauseMap: Adaptation[]) => aDirective({ issuer: HQ_Y, bases, clauseMap });
const edit = (clauseMap: Adaptation[]) =>
  ({ type: 'EditDraft', data: { ...draft(clauseMap), expectedRevision: 1 } }) as const;

const made = (reason = '运力不足') => {
  const own = second && { text: second.text, ...(second.due && { due: second.due }) };
  return anAsking({ clause: '2', how: 'later', by: '2', reason, ...own });
};
const elsewhere = () => {
  const { type, data } = anAsking({ clause: '1', how: 'exempted', reason: '本市无口岸' });
  return { type, data: { ...data, directiveId: otherId, orgId: OTHERS_ISSUER } };
};
const edited = (clauseMap: Adaptation[]) => ({ type: 'DraftEdited', data: contentOf(draft(clauseMap)) }) as const;

describe('what a child asks of the issuers of its parents', () => {
  it('D3: is told to each of them by itself, with what the child says in its place', () => {
    const data = { issuer: HQ_Y, deploys: false, ...contentOf(draft(MAP)) };
    given()
      .when({ type: 'DraftDirective', data: draft(MAP) })
      .then({ type: 'DirectiveDrafted', data }, made(), elsewhere());
  });

  it('is told again only when something else is asked', () => {
    const before = given(drafted(MAP), made(), elsewhere());
    before.when(edit(MAP)).then(edited(MAP));
    const other = MAP.map((one) => (one === LATER ? { ...LATER, reason: '人手不足' } : one));
    before.when(edit(other)).then(edited(other), made('人手不足'));
    const adopted = MAP.map((one) => (one.directiveId === otherId ? of(otherId, '1', 'adopted', { by: '1' }) : one));
    before.when(edit(adopted)).then(edited(adopted), { type: 'RequestDropped', data: { directiveId: otherId } });
  });

  it('is asked no longer by what ended', () => {
    given(drafted(MAP), made(), aRequest(), anIssue(CITY_Y))
      .when({ type: 'RevokeDirective', data: { reason: '有误' } })
      .then(
        { type: 'DirectiveRevoked', data: { reason: '有误' } },
        { type: 'RequestDropped', data: { directiveId: parentId } },
      );
  });
});

describe('a request', () => {
  const rows = (...events: readonly DirectiveEvent[]) => rowsAfter(directiveRequest, child, ...events);
  const row = (...events: readonly DirectiveEvent[]) => rows(...events).get(`${child}/${parentId}`);
  const granted = {
    type: 'LaterDueGranted',
    data: { directiveId: parentId, clause: '2', reason: '情况属实' },
  } as const;
  /** A commander whose territory is another one. */
  const scope = (orgId: Id<'organisation'>) =>
    scopeOf({ orgId, grants: [{ role: 'commander', territory: 'elsewhere/', orgId }] });
  const seenBy = (orgId: Id<'organisation'>) =>
    [...rows(drafted(MAP), made(), elsewhere()).values()]
      .filter((one) => directiveRequest.owner !== 'directory' && isInScope(scope(orgId), directiveRequest.owner(one)))
      .map(({ parent }) => parent.id);

  it('D3: is seen by the issuer of the parent that it is about, wherever the child stands, and of no other parent', () => {
    expect(seenBy(HQ_J.orgId)).toEqual([parentId]);
    expect(seenBy(OTHERS_ISSUER)).toEqual([otherId]);
    expect(seenBy(the('organisation', 9))).toEqual([]);
    expect(seenBy(HQ_Y.orgId)).toEqual([parentId, otherId]);
  });

  it('says what is asked for, until it is ruled on or dropped', () => {
    const clause = { clause: '2', how: 'later', reason: '运力不足', status: 'requested', text: second?.text };
    expect(row(drafted(MAP), made())).toMatchObject({ open: true, clauses: [clause] });
    expect(row(drafted(MAP), made(), granted)).toMatchObject({
      open: false,
      clauses: [{ ...clause, status: 'granted', ruling: '情况属实' }],
    });
    const dropped = { type: 'RequestDropped', data: { directiveId: parentId } } as const;
    expect(row(drafted(MAP), made(), dropped)).toBeUndefined();
  });

  it('keeps a ruling while exactly the same is asked for', () => {
    expect(row(made(), granted, made())?.open).toBe(false);
    expect(row(made(), granted, made('另有安排'))?.open).toBe(true);
  });
});
