import { labelsAfter } from '#kernel/testing';
import { expect, it } from '@jest/globals';
import { anObservation, some } from '../finding.examples.js';
import { findingCard } from './finding-card.view.js';

it('calls a finding by its number, its class in the words of the language, and its place', () => {
  const numbered = { type: 'FindingNumbered', data: { year: 2022, number: 3 } } as const;
  const seen = anObservation({ class: 'sealedWithoutControl', place: '侧门' });
  expect(labelsAfter(findingCard, some.finding, seen)).toEqual([
    { en: 'Sealed off on paper only · 侧门', zh: '封而不控 · 侧门' },
  ]);
  expect(labelsAfter(findingCard, some.finding, seen, numbered)).toEqual([
    { en: 'WT-2022-0003 · Sealed off on paper only · 侧门', zh: 'WT-2022-0003 · 封而不控 · 侧门' },
  ]);
});
