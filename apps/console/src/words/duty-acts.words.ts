import { words } from './words';

/** What the button of each command of a duty point says, and what its record causes. */
export const dutyActWords = words({
  'act.do.assignParty': ['指定', 'Name'],
  'act.then.assignParty': ['待其认领；认领前仍由属地兜底', 'then they accept; until they do, the place answers'],
  'act.do.acceptAssignment': ['认领', 'Accept'],
  'act.then.acceptAssignment': ['自此承担，空缺随之消除', 'they hold it from now on, and the gap closes'],
  'act.do.transferAssignment': ['移交', 'Hand over'],
  'act.then.transferAssignment': [
    '双方签字前，仍由原责任人承担',
    'until both have signed, who holds it now goes on holding it',
  ],
  'act.do.signTransfer': ['签字', 'Sign'],
  'act.then.signTransfer': ['最后一方签字时移交完成', 'with the last signature it is handed over'],
  'act.do.endAssignment': ['终止', 'End'],
  'act.then.endAssignment': ['责任人已离任的，随即出现空缺', 'where the holder has left, a gap opens'],
  'act.do.waiveParty': ['免设', 'Waive'],
  'act.then.waiveParty': ['该方不再要求，理由对可查看者公开', 'nobody has to hold it; whoever sees the duty sees why'],
  'act.do.proposeLink': ['连接', 'Link'],
  'act.then.proposeLink': ['另一属地的环节须其同意', 'a step of another place has to agree'],
  'act.do.acceptLink': ['同意', 'Agree'],
  'act.then.acceptLink': ['两环相连，空缺按此判断', 'the steps are linked, and gaps are told by it'],
  'act.do.refuseLink': ['不同意', 'Refuse'],
  'act.then.refuseLink': ['连接不成立，理由告知对方', 'no link stands, and the other side learns why'],
  'act.do.unlinkStep': ['断开', 'Unlink'],
  'act.then.unlinkStep': ['两环不再相连，两边均有记录', 'the steps stand apart, on both records'],
  'act.do.correctDutyPoint': ['更正', 'Correct'],
  'act.then.correctDutyPoint': ['前后文字均保留在事件史', 'both texts stay on record'],
  'act.do.repointDutyPoint': ['改依据', 'Point'],
  'act.then.repointDutyPoint': ['责任人不变，依据改为另一部署', 'the holders stay, another order is its basis'],
  'act.do.retireDutyPoint': ['撤除', 'Retire'],
  'act.then.retireDutyPoint': ['分工全部终止，记录保留', 'its assignments end, its record stays'],
});
