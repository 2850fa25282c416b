import type { NumberKind } from './number.js';

/** After such words, what follows is asked for: 现将有关事项通知如下: / 我强调三点意见 */
export const LEAD_IN =
  /(?:如下|以下)[^。]{0,20}[:。]?$|(?:通知|通告|公告|决定|要求|意见|纪要|强调|部署)[^。]{0,12}:$|^[^。]{0,20}(?:强调|提|讲|说)[^,。]{0,6}(?:点|方面|条)(?:意见|要求|建议)?:?$/u;
/** What ends what is asked: attachments, contacts, the signature. */
export const TAIL = /^(?:特此(?:通知|通告|公告)|附件[:\d]|联系(?:人|电话)|抄送|主送|[(]?此件|责任编辑|来源[:])/u;
/** Who came, and who did not. */
export const PRESENT = /^(?:出席|列席|参会人员|请假|缺席|主持人?|记录人?|分送|发送)[:：]/u;
export const STOP = /[。!？]/;
/** A lead-in with its items behind it in one line. */
export const LISTS = /(?:如下|以下|要求)[^。]{0,20}:(?=[(一第1①])/u;
/** Numbers that head whole parts; others count sentences. */
export const HEADS: readonly (NumberKind | undefined)[] = ['chapter', 'comma', 'bracketed', 'dotted'];
/** What no heading holds: 一、认清形势,增强责任感 is one; 1.排查水库,整改隐患 is none. */
export const breaks = (kind: NumberKind): RegExp => (kind === 'dotted' ? /[,;]/ : /;|,.*,.*,/);
export const IN_A_PARAGRAPH: readonly (NumberKind | undefined)[] = [undefined, 'item', 'ordinal'];
