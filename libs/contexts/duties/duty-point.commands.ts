import {
  command,
  commandsOf,
  id,
  instant,
  list,
  optional,
  part,
  partOf,
  text,
  to,
  word,
  type CommandOf,
  type DataOf,
  type Id,
  type ShapeData,
} from '#kernel';
import { basisCommands, sourceClause } from './duty-point.basis.commands.js';
import { correctCommands } from './duty-point.correct.commands.js';
import { linkCommands, neighbours } from './duty-point.links.commands.js';
import { lineAndOperator, notDuplicateOf, standard, where } from './duty-point.where.js';
import { CAPACITIES, PARTIES } from './duty-point.words.js';

/** For clients that must know an id before they are answered, such as imports and offline devices. */
const CHOSEN = { en: 'Its id, where the client chooses it.', zh: '编号（客户端指定时）。' };

const holder = partOf('Holder', {
  orgId: id('organisation', 'The organisation.', '机构。'),
  postId: optional(id('post', 'The post; the individual party needs one.', '岗位（个人责任必填）。')),
  personId: optional(id('person', 'The person; the individual party needs one.', '人员（个人责任必填）。')),
});

const share = {
  party: word(PARTIES, 'For which party.', '责任方。'),
  capacity: word(CAPACITIES, 'As the lead, or assisting.', '主办或协办。'),
  holder: part(holder, 'Who is to hold it.', '责任人。'),
};

const handover = {
  assignmentId: id('assignment', 'The assignment that is handed over.', '移交的分工编号。'),
  holder: part(holder, 'Who is to take it over.', '接收人。'),
  openItems: list(text(500, 'What is still to be done.', '未办结事项。'), 50),
};

/** An assignment as it is decided on: it has its id, and holds from when it is made unless it says since when. */
type NewAssignment = ShapeData<typeof share> & {
  readonly assignmentId: Id<'assignment'>;
  readonly from?: string | undefined;
};

/** A handover as it is decided on: the assignment that it would make has its id. */
interface NewTransfer extends ShapeData<typeof handover> {
  readonly successorId: Id<'assignment'>;
}

const oneAssignment = { assignmentId: id('assignment', 'Which assignment.', '分工编号。') };

/** Everything that can be asked of a duty point. */
export const dutyPointCommands = commandsOf(
  'dutyPoint',
  { subject: { en: 'Which duty point.', zh: '责任点编号。' } },
  {
    DefineDutyPoint: command('Defines a duty point.', '设立责任点。', {
      who: ['hq', 'commander'],
      at: ['new'],
      begins: 'chosen',
      takes: {
        ...where,
        requiredParties: list(word(PARTIES, 'The parties that must hold it.', '须落实的责任方。'), 4),
        standard,
        ...neighbours,
        ...lineAndOperator,
        clause: optional(part(sourceClause, 'The clause that it comes from.', '来源条款。')),
        notDuplicateOf,
      },
    }),
    ...linkCommands,
    ...correctCommands,
    AssignParty: command('Names a holder for a party.', '明确责任方责任人。', {
      who: ['hq', 'commander', 'unit-head'],
      at: ['defined'],
      takes: {
        assignmentId: optional(id('assignment', CHOSEN.en, CHOSEN.zh)),
        ...share,
        from: optional(instant('Since when; now when left out.', '起始时间，默认为发生时间。')),
      },
      as: to<NewAssignment>(),
    }),
    AcceptAssignment: command('Accepts a duty as its holder.', '认领责任。', {
      who: ['hq', 'commander', 'unit', 'unit-head'],
      at: ['defined'],
      takes: oneAssignment,
    }),
    TransferAssignment: command('Proposes that another holder takes an assignment over.', '提出责任移交。', {
      who: ['hq', 'commander', 'unit-head'],
      at: ['defined'],
      takes: { ...handover, successorId: optional(id('assignment', CHOSEN.en, CHOSEN.zh)) },
      as: to<NewTransfer>(),
    }),
    SignTransfer: command('Signs a handover, as the one who hands over or takes over.', '签署责任移交。', {
      who: ['hq', 'commander', 'unit', 'unit-head'],
      at: ['defined'],
      takes: oneAssignment,
    }),
    EndAssignment: command('Ends an assignment.', '结束责任分工。', {
      who: ['hq', 'commander'],
      at: ['defined'],
      takes: oneAssignment,
    }),
    DeactivateAssignment: command('Takes an assignment from a holder that has left.', '责任人失效。', {
      who: ['system'],
      at: ['defined'],
      takes: { ...oneAssignment, from: instant('From when on its holder is inactive.', '失效时间。') },
    }),
    WaiveParty: command('Waives a party, with a reason.', '免设责任方（须说明理由）。', {
      who: ['hq', 'commander'],
      at: ['defined'],
      takes: { party: word(PARTIES, 'The party that is not needed here.', '免设的责任方。') },
      reasoned: { en: 'The reason is required.', zh: '须说明理由。' },
    }),
    ...basisCommands,
    ReviewStep: command('Looks again whether a step is an orphan.', '复核环节是否悬空。', {
      who: ['system'],
      at: ['defined'],
    }),
  },
);

export type DutyPointCommand = CommandOf<typeof dutyPointCommands>;

/** What a command of this type decides on. */
export type CommandData<T extends DutyPointCommand['type']> = DataOf<DutyPointCommand, T>;
