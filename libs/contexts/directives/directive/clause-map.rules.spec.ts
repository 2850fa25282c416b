import type { Id } from '#kernel';
import { specification } from '#kernel/testing';
import { describe, it } from '@jest/globals';
import type { Published } from '../content/content.rules.js';
import type { Adaptation } from '../content/content.schema.js';
import type { DirectiveCommand } from './directive.commands.js';
import { directive } from './directive.decider.js';
import { aClerk, HQ_J, HQ_Y, the } from '../directives.examples.js';
import { aContent, aDraft } from '../content/content.examples.js';
import { aDirective, anAsking, knowing } from './directive.examples.js';

const parentId = the('directive', 7);
const around = {
  ownId: HQ_Y.orgId,
  issuer: HQ_Y,
  upstream: new Map<Id<'directive'>, Published>([
    [parentId, { clauses: aContent().clauses, issuerId: HQ_J.orgId, recipients: [HQ_Y.orgId] }],
  ]),
};
const given = specification(directive, { ...aClerk, orgId: HQ_Y.orgId }, knowing(around));

const adopted = (clause: string, by = clause): Adaptation => ({ directiveId: parentId, clause, how: 'adopted', by });
const exempted = (clause: string, reason?: string): Adaptation => ({
  directiveId: parentId,
  clause,
  how: 'exempted',
  ...(reason !== undefined && { reason }),
});
const bases = [{ directiveId: parentId }];
const clauses = (at: string) => [
  { text: '要压实四方责任', due: { rule: 'none' } as const },
  { text: '要加强值班值守', due: { rule: 'by', at } as const },
];
const deploy = (clauseMap: Adaptation[], own = aDraft().clauses): DirectiveCommand => ({
  type: 'DeployFrom',
  data: aDraft({ bases: [{ directiveId: parentId }], clauseMap, clauses: own }),
});
const deployed = (clauseMap: Adaptation[]) =>
  aDirective({ issuer: HQ_Y, deploys: true, bases: [{ directiveId: parentId }], clauseMap: [...clauseMap] });

describe('D3: the clause map covers every clause of the parent', () => {
  it('adopted, made stricter, or exempted with a reason', () => {
    const both: Adaptation[] = [{ ...adopted('1'), how: 'stricter' }, exempted('2', '本市无口岸')];
    given()
      .when(deploy(both))
      .then(deployed(both), anAsking({ clause: '2', how: 'exempted', reason: '本市无口岸' }));
  });

  it('nothing is dropped in silence', () => {
    given()
      .when(deploy([adopted('1')]))
      .thenRefused('CLAUSE_NOT_MAPPED', 'clauseMap', parentId, '2');
  });

  it.each(['DraftDirective', 'DeployFrom'] as const)('however the child came about: %s', (type) => {
    const asked = (clauseMap: Adaptation[], at?: string) =>
      ({ type, data: { ...aDraft(), bases, clauseMap, ...(at && { clauses: clauses(at) }) } }) as DirectiveCommand;
    given().when(asked([])).thenRefused('CLAUSE_NOT_MAPPED', 'clauseMap', parentId, '1');
    given()
      .when(asked([adopted('1'), adopted('2')], '2022-03-18T16:00:00.001Z'))
      .thenRefused('DUE_LATER_THAN_PARENT', 'clauseMap', '1');
  });

  it('and however it is edited, and when it goes to sign-off', () => {
    given(aDirective({ issuer: HQ_Y }))
      .when({ type: 'EditDraft', data: { ...aDraft({ bases }), expectedRevision: 1 } })
      .thenRefused('CLAUSE_NOT_MAPPED', 'clauseMap', parentId, '1');
    given(aDirective({ issuer: HQ_Y, bases }))
      .when({ type: 'SubmitForSignOff', data: {} })
      .thenRefused('CLAUSE_NOT_MAPPED', 'clauseMap', parentId, '1');
  });

  it('nothing goes to sign-off on a basis that is there no longer', () => {
    given(deployed([adopted('1'), adopted('2')]))
      .when({ type: 'SubmitForSignOff', data: {} }, {}, knowing({ ...around, upstream: new Map() }))
      .thenRefused('BASIS_NOT_REGISTERED', 'bases', '0');
  });

  it('an exemption needs a reason, and is not carried on besides', () => {
    given()
      .when(deploy([adopted('1'), exempted('2')]))
      .thenRefused('EXEMPTION_WITHOUT_REASON', 'clauseMap', '1');
    given()
      .when(deploy([adopted('1'), adopted('2'), exempted('2', '本市无口岸')]))
      .thenRefused('CLAUSE_MAPPED_TWICE', 'clauseMap', parentId, '2');
  });

  it('it names clauses that are there, on both sides', () => {
    given()
      .when(deploy([adopted('1'), adopted('9', '1')]))
      .thenRefused('MAPPED_CLAUSE_NOT_FOUND', 'clauseMap', '1');
    given()
      .when(deploy([adopted('1'), adopted('2', '9')]))
      .thenRefused('MAPPED_CLAUSE_NOT_FOUND', 'clauseMap', '1');
  });

  it('it still does after an edit', () => {
    given(deployed([adopted('1'), adopted('2')]))
      .when({ type: 'EditDraft', data: { ...aDraft({ bases, clauseMap: [adopted('1')] }), expectedRevision: 1 } })
      .thenRefused('CLAUSE_NOT_MAPPED', 'clauseMap', parentId, '2');
  });

  it('C6: one child may deploy several parents, and then covers each', () => {
    const other = the('directive', 8);
    const upstream = new Map([
      ...around.upstream,
      [other, { clauses: aContent().clauses.slice(0, 1), issuerId: HQ_J.orgId }],
    ]);
    const bases = [{ directiveId: parentId }, { directiveId: other }];
    const clauseMap = [adopted('1'), adopted('2')];
    const both = (map: Adaptation[]): DirectiveCommand => ({
      type: 'DeployFrom',
      data: aDraft({ bases, clauseMap: map }),
    });
    given()
      .when(both(clauseMap), {}, knowing({ ...around, upstream }))
      .thenRefused('CLAUSE_NOT_MAPPED', 'clauseMap', other, '1');
    const whole = [...clauseMap, { ...adopted('1'), directiveId: other }];
    given()
      .when(both(whole), {}, knowing({ ...around, upstream }))
      .then(aDirective({ issuer: HQ_Y, deploys: true, bases, clauseMap: whole }));
  });

  it('a body deploys what went to it', () => {
    const upstream = new Map([[parentId, { clauses: [], issuerId: HQ_J.orgId, recipients: [the('organisation', 9)] }]]);
    given()
      .when(deploy([]), {}, knowing({ ...around, upstream }))
      .thenRefused('NOT_THE_RECIPIENT', 'bases', '0');
    given().when({ type: 'DeployFrom', data: aDraft() }).thenRefused('NOTHING_TO_DEPLOY', 'bases');
  });
});

describe('D2: a child is not due later than its parent', () => {
  const map = [adopted('1'), adopted('2')];

  it.each(['2022-03-18T16:00:00.000Z', '2022-03-18T08:00:00.000Z'])('by %s it is in time', (at) => {
    const own = clauses(at);
    given()
      .when(deploy(map, own))
      .then({
        ...deployed(map),
        data: {
          ...deployed(map).data,
          clauses: own.map((clause, index) => ({ ...clause, key: String(index + 1), number: '', order: index + 1 })),
        },
      });
  });

  it('later is refused', () => {
    given()
      .when(deploy(map, clauses('2022-03-18T16:00:00.001Z')))
      .thenRefused('DUE_LATER_THAN_PARENT', 'clauseMap', '1');
  });

  it('a limit in words, or none, does not keep an instant', () => {
    for (const due of [{ rule: 'none' }, { rule: 'stated', text: '及时' }] as const) {
      given()
        .when(deploy(map, [{ text: '要压实四方责任' }, { text: '要加强值班值守', due }]))
        .thenRefused('DUE_LATER_THAN_PARENT', 'clauseMap', '1');
    }
  });
});
