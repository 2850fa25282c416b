import { rowsAfter } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import { aMeeting } from '../meeting.examples.js';
import { HQ_J, HQ_Y, ownerOfRow, the } from '../../directives.examples.js';
import { meetingCard } from './meeting-card.view.js';

describe('a meeting’s card', () => {
  it('names parts by post, a year that is not stated as null, and belongs to those who sat in it', () => {
    const id = the('meeting');
    const venues = [{ kind: 'branch', name: '市分会场', orgId: HQ_Y.orgId }] as const;
    const held = { type: 'MeetingHeld', data: { ...aMeeting({ venues: [...venues] }), registeredBy: HQ_J } } as const;
    const card = rowsAfter(meetingCard, id, held).get(id);
    expect(card).toMatchObject({
      heldOn: { year: null, month: 3, day: 12 },
      venues: [{ kind: 'branch', name: '市分会场', organisation: { id: HQ_Y.orgId } }],
      roles: [
        { role: 'chair', post: '省长' },
        { role: 'speaks', post: '省委书记' },
      ],
      undisclosedItems: true,
    });
    expect(ownerOfRow(meetingCard, card)).toEqual({ territory: HQ_J.territoryPath, orgs: [HQ_J.orgId, HQ_Y.orgId] });
  });
});
