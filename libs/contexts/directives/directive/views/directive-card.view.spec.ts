import type { Id } from '#kernel';
import { aHappening, rowsAfter } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import { aClerk, CITY_Y, HQ_J, ownerOfRow, the, ZONE } from '../../directives.examples.js';
import { aContent } from '../../content/content.examples.js';
import { aDirective, anAmendment, anIssue, aRequest } from '../directive.examples.js';
import { anImported, ORIGINAL } from '../../importing/import.examples.js';
import type { DirectiveCard } from './directive.row.js';
import { directiveCard } from './directive-card.view.js';
import { lastMomentOf } from './text-versions.js';

describe('a directive’s card', () => {
  const id = the('directive');
  const parent = the('directive', 7);

  it('goes from draft to issued, and then belongs to those it went to as well', () => {
    const bases = [{ directiveId: parent }, { citation: '中央会议', unverified: true as const }];
    const drafted = rowsAfter(directiveCard, id, aDirective({ bases, meetingId: the('meeting') })).get(id);
    expect(drafted).toMatchObject({
      status: 'draft',
      bases: [
        { directive: { id: parent }, unverified: false },
        { citation: '中央会议', unverified: true },
      ],
      meeting: { id: the('meeting') },
      meetingId: the('meeting'),
      recipients: [],
    });
    expect(ownerOfRow(directiveCard, drafted)).toEqual({ territory: HQ_J.territoryPath, orgs: [HQ_J.orgId] });

    const issued = rowsAfter(directiveCard, id, aDirective(), aRequest(), anIssue(CITY_Y, ZONE)).get(id);
    expect(issued).toMatchObject({
      status: 'issued',
      issuedAt: aClerk.occurredAt,
      recipients: [{ id: CITY_Y.orgId }, { id: ZONE.orgId }],
    });
    expect(ownerOfRow(directiveCard, issued)).toEqual({
      territory: HQ_J.territoryPath,
      orgs: [HQ_J.orgId, CITY_Y.orgId, ZONE.orgId],
    });
  });

  it('D1: keeps since when others could build on each version of its text', () => {
    const at = (minute: number) => aHappening(id, minute).recordedAt;
    const edited = { type: 'DraftEdited', data: aContent() } as const;
    const versions = (...events: Parameters<typeof rowsAfter<DirectiveCard, (typeof directiveCard)['of']>>[2][]) =>
      rowsAfter(directiveCard, id, ...events).get(id)?.textVersions;
    expect(versions(aDirective(), edited)).toEqual([{ textVersion: 2, writtenAt: at(1) }]);
    expect(versions(aDirective(), edited, aRequest(), anIssue(CITY_Y), anAmendment({ textVersion: 3 }))).toEqual([
      { textVersion: 2, writtenAt: at(1), since: at(3) },
      { textVersion: 3, writtenAt: at(4), since: at(4) },
    ]);
    // Others may cite an import before it is issued.
    expect(versions(anImported(), edited, aRequest(), anIssue(CITY_Y))).toEqual([
      { textVersion: 1, writtenAt: at(0), since: at(0) },
      { textVersion: 2, writtenAt: at(1), since: at(1) },
    ]);
  });

  it('D1: is read as it stood until the next version came, never as a draft', () => {
    const edited = { type: 'DraftEdited', data: aContent() } as const;
    const card = rowsAfter(directiveCard, id, aDirective(), edited, anIssue(CITY_Y), anAmendment({ textVersion: 3 }));
    const momentOf = (version: number) => lastMomentOf(card.get(id) ?? { textVersion: 0, textVersions: [] }, version);
    expect(momentOf(2)).toBe('2022-03-31T09:02:59.999Z');
    expect([momentOf(1), momentOf(3), momentOf(4)]).toEqual([undefined, undefined, undefined]);
  });

  it('D9: warns until the number of clauses is resolved by an edit', () => {
    const declared = [{ count: 3 }];
    const edited = { type: 'DraftEdited', data: aContent({ declared: [{ count: 2 }] }) } as const;
    const before = rowsAfter(directiveCard, id, aDirective({ declared, meetingId: the('meeting') }));
    const after = rowsAfter(directiveCard, id, aDirective({ declared, meetingId: the('meeting') }), edited);
    expect(before.get(id)?.warnings).toEqual([{ declared: 3, captured: 2 }]);
    expect(after.get(id)).toMatchObject({ warnings: [], textVersion: 2, status: 'draft' });
    expect(after.get(id)).not.toHaveProperty('meeting');
  });

  it('shows where an imported text came from, and stays registered when it is edited', () => {
    const imported = anImported();
    const { original, damage, answers } = imported.data;
    expect(
      rowsAfter(directiveCard, id, imported)
        .get(id)
        ?.clauses.map(({ heading }) => heading),
    ).toEqual([...[true, false], ...[true, false]]);
    const card = rowsAfter(directiveCard, id, imported, { type: 'DraftEdited', data: aContent() }).get(id);
    expect(card).toMatchObject({
      status: 'registered',
      provenance: {
        ...{ dated: { year: null, month: 3, day: 31 }, original, damage, complete: true },
        ...{ notice: { id: the('import') }, document: 0, answers },
      },
    });
  });

  it('W2: is marked unconfirmed until the import is, whichever comes first', () => {
    const { sha256 } = ORIGINAL;
    const [first, second] = [the('directive', 1), the('directive', 2)];
    const yes = {
      ...{ type: 'ImportConfirmed' as const, data: { documents: 1, sha256, directives: [first] } },
      at: { stream: the('import') },
    } as const;
    type Told = Parameters<typeof rowsAfter<DirectiveCard, (typeof directiveCard)['of']>>[2];
    const isConfirmed = (stream: Id, ...events: readonly Told[]) =>
      rowsAfter(directiveCard, stream, ...events).get(stream)?.confirmed;
    expect(isConfirmed(first, anImported())).toBe(false);
    expect(isConfirmed(first, anImported(), yes)).toBe(true);
    expect(isConfirmed(second, anImported(), yes)).toBe(false);
    const from = { importId: the('import'), document: 0, confirmed: true as const };
    expect(isConfirmed(first, yes, anImported({ from }))).toBe(true);
    expect(rowsAfter(directiveCard, id, aDirective()).get(id)?.confirmed).toBe(true);
  });
});
