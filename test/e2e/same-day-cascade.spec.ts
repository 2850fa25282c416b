import {
  deliverIssued,
  directive,
  issueRelayed,
  receipt,
  type Between,
  type DirectiveCommand,
  type ReceiptCommand,
} from '#contexts/directives';
import { organisation, territory } from '#contexts/parties';
import {
  decode,
  evolve,
  foldedRows,
  sourceOf,
  type Ask,
  type Decider,
  type Id,
  type Message,
  type Role,
  type ViewOf,
} from '#kernel';
import { datedByClock, Decide, DecideHandler, idBetween, type Outcome } from '#platform/decide';
import { MemoryEventStore, uuidV5, type StoredEvent } from '#platform/event-store';
import { MemoryKeyStore, PersonalDataCipher } from '#platform/personal-data';
import type { Views } from '#platform/views';
import { describe, expect, it } from '@jest/globals';
import { aDraft } from '../../libs/contexts/directives/content/content.examples.js';
import { the } from '../../libs/contexts/directives/directives.examples.js';
import { pageOfCascade } from '../../libs/contexts/directives/cascade/cascade.loader.js';
import { directiveCard } from '../../libs/contexts/directives/directive/views/directive-card.view.js';

const POLICIES = [deliverIssued, issueRelayed];
const [PROVINCE, CITY, COUNTY] = [1, 2, 3];
const paths = { [PROVINCE]: [1], [CITY]: [1, 2], [COUNTY]: [1, 2, 3] };
const pathTo = (place: number) =>
  (paths[place] ?? []).map((n) => `${the('territory', n).slice('territory-'.length)}/`).join('');
/** A clock time of 17 March in China. */
const at = (time: string) => new Date(`2022-03-17T${time}:00+08:00`).toISOString();

/** A log, the one handler, and the policies: everything but the database and the network. */
class World {
  readonly store = new MemoryEventStore();
  readonly #handler = new DecideHandler(
    this.store,
    new PersonalDataCipher(new MemoryKeyStore()),
    datedByClock(() => new Date()),
  );
  #commands = 0;
  #followed = 0;

  /** Somebody of the body of this place asks, in this role; policies have their say before it returns. */
  async ask(place: number, role: Role, time: string, ask: Ask): Promise<Outcome> {
    const outcome = await this.#decide(ask, { place, role, time: at(time) });
    await this.#follow();
    return outcome;
  }

  /** The rows of a view as the log makes them, by key. */
  async rows<Row extends object>(view: ViewOf<Row>): Promise<Map<string, Row>> {
    const rows = new Map<string, Row>();
    for (const event of await this.#events()) {
      const source = sourceOf(view, event.stream);
      const changed = source ? foldedRows(view, decode(source, event), event, (key) => rows.get(key)) : [];
      for (const { key, row } of changed) if (row) rows.set(key, row);
    }
    return rows;
  }

  #events = () => this.store.readAll({ after: 'start', limit: 1000 });

  #decide({ decider: any, stream, command }: Ask, as: { place: number; role: Role; time: string }): Promise<Outcome> {
    const decider = any as Decider<unknown, Message, Message, string>;
    const commandId = uuidV5(String(this.#commands++), '5a1f6b0e-3c57-4d0e-9a54-51fa46000009');
    const actorId = the('person', as.place);
    const orgId = the('organisation', as.place);
    const asked = new Decide(decider, stream, command, {
      actor: { actorId, orgId, grants: [{ role: as.role, territory: pathTo(as.place), orgId }] },
      occasion: { actorId, orgId, occurredAt: as.time, commandId, correlationId: commandId, source: 'web' },
    });
    return this.#handler.execute(asked);
  }

  async #follow(): Promise<void> {
    for (let events = await this.#events(); this.#followed < events.length; events = await this.#events()) {
      const event = events[this.#followed++];
      for (const ask of event ? this.#asksOf(event, events) : []) {
        await this.#decide(ask, { place: 0, role: 'system', time: new Date().toISOString() });
      }
    }
  }

  #asksOf(event: StoredEvent, events: readonly StoredEvent[]): readonly Ask[] {
    return POLICIES.filter(({ of }) => event.stream.startsWith(`${of.kind}-`)).flatMap(({ of, on }) => {
      const history = events.filter(({ stream, revision }) => stream === event.stream && revision <= event.revision);
      const state = history.reduce<never>(
        (s, one) => evolve<unknown>(of, s, decode(of.events, one), one) as never,
        of.initial as never,
      );
      const reaction = (
        on as Record<string, ((data: never, s: never, happening: StoredEvent) => readonly Ask[]) | undefined>
      )[event.type];
      return reaction?.(decode(of.events, event).data as never, state, event) ?? [];
    });
  }
}

const settle = async (world: World): Promise<void> => {
  for (const [place, level] of [
    [PROVINCE, 'province'],
    [CITY, 'city'],
    [COUNTY, 'county'],
  ] as const) {
    const territoryId = the('territory', place);
    const above = place > 1 ? { parentId: the('territory', place - 1) } : {};
    const validFrom = '2000-01-01T00:00:00.000Z';
    const add = { type: 'AddTerritory', data: { name: level, level, validFrom, ...above } } as const;
    await world.ask(0, 'admin', '08:00', { decider: territory, stream: territoryId, command: add });
    const data = { name: `HQ of the ${level}`, orgKind: 'headquarters', territoryId, temporary: true } as const;
    const create = { type: 'CreateOrganisation', data } as const;
    await world.ask(0, 'admin', '08:00', {
      ...{ decider: organisation, stream: the('organisation', place), command: create },
    });
  }
};

const about = (id: Id<'directive'>, command: DirectiveCommand): Ask => ({ decider: directive, stream: id, command });

const receiving = (command: Extract<ReceiptCommand, { readonly data: Between }>): Ask => ({
  decider: receipt,
  stream: idBetween('receipt', command.data.directiveId, command.data.recipientId),
  command,
});

const addressee = (id: Id<'directive'>, place: number) => ({
  orgId: the('organisation', place),
  receiptId: idBetween('receipt', id, the('organisation', place)),
});

describe('a directive from the province to the county, through the one handler and the policies', () => {
  const [top, child] = [the('directive', 1), the('directive', 2)];
  const ofCity = { directiveId: top, recipientId: the('organisation', CITY) };
  const acknowledge = { type: 'AcknowledgeDirective', data: ofCity } as const;
  const below = {
    type: 'AcknowledgeDirective',
    data: { directiveId: child, recipientId: the('organisation', COUNTY) },
  } as const;

  it('is delivered, signed for, relayed with the same text, and shown as a cascade', async () => {
    const world = new World();
    await settle(world);
    const codes: string[] = [];
    const ask = async (place: number, role: Role, time: string, asked: Ask) => {
      const outcome = await world.ask(place, role, time, asked);
      codes.push(outcome.recorded ? 'recorded' : outcome.code);
    };
    const issue = { type: 'IssueDirective', data: { recipients: [addressee(top, CITY)] } } as const;
    const relay = {
      type: 'RelayDirective',
      data: { ...ofCity, childId: child, recipients: [addressee(child, COUNTY)] },
    } as const;

    await ask(PROVINCE, 'hq', '19:00', about(top, { type: 'DraftDirective', data: aDraft() }));
    await ask(PROVINCE, 'hq', '19:10', about(top, { type: 'SubmitForSignOff', data: {} }));
    await ask(PROVINCE, 'hq', '19:20', about(top, issue));
    await ask(PROVINCE, 'commander', '19:30', about(top, issue));
    await ask(CITY, 'hq', '20:00', receiving(relay));
    await ask(PROVINCE, 'hq', '20:05', receiving(acknowledge));
    await ask(CITY, 'hq', '20:10', receiving(acknowledge));
    await ask(CITY, 'hq', '21:00', receiving(relay));
    await ask(COUNTY, 'unit', '21:40', receiving(below));
    expect(codes).toEqual([
      ...['recorded', 'recorded', 'ROLE_MAY_NOT', 'recorded'],
      ...['NOT_ACKNOWLEDGED', 'NOT_THE_RECIPIENT', 'recorded', 'recorded', 'recorded'],
    ]);

    const cards = await world.rows(directiveCard);
    expect([...cards.values()].map(({ text }) => text)).toEqual([aDraft().text, aDraft().text]);
    const views: Pick<Views, 'many'> = {
      many: async (view, keys) => new Map([...(await world.rows(view))].filter(([key]) => keys.includes(key))),
    };
    const actor = { actorId: the('person', PROVINCE), orgId: the('organisation', PROVINCE), grants: [] };
    const { edges } = await pageOfCascade(views, top, { first: 100 }, { actor });
    expect(edges.map(({ node }) => node)).toMatchObject([
      {
        depth: 0,
        directiveId: top,
        recipientId: the('organisation', CITY),
        minutesToAcknowledge: 40,
        minutesToRelay: 50,
        sameDay: true,
      },
      {
        depth: 1,
        directiveId: child,
        parentId: top,
        recipientId: the('organisation', COUNTY),
        issuedAt: at('21:00'),
        minutesToAcknowledge: 40,
        sameDay: true,
      },
    ]);
  });
});
