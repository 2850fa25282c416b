import type { Denial } from '#access';
import type { AnyDecider, Pointed, Refusal, Text } from '#kernel';
import { chinaTime } from '#time';
import type { ToldNo } from './decide.command.js';

type Reason =
  | Denial
  | 'NOT_IN_POST'
  | 'COMMAND_ID_REUSED'
  | 'OCCURRED_IN_FUTURE'
  | 'TOO_LATE_TO_DATE'
  | 'RESERVED_TEXT'
  | 'TOO_LARGE'
  | 'HISTORY_DAMAGED'
  | 'CONFLICT';

/** Refusals that any command can meet, whatever it decides about. */
const SENTENCES: Readonly<Record<Reason, Text>> = {
  ROLE_MAY_NOT: { en: 'None of your roles may do this.', zh: '您的角色无权执行此操作。' },
  NOT_FOUND: { en: 'There is no such thing, or it is not yours to see.', zh: '不存在，或不在您的管辖范围内。' },
  NOT_IN_POST: {
    en: 'By the record you hold no such post of the organisation that you act for, now or at that time.',
    zh: '按任职记录，您在此时或所述时间未担任所代表机构的该岗位。',
  },
  COMMAND_ID_REUSED: {
    en: 'Something else was sent before under this command id, and is recorded: look at the record, and act anew where that is needed.',
    zh: '此命令编号此前已用于其他内容并已登记：可先查看记录，需要时重新办理。',
  },
  OCCURRED_IN_FUTURE: { en: 'It cannot have happened in the future.', zh: '发生时间不能晚于现在。' },
  TOO_LATE_TO_DATE: {
    en: 'This lies too far back to be entered under its own date: name a confirmed late entry, or leave the date out and say in words when it was.',
    zh: '发生时间过早，不能按该时间补记：可注明已确认的补录登记，或不填发生时间，并在文字中说明何时发生。',
  },
  RESERVED_TEXT: { en: 'This text begins like an encrypted value.', zh: '该文本的开头与加密值相同，不可使用。' },
  TOO_LARGE: { en: 'This is more than one record can hold.', zh: '内容超出单条记录的容量。' },
  HISTORY_DAMAGED: {
    en: 'The record that this rests on is damaged: nothing is written on top of it. Tell whoever runs the server.',
    zh: '所依据的历史记录已损坏，不能据此继续登记。可告知系统运维人员。',
  },
  CONFLICT: {
    en: 'Others kept changing the same thing. Nothing was written; ask again with the same command id.',
    zh: '他人正在修改同一事项，未写入任何内容，请用同一命令编号重试。',
  },
};

/** Refuses for a reason that has nothing to do with the rules of the stream. */
export const refuse = (code: Reason, ...path: readonly string[]): ToldNo => ({
  recorded: false,
  code,
  message: SENTENCES[code],
  path,
});

/** A sentence that ends with the act it is about, and with when that was. */
const pointing = ({ en, zh }: Text, { act, at }: Pointed): Text => ({
  en: `${en.replace(/\.$/, '')}: ${act.en}, ${chinaTime(at)} (China time).`,
  zh: `${zh.replace(/。$/, '')}：${act.zh}，北京时间${chinaTime(at)}。`,
});

/** A decider's "no", with its sentence. */
export const refusedBy = (decider: AnyDecider, { refused, path = [], about, others }: Refusal): ToldNo => {
  const sentence = decider.refusals[refused] ?? { en: refused, zh: refused };
  return {
    recorded: false,
    code: refused,
    message: about ? pointing(sentence, about) : sentence,
    path,
    ...(others && { others }),
  };
};
