import { actorWith } from '#access';
import { idOf, pathBelow, type Id, type Role } from '#kernel';
import { rowsAfter } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import { aPaper } from '../late-entry/late-entry.examples.js';
import { lateEntriesAwaiting } from '../late-entry/views/awaiting.js';
import { lateEntryCard } from '../late-entry/views/late-entry.view.js';
import { importsAwaiting } from './awaiting.js';
import { importCard } from './import-card.view.js';

const uuid = (n: number) => `00000000-0000-4000-8000-00000000000${String(n)}`;
const [clerk, head, other] = [idOf('person', uuid(1)), idOf('person', uuid(2)), idOf('person', uuid(3))];
const orgId = idOf('organisation', uuid(4));
const territory = pathBelow('', idOf('territory', uuid(5)));
const viewer = (role: Role, onBehalfOf?: Id<'person'>) => ({
  ...actorWith({ actorId: other, orgId, territory, roles: [role] }),
  ...(onBehalfOf && { onBehalfOf }),
});

describe('what was taken in or registered', () => {
  it('awaits whoever of that body may confirm it', () => {
    const unless = [{ party: [other] }];
    expect(importsAwaiting(viewer('hq'))).toEqual([{ where: { confirmed: false, orgId }, unless }]);
    expect(lateEntriesAwaiting(viewer('unit'))).toEqual([{ where: { status: 'registered', orgId }, unless }]);
    for (const role of ['inspector', 'auditor', 'public'] as const)
      expect([importsAwaiting(viewer(role)), lateEntriesAwaiting(viewer(role))]).toEqual([[], []]);
  });

  it('SD4: awaits none of its party, nor whoever stands in for one', () => {
    const deputy = viewer('hq', head);
    for (const ways of [importsAwaiting(deputy), lateEntriesAwaiting(deputy)])
      expect(ways[0]?.unless).toEqual([{ party: [other, head] }]);
  });

  it('SD4: knows its party: who did it, in whose name, and who took it', () => {
    const at = { actorId: clerk, onBehalfOf: head };
    const taken = { ...aPaper(), at };
    const entry = idOf('lateEntry', uuid(6));
    const row = rowsAfter(lateEntryCard, entry, taken).get(entry);
    expect(row?.party).toEqual([clerk, head, row?.takenBy?.id]);
    const notice = idOf('import', uuid(7));
    const file = { text: '通知', fileName: 'a.txt', mediaType: 'text/plain', sha256: 'a'.repeat(64), bytes: 6 };
    const imported = {
      ...{ type: 'NoticeImported' as const, at },
      data: { ...file, documents: 1, importedBy: { orgId, territoryPath: territory } },
    };
    expect(rowsAfter(importCard, notice, imported).get(notice)?.party).toEqual([clerk, head]);
  });
});
