import type { Text } from '#kernel';
import { dayOf, minutesBetween } from '#time';
import type { Channel } from '../../receipt/receipt.words.js';
import type { CascadeReceipt } from './cascade.row.js';

const DELIVERED: Readonly<Record<Channel, Text>> = {
  attendance: { en: 'delivered by attendance', zh: '参会送达' },
  paper: { en: 'delivered on paper', zh: '纸质送达' },
  system: { en: 'delivered through the system', zh: '系统送达' },
};

/** How a directive reached a recipient and what came back, in words; `asked` is in the day that it counts against. */
export const noteOf = (
  receipt: Pick<CascadeReceipt, 'acknowledgedAt' | 'status' | 'missed'>,
  channel: Channel | undefined,
  asked?: string,
): Text => {
  if (channel === undefined) return { en: 'not delivered yet', zh: '尚未送达' };
  const delivered = DELIVERED[channel];
  const answer = answerOf(receipt, asked);
  return { en: `${delivered.en}, ${answer.en}`, zh: `${delivered.zh}，${answer.zh}` };
};

const answerOf = (
  { acknowledgedAt, status, missed }: Parameters<typeof noteOf>[0],
  asked: string | undefined,
): Text => {
  if (acknowledgedAt === undefined && status !== 'returned') return missed === undefined ? OPEN : MISSED;
  const answer = acknowledgedAt === undefined ? RETURNED : acknowledged(acknowledgedAt, asked);
  return missed === undefined ? answer : { en: `${answer.en}, after the limit`, zh: `${answer.zh}，已逾期` };
};

const OPEN: Text = { en: 'not acknowledged yet', zh: '尚未签收' };
const MISSED: Text = { en: 'not acknowledged within the limit', zh: '逾期未签收' };
const RETURNED: Text = { en: 'returned', zh: '已退回' };

const acknowledged = (at: string, asked: string | undefined): Text => {
  if (asked === undefined) return { en: 'acknowledged', zh: '已签收' };
  const days = daysBetween(asked, at);
  if (days <= 0) return { en: 'acknowledged the same day', zh: '当日签收' };
  return days === 1
    ? { en: 'acknowledged next day', zh: '次日签收' }
    : { en: `acknowledged ${String(days)} days later`, zh: `${String(days)}日后签收` };
};

const daysBetween = (from: string, to: string): number =>
  minutesBetween(`${dayOf(from)}T00:00:00.000Z`, `${dayOf(to)}T00:00:00.000Z`) / (24 * 60);
