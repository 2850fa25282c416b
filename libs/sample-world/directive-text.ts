const CLAUSES = [
  ['一', '压实属地、部门、单位、个人四方责任，每个环节明确到岗到人'],
  ['二', '各单位当晚明确责任点，逐一认领，不留空白'],
  ['三', '重点场所每日消毒两次，逐次签字'],
  ['四', '值班值守二十四小时不断档，加强督查检查'],
] as const;

/** The province's directive; its words are invented. */
export const DIRECTIVE = {
  instrument: 'meetingDeployment' as const,
  urgency: 'urgent' as const,
  title: '关于进一步压实四方责任的部署',
  text: CLAUSES.map(([number, text]) => `${number}、${text}。`).join('\n'),
  clauses: CLAUSES.map(([number, text], index) => ({
    ...{ key: `c${String(index + 1)}`, number, text },
    due: { rule: 'none' } as const,
  })),
  declared: [{ count: CLAUSES.length }],
};
