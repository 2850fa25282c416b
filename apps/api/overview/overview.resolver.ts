import { WITHIN_REACH, type Actor } from '#access';
import { latestCascades } from '#contexts/directives/directives.module';
import { placeFigures, unownedDuties } from '#contexts/duties/duties.module';
import { findingFigures } from '#contexts/findings/findings.module';
import { placesBelow } from '#contexts/parties/parties.module';
import { bilingual, ref, type Id } from '#kernel';
import { EVENT_STORE, type EventStore } from '#platform/event-store';
import { LookArgs, looking, MayAsk, objectTypeOf, Viewer } from '#platform/graphql';
import { VIEWS, type Looking, type Views } from '#platform/views';
import { Inject } from '@nestjs/common';
import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { OverviewArgs } from './overview.args.js';
import { overviewRow, type Overview } from './overview.row.js';
import { recordedToday } from './recorded-today.js';
import { figure, weeksBefore } from './weeks.js';

type Figures = Pick<Overview, 'at' | 'unowned' | 'open' | 'dueSoon' | 'overdue' | 'recurred'>;

const OverviewType = objectTypeOf(overviewRow);

/** What a headquarters looks at first: every figure is that of the list that it leads to. */
@Resolver()
export class OverviewResolver {
  constructor(
    @Inject(VIEWS) private readonly views: Views,
    @Inject(EVENT_STORE) private readonly events: Pick<EventStore, 'positionAt' | 'scan'>,
  ) {}

  @MayAsk(WITHIN_REACH)
  @Query(() => OverviewType, {
    description: bilingual({
      en: 'What there is to answer for within reach, each figure beside its own last four weeks.',
      zh: '查看范围内的责任与问题概况，各数与其前四周并列。',
    }),
  })
  async overview(@Args() { placesOf, ...look }: OverviewArgs, @Viewer() viewer: Actor) {
    const how = looking(viewer, look);
    const [places, orders] = [() => this.places(placesOf, how), () => this.orders(how)];
    const figures = await this.figures(how);
    const today = () => recordedToday(this.events, figures.at);
    return {
      ...figures,
      // Read only where somebody asks for them.
      get places() {
        return places();
      },
      get orders() {
        return orders();
      },
      get recordedToday() {
        return today();
      },
    };
  }

  @MayAsk(WITHIN_REACH)
  @Query(() => Int, {
    description: bilingual({
      en: 'How many duties nobody holds, in whole or for a party: each once. It costs less than the overview.',
      zh: '无人承担的责任点数（每点计一次）；比总览省。',
    }),
  })
  unowned(@Args() look: LookArgs, @Viewer() viewer: Actor): Promise<number> {
    return unownedDuties(this.views, looking(viewer, look));
  }

  private async figures(how: Looking): Promise<Figures> {
    const at = await this.views.instant(how);
    const counts = async (one: Looking) => ({
      ...(await findingFigures(this.views, one)),
      unowned: await unownedDuties(this.views, one),
    });
    const [now, ...weeks] = await Promise.all([counts(how), ...weeksBefore(how, at).map(counts)]);
    const of = (name: keyof typeof now) => figure(now, weeks, name);
    return {
      ...{ at, unowned: of('unowned'), open: of('open') },
      ...{ dueSoon: of('dueSoon'), overdue: of('overdue'), recurred: of('recurred') },
    };
  }

  private async places(parent: Id<'territory'> | undefined, how: Looking): Promise<Overview['places']> {
    const ids = parent === undefined ? [] : await placesBelow(this.views, parent, how);
    return Promise.all(
      ids.map(async (id) => {
        const { dutyPoints, lacking } = await placeFigures(this.views, id, how);
        return { territory: ref(id), dutyPoints, ...lacking };
      }),
    );
  }

  private async orders(how: Looking): Promise<Overview['orders']> {
    const found = await latestCascades(this.views, how);
    return found.map(({ directiveId, issuerId, ...reach }) => ({
      directive: ref(directiveId),
      issuer: ref(issuerId),
      ...reach,
    }));
  }
}
