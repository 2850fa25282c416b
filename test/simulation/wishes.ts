import type { Id, StateSource, WordOf } from '#kernel';
import { dutyPoint, PARTIES, type DutyPointCommand } from '#contexts/duties';
import { finding, nextSteps, type FindingCommand, type FindingStep } from '#contexts/findings';
import { organisation, person } from '#contexts/parties';
import type { Chance } from './chance.js';
import { FINDING_STEPS, said, uploading, whoTakes } from './finding-course.js';
import { PaperWishes } from './paper-wishes.js';
import { CITY, ORGS, PEOPLE, the, wish, type Who, type Wish } from './town.js';

const everyParty = Object.keys(PARTIES.words) as WordOf<typeof PARTIES>[];

/** Who may leave the post again, whatever is held in it. */
const HEAD_IN_POST = { personId: PEOPLE.unitHead.id, postId: the('post', PEOPLE.unitHead.n) };

/** What people want, by chance: most of it makes sense where things stand, some of it does not. */
export class Wishes {
  readonly #findings: Id<'finding'>[] = [];
  readonly #points: Id<'dutyPoint'>[] = [];
  readonly #papers: PaperWishes;

  constructor(
    private readonly chance: Chance,
    /** Where things stand, as whoever looks at the screen believes. */
    private readonly source: StateSource,
  ) {
    this.#papers = new PaperWishes(chance, source);
  }

  next(now: Date): Promise<Wish> {
    const { chance } = this;
    const kinds = [
      ...Array.from({ length: 5 }, () => () => this.aboutFinding(now)),
      ...Array.from({ length: 3 }, () => () => this.aboutDuty(now)),
      ...Array.from({ length: 3 }, () => () => this.#papers.aboutDirective()),
      ...Array.from({ length: 3 }, () => () => Promise.resolve(this.#papers.aboutReceipt())),
      () => Promise.resolve(this.aboutParties(now)),
      () => Promise.resolve(this.#papers.aMeeting()),
    ];
    return chance.pick(kinds)();
  }

  private async aboutFinding(now: Date): Promise<Wish> {
    const { chance } = this;
    if (this.#findings.length === 0 || chance.happens(0.2)) {
      this.#findings.push(`finding-${chance.uuid()}`);
      return this.ofFinding(this.#findings.at(-1) ?? 'finding-', 'RecordObservation', now);
    }
    const id = chance.pick(this.#findings);
    const state = await this.source.state(finding, id);
    const sensible = nextSteps[state.is].slice(0, chance.happens(0.8) ? 1 : undefined);
    const isSensible = sensible.length > 0 && chance.happens(0.9);
    return this.ofFinding(id, chance.pick(isSensible ? sensible : FINDING_STEPS), now);
  }

  /** One step of a finding, by whoever may take it; `more` says what should not be left to chance. */
  async ofFinding(id: Id<'finding'>, step: FindingStep, now: Date, more: object = {}): Promise<Wish> {
    const state = await this.source.state(finding, id);
    const known = state.is === 'new' ? [] : state.evidence.map((one) => one.id);
    const otherFindingId = this.#findings.find((one) => one !== id) ?? the('finding', 1);
    const files: Id<'evidence'>[] = [];
    const photo = () => {
      const file = `evidence-${this.chance.uuid()}` as const;
      files.push(file);
      return file;
    };
    const about = { known, dutyPointId: this.#points.at(-1) ?? the('dutyPoint', 1), otherFindingId, now, photo };
    const { type, data } = said(step, about, this.chance);
    const command = { type, data: { ...data, ...more } } as FindingCommand;
    const who = whoTakes(step, state);
    const first = files.map((file) => uploading(who, file, this.chance));
    return { ...wish(who, [finding, id], command), first };
  }

  private async aboutDuty(now: Date): Promise<Wish> {
    const { chance } = this;
    if (this.#points.length === 0 || chance.happens(0.3)) return this.aPoint();
    const id = chance.pick(this.#points);
    const state = await this.source.state(dutyPoint, id);
    const open = state.is === 'new' ? undefined : state.assignments.find(({ acceptedAt }) => acceptedAt === undefined);
    const org = chance.pick(['station', 'hq', 'countyHq'] as const);
    const assign: DutyPointCommand = {
      type: 'AssignParty',
      data: {
        assignmentId: `assignment-${chance.uuid()}`,
        party: chance.pick(everyParty),
        capacity: chance.pick(['lead', 'lead', 'assisting']),
        holder: { orgId: ORGS[org], ...(org === 'station' && chance.happens(0.5) && HEAD_IN_POST) },
        from: now.toISOString(),
      },
    };
    if (open === undefined || chance.happens(0.2)) return point('commander', id, assign);
    const { assignmentId, holder } = open;
    const holderHead = { [ORGS.station]: 'unitHead', [ORGS.hq]: 'clerk', [ORGS.countyHq]: 'countyClerk' } as const;
    return chance.pick([
      () => point(holderHead[holder.orgId] ?? 'clerk', id, { type: 'AcceptAssignment', data: { assignmentId } }),
      () => point('clerk', id, { type: 'EndAssignment', data: { assignmentId } }),
      () => point('clerk', id, { type: 'WaiveParty', data: { party: chance.pick(everyParty), reason: 'Not here' } }),
    ])();
  }

  private aPoint(): Wish {
    const { chance } = this;
    const id = `dutyPoint-${chance.uuid()}` as const;
    const beside = this.#points.length > 0 && chance.happens(0.7) ? chance.pick(this.#points) : undefined;
    const side = chance.pick(['previous', 'next'] as const);
    this.#points.push(id);
    return point('clerk', id, {
      type: 'DefineDutyPoint',
      data: {
        // Now and then the same place twice, which is told.
        ...{ matter: 'Health codes', step: 'Check', place: `Exit ${String(chance.below(100))}` },
        ...{ standard: 'Everybody', territoryId: CITY },
        requiredParties: [chance.pick(everyParty), chance.pick(everyParty)],
        ...(beside && { [side]: beside }),
      },
    });
  }

  /** Streams that everybody changes, for the sake of lost races. */
  private aboutParties(now: Date): Wish {
    const { chance } = this;
    const { id, n, org } = PEOPLE.unitHead;
    const postId = the('post', n);
    const at = now.toISOString();
    const number = the('post', 20 + chance.below(5));
    return chance.pick([
      () => wish('admin', [organisation, ORGS.office], { type: 'RenameOrganisation', data: { name: chance.uuid() } }),
      () =>
        wish('admin', [organisation, ORGS.office], { type: 'EstablishPost', data: { postId: number, title: 'Clerk' } }),
      () => {
        // Now, or told ahead: in a minute, or in the night.
        const to = new Date(now.getTime() + chance.pick([0, 60_000, 3_600_000])).toISOString();
        return wish('admin', [person, id], { type: 'LeavePost', data: { postId, to } });
      },
      () => {
        const data = { postId, orgId: ORGS[org], from: at };
        return wish('admin', [person, id], { type: 'HoldPost', data });
      },
    ])();
  }
}

const point = (by: Who, id: Id<'dutyPoint'>, command: DutyPointCommand): Wish => wish(by, [dutyPoint, id], command);
