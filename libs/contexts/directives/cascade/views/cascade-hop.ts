import {
  flag,
  instant,
  int,
  optional,
  ownId,
  pointer,
  ref,
  rowOf,
  text,
  word,
  type Field,
  type PartData,
  type Text,
} from '#kernel';
import { z } from 'zod';
import { CHANNELS } from '../../receipt/receipt.words.js';
import type { Hop } from './cascade.js';

/** A hop is named by its directive and its recipient, which is no id of a thing of its own. */
const place: Field<z.ZodString> = { ...ownId('Its place in the cascade.', '编号。'), schema: z.string() };
const minutes = (en: string, zh: string) => optional(int([0, 2 ** 31 - 1], en, zh));

export const hopRow = rowOf('CascadeHop', 'One directive on its way to one recipient.', '一级传达。', {
  id: place,
  depth: int([0, 1000], 'How many levels below the root.', '层级（自起点起）。'),
  directive: pointer('The directive of this hop.', '本级部署。'),
  parent: optional(pointer('The one above it.', '上级部署。')),
  recipient: optional(pointer('To whom; null when it went to nobody here.', '收文机构。')),
  inDevelopmentZone: optional(
    flag(
      'Whether the recipient stands in a development zone, which is no administrative division.',
      '收文机构是否属于开发区（非行政区划）。',
    ),
  ),
  issuedAt: optional(instant('When it was issued.', '印发时间。')),
  deliveredAt: optional(instant('When it reached them.', '送达时间。')),
  channel: optional(
    word(CHANNELS, 'How it reached them: in a room or on paper rather than in an inbox.', '送达方式。'),
  ),
  acknowledgedAt: optional(instant('When somebody signed for it.', '签收时间。')),
  relayedAt: optional(
    instant('When the recipient passed it on: relayed it, or issued its own on it.', '向下传达或部署时间。'),
  ),
  passedOnAs: optional(
    pointer('What carries it on: the child that the recipient issued on it.', '向下传达或部署所形成的部署。'),
  ),
  textChanged: optional(
    flag(
      'Whether that says otherwise than this directive, in the version on which it was written; null where nothing carries it on, or one of the two is not yours to see.',
      '其文字与本级部署（其所依据的版本）是否不同；未向下传达或无权查看时为空。',
    ),
  ),
  minutesToDeliver: minutes('From issued to delivered.', '印发至送达（分钟）。'),
  minutesToAcknowledge: minutes('From delivered to acknowledged.', '送达至签收（分钟）。'),
  minutesToRelay: minutes('From acknowledged to passed on.', '签收至向下传达（分钟）。'),
  sameDay: optional(
    flag(
      'Whether it was acknowledged before 24:00 (UTC+8) of the day on which the root was issued; null while it is not.',
      '是否于起点印发当日24时前签收；未签收时为空。',
    ),
  ),
  note: optional(text(200, 'The same in words.', '说明。')),
});

/** A hop as the API answers it, its note in the reader's language. */
export const hopShown = (
  { directiveId, parentId, recipientId, passedOnAs, note, ...hop }: Hop,
  language: keyof Text,
): PartData<typeof hopRow> => ({
  ...hop,
  directive: ref(directiveId),
  parent: parentId && ref(parentId),
  recipient: recipientId && ref(recipientId),
  passedOnAs: passedOnAs && ref(passedOnAs),
  note: note?.[language],
});
