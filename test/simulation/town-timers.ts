import type { AnyTimer, Happening, Id, Message } from '#kernel';
import { finding } from '#contexts/findings';
import { idBetween } from '#platform/decide';
import { box } from '../support/box-decider.js';

const SOON_MS = 1_500;

/** A box for each finding is weighed a while after each step, unless the next step comes before: reminders, as it were. */
export const reminders = (): AnyTimer => {
  const boxOf = (stream: Id): Id => idBetween('box', stream, 'reminder');
  const due = (_: unknown, __: unknown, { stream, recordedAt, revision }: Happening) => {
    const at = new Date(Date.parse(recordedAt) + SOON_MS + Number(revision)).toISOString();
    const command: Message = { type: 'Weigh', data: { kilos: Number(revision) } };
    return [{ key: 'next step', at, ask: { decider: box, stream: boxOf(stream), command } }];
  };
  const steps = Object.keys(finding.events.facts);
  const last = ['CloseOutApproved'];
  return {
    name: 'reminders',
    of: finding,
    asks: [box],
    due: Object.fromEntries(steps.filter((type) => !last.includes(type)).map((type) => [type, due])),
    cancels: Object.fromEntries(steps.map((type) => [type, () => ['next step']])),
  };
};
