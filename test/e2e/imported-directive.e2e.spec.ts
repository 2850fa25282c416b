import { createHash } from 'node:crypto';
import { idBetween } from '#platform/decide';
import { CAST_ORGANISATIONS } from '#platform/identity';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { founding } from '../../apps/cli/demo/story/founding.js';
import { RunningApi } from '../support/running-api.js';

const TWO =
  '关于排查的通知\n各县:\n请各县立即排查。\nQ市指挥部\n2022年3月17日\n------\n关于整改的通知\n各县:\n一、整改\n(一)各县要整改。\n2022年3月18日';
const said = (importId: unknown, document: number) => ({
  ...{ importId, document, instrument: 'notice', urgency: 'ordinary', issuedBy: '某市指挥部' },
});

/** E: over HTTP, from the bytes of a file to the directives that are made of the documents in it. */
let api: RunningApi;
beforeAll(async () => {
  api = await RunningApi.start();
  expect((await api.load(founding)).failed).toEqual([]);
});
afterAll(() => api.stop());

it('E: each document of an import becomes a directive of its own, once, and the first keeps the id of its bytes', async () => {
  const { id: importId } = await api.tell('hq', 'importNotice', { fileName: 'two.txt', text: TWO });
  const one = await api.tell('hq', 'importDirective', said(importId, 0));
  const two = await api.tell('hq', 'importDirective', said(importId, 1));
  const again = await api.tell('hq', 'importDirective', { ...said(importId, 1), title: '同一文件' });

  const hq = CAST_ORGANISATIONS.hq.id;
  const sha256 = createHash('sha256').update(TWO, 'utf8').digest('hex');
  expect(one.id).toBe(idBetween('directive', hq, sha256));
  expect(two.id).not.toBe(one.id);
  expect(again).toMatchObject({ id: two.id, events: [] });
  const query = `query ($id: ID!, $waitFor: String!) {
    directive(id: $id, waitFor: $waitFor) { title clauses { text heading parent key } provenance { document notice { id } } }
  }`;
  const { data } = await api.ask('hq', query, { id: two.id, waitFor: two.position });
  expect(data?.['directive']).toEqual({
    title: '关于整改的通知',
    clauses: [
      { text: '整改', heading: true, parent: null, key: '1' },
      { text: '各县要整改', heading: false, parent: '1', key: '2' },
    ],
    provenance: { document: 1, notice: { id: importId } },
  });
});

it('W2: it counts once another person of that body has confirmed the import, with count and digest', async () => {
  const { id: importId } = await api.tell('hq', 'importNotice', { fileName: 'two.txt', text: TWO });
  const list = async (waitFor: unknown) => {
    const query = `query ($waitFor: String!) { directives(first: 10, confirmed: false, waitFor: $waitFor) { edges { node { title } } } }`;
    const { data } = await api.ask('hq', query, { waitFor });
    return data?.['directives'];
  };
  const made = await api.tell('hq', 'importDirective', said(importId, 0));
  expect(await list(made.position)).toEqual({
    edges: expect.arrayContaining([{ node: { title: '关于排查的通知' } }, { node: { title: '关于整改的通知' } }]),
  });
  const due = { rule: 'none' };
  const based = (id: unknown) => ({
    ...{
      instrument: 'notice',
      urgency: 'ordinary',
      title: '落实',
      text: '要落实。',
      clauses: [{ text: '要落实', due }],
    },
    ...{ bases: [{ directiveId: id }], clauseMap: [{ directiveId: id, clause: '1', how: 'adopted', by: '1' }] },
  });
  expect(await api.tell('hq', 'draftDirective', based(made.id))).toMatchObject({ code: 'BASIS_NOT_REGISTERED' });
  expect(await api.tell('hq', 'submitForSignOff', { id: made.id })).toMatchObject({ code: 'IMPORT_NOT_CONFIRMED' });
  const confirming = { id: importId, documents: 2, sha256: createHash('sha256').update(TWO, 'utf8').digest('hex') };
  expect(await api.tell('hq', 'confirmImport', confirming)).toMatchObject({ code: 'OWN_IMPORT' });
  const confirmed = await api.tell('commander', 'confirmImport', confirming);
  expect(confirmed).toMatchObject({ events: [{ type: 'ImportConfirmed' }] });
  expect(await list(confirmed.position)).toEqual({ edges: [] });
  expect(await api.tell('hq', 'draftDirective', based(made.id))).toMatchObject({ id: expect.anything() });
});

it('E: what is open about it is asked for, and nothing else is guessed', async () => {
  const { id: importId } = await api.tell('hq', 'importNotice', {
    fileName: 'a.txt',
    text: '3月17日,会议要求,各县要排查。',
  });
  const open = await api.tell('hq', 'importDirective', said(importId, 0));
  expect(open).toMatchObject({ __typename: 'Refused', code: 'QUESTION_UNANSWERED', path: ['answers', '0'] });
  const answers = [{ question: 0 }];
  expect(await api.tell('hq', 'importDirective', { ...said(importId, 0), answers })).toMatchObject({
    id: expect.anything(),
  });
});
