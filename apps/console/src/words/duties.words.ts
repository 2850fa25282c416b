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
});
