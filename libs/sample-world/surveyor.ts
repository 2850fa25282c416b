import type { LeaderRole, Level, OrgKind } from '#contexts/parties';
import { idOf, pathBelow, type Role } from '#kernel';
import type { Chance } from './chance.js';
import { codes, personName } from './names.js';
import { unitOf } from './unit-names.js';
import type { Body, Headquarters, Officer, Place, Province, SupervisionOffice, Unit } from './province.js';
import type { Size } from './size.js';

type As = readonly [role: Role, title: string, leaderRole?: LeaderRole];

/** Draws an invented province; nothing has happened in it yet. */
export class Surveyor {
  #people = 0;

  constructor(private readonly chance: Chance) {}

  survey({ cities, counties, townships, units }: Size): Province {
    const top = this.headquarters(this.place('province', 'G省'));
    const cityHqs = this.below([top], cities, 'city');
    const countyHqs = this.below(cityHqs, counties, 'county');
    const townshipHqs = this.below(countyHqs, townships, 'township');
    const offices = new Map(countyHqs.map((hq) => [hq.body.place, this.office(hq)]));
    const all = spread(townshipHqs, units).flatMap(([hq, n]) => {
      const office = offices.get(hq.body.place.parent ?? hq.body.place);
      if (!office) throw new Error(`${hq.body.name} lies in no county`);
      return [this.unit(hq, office, n)];
    });
    const [first, ...others] = all;
    if (!first) throw new Error('a province has units');
    const admin = this.officer(top.body, ['admin', '系统管理员']);
    const headquarters = [top, ...cityHqs, ...countyHqs, ...townshipHqs];
    return { top, headquarters, offices: [...offices.values()], units: [first, ...others], admin };
  }

  private below(above: readonly Headquarters[], count: number, level: Level): readonly Headquarters[] {
    return spread(above, count).map(([hq, n]) => {
      const made = this.headquarters(this.place(level, codes(level, hq.body.place.name, n), hq.body.place), hq.body);
      hq.below.push(made);
      return made;
    });
  }

  private place(level: Level, name: string, parent?: Place): Place {
    const id = idOf('territory', this.chance.uuid());
    return { id, name, level, ...(parent && { parent }), path: pathBelow(parent?.path ?? '', id) };
  }

  private body(place: Place, kind: OrgKind, name: string, parent?: Body): Body {
    return { id: idOf('organisation', this.chance.uuid()), name, kind, place, ...(parent && { parent }) };
  }

  private headquarters(place: Place, parent?: Body): Headquarters {
    const body = this.body(place, 'headquarters', `${place.name}指挥部`, parent);
    return {
      body,
      clerk: this.officer(body, ['hq', '指挥部办公室干部']),
      commander: this.officer(body, ['commander', '指挥长', 'principal']),
      below: [],
      units: [],
    };
  }

  private office({ body: { place } }: Headquarters): SupervisionOffice {
    const body = this.body(place, 'supervisionOffice', `${place.name}督查室`);
    const inspector = () => this.officer(body, ['inspector', '督查员']);
    return {
      body,
      inspectors: [inspector(), inspector()],
      lead: this.officer(body, ['lead', '督查组组长']),
      officer: this.officer(body, ['supervision', '督查室干部']),
      head: this.officer(body, ['supervision-head', '督查室主任', 'principal']),
    };
  }

  private unit(hq: Headquarters, office: SupervisionOffice, n: number): Unit {
    const { kind, name } = unitOf(hq.body.place.name, n);
    const body = this.body(hq.body.place, kind, name, hq.body);
    const head = this.officer(body, ['unit-head', '单位主要负责人', 'principal']);
    const unit: Unit = { body, head, office, duties: [] };
    hq.units.push(unit);
    return unit;
  }

  private officer(body: Body, [role, title, leaderRole]: As): Officer {
    const { place } = body;
    return {
      actorId: idOf('person', this.chance.uuid()),
      postId: idOf('post', this.chance.uuid()),
      orgId: body.id,
      territoryId: place.id,
      grants: [{ role, territory: place.path, orgId: body.id }],
      name: personName(this.#people++),
      ...{ title, body },
      ...(leaderRole && { leaderRole }),
    };
  }
}

/** So many, spread evenly over those above them; each with its number there, from 1. */
const spread = <T>(above: readonly T[], count: number): readonly (readonly [T, number])[] => {
  const first = new Map<T, number>();
  return Array.from({ length: count }, (_, index) => {
    const one = above[Math.floor((index * above.length) / count)];
    if (one === undefined) throw new Error('nothing to stand below');
    if (!first.has(one)) first.set(one, index);
    return [one, index - (first.get(one) ?? index) + 1] as const;
  });
};
