import { labelsAfter, rowsAfter } from '#kernel/testing';
import { expect, it } from '@jest/globals';
import { postCard } from './post-card.view.js';

it('names each post of a body by its title', () => {
  const organisation = 'organisation-00000000-0000-4000-8000-000000000001';
  const established = (postId: `post-${string}`, title: string) =>
    ({ type: 'PostEstablished', data: { postId, title } }) as const;
  const rows = rowsAfter(postCard, organisation, established('post-1', 'Inspector'), established('post-2', 'Head'));
  expect([...rows.values()].map(({ title }) => title)).toEqual(['Inspector', 'Head']);
  expect([...rows.keys()]).toEqual(['post-1', 'post-2']);
});

it('calls a post by its titles in both languages', () => {
  const organisation = 'organisation-00000000-0000-4000-8000-000000000001';
  const established = { type: 'PostEstablished', data: { postId: 'post-1', title: '主任', titleEn: 'Head' } } as const;
  const corrected = { type: 'PostCorrected', data: { postId: 'post-1', title: '书记', reason: 'sealed' } } as const;
  expect(labelsAfter(postCard, organisation, established)).toEqual([{ en: 'Head', zh: '主任' }]);
  expect(labelsAfter(postCard, organisation, established, corrected)).toEqual([{ en: '书记', zh: '书记' }]);
});

it('F9: names a post by the title that was put right', () => {
  const corrected = { type: 'PostCorrected', data: { postId: 'post-1', title: 'Head', reason: 'sealed' } } as const;
  const established = { type: 'PostEstablished', data: { postId: 'post-1', title: 'Haed' } } as const;
  const rows = rowsAfter(postCard, 'organisation-00000000-0000-4000-8000-000000000001', established, corrected);
  expect(rows.get('post-1')).toEqual({ id: 'post-1', title: 'Head' });
});
