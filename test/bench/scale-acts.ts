import { randomUUID } from 'node:crypto';
import type { Actor } from '#access';
import { findingEvents } from '#contexts/findings';
import { idOf, personalFields, type Id, type TerritoryPath } from '#kernel';
import { eventId, type Append, type JsonObject } from '#platform/event-store';
import type { Looking } from '#platform/views';
import { rated } from '../../libs/contexts/findings/views/closure-rate.js';
import type { FindingCard } from '../../libs/contexts/findings/views/finding-card.js';
import { findingCard } from '../../libs/contexts/findings/views/finding-card.view.js';
import type { Filled } from './scale-world.js';

/** A reader who sees everything, to look for samples. */
const EYES: Looking = {
  actor: {
    actorId: 'system-00000000-0000-4000-8000-000000000001',
    orgId: 'organisation-00000000-0000-0000-0000-000000000000',
    grants: [{ role: 'system' }],
  },
};

/** How many pages of findings samples come from: of all parts of the year, spread over the whole list. */
const PAGES = 12;
const PAGE = 50;

/** The first segments of a path: 1 is the province, 2 a city, 3 a county, 4 a township. */
const upTo = (path: TerritoryPath, segments: number): TerritoryPath =>
  path
    .split('/')
    .slice(0, segments)
    .map((segment) => `${segment}/`)
    .join('');

/** The township at the fourth place of a path. */
const township = (path: TerritoryPath): Id<'territory'> => idOf('territory', path.split('/')[3] ?? '');

/** Somebody who looks: the inspection team leader of the county where this finding lies. */
const leaderFor = ({ stakes }: FindingCard): Actor => ({
  actorId: `person-${randomUUID()}`,
  orgId: stakes.recorder ?? `organisation-${randomUUID()}`,
  grants: [{ role: 'lead', territory: upTo(stakes.territory, 3) }],
});

/** Which findings: all, some of them, or all when the log was half as long. */
export type PageOf = 'all' | 'status' | 'township' | 'then';

/** What is done to one log again and again. */
export class ScaleActs {
  #turn = 0;

  private constructor(
    private readonly on: Filled,
    private readonly samples: readonly FindingCard[],
    /** Findings that are struck off, and how many events they have. */
    private readonly closed: { readonly id: Id; events: bigint }[],
  ) {}

  static async of(on: Filled): Promise<ScaleActs> {
    const samples: FindingCard[] = [];
    let after: string | undefined;
    for (let n = 0; n < PAGES; n++) {
      const paging = { first: PAGE, where: { closedOut: true }, ...(after !== undefined && { after }) };
      const { edges, hasNextPage } = await on.views.page(findingCard, paging, EYES);
      samples.push(...edges.map(({ node }) => node));
      if (!hasNextPage) break;
      after = edges.at(-1)?.cursor;
    }
    const closed = await Promise.all(
      samples.map(async ({ id }) => {
        const [last] = await on.log.readStream(id, { backwards: true, limit: 1 });
        return { id, events: (last?.revision ?? -1n) + 1n };
      }),
    );
    return new ScaleActs(on, samples, closed);
  }

  /** A finding is recorded, or an old one is looked back at, in turn: ready to be appended. */
  nextAppend(): Promise<Append> {
    const old = this.closed[this.#turn % this.closed.length];
    const data: JsonObject = {
      evidence: [{ id: `evidence-${randomUUID()}`, sha256: 'ab'.repeat(32), bytes: 4711, mediaType: 'image/jpeg' }],
      note: '未见同类问题',
    };
    if (this.#turn % 2 === 0 || !old) return this.recorded(data);
    return this.sealed(old.id, 'LookBackPassed', { data, expected: old.events++ });
  }

  append(append: Append): Promise<unknown> {
    return this.on.log.append(append);
  }

  /** The first page of the findings of a county. */
  page(where: PageOf): Promise<unknown> {
    const sample = this.sample();
    const looking: Looking = {
      actor: leaderFor(sample),
      ...(where === 'township' && { within: township(sample.stakes.territory) }),
      ...(where === 'then' && { asOf: { position: BigInt(Math.floor(this.on.events / 2)) } }),
    };
    const filter = where === 'status' ? { where: { status: 'underVerification' as const } } : {};
    return this.on.views.page(findingCard, { first: PAGE, ...filter }, looking);
  }

  /** The closure rate of a township. */
  rate(): Promise<unknown> {
    const sample = this.sample();
    const within = township(sample.stakes.territory);
    return this.on.views.tally(findingCard, rated({ by: 'severity' }, new Date().toISOString()), {
      actor: leaderFor(sample),
      within,
    });
  }

  private sample(): FindingCard {
    const sample = this.samples[(this.#turn++ * 7) % this.samples.length];
    if (!sample) throw new Error('no finding is struck off: the log is too small');
    return sample;
  }

  private recorded({ evidence = [] }: JsonObject): Promise<Append> {
    const { stakes, class: kind, severity, place, territory } = this.sample();
    const data: JsonObject = {
      ...{ kind: 'inspection', class: kind, severity, place, territoryId: territory.id },
      ...{ territoryPath: stakes.territory, description: '测量时记录', answerable: [], evidence },
    };
    return this.sealed(idOf('finding', randomUUID()), 'ObservationRecorded', { data, expected: 0n });
  }

  private async sealed(
    stream: Id,
    type: 'ObservationRecorded' | 'LookBackPassed',
    { data, expected }: { readonly data: JsonObject; readonly expected: bigint },
  ): Promise<Append> {
    this.#turn++;
    const actorId = `person-${randomUUID()}` as const;
    const commandId = randomUUID();
    const occasion = { actorId, commandId, correlationId: commandId, occurredAt: '2025-01-10T01:00:00.000Z' };
    const fields = personalFields(findingEvents.facts[type].schema);
    const sealed = await this.on.personal.seal({ stream, eventId: eventId(occasion, 0) }, fields, data);
    return {
      ...{ stream, expected, occasion: { ...occasion, source: 'web' }, commandHash: 'cd'.repeat(32) },
      events: [{ type, schemaVersion: 1, data: sealed }],
    };
  }
}
