import { everyTicked, finding, verifiersToCome } from '#contexts/findings';
import type { Id } from '#kernel';
import type { Course } from './agenda.js';
import type { FindingUnderWay } from './finding-under-way.js';
import { DAY } from './when.js';

/** In so many of all cases. */
const [FIXED_AT_ONCE, PLAN_RETURNED, LATE, FAILED, LOOKED_BACK, RELAPSED] = [0.2, 0.12, 0.15, 0.18, 0.7, 0.06];
/** The unit, and then the verifiers, lose interest at some time. */
const TRIES = 3;

const ORDER_DAYS = { minor: 14, serious: 21, major: 30, critical: 30 } as const;

/** Takes a finding from the order to the close-out, and through it again after a relapse. */
export class Rectifying {
  #dueAt = 0;

  constructor(private readonly course: FindingUnderWay) {}

  async *run(): Course {
    const { course } = this;
    const { chance, phrases } = course.parts;
    yield* this.mended();
    if (!chance.happens(LOOKED_BACK)) return;
    yield course.later(30, 75);
    if (!chance.happens(RELAPSED)) {
      await course.tell({
        type: 'RecordLookBack',
        data: { outcome: 'passed', evidence: await course.evidence(course.unit.office.lead, 1, 1) },
      });
      return;
    }
    await course.tell({
      type: 'RecordLookBack',
      data: { outcome: 'relapsed', evidence: await course.evidence(course.unit.office.lead, 1, 2) },
    });
    yield course.later(1, 2);
    await course.tell({ type: 'ReopenRectification', data: { reason: phrases.reasons.reopened } });
    yield course.later(1, 2);
    yield* this.mended();
  }

  private async *mended(): Course {
    const { course } = this;
    const { phrases } = course.parts;
    const { office, body, head } = course.unit;
    this.#dueAt = course.at - (course.at % DAY) + (ORDER_DAYS[course.severity] + 1) * DAY - 8 * (DAY / 24);
    const dueAt = new Date(this.#dueAt).toISOString();
    const data = { unitId: body.id, dueAt, standard: phrases.standard(), acceptorOrgId: office.body.id };
    await course.tell({ type: 'OrderRectification', data });
    yield course.later(1, 1);
    await course.tell({ type: 'AcknowledgeRectification', data: {} }, { source: 'mobile' });
    yield course.later(1, 3);
    if (this.isMinor() && course.parts.chance.happens(FIXED_AT_ONCE)) {
      const fixed = {
        description: '当场整改',
        before: await course.evidence(head, 1, 1),
        after: await course.evidence(head, 1, 1),
      };
      await course.tell({ type: 'ReportImmediateFix', data: fixed }, { source: 'mobile' });
    } else {
      yield* this.planned();
      await this.completed();
    }
    yield* this.verified();
  }

  private async *planned(): Course {
    const { course } = this;
    const { chance, phrases } = course.parts;
    await this.submit();
    yield course.later(1, 2);
    if (chance.happens(PLAN_RETURNED)) {
      await course.tell({ type: 'ReturnPlan', data: { reason: phrases.reasons.returned } });
      yield course.later(1, 2);
      await this.submit();
      yield course.later(1, 2);
    }
    await course.tell({ type: 'ApprovePlan', data: {} });
    yield course.later(2, chance.happens(LATE) ? 40 : 9);
  }

  private async submit(): Promise<void> {
    const { course } = this;
    const { chance, phrases } = course.parts;
    const { office, head } = course.unit;
    const dueAt = new Date(this.#dueAt - chance.between(0, 3) * DAY).toISOString();
    const measures = Array.from({ length: chance.between(1, 2) }, () => ({
      ...phrases.measure(),
      ...{ responsible: head.actorId, dueAt, verifierOrgId: office.body.id },
    }));
    const dated = new Date(course.at).toISOString();
    await course.tell({ type: 'SubmitPlan', data: { dated, measures } });
  }

  private async completed(): Promise<void> {
    const { course } = this;
    const { world, phrases } = course.parts;
    const state = world.now(finding, course.id);
    const count = state.is === 'new' ? 1 : (state.measures ?? 1);
    const measures: { evidence: Id<'evidence'>[] }[] = [];
    while (measures.length < count) measures.push({ evidence: await course.evidence(course.unit.head, 1, 2) });
    await course.tell({
      type: 'ReportCompletion',
      data: { rootCause: phrases.rootCause(), measures },
    });
  }

  private async *verified(): Course {
    const { course } = this;
    const { chance } = course.parts;
    for (let tries = 1; ; tries++) {
      yield course.later(1, 3);
      await this.assignVerifiers();
      yield course.later(1, 4);
      if (tries === TRIES || !chance.happens(FAILED)) break;
      await this.verify(false);
      yield course.later(2, 6);
      const state = course.parts.world.now(finding, course.id);
      if (state.is === 'acknowledged') yield* this.planned();
      await this.completed();
    }
    await this.verify(true);
    yield course.later(1, 4);
    await this.closeOut();
  }

  private async assignVerifiers(): Promise<void> {
    const { course } = this;
    const { inspectors } = course.unit.office;
    const chosen = this.isMinor() ? [course.parts.chance.pick(inspectors)] : inspectors;
    const verifiers = chosen.map(({ actorId: personId, orgId }) => ({ personId, orgId }));
    await course.tell({ type: 'AssignVerifier', data: { verifiers, onSite: true } });
  }

  private async verify(passes: boolean): Promise<void> {
    const { course } = this;
    const [first, ...others] = verifiersToCome(course.parts.world.now(finding, course.id));
    const { inspectors } = course.unit.office;
    const by = (verifier: typeof first) => ({
      as: inspectors.find(({ actorId }) => actorId === verifier?.personId) ?? inspectors[0],
      source: 'mobile' as const,
    });
    const said = async (who: ReturnType<typeof by>) => {
      const evidence = await course.evidence(who.as, 1, 2);
      return { method: 'onSite', place: course.unit.body.name, evidence } as const;
    };
    if (!passes) {
      const note = '部分措施未见成效';
      await course.tell(
        { type: 'FailVerification', data: { ...(await said(by(first))), outcomeClass: 'partly', note } },
        by(first),
      );
      return;
    }
    for (const one of [first, ...others]) {
      const data = { ...(await said(by(one))), outcomeClass: 'effective' } as const;
      await course.tell({ type: 'PassVerification', data }, by(one));
    }
  }

  private async closeOut(): Promise<void> {
    const { course } = this;
    const state = course.parts.world.now(finding, course.id);
    const known = state.is === 'new' ? [] : state.evidence.map(({ id }) => id);
    // The newest file is of the verification that passed it.
    const evidence = known.slice(-1);
    const conditions = everyTicked.map((condition) => ({ condition, evidence }));
    await course.tell({ type: 'ApproveCloseOut', data: { conditions } });
  }

  private isMinor(): boolean {
    const { severity } = this.course;
    return severity === 'minor' || severity === 'serious';
  }
}
