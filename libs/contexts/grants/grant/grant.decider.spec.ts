import { LEVELS, type Level } from '#contexts/parties';
import { anId, anInstant, personalFields, shapeOf } from '#kernel';
import { by, keepsTheLaws, specification, valuesOf } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import {
  aGrant,
  anAdministrator,
  anApproval,
  anEnd,
  deciding,
  aProposal,
  aRequest,
  facts,
  forABody,
  over,
  overACity,
  overATownship,
  SINCE,
  the,
} from '../grants.examples.js';
import { grantCommands, type GrantAsked } from './grant.commands.js';
import { grants } from './grant.decider.js';
import { grantEvents } from './grant.events.js';
import { inForceAt } from './grant.state.js';
import { GRANTED_ROLES, roleOf } from './grant.words.js';

const given = specification(grants, anAdministrator(), deciding);
const grantRole = (asked: Partial<GrantAsked> = {}) =>
  ({ type: 'GrantRole', data: { ...aRequest, ...asked } }) as const;
const other = anAdministrator(91);
const approve = { type: 'ApproveGrant', data: { number: 1 } } as const;
const refuse = { type: 'RefuseGrant', data: { number: 1, reason: 'Not needed' } } as const;
const end = { type: 'EndGrant', data: { number: 1, reason: 'Retired' } } as const;

describe('a grant', () => {
  const { personId: _, postId: __, postOrgId: ___, ...fields } = shapeOf(grantCommands.declared.GrantRole.takes);
  const grantee = z.union([
    z.strictObject({ personId: anId('person') }),
    z.strictObject({ postId: anId('post'), orgId: anId('organisation') }),
  ]);
  const founder = z.object({ personId: anId('person'), from: anInstant(), reason: z.string().min(1) });
  keepsTheLaws(grants, {
    FoundAdministrator: valuesOf(founder),
    TakeOverAdministration: valuesOf(founder.extend({ namedIn: anId('grant') })),
    GrantRole: valuesOf(z.object({ ...fields, grantee: grantee.optional(), reason: z.string().optional() })),
  });

  it('is an event: of whom, which role, over what, from when, by whom and why', () => {
    given().when(grantRole()).then(aGrant());
    expect(personalFields(grantEvents.facts.GrantMade.schema)).toEqual([['reason']]);
  });

  it('goes to one person, or to one post of a body', () => {
    given()
      .when(grantRole({ grantee: undefined }))
      .thenRefused('GRANTEE_UNCLEAR', 'personId');
    const toAPost = { grantee: { postId: the('post'), orgId: the('organisation') } };
    given().when(grantRole(toAPost)).then(aGrant(toAPost));
    given()
      .when(grantRole(), {}, { GrantRole: facts({ isThere: false }) })
      .thenRefused('GRANTEE_NOT_FOUND', 'personId');
  });

  it.each([
    ['inspector', 'territoryId', { orgId: the('organisation'), territoryId: undefined }],
    ['unit', 'territoryId', {}],
    ['unit', 'orgId', { territoryId: undefined }],
    ['admin', 'territoryId', {}],
    ['hq', 'orgId', { orgId: the('organisation') }],
  ] as const)('of %s is over what the role is about: %s', (role, path, asked) => {
    given()
      .when(grantRole({ role, ...asked }))
      .thenRefused('REACH_DOES_NOT_FIT', path);
  });

  it('is over a place or body that is there', () => {
    given().when(grantRole(), {}, { GrantRole: facts() }).thenRefused('REACH_NOT_FOUND', 'territoryId');
    const unit = grantRole({ role: 'unit', territoryId: undefined, orgId: the('organisation') });
    given().when(unit, {}, { GrantRole: facts() }).thenRefused('REACH_NOT_FOUND', 'orgId');
    given()
      .when(unit, {}, { GrantRole: forABody })
      .then(aGrant({ role: 'unit', reach: { orgId: the('organisation') } }));
  });

  it('needs a reason, and ends after it begins', () => {
    given()
      .when(grantRole({ reason: undefined }))
      .thenRefused('REASON_REQUIRED', 'reason');
    given()
      .when(grantRole({ to: SINCE }))
      .thenRefused('ENDS_BEFORE_IT_BEGINS', 'to');
    const to = '2022-01-01T00:00:00.001Z';
    given().when(grantRole({ to })).then(aGrant({ to }));
    given()
      .when(grantRole({ to: undefined }))
      .then(aGrant());
  });

  it('is not made twice', () => {
    given(aGrant()).when(grantRole()).thenRefused('GRANTED_ALREADY', 'role');
    given(aProposal()).when(grantRole()).thenRefused('GRANTED_ALREADY', 'role');
    given(aGrant(), anEnd())
      .when(grantRole())
      .then(aGrant({ number: 2 }));
    // One that ends by itself, or is over another place, is another one.
    for (const another of [aGrant({ to: '2023-01-01T00:00:00.000Z' }), aGrant({ reach: { nowhere: true } })]) {
      given(another)
        .when(grantRole())
        .then(aGrant({ number: 2 }));
    }
  });

  it('knows every role but the system', () => {
    const words = Object.keys(GRANTED_ROLES.words) as (keyof typeof GRANTED_ROLES.words)[];
    expect(words.map(roleOf)).not.toContain('system');
    expect(new Set(words.map(roleOf)).size).toBe(12);
  });
});

describe('SD4: nobody approves their own request', () => {
  it('or grants anything to themselves, by name or by their post', () => {
    given()
      .when(grantRole({ grantee: { personId: the('person', 90) } }))
      .thenRefused('OWN_GRANT');
    given()
      .when(
        grantRole({ grantee: { postId: the('post'), orgId: the('organisation') } }),
        {},
        {
          GrantRole: { ...overATownship, ownPosts: [the('post')] },
        },
      )
      .thenRefused('OWN_GRANT');
  });

  it('a grant over a county or more waits for somebody else than proposed it and than it is for', () => {
    given().when(grantRole(), {}, { GrantRole: overACity }).then(aProposal());
    given(aProposal()).when(approve).thenRefused('OWN_PROPOSAL');
    given(aProposal()).when(refuse).thenRefused('OWN_PROPOSAL');
    given(aProposal()).when(approve, anAdministrator(1)).thenRefused('OWN_GRANT');
    const standingIn = (who: number) => ({ ...other, onBehalfOf: the('person', who) });
    given(aProposal()).when(approve, standingIn(90)).thenRefused('OWN_PROPOSAL');
    given(aProposal()).when(approve, standingIn(1)).thenRefused('OWN_GRANT');
    given(by({ onBehalfOf: the('person', 91) }, aProposal()))
      .when(approve, other)
      .thenRefused('OWN_PROPOSAL');
    given(aProposal()).when(approve, other).then(anApproval());
    given(aProposal()).when(refuse, other).then({ type: 'GrantRefused', data: refuse.data });
  });

  it.each(Object.keys(LEVELS.words) as Level[])('by the level of the place: over a %s', (level) => {
    const isWide = ['nation', 'province', 'city', 'county', 'developmentZone'].includes(level);
    given()
      .when(grantRole(), {}, { GrantRole: over(level) })
      .then(isWide ? aProposal() : aGrant());
  });

  it('also where one of somebody else waits beside it', () => {
    const theirs = by({ actorId: the('person', 91) }, aProposal({ number: 2, role: 'lead' }));
    given(aProposal(), theirs).when(approve).thenRefused('OWN_PROPOSAL');
    given(aProposal(), theirs).when(refuse).thenRefused('OWN_PROPOSAL');
    given(aProposal(), theirs)
      .when({ type: 'ApproveGrant', data: { number: 2 } })
      .then(anApproval(2));
  });

  it('so does an administrator’s', () => {
    const admin = { role: 'admin', territoryId: undefined } as const;
    given()
      .when(grantRole(admin), {}, { GrantRole: facts() })
      .then(aProposal({ role: 'admin', reach: { nowhere: true } }));
  });

  it('is decided once', () => {
    given(aGrant()).when(approve, other).thenRefused('NOT_PROPOSED', 'number');
    given(aProposal(), anApproval()).when(refuse, other).thenRefused('NOT_PROPOSED', 'number');
    given(aProposal())
      .when({ type: 'ApproveGrant', data: { number: 2 } }, other)
      .thenRefused('GRANT_NOT_FOUND', 'number');
  });
});

describe('SD5: there is always somebody who can administer', () => {
  const reach = { nowhere: true } as const;
  const toThemselves = { role: 'admin', reach, grantee: { personId: the('person', 90) } } as const;

  it('an administrator is ended by another one, who is still there then', () => {
    given(aGrant({ role: 'admin', reach }))
      .when(end)
      .then({ type: 'GrantEnded', data: end.data });
    given(aGrant(toThemselves)).when(end).thenRefused('OWN_ADMINISTRATION');
    given(aGrant(toThemselves)).when(end, other).then({ type: 'GrantEnded', data: end.data });
  });

  it('also where something of theirs stands beside it that anybody may end', () => {
    const { grantee } = toThemselves;
    given(aGrant(toThemselves), aProposal({ number: 2, role: 'admin', reach, grantee }))
      .when(end)
      .thenRefused('OWN_ADMINISTRATION');
    given(aGrant({ role: 'admin', reach }), aProposal({ number: 2 }))
      .when(end, {}, { EndGrant: { posts: [], stays: false } })
      .thenRefused('OWN_END_AHEAD');
  });

  it('so is one by a post that they hold', () => {
    const byPost = { role: 'admin', reach, grantee: { postId: the('post'), orgId: the('organisation') } } as const;
    given(aGrant(byPost))
      .when(end, {}, { EndGrant: { posts: [the('post')], stays: true } })
      .thenRefused('OWN_ADMINISTRATION');
    given(aGrant(byPost))
      .when(end, {}, { EndGrant: { posts: [the('post', 2)], stays: true } })
      .then({ type: 'GrantEnded', data: end.data });
  });

  it('SD4: nobody becomes one by being appointed: it is granted by name', () => {
    const toAPost = { grantee: { postId: the('post'), orgId: the('organisation') } };
    given()
      .when(grantRole({ role: 'admin', territoryId: undefined, ...toAPost }))
      .thenRefused('ADMINISTRATION_BY_NAME', 'postId');
  });

  it('what is no administration, or only proposed, anybody may give up', () => {
    const { grantee } = toThemselves;
    given(aGrant({ grantee })).when(end).then({ type: 'GrantEnded', data: end.data });
    given(aProposal(toThemselves)).when(end).then({ type: 'GrantEnded', data: end.data });
  });
});

describe('SD5: administration', () => {
  it('has no set end, which would ask nobody whether somebody is left', () => {
    const asked = { role: 'admin', territoryId: undefined, to: '2099-01-01T00:00:00.000Z' } as const;
    given().when(grantRole(asked)).thenRefused('ADMINISTRATION_WITHOUT_SET_END', 'to');
    given()
      .when(grantRole({ ...asked, to: undefined }))
      .then(aProposal({ role: 'admin', reach: { nowhere: true } }));
  });
});

describe('static separation of duties', () => {
  it.each([
    ['admin', 'inspector'],
    ['inspector', 'admin'],
    ['unit', 'inspector'],
    ['supervisionHead', 'unitHead'],
    ['auditor', 'unit'],
  ] as const)('nobody is %s and %s at once', (has, role) => {
    const asked = role === 'unitHead' || role === 'unit' ? { orgId: the('organisation'), territoryId: undefined } : {};
    const over = role === 'admin' ? { territoryId: undefined } : asked;
    given(aGrant({ role: has }))
      .when(grantRole({ role, ...over }), {}, { GrantRole: { ...overATownship, body: forABody.body } })
      .thenRefused('ROLES_EXCLUDE_EACH_OTHER', 'role');
  });

  it('counts what somebody has by a post', () => {
    const [byPost = []] = [given(aGrant({ role: 'admin' })).state()].map((state) => inForceAt(state, '9'));
    given()
      .when(grantRole(), {}, { GrantRole: { ...overATownship, byPost } })
      .thenRefused('ROLES_EXCLUDE_EACH_OTHER', 'role');
  });

  it('lets somebody have what was ended before', () => {
    given(aGrant({ role: 'admin' }), anEnd())
      .when(grantRole())
      .then(aGrant({ number: 2 }));
  });
});

describe('A6: the end of a grant never waits', () => {
  it('nobody has to approve it, whatever it is over', () => {
    given(aProposal(), anApproval()).when(end).then(anEnd());
    given(aProposal()).when(end).then(anEnd());
    given(aGrant(), anEnd()).when(end).thenRefused('HAS_ENDED', 'number');
    given(aProposal(), { type: 'GrantRefused', data: refuse.data }).when(end).thenRefused('HAS_ENDED', 'number');
    given(aGrant())
      .when({ ...end, data: { number: 1 } })
      .thenRefused('REASON_REQUIRED', 'reason');
  });

  it('W4: it counts from when it was recorded until its end was, whatever anybody states', () => {
    const state = given(aGrant({ to: '2023-01-01T00:00:00.000Z' })).state();
    const { occurredAt: recordedAt } = anAdministrator();
    expect(inForceAt(state, recordedAt)).toHaveLength(1);
    expect(inForceAt(state, SINCE)).toEqual([]);
    expect(inForceAt(state, '2023-01-01T00:00:00.000Z')).toEqual([]);
    expect(inForceAt(given(aProposal()).state(), recordedAt)).toEqual([]);
    const later = given(aGrant({ from: '2022-06-01T00:00:00.000Z' })).state();
    expect(['2022-05-31T23:59:59.999Z', '2022-06-01T00:00:00.000Z'].map((at) => inForceAt(later, at).length)).toEqual([
      ...[0, 1],
    ]);
    const early = { ...anAdministrator(), recordedAt: SINCE };
    const over = [by(early, aGrant()), anEnd()] as const;
    expect([SINCE, recordedAt].map((at) => inForceAt(given(...over).state(), at).length)).toEqual([1, 0]);
    expect(inForceAt(given(aGrant(), anEnd()).state(), recordedAt)).toEqual([]);
  });
});
