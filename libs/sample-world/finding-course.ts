import { askedBy, finding, type FindingAsked, type FindingPart, type Severity } from '#contexts/findings';
import { evidence } from '#contexts/evidence';
import { idOf, type Id } from '#kernel';
import type { Course } from './agenda.js';
import type { Some } from './chance.js';
import type { FindingParts, FindingUnderWay, Telling } from './finding-under-way.js';
import { Rectifying } from './rectifying.js';
import type { Officer, Unit } from './province.js';
import { recordOf, samplePicture } from './sample-file.js';
import { DAY, HOUR, untilWork } from './when.js';

const SEVERITIES: Some<Severity> = [
  ...(['minor', 'minor', 'minor', 'minor', 'minor', 'serious', 'serious', 'serious', 'major', 'critical'] as const),
];

/** Where it is kept, and under which key, is only known once it is. */
const UNSEALED = { address: '0'.repeat(64), keyId: '00000000-0000-4000-8000-000000000000' };

/** In so many of all cases. */
const [ABOUT_A_DUTY, DISMISSED, NEVER_LOOKED_AT, VOIDED] = [0.6, 0.06, 0.02, 0.01];

/** Who of a unit's surroundings plays which part. */
const playedBy = ({ office, head }: Unit): { readonly [P in FindingPart]: Officer } => ({
  inspector: office.inspectors[0],
  lead: office.lead,
  supervision: office.officer,
  head: office.head,
  unitHead: head,
  verifier: office.inspectors[0],
  acceptor: office.head,
});

/** One finding from the first look on; every step is on a later day than the one before it. */
export class FindingCourse implements FindingUnderWay {
  readonly id: Id<'finding'>;
  readonly severity: Severity;
  #at: number;
  readonly #files: Id<'evidence'>[] = [];

  constructor(
    readonly parts: FindingParts,
    readonly unit: Unit,
    seenAt: number,
  ) {
    this.id = idOf('finding', parts.chance.uuid());
    this.severity = parts.chance.pick(SEVERITIES);
    this.#at = seenAt;
  }

  /** When the step under way happens. */
  get at(): number {
    return this.#at;
  }

  async *run(): Course {
    const { world, chance, phrases } = this.parts;
    await this.record();
    if (!chance.happens(NEVER_LOOKED_AT)) {
      yield this.later(1, 3);
      if (chance.happens(DISMISSED)) {
        await this.tell({ type: 'DismissObservation', data: { reason: phrases.reasons.dismissed } });
      } else {
        await this.tell({ type: 'ConfirmFinding', data: {} });
        yield this.later(1, 4);
        if (chance.happens(VOIDED)) {
          await this.tell({ type: 'VoidFinding', data: { reason: phrases.reasons.voided } });
        } else {
          yield* new Rectifying(this).run();
        }
      }
    }
    world.forget(this.id);
  }

  /** A time of day at which people work, so many days later, or the first working day after that. */
  later(least: number, most: number): number {
    const { chance } = this.parts;
    const midnight = this.#at - (this.#at % DAY) + chance.between(least, most) * DAY;
    // From half past eight to six in China, which is eight hours ahead.
    const morning = midnight + untilWork(midnight) * DAY + HOUR / 2;
    this.#at = morning + chance.between(0, 9.5 * 3600 * 1000 - 1);
    return this.#at;
  }

  /** Somebody asks for something about this finding, now: who usually does, unless somebody else is named. */
  async tell(command: FindingAsked, { as, source = 'web' }: Telling = {}): Promise<void> {
    const { world } = this.parts;
    const who = as ?? playedBy(this.unit)[askedBy[command.type]];
    await world.tell(finding, { stream: this.id, command, as: who, at: this.#at, source });
    // The finding remembers the files that it has taken.
    for (const id of this.#files.splice(0)) world.forget(id);
  }

  async evidence(as: Officer, least: number, most: number): Promise<Id<'evidence'>[]> {
    const { chance, world } = this.parts;
    const ids = Array.from({ length: chance.between(least, most) }, () => idOf('evidence', chance.uuid()));
    this.#files.push(...ids);
    for (const id of ids) {
      const data = { ...recordOf(samplePicture(id)), ...UNSEALED };
      await world.tell(evidence, { stream: id, command: { type: 'StoreEvidence', data }, as, at: this.#at });
    }
    return ids;
  }

  private async record(): Promise<void> {
    const { chance, phrases } = this.parts;
    const { body, duties, office } = this.unit;
    const sight = phrases.sight();
    const dutyPointId = chance.happens(ABOUT_A_DUTY) ? duties[chance.between(0, duties.length - 1)] : undefined;
    const as = chance.pick(office.inspectors);
    const data = {
      ...sight,
      ...({ kind: 'inspection', severity: this.severity, territoryId: body.place.id, subjectOrgId: body.id } as const),
      ...(dutyPointId && { dutyPointId }),
      evidence: await this.evidence(as, 1, 2),
    };
    await this.tell({ type: 'RecordObservation', data }, { as, source: 'mobile' });
  }
}
