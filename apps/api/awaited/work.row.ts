import { count, optional, rowOf, type PartData } from '#kernel';

const most = (en: string, zh: string) => optional(count(en, zh));

export const workRow = rowOf(
  'Work',
  'How much awaits somebody in each list, as `awaiting: me` narrows it; directives that only ask for something count among the requests. Null where there are more than are counted.',
  '各列表中待我办理的数量（同 `awaiting: me`；仅有申请的部署计入申请）；超出计数上限时为空。',
  {
    findings: most('Findings.', '问题。'),
    receipts: most('Receipts to sign for, or to rule on as sent back.', '待签收或待批复退回的签收单。'),
    directives: most('Directives to sign.', '待签发的部署。'),
    requests: most('Requests of children to rule on.', '待批复的申请。'),
    dutyPoints: most(
      'Duty points to accept, to hand over, or to answer a link of.',
      '待认领、待移交或待答复衔接的责任点。',
    ),
    grants: most('Grants that others propose and that are to approve.', '待批准的授权。'),
    imports: most('Imports that others took in and that are to confirm.', '待确认的导入。'),
    lateEntries: most('Late entries that others registered and that are to confirm.', '待确认的补录。'),
  },
);

export type Work = PartData<typeof workRow>;
