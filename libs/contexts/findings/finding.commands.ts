import { command, commandsOf, flag, id, int, optional, sealed, text, word, type CommandOf } from '#kernel';
import { amendCommands, REASON } from './finding.amend.commands.js';
import {
  conditions,
  files,
  measuresDone,
  notDuplicateOf,
  onSite,
  proof,
  verification,
  verifiers,
} from './finding.fields.js';
import { order, plan, redressCommands } from './finding.redress.commands.js';
import { everyStage, FINDING_CLASSES, FINDING_KINDS, LOOK_BACK_OUTCOMES, SEVERITIES } from './finding.words.js';

/** What every record of something seen says. */
const seen = {
  severity: word(SEVERITIES, 'How grave.', '严重程度。'),
  description: sealed(text(4000, 'What was seen; it is encrypted before it is kept.', '问题描述（加密保存）。')),
  place: text(200, 'Where it was seen.', '地点。'),
  territoryId: id('territory', 'The territory.', '属地。'),
  subjectOrgId: optional(id('organisation', 'The body it is about.', '被检查单位。')),
  subjectTold: optional(
    flag(
      'Whether it was handed over on the spot; then the body it is about sees it before it is confirmed.',
      '是否当场告知被检查单位（告知后其在认定前即可查看）。',
    ),
  ),
  evidence: proof,
  notDuplicateOf,
};

/** Everything that can be asked of a finding, in the order of its course. */
export const findingCommands = commandsOf(
  'finding',
  { subject: { en: 'Which finding.', zh: '问题编号。' } },
  {
    RecordObservation: command('Records what was seen.', '记录情况。', {
      dated: 'field',
      who: ['inspector', 'lead', 'supervision', 'supervision-head', 'hq', 'commander', 'unit', 'unit-head'],
      at: ['new'],
      begins: 'chosen',
      takes: {
        kind: word(FINDING_KINDS, 'How it came to be seen.', '来源。'),
        class: word(FINDING_CLASSES, 'What kind of shortcoming.', '类别。'),
        ...seen,
        dutyPointId: optional(id('dutyPoint', 'The duty point it is about.', '责任点。')),
      },
    }),
    RecordGapFinding: command('Records a gap as a finding.', '将责任空白记为问题。', {
      dated: 'field',
      who: ['inspector', 'lead', 'supervision', 'supervision-head', 'hq', 'commander'],
      at: ['new'],
      begins: 'chosen',
      takes: { ...seen, dutyPointId: id('dutyPoint', 'The duty point that has the gap.', '存在空白的责任点。') },
    }),
    NoteFinding: command(
      'Adds a note, which everybody who may see the finding can read.',
      '添加备注（有权查看者均可见）。',
      {
        who: [
          ...(['inspector', 'lead', 'supervision', 'supervision-head', 'hq', 'commander'] as const),
          ...(['unit', 'unit-head', 'discipline'] as const),
        ],
        at: everyStage,
        takes: { text: sealed(text(4000, 'The note; it is encrypted before it is kept.', '备注内容（加密保存）。')) },
      },
    ),
    NumberFinding: command('Gives it its number.', '编号。', {
      who: ['system'],
      at: everyStage,
      takes: { number: int([1, 999_999], 'The first number that may be free.', '起始序号。') },
    }),
    ConfirmFinding: command('Makes it a finding.', '认定问题。', { who: ['lead'], at: ['observed'] }),
    DismissObservation: command('Dismisses an observation; say the reason.', '认定不成立（须说明理由）。', {
      who: ['lead'],
      at: ['observed'],
      reasoned: REASON,
    }),
    VoidFinding: command(
      'Voids a wrong item, which stays visible; say the reason.',
      '作废问题（须说明理由，仍可查看）。',
      {
        who: ['supervision-head'],
        at: [
          ...(['observed', 'confirmed', 'ordered', 'acknowledged', 'planSubmitted', 'planReturned'] as const),
          ...(['inRectification', 'completionReported', 'underVerification', 'verified'] as const),
          ...(['closedOut', 'relapsed', 'reopened'] as const),
        ],
        reasoned: REASON,
      },
    ),
    OrderRectification: command('Orders a unit to rectify.', '交办整改。', {
      who: ['supervision', 'lead'],
      at: ['confirmed', 'reopened'],
      takes: order,
    }),
    AcknowledgeRectification: command('The unit takes the order.', '签收整改。', {
      who: ['unit', 'unit-head'],
      at: ['ordered'],
    }),
    SubmitPlan: command('Submits a plan.', '提交整改方案。', {
      who: ['unit-head'],
      at: ['acknowledged', 'planReturned'],
      takes: plan,
    }),
    ApprovePlan: command('Approves the plan.', '批准整改方案。', { who: ['supervision'], at: ['planSubmitted'] }),
    ReturnPlan: command('Returns the plan; say the reason.', '退回整改方案（须说明理由）。', {
      who: ['supervision'],
      at: ['planSubmitted'],
      reasoned: REASON,
    }),
    ReportImmediateFix: command('Fixed on the spot.', '立行立改。', {
      dated: 'field',
      who: ['unit', 'unit-head'],
      at: ['observed', 'confirmed', 'acknowledged'],
      takes: {
        description: sealed(text(4000, 'What was done.', '整改情况。')),
        before: files('How it was before: files that your body has uploaded.', '整改前材料编号。'),
        after: files('How it is now: files that your body has uploaded.', '整改后材料编号。'),
      },
    }),
    ReportCompletion: command('The unit reports it done.', '报告整改完成。', {
      who: ['unit-head'],
      at: ['inRectification'],
      takes: { rootCause: sealed(text(4000, 'The cause behind it.', '问题根源。')), measures: measuresDone },
    }),
    AssignVerifier: command('Names who verifies.', '指派核查人。', {
      who: ['supervision-head'],
      at: ['completionReported'],
      takes: { verifiers, onSite },
    }),
    PassVerification: command('The fix holds.', '核查通过。', {
      dated: 'field',
      who: ['inspector', 'lead', 'supervision', 'supervision-head', 'hq', 'unit', 'unit-head'],
      at: ['underVerification'],
      takes: verification,
    }),
    FailVerification: command('The fix does not hold.', '核查退回。', {
      dated: 'field',
      who: ['inspector', 'lead', 'supervision', 'supervision-head', 'hq', 'unit', 'unit-head'],
      at: ['underVerification'],
      takes: verification,
    }),
    ApproveCloseOut: command('Strikes the finding off.', '批准销号。', {
      who: ['supervision', 'supervision-head', 'hq', 'commander', 'unit-head'],
      at: ['verified'],
      takes: { conditions },
    }),
    RefuseCloseOut: command('Refuses to strike it off; say the reason.', '不予销号（须说明理由）。', {
      who: ['supervision', 'supervision-head', 'hq', 'commander', 'unit-head'],
      at: ['verified'],
      reasoned: REASON,
    }),
    RecordLookBack: command('Looks back at a close-out.', '回头看。', {
      dated: 'field',
      who: ['inspector', 'lead'],
      at: ['closedOut'],
      takes: {
        outcome: word(LOOK_BACK_OUTCOMES, 'What was found.', '回头看结果。'),
        evidence: proof,
        note: optional(sealed(text(4000, 'In words.', '说明。'))),
      },
    }),
    ReopenRectification: command('Opens it again after a relapse; say the reason.', '重新挂号（须说明理由）。', {
      who: ['supervision-head'],
      at: ['relapsed'],
      reasoned: REASON,
    }),
    ...redressCommands,
    ...amendCommands,
  },
);

export type FindingCommand = CommandOf<typeof findingCommands>;

type DataByType = { readonly [C in FindingCommand as C['type']]: C['data'] };

/** The data of one command; unlike `DataOf` it can be handed on while the type is still open. */
export type CommandData<T extends FindingCommand['type']> = DataByType[T];
