import type { Actor } from '#access';
import type { Message } from '#kernel';
import { aLog } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import { recordedAppointments } from './appointments.js';
import { FoundingSigns } from './founding.js';
import {
  aDeparture,
  aDeputy,
  aDissolution,
  anAbsence,
  anAppointment,
  anOrganisation,
  aPerson,
  the,
} from './parties.examples.js';

const [before, during, after] = [
  '2021-12-31T00:00:00.000Z',
  '2022-02-01T00:00:00.000Z',
  '2022-03-02T00:00:00.000Z',
] as const;
const lin = {
  actorId: the('person'),
  orgId: the('organisation'),
  grants: [{ role: 'hq', territory: '' }],
} satisfies Actor;
const log = aLog({
  [the('organisation')]: [anOrganisation()],
  [the('person')]: [aPerson(), anAppointment(), aDeparture()],
});
const inPost = (actor: Actor, at: readonly string[], { kind = 'finding', founded = true, source = log } = {}) =>
  recordedAppointments({ isOver: () => Promise.resolve(founded) }).inPost({ actor, kind, at }, source);

describe('whoever acts', () => {
  it('W4: holds a post of the body that they act for, now and as of what they state', async () => {
    expect(await inPost(lin, [during])).toBe(true);
    expect(await inPost(lin, [before, during])).toBe(false);
    expect(await inPost(lin, [during, after])).toBe(false);
    expect(await inPost({ ...lin, orgId: the('organisation', 2) }, [during])).toBe(false);
    expect(await inPost({ ...lin, actorId: the('person', 2) }, [during])).toBe(false);
  });

  it('W4: holds the very post that the token names', async () => {
    expect(await inPost({ ...lin, postId: the('post') }, [during])).toBe(true);
    expect(await inPost({ ...lin, postId: the('post', 2) }, [during])).toBe(false);
  });

  it('W4: acts for nobody once the body is dissolved', async () => {
    const dissolvedAt = '2022-02-15T00:00:00.000Z';
    const source = aLog({
      [the('organisation')]: [anOrganisation(), aDissolution({ dissolvedAt })],
      [the('person')]: [aPerson(), anAppointment()],
    });
    expect(await inPost(lin, [during], { source })).toBe(true);
    expect(await inPost(lin, [during, dissolvedAt], { source })).toBe(false);
  });

  it('W4: acts for another only as their deputy, while they are away and hold the post, then and now', async () => {
    const wu = { ...lin, actorId: the('person', 2), postId: the('post'), onBehalfOf: the('person') };
    const past = [aPerson(), anAppointment(), aDeputy({ from: during })];
    const away = anAbsence({ from: during, to: after });
    const own = [aPerson(), anAppointment({ postId: the('post', 2) })];
    const at = (chens: readonly Message[], who: Actor = wu, moments: readonly string[] = [during]) =>
      inPost(who, moments, {
        source: aLog({ [the('organisation')]: [anOrganisation()], [the('person')]: chens, [wu.actorId]: own }),
      });
    expect(await at([...past, away])).toBe(true);
    expect(await at(past)).toBe(false);
    expect(await at([...past, away], wu, [during, after])).toBe(false);
    expect(await at([...past, away], { ...wu, actorId: the('person', 3) })).toBe(false);
    expect(await at([...past, away], { ...wu, postId: the('post', 2) })).toBe(false);
    const { postId: _, ...withoutPost } = wu;
    expect(await at([...past, away], withoutPost)).toBe(false);
    // Nor does anybody keep the directory in the name of another before it is founded.
    const admin: Actor = { ...wu, grants: [{ role: 'admin' }] };
    expect(await inPost(admin, [during], { kind: 'person', founded: false })).toBe(false);
  });

  it('W4: keeps the directory as an administrator without a post, until the first one is in a post', async () => {
    const admin: Actor = { ...lin, actorId: the('person', 90), grants: [{ role: 'admin' }] };
    for (const kind of ['territory', 'organisation', 'person']) {
      expect(await inPost(admin, [during], { kind, founded: false })).toBe(true);
      expect(await inPost(admin, [during], { kind })).toBe(false);
      expect(await inPost({ ...admin, grants: lin.grants }, [during], { kind, founded: false })).toBe(false);
    }
    expect(await inPost(admin, [during], { founded: false })).toBe(false);
  });
});

describe('the founding of the directory', () => {
  const sign = (type: string, stream = the('person', 90), actorId = the('person', 90)) => ({ type, stream, actorId });

  it('is over when somebody who keeps the directory is in a post, in whichever order', () => {
    const signs = new FoundingSigns();
    signs.hear(sign('PersonRegistered'));
    signs.hear(sign('PostHeld', the('person', 1)));
    expect(signs.isOver).toBe(false);
    signs.hear(sign('PostHeld'));
    expect(signs.isOver).toBe(true);
    const other = new FoundingSigns();
    other.hear(sign('PostHeld', the('person', 1)));
    other.hear(sign('OrgRenamed', the('person', 2), the('person', 1)));
    expect(other.isOver).toBe(true);
  });

  it('is not over because of what somebody does elsewhere', () => {
    const signs = new FoundingSigns();
    signs.hear(sign('PostHeld', the('person', 1)));
    signs.hear({ type: 'ObservationRecorded', stream: 'finding-1', actorId: the('person', 1) });
    expect(signs.isOver).toBe(false);
  });
});
