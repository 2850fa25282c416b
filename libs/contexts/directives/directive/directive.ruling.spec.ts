import type { Id } from '#kernel';
import { aLog, by, rowsAfter, specification } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import { aContent, aDraft } from '../content/content.examples.js';
import type { Published } from '../content/content.rules.js';
import type { Adaptation } from '../content/content.schema.js';
import { aClerk, CITY_Y, HQ_J, HQ_Y, the } from '../directives.examples.js';
import type { DirectiveCommand } from './directive.commands.js';
import { directive } from './directive.decider.js';
import { aDirective, anAsking, anIssue, aRequest, knowing } from './directive.examples.js';
import type { DirectiveEvent } from './directive.events.js';
import { readRuling } from './ruling.facts.js';
import { directiveCard } from './views/directive-card.view.js';

const parentId = the('directive', 7);
const upstream = new Map<Id<'directive'>, Published>([
  [parentId, { clauses: aContent().clauses, issuerId: HQ_J.orgId, recipients: [HQ_Y.orgId] }],
]);
const facts = { ownId: HQ_Y.orgId, issuer: HQ_Y, upstream, parent: HQ_J };
const given = specification(directive, { ...aClerk, orgId: HQ_Y.orgId }, knowing(facts));
/** The commander of the body that issued the parent. */
const signs = { actorId: the('person', 3), orgId: HQ_J.orgId };

const entry = (clause: string, how: Adaptation['how'], more: Partial<Adaptation> = {}): Adaptation => ({
  ...{ directiveId: parentId, clause, how },
  ...more,
});
const EXEMPTED = [entry('1', 'adopted', { by: '1' }), entry('2', 'exempted', { reason: '本市无口岸' })];
const LATER = [entry('1', 'adopted', { by: '1' }), entry('2', 'later', { by: '2', reason: '运力不足' })];
const child = (clauseMap: Adaptation[], due = '2022-03-18T16:00:00.000Z') => {
  const [first, second] = aContent().clauses;
  const clauses = first && second ? [first, { ...second, due: { rule: 'by' as const, at: due } }] : [];
  return aDirective({ issuer: HQ_Y, bases: [{ directiveId: parentId }], clauseMap, clauses });
};
const about = { directiveId: parentId, clause: '2' };
const ask = (type: 'ExemptClause' | 'RefuseExemption' | 'GrantLaterDue' | 'RefuseLaterDue', reason?: string) =>
  ({ type, data: { ...about, ...(reason && { reason }) } }) satisfies DirectiveCommand;
const said = (type: 'ClauseExempted' | 'ExemptionRefused' | 'LaterDueGranted' | 'LaterDueRefused') =>
  ({ type, data: { ...about, reason: '情况属实' } }) satisfies DirectiveEvent;
const submit = { type: 'SubmitForSignOff', data: {} } as const;

describe('what a child asks of the issuer of its parent', () => {
  it.each([
    ['ExemptClause', EXEMPTED, 'ClauseExempted'],
    ['RefuseExemption', EXEMPTED, 'ExemptionRefused'],
    ['GrantLaterDue', LATER, 'LaterDueGranted'],
    ['RefuseLaterDue', LATER, 'LaterDueRefused'],
  ] as const)('D2, D3: %s answers it, with a reason, once', (type, map, event) => {
    given(child([...map]))
      .when(ask(type, '情况属实'), signs)
      .then(said(event));
    given(child([...map]))
      .when(ask(type), signs)
      .thenRefused('REASON_MISSING', 'reason');
    given(child([...map]), said(event))
      .when(ask(type, '情况属实'), signs)
      .thenRefused('ALREADY_RULED', 'clause');
  });

  it('is answered while the child is in force, and not after its end', () => {
    const issued = [child(EXEMPTED), aRequest(), anIssue(CITY_Y)] as const;
    given(...issued)
      .when(ask('ExemptClause', '情况属实'), signs)
      .then(said('ClauseExempted'));
    const ends: readonly DirectiveEvent[] = [
      { type: 'DirectiveCompleted', data: {} },
      { type: 'DirectiveRevoked', data: { reason: '有误' } },
    ];
    for (const end of ends)
      given(...issued, end)
        .when(ask('ExemptClause', '情况属实'), signs)
        .thenRefused('ALREADY_ENDED');
  });

  it('D3: is answered by the issuer of the parent only, whether or not others see the parent', () => {
    given(child(EXEMPTED)).when(ask('ExemptClause', '情况属实')).thenRefused('NOT_THE_PARENTS_ISSUER', 'directiveId');
    given(child(EXEMPTED))
      .when(ask('ExemptClause', '情况属实'), signs, knowing({ ...facts, parent: undefined }))
      .thenRefused('NOT_THE_PARENTS_ISSUER', 'directiveId');
    expect(directive.commands.declared.ExemptClause.who).toEqual(['commander']);
  });

  it('SD4: is not answered by whoever asks', () => {
    given(by({ actorId: signs.actorId }, child(EXEMPTED)))
      .when(ask('ExemptClause', '情况属实'), signs)
      .thenRefused('OWN_REQUEST');
    // SD6: nor by who stands in for them, nor where somebody stood in for whoever answers.
    const stoodIn = by({ onBehalfOf: signs.actorId }, child(EXEMPTED));
    given(stoodIn).when(ask('ExemptClause', '情况属实'), signs).thenRefused('OWN_REQUEST');
    given(by({ actorId: the('person', 8) }, child(EXEMPTED)))
      .when(ask('ExemptClause', '情况属实'), { ...signs, onBehalfOf: the('person', 8) })
      .thenRefused('OWN_REQUEST');
  });

  it('is that issuer’s to answer wherever the child stands', () => {
    const state = given(child(EXEMPTED)).state();
    const asked = { type: 'ExemptClause', data: { ...about, reason: '情况属实' } } as const;
    const owner = (parents: ReadonlyMap<Id<'directive'>, typeof HQ_J>) =>
      directive.owner(state, { ...asked, facts: { parents } })?.orgs;
    expect(owner(new Map([[parentId, HQ_J]]))).toEqual([HQ_Y.orgId, HQ_J.orgId]);
    expect(owner(new Map())).toEqual([HQ_Y.orgId]);
  });

  it('is theirs before anything is said, as the child keeps whom it asks', () => {
    const asking = given(child(EXEMPTED), anAsking({ clause: '2', how: 'exempted', reason: '本市无口岸' })).state();
    expect(directive.stake?.(asking, 'ExemptClause')?.orgs).toEqual([HQ_Y.orgId, HQ_J.orgId]);
    expect(directive.stake?.(asking, 'AmendDirective')?.orgs).toEqual([HQ_Y.orgId]);
    expect(directive.stake?.({ is: 'new' }, 'ExemptClause')).toBeUndefined();
  });

  it('is read of the parents of which something is asked, unless the child was taken back', async () => {
    const read = aLog({ [parentId]: [aDirective({ issuer: HQ_J })] });
    expect([...(await readRuling(read, given(child(EXEMPTED)).state())).parents]).toEqual([[parentId, HQ_J]]);
    const adopted = [entry('1', 'adopted', { by: '1' }), entry('2', 'adopted', { by: '2' })];
    expect((await readRuling(read, given(child(adopted)).state())).parents.size).toBe(0);
    const revoked = { type: 'DirectiveRevoked', data: { reason: '有误' } } as const;
    const issued = [child(EXEMPTED), aRequest(), anIssue(CITY_Y)] as const;
    expect((await readRuling(read, given(...issued, revoked).state())).parents.size).toBe(0);
  });

  it('is answered only where it is asked for', () => {
    given(child(LATER)).when(ask('ExemptClause', '情况属实'), signs).thenRefused('NOTHING_ASKED', 'clause');
    given(child(EXEMPTED)).when(ask('GrantLaterDue', '情况属实'), signs).thenRefused('NOTHING_ASKED', 'clause');
  });

  it('F7: may be answered anew', () => {
    given(child(EXEMPTED), said('ExemptionRefused'))
      .when(ask('ExemptClause', '情况属实'), signs)
      .then(said('ClauseExempted'));
  });
});

describe('D2: a later due time', () => {
  const late = '2022-03-19T16:00:00.000Z';

  it('is asked for with a reason, and may then stand in the draft', () => {
    const { issuer: _issuer, deploys: _deploys, ...content } = child(LATER, late).data;
    const clauses = aDraft().clauses.map((clause, index) =>
      index === 1 ? { ...clause, due: { rule: 'by' as const, at: late } } : clause,
    );
    const edit = (clauseMap: Adaptation[]): DirectiveCommand => ({
      type: 'EditDraft',
      data: { ...aDraft({ bases: [{ directiveId: parentId }], clauses, clauseMap }), expectedRevision: 1 },
    });
    given(child(EXEMPTED))
      .when(edit([EXEMPTED[0] ?? entry('1', 'adopted'), entry('2', 'later', { by: '2' })]))
      .thenRefused('EXEMPTION_WITHOUT_REASON', 'clauseMap', '1');
    const own = { text: content.clauses[1]?.text ?? '', due: { rule: 'by' as const, at: late } };
    given(child(EXEMPTED))
      .when(edit(LATER))
      .then(
        { type: 'DraftEdited', data: content },
        anAsking({ clause: '2', how: 'later', by: '2', reason: '运力不足', ...own }),
      );
  });

  it('goes to sign-off only when it is granted', () => {
    given(child(LATER, late)).when(submit).thenRefused('LATER_DUE_NOT_GRANTED', 'clauseMap', '1');
    given(child(LATER, late), said('LaterDueRefused'))
      .when(submit)
      .thenRefused('LATER_DUE_NOT_GRANTED', 'clauseMap', '1');
    given(child(LATER, late), said('LaterDueGranted')).when(submit).then(aRequest());
  });

  it('is asked for anew when the text asks for another one', () => {
    const { issuer: _issuer, deploys: _deploys, ...content } = child(LATER, '2022-03-25T16:00:00.000Z').data;
    const edited = { type: 'DraftEdited', data: content } as const;
    given(child(LATER, late), said('LaterDueGranted'), edited)
      .when(submit)
      .thenRefused('LATER_DUE_NOT_GRANTED', 'clauseMap', '1');
    const { issuer: _same, deploys: _too, ...same } = child(LATER, late).data;
    given(child(LATER, late), said('LaterDueGranted'), { type: 'DraftEdited', data: same })
      .when(submit)
      .then(aRequest());
  });
});

describe('the card of a child', () => {
  const shownAfter = (...events: readonly DirectiveEvent[]) =>
    rowsAfter(directiveCard, the('directive'), ...events)
      .get(the('directive'))
      ?.clauseMap.map(({ request, ruling }) => [request, ruling]);

  it('D3: shows an exemption as asked for until it is ruled on', () => {
    expect(shownAfter(child(EXEMPTED))).toEqual([
      [undefined, undefined],
      ['requested', undefined],
    ]);
    expect(shownAfter(child(EXEMPTED), said('ClauseExempted'))?.[1]).toEqual(['granted', '情况属实']);
    expect(shownAfter(child(EXEMPTED), said('ExemptionRefused'))?.[1]).toEqual(['refused', '情况属实']);
  });

  it('keeps a ruling through an edit that asks for the same, and for no other', () => {
    const { issuer: _issuer, deploys: _deploys, ...content } = child(EXEMPTED).data;
    const edited = (clauseMap: Adaptation[]) => ({ type: 'DraftEdited', data: { ...content, clauseMap } }) as const;
    const other = [...EXEMPTED.slice(0, 1), entry('2', 'exempted', { reason: '另有安排' })];
    expect(shownAfter(child(EXEMPTED), said('ClauseExempted'), edited(EXEMPTED))?.[1]).toEqual(['granted', '情况属实']);
    expect(shownAfter(child(EXEMPTED), said('ClauseExempted'), edited(other))?.[1]).toEqual(['requested', undefined]);
  });
});
