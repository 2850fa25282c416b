import { words } from './words';

export const dutyWords = words({
  'party.territorial': ['属地', 'Territory'],
  'party.departmental': ['部门', 'Department'],
  'party.unit': ['单位', 'Unit'],
  'party.individual': ['个人', 'Individual'],
  'mark.held': ['有人承担', 'held'],
  'mark.part': ['不完整', 'not whole'],
  'mark.none': ['无人', 'nobody'],
  'mark.free': ['不涉及', 'not required'],
  'duties.new': ['设立责任点', 'Set up a duty point'],
  'duties.new.note': ['设立后逐方指定责任主体', 'then each party is named who holds it'],
  'duties.new.do': ['设立', 'Set up'],
  'duties.new.from': ['依据', 'By'],
  'duties.new.ofClause': ['据第 {{number}} 条设立责任点', 'Set up a duty point for clause {{number}}'],
});
