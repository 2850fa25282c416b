import { useOf } from '#contexts/evidence';
import { kindOf, type Claim, type Id, type LaidClaim } from '#kernel';
import { aLog, specification, withClaims } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import { finding } from './finding.decider.js';
import type { FindingEvent } from './finding.events.js';
import {
  aCompletion,
  aConfirmation,
  aFile,
  anAcknowledgement,
  anApproval,
  anObservation,
  anOrder,
  aPlan,
  as,
  at,
  occasion,
  some,
} from './finding.examples.js';
import { kept, saying } from './finding.files.examples.js';
import { around, beside, filesOf, known } from './finding.facts.examples.js';
import { findingStream } from './finding.evolve.js';
import { filesNamed, type Files } from './finding.named.js';

const given = specification(finding, occasion, known, beside);
const { territoryPath: _, answerable: __, ...observed } = anObservation({ evidence: [aFile(4), aFile(5)] }).data;
const record = { type: 'RecordObservation', data: saying(observed) } as const;
const adding = (...files: ReturnType<typeof aFile>[]) =>
  ({ type: 'AddEvidence', data: { evidence: files.map(({ id }) => id) } }) as const;
const add = adding(aFile(4), aFile(5));
const added: FindingEvent = { type: 'EvidenceAdded', data: { evidence: [aFile(4), aFile(5)] } };

/** The second file that is named stands otherwise. */
const otherwise = (state: 'quarantined' | 'discarded' | 'new'): Files => {
  const files = kept([aFile(5)]);
  const turned = [...files.named].map(([id, { state: was }]) => {
    const now = was.is === 'new' || state === 'new' ? ({ is: 'new' } as const) : { ...was, is: state };
    return [id, { state: now, isTaken: false }] as const;
  });
  return filesOf(some.office, { ...files, named: new Map(turned) });
};

describe('X1: what a finding takes as evidence', () => {
  it('X1: is a file that the body has uploaded, with what its own record says of it', () => {
    given()
      .when(record)
      .then(anObservation({ evidence: [aFile(4), aFile(5)] }));
    given(anObservation()).when(add).then(added);
  });

  it.each<[string, Parameters<ReturnType<ReturnType<typeof given>['when']>['thenRefused']>[0], Files]>([
    ['that nobody uploaded, or not all of it', 'NO_SUCH_EVIDENCE', otherwise('new')],
    ['that was never used, and deleted', 'NO_SUCH_EVIDENCE', otherwise('discarded')],
    [
      'of another body, of which it is not told that it is there',
      'NO_SUCH_EVIDENCE',
      filesOf(some.office, kept([aFile(5)], some.station)),
    ],
    ['that is not as it was kept', 'EVIDENCE_QUARANTINED', otherwise('quarantined')],
    ['that something else has', 'EVIDENCE_USED_ELSEWHERE', filesOf(some.office, kept([aFile(5)], some.office, true))],
  ])('X1: is no file %s', (___, code, files) => {
    given()
      .when(record, {}, { RecordObservation: { ...around, files } })
      .thenRefused(code, 'evidence', '1');
    given(anObservation()).when(add, {}, { AddEvidence: files }).thenRefused(code, 'evidence', '1');
  });

  it('X1: is named by its place in each command that takes any', () => {
    const files = kept([]);
    const none = [aFile(4).id];
    const planned = [anObservation(), aConfirmation, anOrder(), anAcknowledgement, aPlan(), anApproval];
    given(...planned)
      .when({ type: 'ReportCompletion', data: saying(aCompletion([aFile(4)]).data) }, as.unit, {
        ReportCompletion: files,
      })
      .thenRefused('NO_SUCH_EVIDENCE', 'measures', '0', 'evidence', '0');
    const fix = given(anObservation(), aConfirmation, anOrder(), anAcknowledgement);
    const fixing = (before: Id<'evidence'>[], after: Id<'evidence'>[]) =>
      fix.when({ type: 'ReportImmediateFix', data: { description: 'Done', before, after } }, as.unit, {
        ReportImmediateFix: files,
      });
    fixing(none, none).thenRefused('NO_SUCH_EVIDENCE', 'before', '0');
    fixing([aFile(1).id], none).thenRefused('NO_SUCH_EVIDENCE', 'after', '0');
  });

  it('X1: may be one that the finding has already, whoever brought it, until it is found altered', () => {
    const again = adding(aFile(1));
    const theirs = kept([aFile(1)], some.station, true);
    given(anObservation())
      .when(again, {}, { AddEvidence: theirs })
      .then({ type: 'EvidenceAdded', data: { evidence: [aFile(1)] } });
    given(anObservation())
      .when(again, {}, { AddEvidence: kept([]) })
      .then({ type: 'EvidenceAdded', data: { evidence: [aFile(1)] } });
    const [entry] = theirs.named;
    if (!entry || entry[1].state.is === 'new') throw new Error('a kept file was expected');
    const spoilt = new Map([[entry[0], { isTaken: true, state: { ...entry[1].state, is: 'quarantined' as const } }]]);
    given(anObservation())
      .when(again, {}, { AddEvidence: { ...theirs, named: spoilt } })
      .thenRefused('EVIDENCE_QUARANTINED', 'evidence', '0');
  });

  it('X1: has waited for less than 29 days', () => {
    const when = (now: string) =>
      given(anObservation()).when(add, {}, { AddEvidence: { ...filesOf(some.office), now } });
    when('2022-04-29T08:59:59.999Z').then(added);
    when('2022-04-29T09:00:00.000Z').thenRefused('EVIDENCE_TOO_OLD', 'evidence', '0');
  });

  it('X1: is laid claim to, unless the finding has it already', () => {
    const claims = (evidence: readonly ReturnType<typeof aFile>[]): readonly Claim[] => {
      const data = { evidence: evidence.map(({ id }) => id) };
      const decision = finding.decide.AddEvidence(data, given(anObservation()).state(), occasion, filesOf(some.office));
      return 'refused' in decision ? [] : (decision.claims ?? []);
    };
    const used = claims([aFile(1), aFile(4)])
      .map(({ key }) => key)
      .filter(([about]) => about === useOf(aFile(1).id)[0]);
    expect(used).toEqual([useOf(aFile(4).id)]);
  });
});

describe('what is known of the files that are named', () => {
  const stored = {
    act: { orgId: some.office },
    type: 'EvidenceStored',
    data: { ...aFile(4), address: 'b'.repeat(64), keyId: '00000000-0000-4000-8000-000000000001' },
  };
  const laid = (by: Id): LaidClaim => ({
    by,
    seenBy: { territory: 'elsewhere/', orgs: [] },
    occurredAt: at,
    underWay: true,
  });

  it('X1: is their own record, and whether anything else has laid claim to them, whoever sees that', async () => {
    const read = withClaims(aLog({ [aFile(4).id]: [stored], [aFile(5).id]: [] }), (key) =>
      key[1] === aFile(4).id ? [laid(some.another)] : [laid(some.finding)],
    );
    const own = { stream: some.finding, now: at, state: () => read.state(findingStream, some.finding) };
    const ids = [aFile(4).id, aFile(5).id, aFile(4).id];
    const { now, named } = await filesNamed(read, ids, own, { ...occasion, orgId: some.office });
    expect(now).toBe(at);
    expect([...named].map(([id, { state, isTaken }]) => [kindOf(id), state.is, isTaken])).toEqual([
      ['evidence', 'stored', true],
      ['evidence', 'new', false],
    ]);
  });

  it('T19: is no more of what another body uploaded than of what is not there, unless the finding has it', async () => {
    const asked: unknown[] = [];
    const claims = (key: readonly string[]) => (asked.push(key), []);
    const about = async (...past: readonly FindingEvent[]) => {
      const read = withClaims(aLog({ [aFile(4).id]: [stored], [some.finding]: past }), claims);
      const own = { stream: some.finding, now: at, state: () => read.state(findingStream, some.finding) };
      await filesNamed(read, [aFile(4).id, aFile(5).id], own, { ...occasion, orgId: some.station });
      return asked.splice(0);
    };
    expect(await about()).toEqual([]);
    expect(await about(anObservation({ evidence: [aFile(4)] }))).toEqual([useOf(aFile(4).id)]);
  });
});
