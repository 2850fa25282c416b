import {
  anId,
  aTerritoryPath,
  flag,
  id,
  instant,
  kept,
  list,
  optional,
  ownId,
  part,
  partOf,
  pointer,
  rowOf,
  sealed,
  text,
  word,
  type PartData,
} from '#kernel';
import { z } from 'zod';
import { BASIS_ENDS } from '../duty-point.words.js';
import { partyCell } from './party-cell.js';
import { shownPastHolders } from './past-holder.js';
import { pendingLink, refusedLink, undoneLink } from './pending-link.js';
import { pendingTransfer } from './pending-transfer.js';

const sourceClause = partOf(
  'SourceClause',
  {
    directive: pointer('The directive.', '指令。'),
    number: text(40, 'The number of the clause.', '条款号。'),
  },
  { en: 'The clause that a duty comes from.', zh: '责任来源条款。' },
);

const endedBasisPart = partOf(
  'EndedBasis',
  {
    directive: pointer('The order.', '原部署。'),
    because: word(BASIS_ENDS, 'Why it holds no longer.', '终止原因。'),
    successor: optional(pointer('What took its place.', '替代的部署。')),
    since: instant('Since when.', '终止时间。'),
  },
  { en: 'An order that a duty rested on and that ended.', zh: '已终止的责任依据。' },
);

export const dutyPointRow = rowOf(
  'DutyPoint',
  'A thing that must have holders, with one cell for each of the four parties.',
  '责任点及其四方责任。',
  {
    id: ownId('Its id.', '编号。'),
    matter: text(200, 'What it is about.', '事项。'),
    step: text(200, 'The step of the work.', '环节。'),
    place: optional(text(200, 'The place.', '地点。')),
    placeType: optional(text(60, 'The type of place.', '场所类型。')),
    territory: pointer('The territory that it lies in.', '属地。'),
    line: optional(text(100, 'The line of work that the matter belongs to (条).', '事项所属条线。')),
    operator: optional(pointer('The body that runs the place.', '场所运营单位。')),
    definedAt: instant('When it was defined.', '设立时间。'),
    standard: text(1000, 'What good performance is.', '履职标准。'),
    previous: optional(pointer('The step before.', '上一环节。')),
    next: optional(pointer('The step after.', '下一环节。')),
    proposedLinks: list(part(pendingLink, 'Links that wait for the other side.', '已申请、待对方同意的衔接。')),
    offeredLinks: list(part(pendingLink, 'Links that this side is asked for.', '对方申请、待本方答复的衔接。')),
    refusedLinks: list(part(refusedLink, 'Links that this side refused.', '本方未同意的衔接。')),
    undoneLinks: list(part(undoneLink, 'Links that were undone, by either side.', '已解除的衔接。')),
    notDuplicateOf: list(
      id('dutyPoint', 'Duty points that look the same and were named as others.', '看似相同但经确认并非同一责任点的。'),
    ),
    correctionReason: optional(sealed(text(1000, 'Why it was last put right.', '最近一次更正理由。'))),
    pastHolders: shownPastHolders,
    transfers: list(part(pendingTransfer, 'Handovers that wait for signatures.', '待签署的责任移交。')),
    clause: optional(part(sourceClause, 'The clause that it comes from.', '来源条款。')),
    endedBasis: optional(
      part(
        endedBasisPart,
        'That the order it rests on ended: its owner retires it, or points it to another.',
        '依据已终止，待属地处理。',
      ),
    ),
    repointedTo: optional(part(sourceClause, 'The clause that it rests on since.', '改依的条款。')),
    repointReason: optional(sealed(text(1000, 'Why it was pointed there.', '改依理由。'))),
    retiredAt: optional(instant('When it was retired.', '撤销时间。')),
    retireReason: optional(sealed(text(1000, 'Why it was retired.', '撤销理由。'))),
    territorial: part(partyCell, 'Territorial party.', '属地责任。'),
    departmental: part(partyCell, 'Departmental party.', '部门责任。'),
    unit: part(partyCell, 'Unit party.', '单位责任。'),
    individual: part(partyCell, 'Individual party.', '个人责任。'),
    fullyHeld: flag('Every required party is held.', '各方责任均已认领。'),
    /** Whom it waits for, as lists look it up. */
    awaits: kept(z.array(z.string())),
    territoryPath: kept(aTerritoryPath()),
    directiveId: optional(kept(anId('directive'))),
  },
);

export type DutyPointCard = PartData<typeof dutyPointRow>;
