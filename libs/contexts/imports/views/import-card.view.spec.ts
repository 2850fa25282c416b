import { idOf, pathBelow } from '#kernel';
import { rowsAfter } from '#kernel/testing';
import { readFile } from '#text';
import { describe, expect, it } from '@jest/globals';
import { found } from '../found.js';
import type { ImportEvent } from '../import.events.js';
import { importCard } from './import-card.view.js';

const id = <K extends string>(kind: K) => idOf(kind, '00000000-0000-4000-8000-000000000001');
const TEXT = '关于排查的通知\n各县:\n要排查。要落实?任。\n2022年3月17日';
const sha256 = 'a'.repeat(64);

describe('the card of an import', () => {
  it('W2: counts what is asked of a person, and is not confirmed until another person did it', () => {
    const documents = readFile(TEXT).map(found);
    const importedBy = { orgId: id('organisation'), territoryPath: pathBelow('', id('territory')) };
    const file = { text: TEXT, fileName: '排查.txt', mediaType: 'text/plain', sha256, bytes: 70 };
    const taken: readonly ImportEvent[] = [
      { type: 'NoticeImported', data: { ...file, documents: documents.length, importedBy } },
      ...documents.map((data) => ({ type: 'DocumentFound' as const, data })),
    ];
    const stream = id('import');
    const questions = documents.flatMap((one) => one.questions).length;
    expect(questions).toBeGreaterThan(0);
    const row = (...more: readonly ImportEvent[]) => rowsAfter(importCard, stream, ...taken, ...more).get(stream);
    expect(row()).toMatchObject({ fileName: '排查.txt', documents: 1, questions, confirmed: false });
    expect(row()).not.toHaveProperty('confirmedAt');
    const directives = [id('directive')];
    expect(row({ type: 'ImportConfirmed', data: { documents: 1, sha256, directives } })).toMatchObject({
      ...{ confirmed: true, questions },
      confirmedBy: { id: expect.stringMatching(/^person-/) },
    });
  });
});
