import { rowsAfter } from '#kernel/testing';
import { expect, it } from '@jest/globals';
import { aDissolution, anOrganisation, aPost, the } from '../../parties.examples.js';
import { organisationCard } from './organisation-card.view.js';

it('shows a body with its present name and its posts in order', () => {
  const id = the('organisation');
  const rows = rowsAfter(
    organisationCard,
    id,
    anOrganisation({ parentId: the('organisation', 2), line: '交通' }),
    aPost({ title: '市委书记', leaderRole: 'principal' }),
    aPost({ postId: the('post', 2), title: 'Clerk' }),
    { type: 'OrgRenamed', data: { name: 'HQ office of City Q' } },
  );

  expect(rows.get(id)).toEqual({
    id,
    name: 'HQ office of City Q',
    orgKind: 'headquarters',
    territoryId: the('territory'),
    territoryPath: '00000000-0000-4000-8000-000000000001/',
    territory: { id: the('territory') },
    parentId: the('organisation', 2),
    parent: { id: the('organisation', 2) },
    line: '交通',
    temporary: true,
    posts: [
      { id: the('post'), title: '市委书记', leaderRole: 'principal' },
      { id: the('post', 2), title: 'Clerk' },
    ],
  });
});

it('shows since when a body is dissolved, under the name that it had', () => {
  const id = the('organisation');
  const rows = rowsAfter(organisationCard, id, anOrganisation(), aDissolution());
  expect(rows.get(id)).toMatchObject({ name: 'HQ of City Q', dissolvedAt: '2022-03-01T01:00:00.000Z' });
});

it('F9: shows an entry, and the title of a post, as they were put right', () => {
  const id = the('organisation');
  const corrected = { type: 'OrgCorrected', data: { orgKind: 'government', line: '卫健', reason: 'sealed' } } as const;
  const retitled = { type: 'PostCorrected', data: { postId: the('post'), title: 'Head', reason: 'sealed' } } as const;
  const rows = rowsAfter(organisationCard, id, anOrganisation(), aPost(), corrected, retitled);
  expect(rows.get(id)).toMatchObject({
    name: 'HQ of City Q',
    orgKind: 'government',
    line: '卫健',
    posts: [{ title: 'Head' }],
  });
});
