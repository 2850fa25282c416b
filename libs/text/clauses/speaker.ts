/** A negation or a condition: what follows it is no speaker, and must not be cut from the demand. */
const CONDITION = /[凡不未没无非如若倘对按依据经因为与和及]|符合|达到|满足|凡是|根据|有关|相关|上级|以上|上述/u;
const ADVERB = '(?:还|最后|同时|再次|特别|进一步|明确|着重|反复)*';
const STRESSES = new RegExp(`^\\p{Script=Han}{0,20}?${ADVERB}(?:强调|指出)[,:]`, 'u');
/** Before 要求 only who can demand: a meeting, a body, an office; a standard is no speaker (质量要求,). */
const DEMANDS = new RegExp(
  '^\\p{Script=Han}{0,16}(?:会议|大会|通知|通告|公告|纪要|指挥部|领导小组|政府|办公室|[市县区省党]委|书记|[省市县区镇乡州]长|' +
    `主任|组长|指挥长|[部厅局]长|同志|他|她)\\p{Script=Han}{0,3}?${ADVERB}要求[,:]`,
  'u',
);

/** How many characters at a paragraph's start only say who speaks; what is asked begins after them. */
export const speakerLength = (start: string): number => {
  const said = (STRESSES.exec(start) ?? DEMANDS.exec(start))?.[0] ?? '';
  return said === '' || said.startsWith('要') || CONDITION.test(said) ? 0 : said.length;
};
