import type { Content } from './content.schema.js';
import type { Draft } from './draft.js';

const text = '要压实属地、部门、单位、个人四方责任。要加强值班值守。';

export const aDraft = (draft: Partial<Draft> = {}): Draft => ({
  instrument: 'meetingDeployment',
  urgency: 'urgent',
  title: '关于压实四方责任的部署',
  text,
  clauses: [
    { text: '要压实属地、部门、单位、个人四方责任', due: { rule: 'none' } },
    { text: '要加强值班值守', due: { rule: 'by', at: '2022-03-18T16:00:00.000Z' } },
  ],
  ...draft,
});

export const aContent = (content: Partial<Content> = {}): Content => ({
  instrument: 'meetingDeployment',
  urgency: 'urgent',
  title: '关于压实四方责任的部署',
  text,
  clauses: [
    { key: '1', number: '', order: 1, text: '要压实属地、部门、单位、个人四方责任', due: { rule: 'none' } },
    { key: '2', number: '', order: 2, text: '要加强值班值守', due: { rule: 'by', at: '2022-03-18T16:00:00.000Z' } },
  ],
  declared: [],
  bases: [],
  links: [],
  clauseMap: [],
  ...content,
});
