import { labelsAfter, rowsAfter } from '#kernel/testing';
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

it('is called by its names in both languages, also once it is called otherwise', () => {
  const id = the('organisation');
  const english = anOrganisation({ name: 'Q市指挥部', nameEn: 'HQ of City Q' });
  const renamed = (name: string, nameEn?: string) =>
    ({ type: 'OrgRenamed', data: { name, ...(nameEn && { nameEn }) } }) as const;
  const line = { type: 'OrgCorrected', data: { line: '卫健', reason: 'sealed' } } as const;
  expect(labelsAfter(organisationCard, id, english, line)).toEqual([{ en: 'HQ of City Q', zh: 'Q市指挥部' }]);
  expect(labelsAfter(organisationCard, id, english, renamed('R部'))).toEqual([{ en: 'R部', zh: 'R部' }]);
  expect(labelsAfter(organisationCard, id, english, renamed('R部', 'R'))).toEqual([{ en: 'R', zh: 'R部' }]);
});

it('F9: shows the English title of a post as it was put right', () => {
  const id = the('organisation');
  const retitled = (title: string, titleEn?: string) =>
    ({
      type: 'PostCorrected',
      data: { postId: the('post'), title, ...(titleEn && { titleEn }), reason: 'sealed' },
    }) as const;
  const after = (...events: readonly ReturnType<typeof retitled>[]) =>
    rowsAfter(organisationCard, id, anOrganisation(), aPost({ title: '干部', titleEn: 'Clerk' }), ...events).get(id)
      ?.posts;
  expect(after(retitled('干部', 'Officer'))).toEqual([{ id: the('post'), title: '干部', titleEn: 'Officer' }]);
  expect(after(retitled('主任'))).toEqual([{ id: the('post'), title: '主任' }]);
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
