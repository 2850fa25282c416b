import { aHappening, aLog, by, rowsAfter, specification } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import { aContent, aDraft } from '../content/content.examples.js';
import { aClerk, CITY_Y, HQ_J, HQ_Y, the } from '../directives.examples.js';
import type { DirectiveCommand } from './directive.commands.js';
import { directive } from './directive.decider.js';
import { aDirective, anAmendment, anIssue, aRequest, knowing } from './directive.examples.js';
import type { DirectiveEvent } from './directive.events.js';
import { amendmentsGoDown } from './directive.policy.js';
import { published } from './directive.published.js';
import { lastMomentOf } from './views/text-versions.js';
import { directiveCard } from './views/directive-card.view.js';
import type { Amendment } from './directive.standing.js';

const given = specification(directive, aClerk, knowing());
const issued = [aDirective(), aRequest(), anIssue(CITY_Y)] as const;
const [first, second] = aDraft().clauses as [ReturnType<typeof aDraft>['clauses'][0], { text: string }];
const night = { text: '要落实夜间值守', due: { rule: 'none' as const } };
type Amend = Extract<DirectiveCommand, { type: 'AmendDirective' }>['data'];
const amend = (data: Partial<Amend> = {}): DirectiveCommand => ({
  type: 'AmendDirective',
  data: { text: '修订后的全文', clauses: [first, night], expectedRevision: 1, reason: '疫情变化', ...data },
});

describe('D1: an issued text never changes; an amendment is another version of it', () => {
  it('says by its number which clauses it changes, adds and drops', () => {
    given(...issued)
      .when(amend())
      .then(anAmendment());
    const keyed = [
      { ...first, key: '1' },
      { ...night, key: '3' },
    ];
    const { clauses } = anAmendment().data;
    given(...issued)
      .when(amend({ clauses: keyed }))
      .then(
        anAmendment({
          clauses: clauses.map((one, index) => (index === 1 ? { ...one, key: '3' } : one)),
          ...{ changed: [], added: ['3'], dropped: ['2'] },
        }),
      );
  });

  it('is numbered on', () => {
    given(...issued, anAmendment())
      .when(amend({ clauses: [first], expectedRevision: 2 }))
      .then(
        anAmendment({
          ...{ number: 2, textVersion: 3, clauses: anAmendment().data.clauses.slice(0, 1) },
          ...{ changed: [], dropped: ['2'] },
        }),
      );
  });

  it('D10: is the issuer’s own, while it is there, and orders something', () => {
    given(...issued)
      .when(amend(), { orgId: HQ_Y.orgId })
      .thenRefused('NOT_THE_ISSUER');
    given(...issued)
      .when(amend(), {}, knowing({ organisations: new Map() }))
      .thenRefused('ISSUER_DISSOLVED');
    given(...issued)
      .when(amend({ clauses: [] }))
      .thenRefused('NO_CLAUSES', 'clauses');
    given(...issued)
      .when(amend({ clauses: [{ text: '要加强值班值守' }] }))
      .thenRefused('DUE_NOT_STATED', 'clauses', '0', 'due');
    expect(directive.commands.declared.AmendDirective.who).toEqual(['commander']);
  });

  it('is of a directive in force, from the text that was read, for a reason, and changes something', () => {
    given(aDirective(), aRequest()).when(amend()).thenRefused('NOT_ISSUED');
    given(...issued, { type: 'DirectiveRevoked', data: { reason: '有误' } })
      .when(amend())
      .thenRefused('ALREADY_ENDED');
    given(...issued, anAmendment())
      .when(amend())
      .thenRefused('CHANGED_SINCE', 'expectedRevision');
    given(...issued)
      .when(amend({ reason: undefined }))
      .thenRefused('REASON_MISSING', 'reason');
    const same = { text: aDraft().text, clauses: aDraft().clauses };
    given(...issued)
      .when(amend(same))
      .thenRefused('NOTHING_AMENDED');
  });

  it('W1: is not dated before the issue', () => {
    given(...issued)
      .when(amend(), { occurredAt: '2022-03-17T11:20:00.000Z' })
      .thenRefused('OCCURRED_BEFORE', 'occurredAt');
  });

  it('shows the amended text, and which version stood until when', () => {
    const at = '2022-03-18T00:00:00.000Z';
    const card = rowsAfter(directiveCard, the('directive'), ...issued, by({ recordedAt: at }, anAmendment())).get(
      the('directive'),
    );
    expect(card).toMatchObject({
      ...{ text: '修订后的全文', textVersion: 2 },
      amendments: [{ number: 1, textVersion: 2, changed: ['2'], added: [], dropped: [], reason: '疫情变化' }],
    });
    const amendedAt = String(card?.amendments[0]?.amendedAt);
    expect(card && lastMomentOf(card, 1)).toBe(new Date(Date.parse(amendedAt) - 1).toISOString());
    expect(card && lastMomentOf(card, 2)).toBeUndefined();
  });
});

describe('D2, D3: an amendment goes down', () => {
  const parentId = the('directive', 7);
  const bases = [{ directiveId: parentId }];
  const map = ['1', '2'].map((clause) => ({ directiveId: parentId, clause, how: 'adopted' as const, by: clause }));
  const child = [aDirective({ issuer: HQ_Y, bases, clauseMap: map }), aRequest(), anIssue(CITY_Y)] as const;
  const upstream = new Map([[parentId, { clauses: aContent().clauses, issuerId: HQ_J.orgId }]]);
  const later = '2099-01-01T00:00:00.000Z';
  const amendment: Amendment = { textVersion: 2, touched: ['2'], amendedAt: later, statedAt: later };
  const around = knowing({ issuer: HQ_Y, upstream, amendment });
  const ofChild = specification(directive, { ...aClerk, orgId: HQ_Y.orgId }, around);
  const reopen = { type: 'ReopenClauses', data: { directiveId: parentId, textVersion: 2 } } as const;
  const reopened = {
    type: 'BasisAmended',
    data: { directiveId: parentId, textVersion: 2, clauses: ['2'] },
  } as const satisfies DirectiveEvent;

  it('an amended text covers each clause of its parents, and none later than there', () => {
    const asked = { clauses: aDraft().clauses, clauseMap: map };
    ofChild(...child)
      .when(amend({ ...asked, clauseMap: map.slice(0, 1) }))
      .thenRefused('CLAUSE_NOT_MAPPED', 'clauseMap', parentId, '2');
    const late = [first, { ...second, due: { rule: 'by' as const, at: '2022-03-20T00:00:00.000Z' } }];
    ofChild(...child)
      .when(amend({ ...asked, clauses: late }))
      .thenRefused('DUE_LATER_THAN_PARENT', 'clauseMap', '1');
    const asks = map.map((one) => ({ ...one, how: 'later' as const, reason: '人手不足' }));
    ofChild(...child)
      .when(amend({ ...asked, clauses: late, clauseMap: asks }))
      .thenRefused('LATER_DUE_NOT_GRANTED', 'clauseMap', '0');
  });

  it('opens what a child has mapped before, once, and as the record of the parent says', () => {
    ofChild(...child)
      .when(reopen)
      .then(reopened);
    ofChild(...child, reopened)
      .when(reopen)
      .then();
    ofChild(...child)
      .when(reopen, {}, { ReopenClauses: { ...amendment, amendedAt: '2000-01-01T00:00:00.000Z' } })
      .then();
    ofChild(...child)
      .when(reopen, {}, { ReopenClauses: undefined })
      .thenRefused('NOT_BUILT_ON_THIS');
    given(...issued)
      .when(reopen)
      .thenRefused('NOT_BUILT_ON_THIS');
  });

  it('D3: opens the clauses that the record of the parent names for that version, and none for another', async () => {
    const read = aLog({ [parentId]: [...issued, by({ recordedAt: later }, anAmendment())] });
    const own = { stream: the('directive'), state: () => Promise.resolve(ofChild(...child).state()) };
    const found = (textVersion: number) =>
      directive.facts.ReopenClauses(read, { directiveId: parentId, textVersion }, own, aClerk);
    expect(await found(2)).toEqual({ ...amendment, statedAt: anAmendment().data.amendedAt });
    expect(await found(3)).toBeUndefined();
  });

  it('is open on the card until the child maps it again, though its own words stay', () => {
    const same = { text: aDraft().text, clauses: aDraft().clauses, clauseMap: map };
    const { text, clauses } = aContent();
    const again = anAmendment({ text, clauses, clauseMap: map, changed: [] });
    ofChild(...child, reopened)
      .when(amend(same))
      .then(again);
    const card = (...events: DirectiveEvent[]) => rowsAfter(directiveCard, the('directive'), ...child, ...events);
    expect(card(reopened).get(the('directive'))?.openClauses).toMatchObject([{ clause: '2' }]);
    expect(card(reopened, again).get(the('directive'))?.openClauses).toEqual([]);
  });

  it('keeps a child from being completed while it is open', () => {
    ofChild(...child, reopened)
      .when({ type: 'CompleteDirective', data: {} })
      .thenRefused('CLAUSE_REOPENED', 'clauseMap');
  });

  it('keeps a draft from sign-off that was mapped on the former text', () => {
    const facts = (amendedAt: string) =>
      knowing({
        issuer: HQ_Y,
        upstream: new Map([[parentId, { clauses: aContent().clauses, issuerId: HQ_J.orgId, amendedAt }]]),
      });
    const submit = { type: 'SubmitForSignOff', data: {} } as const;
    const [draft] = child;
    ofChild(draft).when(submit, {}, facts(later)).thenRefused('BASIS_AMENDED_SINCE', 'bases', '0');
    ofChild(draft).when(submit, {}, facts('2000-01-01T00:00:00.000Z')).then(aRequest());
  });

  it('tells those who build on it when it was amended', () => {
    expect(published(given(...issued).state())).not.toHaveProperty('amendedAt');
    const at = '2022-03-18T00:00:00.000Z';
    expect(published(given(...issued, by({ recordedAt: at }, anAmendment())).state())?.amendedAt).toBe(at);
  });

  it('reaches each child that was issued, those also that were being written', () => {
    const childId = the('directive', 8);
    const at = aHappening(the('directive'));
    const noted = { type: 'ChildRecorded', data: { childId } } as const;
    const basis = { type: 'BasisImplemented', data: { directiveId: parentId, issuer: HQ_J } } as const;
    expect(amendmentsGoDown.on.BasisImplemented?.(basis.data, given(...issued).state(), at)).toMatchObject([
      { stream: parentId, command: { type: 'RecordChild', data: { childId: the('directive') } } },
    ]);
    const asks = [{ stream: childId, command: { type: 'ReopenClauses', data: { textVersion: 2 } } }];
    const after = given(...issued, noted, anAmendment()).state();
    expect(amendmentsGoDown.on.DirectiveAmended?.(anAmendment().data, after, at)).toMatchObject(asks);
    const noticed = given(...issued, anAmendment(), noted).state();
    expect(amendmentsGoDown.on.ChildRecorded?.(noted.data, noticed, at)).toMatchObject(asks);
  });

  it('is noted in the parent once, when the record of the child says so', () => {
    const childId = the('directive', 8);
    const record = { type: 'RecordChild', data: { childId } } as const;
    const noted = { type: 'ChildRecorded', data: { childId } } as const;
    given(...issued)
      .when(record)
      .then(noted);
    given(...issued, noted)
      .when(record)
      .then();
    given(...issued)
      .when(record, {}, { RecordChild: false })
      .thenRefused('NOT_BUILT_ON_THIS');
  });
});
