import type { Id, StateSource } from '#kernel';
import { idBetween } from '#platform/decide';
import {
  directive,
  meeting,
  receipt,
  type DirectiveCommand,
  type MeetingCommand,
  type ReceiptCommand,
} from '#contexts/directives';
import type { Chance } from './chance.js';
import { ORGS, the, wish, type Who, type Wish } from './town.js';

type Org = keyof typeof ORGS;
const RECIPIENTS: readonly Org[] = ['station', 'countyHq'];

/** What people want of what is written: of directives, of their receipts and of meetings. */
export class PaperWishes {
  readonly #directives: Id<'directive'>[] = [];
  /** Those that somebody wanted to issue, to these. */
  readonly #sent: { readonly id: Id<'directive'>; readonly to: readonly Org[] }[] = [];

  constructor(
    private readonly chance: Chance,
    private readonly source: StateSource,
  ) {}

  async aboutDirective(): Promise<Wish> {
    const { chance } = this;
    const draft = {
      ...({ instrument: 'notice', urgency: 'urgent', title: 'Keep watch', text: 'Keep watch.' } as const),
      clauses: [{ text: 'Keep watch.', due: { rule: 'none' as const } }],
    };
    if (this.#directives.length === 0 || chance.happens(0.3)) {
      const id = `directive-${chance.uuid()}` as const;
      this.#directives.push(id);
      return letter('clerk', id, { type: 'DraftDirective', data: draft });
    }
    const id = chance.pick(this.#directives);
    const state = await this.source.state(directive, id);
    const { is } = state;
    const expectedRevision = state.is === 'new' ? 1 : state.textVersion;
    if (is === 'draft' && chance.happens(0.8)) return letter('clerk', id, { type: 'SubmitForSignOff', data: {} });
    if (is !== 'signOffPending')
      return letter('clerk', id, { type: 'EditDraft', data: { ...draft, expectedRevision } });
    const to = RECIPIENTS.filter(() => chance.happens(0.7));
    const recipients = to.map((org) => ({ orgId: ORGS[org], receiptId: idBetween('receipt', id, ORGS[org]) }));
    if (to.length > 0) this.#sent.push({ id, to });
    return letter('commander', id, { type: 'IssueDirective', data: { recipients } });
  }

  aboutReceipt(): Wish {
    const { chance } = this;
    const nowhere = { id: the('directive', 1), to: RECIPIENTS };
    const { id: directiveId, to } = this.#sent.length > 0 ? chance.pick(this.#sent) : nowhere;
    const org = chance.pick(to);
    const [by, orgId] = [org === 'station' ? 'unitHead' : 'countyClerk', ORGS[org]] as const;
    const of = { directiveId, recipientId: orgId };
    const childId = `directive-${chance.uuid()}` as const;
    const onward = { orgId: ORGS.centre, receiptId: idBetween('receipt', childId, ORGS.centre) };
    const [who, command] = chance.pick<readonly [Who, ReceiptCommand]>([
      [by, { type: 'AcknowledgeDirective', data: of }],
      [by, { type: 'AcknowledgeDirective', data: of }],
      [by, { type: 'ReturnDirective', data: { ...of, reason: 'Not ours' } }],
      [by, { type: 'RelayDirective', data: { ...of, childId, recipients: [onward] } }],
      ['clerk', { type: 'RecordDelivery', data: { ...of, channel: 'paper' } }],
    ]);
    const stream = idBetween('receipt', directiveId, orgId);
    return wish(who, [receipt, stream], command);
  }

  aMeeting(): Wish {
    const data: MeetingCommand['data'] = {
      // Now and then the same twice, which is told.
      ...{
        title: `Meeting ${String(this.chance.below(20))}`,
        heldBy: 'HQ',
        heldById: ORGS.hq,
        form: 'video' as const,
        undisclosedItems: false,
      },
      ...{ kinds: ['special'], heldOn: { year: 2022, month: 3, day: 12 }, venues: [], roles: [] },
    };
    const id = the('meeting', this.chance.below(6));
    return wish('clerk', [meeting, id], { type: 'RegisterMeeting', data });
  }
}

const letter = (by: Who, id: Id<'directive'>, command: DirectiveCommand): Wish => wish(by, [directive, id], command);
