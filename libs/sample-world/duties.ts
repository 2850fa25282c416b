import { dutyPoint, type Party } from '#contexts/duties';
import { idOf, type Id } from '#kernel';
import type { Agenda, Course } from './agenda.js';
import type { Chance, Some } from './chance.js';
import type { Headquarters, Unit } from './province.js';
import { SECOND } from './when.js';
import type { World } from './world.js';

interface Parts {
  readonly world: World;
  readonly chance: Chance;
  readonly agenda: Agenda;
}

/** A township's clause and the unit that is to carry it out. */
interface Charge {
  readonly directiveId: Id<'directive'>;
  readonly hq: Headquarters;
  readonly unit: Unit;
}

interface Work {
  readonly matter: string;
  readonly step: string;
  readonly standard: string;
  readonly clauseNumber: string;
  readonly requiredParties: Some<Party>;
}

const WORK: readonly Work[] = [
  {
    matter: '场所日常管控',
    step: '入口查验',
    standard: '逐人查验，专人值守',
    clauseNumber: '二',
    requiredParties: ['unit', 'individual'],
  },
  {
    matter: '重点部位消毒',
    step: '每日消毒',
    standard: '每日两次，逐次签字',
    clauseNumber: '三',
    requiredParties: ['unit'],
  },
];

/** The share of assignments that nobody has accepted by the end of the evening: what gap queries find. */
const UNACCEPTED = 0.05;

/** Clauses become duty points, and duty points get holders. */
export class Duties {
  constructor(private readonly parts: Parts) {}

  /** The township defines the unit's duty points from this time on. */
  define(charge: Charge, from: number): void {
    const { agenda, chance } = this.parts;
    for (const work of WORK) {
      const at = from + chance.between(0, 60 * 60) * SECOND;
      agenda.begin(at, this.course(charge, work, at));
    }
  }

  private async *course({ directiveId, hq, unit }: Charge, work: Work, definedAt: number): Course {
    const { world, chance } = this.parts;
    const { place } = unit.body;
    const { clauseNumber, requiredParties, ...said } = work;
    const stream = idOf('dutyPoint', chance.uuid());
    const clause = { directiveId, clauseNumber };
    const data = {
      ...said,
      requiredParties: [...requiredParties],
      // One place, for one directive after another: each asks for another of its points.
      place: `${unit.body.name} ${String(unit.duties.length + 1)}号点`,
      territoryId: place.id,
      clause,
    };
    await world.tell(dutyPoint, { stream, command: { type: 'DefineDutyPoint', data }, as: hq.clerk, at: definedAt });
    unit.duties.push(stream);
    let at = definedAt;
    for (const party of requiredParties) {
      at += chance.between(15 * 60, 30 * 60) * SECOND;
      yield at;
      const assignmentId = await this.assign(stream, party, { hq, unit, at });
      if (chance.happens(UNACCEPTED)) continue;
      at += chance.between(15 * 60, 45 * 60) * SECOND;
      yield at;
      const accept = { type: 'AcceptAssignment', data: { assignmentId } } as const;
      await world.tell(dutyPoint, { stream, command: accept, as: unit.head, at, source: 'mobile' });
    }
  }

  private async assign(
    stream: Id<'dutyPoint'>,
    party: Party,
    { hq, unit, at }: Pick<Charge, 'hq' | 'unit'> & { readonly at: number },
  ): Promise<Id<'assignment'>> {
    const { world, chance } = this.parts;
    const assignmentId = idOf('assignment', chance.uuid());
    const { actorId: personId, postId, body } = unit.head;
    const holder = party === 'individual' ? { orgId: body.id, postId, personId } : { orgId: body.id };
    const data = { assignmentId, party, capacity: 'lead', holder, from: new Date(at).toISOString() } as const;
    await world.tell(dutyPoint, { stream, command: { type: 'AssignParty', data }, as: hq.clerk, at });
    return assignmentId;
  }
}
