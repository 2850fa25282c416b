import { evolve, idOf, pathBelow, type Message } from '#kernel';
import { actOf, aLog } from '#kernel/testing';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { STREAMS_OF_ALL } from '../../apps/api/contexts.js';
import { notice } from '../../libs/contexts/imports/import.decider.js';
import type { ImportState } from '../../libs/contexts/imports/import.state.js';
import { expectBarred } from '../support/barred.js';
import { compared, inEachRole, type Compared } from '../support/possible.js';

const uuid = (n: number) => `00000000-0000-4000-8000-00000000000${String(n)}`;
const [orgId, elsewhere] = [idOf('organisation', uuid(1)), idOf('organisation', uuid(2))];
const [clerk, another] = [idOf('person', uuid(1)), idOf('person', uuid(2))];
const territoryPath = pathBelow('', idOf('territory', uuid(1)));
const sha256 = 'a'.repeat(64);
const at = '2022-03-17T11:30:00.000Z';

const took: readonly Message[] = [
  { type: 'NoticeImported', data: { sha256, bytes: 70, fileName: 'notice.txt', importedBy: { orgId, territoryPath } } },
  { type: 'DocumentFound', data: { title: 'A notice', text: 'To be checked', clauses: [] } },
];
const confirmation = { documents: 1, sha256, directives: [idOf('directive', uuid(1))] };
const states = [took, [...took, { type: 'ImportConfirmed', data: confirmation }]].map((past) =>
  past.reduce<ImportState>(
    (state, event) => evolve(notice, state, event, actOf({ actorId: clerk, occurredAt: at })),
    notice.initial,
  ),
);

const actors = [
  { actorId: clerk, orgId },
  { actorId: another, orgId },
  { actorId: another, orgId, onBehalfOf: clerk },
  { actorId: another, orgId: elsewhere },
  { actorId: another, orgId: elsewhere, territory: pathBelow('', idOf('territory', uuid(2))) },
].flatMap((who) => inEachRole({ territory: territoryPath, ...who }));

describe('what everybody may do with an import', () => {
  let found: Compared;
  beforeAll(async () => {
    const scene = {
      decider: notice,
      stream: idOf('import', uuid(1)),
      states,
      world: aLog({}),
      streams: STREAMS_OF_ALL,
    };
    const said = () => [confirmation, { ...confirmation, documents: 2 }, { ...confirmation, sha256: 'b'.repeat(64) }];
    found = await compared({ ...scene, actors, said, now: '2022-03-17T12:00:00.000Z' });
  }, 60_000);

  it('is what the command answers, whatever is said', () => {
    expect(found.breaches).toEqual([]);
  });

  it('is barred from each command by each of its own bars', () => {
    expectBarred('import', [found]);
  });

  it('is yes and no for every reason that a bar gives', () => {
    expect([...found.accepted]).toEqual(['ConfirmImport']);
    expect([...found.no].sort()).toEqual([
      ...['ALREADY_CONFIRMED', 'NOT_FOUND', 'NOT_THE_IMPORTER', 'OWN_IMPORT', 'ROLE_MAY_NOT'],
    ]);
  });
});
