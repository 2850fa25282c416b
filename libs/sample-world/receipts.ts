import { receipt } from '#contexts/directives';
import { idOf, type Id } from '#kernel';
import { idBetween } from '#platform/decide';
import type { Agenda, Course } from './agenda.js';
import type { Chance } from './chance.js';
import type { Duties } from './duties.js';
import { addressees, recipientsOf } from './evening-bodies.js';
import type { Headquarters, Unit } from './province.js';
import { MINUTE, SECOND } from './when.js';
import type { World } from './world.js';

interface Parts {
  readonly world: World;
  readonly chance: Chance;
  readonly agenda: Agenda;
  readonly duties: Duties;
}

/** In a hundred units, about so many answer not at all, or send the directive back. */
const [SILENT, RETURNING] = [0.02, 0.01];

/** What becomes of a directive at each of those it went to. */
export class Receipts {
  constructor(private readonly parts: Parts) {}

  /** The directive was issued to everybody below this headquarters. */
  expect(directiveId: Id<'directive'>, from: Headquarters, issuedAt: number): void {
    const { agenda, chance } = this.parts;
    for (const below of from.below) {
      const at = issuedAt + chance.between(5 * 60, 15 * 60) * SECOND;
      agenda.begin(at, this.passedOn(directiveId, below, at));
    }
    for (const unit of from.units) {
      if (chance.happens(SILENT)) continue;
      agenda.begin(issuedAt, this.answered(directiveId, unit, issuedAt));
    }
  }

  /** A headquarters signs for it and passes it on within the hour. */
  private async *passedOn(directiveId: Id<'directive'>, hq: Headquarters, acknowledgedAt: number): Course {
    const { world, chance, duties } = this.parts;
    const stream = idBetween('receipt', directiveId, hq.body.id);
    const as = hq.clerk;
    const of = { directiveId, recipientId: hq.body.id };
    const acknowledge = { type: 'AcknowledgeDirective', data: of } as const;
    await world.tell(receipt, { stream, command: acknowledge, as, at: acknowledgedAt });
    const at = acknowledgedAt + chance.between(12 * 60, 35 * 60) * SECOND;
    yield at;
    const childId = idOf('directive', chance.uuid());
    const to = recipientsOf(hq);
    if (to.length === 0) return;
    const command = { type: 'RelayDirective', data: { ...of, childId, recipients: addressees(childId, to) } } as const;
    await world.tell(receipt, { stream, command, as, at });
    this.expect(childId, hq, at);
    for (const unit of hq.units) duties.define({ directiveId: childId, hq, unit }, at + 40 * MINUTE);
  }

  private async *answered(directiveId: Id<'directive'>, { body, head }: Unit, issuedAt: number): Course {
    const { world, chance } = this.parts;
    const at = issuedAt + chance.between(10 * 60, 90 * 60) * SECOND;
    yield at;
    const stream = idBetween('receipt', directiveId, body.id);
    const of = { directiveId, recipientId: body.id };
    const reason = '该项要求不属于本单位职责';
    const command = chance.happens(RETURNING)
      ? ({ type: 'ReturnDirective', data: { ...of, reason } } as const)
      : ({ type: 'AcknowledgeDirective', data: of } as const);
    await world.tell(receipt, { stream, command, as: head, at, source: 'mobile' });
  }
}
