import { anId, idOf, pathBelow, shapeOf, type Occasion } from '#kernel';
import { by, keepsTheLaws, specification, valuesOf } from '#kernel/testing';
import { readFile } from '#text';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { found } from './found.js';
import { importCommands, MAX_NOTICE_BYTES, type ImportCommand } from './import.commands.js';
import { notice } from './import.decider.js';
import type { ImportEvent } from './import.events.js';

const id = <K extends string>(kind: K) => idOf(kind, '00000000-0000-4000-8000-000000000001');
const importer = { orgId: id('organisation'), territoryPath: pathBelow('', id('territory')) };
const aClerk: Occasion = {
  actorId: id('person'),
  orgId: importer.orgId,
  occurredAt: '2022-03-17T11:30:00.000Z',
  commandId: '00000000-0000-4000-8000-0000000000c1',
  correlationId: '00000000-0000-4000-8000-0000000000c1',
  source: 'web',
};
const TEXT = '关于排查的通知\n各县:\n要排查。要落实?任。\n2022年3月17日';
const sent = { text: TEXT, fileName: 'notice.txt', sha256: 'a'.repeat(64), bytes: 70 };
type Said = Extract<ImportCommand, { type: 'ConfirmImport' }>['data'];
const importing = (data: Partial<typeof sent> = {}): ImportCommand => ({
  type: 'ImportNotice',
  data: { ...sent, ...data },
});
const happenedTo = (text: string): ImportEvent[] => {
  const documents = readFile(text).map(found);
  const original = { text, fileName: 'notice.txt', mediaType: 'text/plain; charset=utf-8', sha256: 'a'.repeat(64) };
  return [
    {
      type: 'NoticeImported',
      data: { ...original, bytes: 70, documents: documents.length, importedBy: importer },
    },
    ...documents.map((data) => ({ type: 'DocumentFound' as const, data })),
  ];
};

describe('an import', () => {
  const { takes } = importCommands.declared.ImportNotice;
  const shape = { ...shapeOf(takes), sha256: z.string().regex(/^[0-9a-f]{64}$/), bytes: z.int().min(1) };
  keepsTheLaws(notice, {
    ImportNotice: valuesOf(z.object(shape)),
    ConfirmImport: valuesOf(
      z.object({ documents: z.int().min(1), sha256: z.string(), directives: z.array(anId('directive')).min(1) }),
    ),
  });
  const given = specification(notice, aClerk, { ImportNotice: importer });

  it('E: keeps the bytes in one event, and each document that was found in its own', () => {
    given()
      .when(importing())
      .then(...happenedTo(TEXT));
    const two = '某省召开排查工作会议\n3月17日,会议召开。要排查。\n某市召开排查工作会议\n3月18日,会议召开。要整改。';
    expect(happenedTo(two).map(({ type }) => type)).toEqual(['NoticeImported', 'DocumentFound', 'DocumentFound']);
    given()
      .when(importing({ text: two }))
      .then(...happenedTo(two));
  });

  it('E: of the same bytes a second time is answered with the first', () => {
    given(...happenedTo(TEXT))
      .when(importing())
      .then();
  });

  it('E: takes at most 96 KB of UTF-8', () => {
    given()
      .when(importing({ bytes: MAX_NOTICE_BYTES + 1 }))
      .thenRefused('NOTICE_TOO_LONG', 'text');
    given()
      .when(importing({ bytes: MAX_NOTICE_BYTES }))
      .then(...happenedTo(TEXT).map((event) => sized(event, MAX_NOTICE_BYTES)));
  });

  it('is refused where there is nothing to read, or more than a notice has', () => {
    given()
      .when(importing({ text: '购物车\n登录 注册' }))
      .thenRefused('NOTICE_EMPTY', 'text');
    given()
      .when(importing({ text: '要排查水库情况到位。'.repeat(1001) }))
      .thenRefused('NOTICE_TOO_TANGLED', 'text');
  });

  it('is made by a body that is registered', () => {
    given().when(importing(), {}, { ImportNotice: undefined }).thenRefused('IMPORTER_UNKNOWN');
  });

  describe('its confirmation', () => {
    const another = { actorId: id('person').replace(/1$/, '2') as typeof aClerk.actorId };
    const confirming = (data: Partial<Said> = {}): ImportCommand => ({
      type: 'ConfirmImport',
      data: { documents: 1, sha256: 'a'.repeat(64), directives: [id('directive')], ...data },
    });
    const confirmed: ImportEvent = {
      type: 'ImportConfirmed',
      data: { documents: 1, sha256: 'a'.repeat(64), directives: [id('directive')] },
    };

    it('W2: is by another person of that body, with count and digest, once', () => {
      given(...happenedTo(TEXT))
        .when(confirming(), another)
        .then(confirmed);
      given(...happenedTo(TEXT), confirmed)
        .when(confirming(), another)
        .thenRefused('ALREADY_CONFIRMED');
      given(...happenedTo(TEXT))
        .when(confirming({ documents: 2 }), another)
        .thenRefused('COUNT_DIFFERS', 'documents');
      given(...happenedTo(TEXT))
        .when(confirming({ sha256: 'b'.repeat(64) }), another)
        .thenRefused('DIGEST_DIFFERS', 'sha256');
      given(...happenedTo(TEXT))
        .when(confirming(), { ...another, orgId: id('organisation').replace(/1$/, '2') as typeof importer.orgId })
        .thenRefused('NOT_THE_IMPORTER');
      given().when(confirming(), another).thenRefused('IMPORT_ABSENT');
    });

    it('SD4: is by nobody who made the import, or in whose name it was made', () => {
      given(...happenedTo(TEXT))
        .when(confirming())
        .thenRefused('OWN_IMPORT');
      given(...happenedTo(TEXT))
        .when(confirming(), { ...another, onBehalfOf: id('person') })
        .thenRefused('OWN_IMPORT');
      // A deputy took it in for them.
      given(...happenedTo(TEXT).map((event) => by({ actorId: another.actorId, onBehalfOf: id('person') }, event)))
        .when(confirming())
        .thenRefused('OWN_IMPORT');
    });

    it('W1: is not before the import', () => {
      const occurredAt = '2022-03-17T11:27:59.999Z';
      given(...happenedTo(TEXT))
        .when(confirming(), { ...another, occurredAt })
        .thenRefused('OCCURRED_BEFORE', 'occurredAt');
    });

    it('W2: leaves the same bytes the same import', () => {
      given(...happenedTo(TEXT), confirmed)
        .when(importing())
        .then();
    });
  });

  it('belongs to the body that made it, whatever its text says', () => {
    const state = given(...happenedTo(TEXT)).state();
    expect(notice.seenBy(state)).toEqual({ territory: importer.territoryPath, orgs: [importer.orgId] });
  });
});

const sized = (event: ImportEvent, bytes: number): ImportEvent =>
  event.type === 'NoticeImported' ? { ...event, data: { ...event.data, bytes } } : event;
