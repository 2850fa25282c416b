import type { Actor } from '#access';
import type { LeaderRole, Level, OrgKind } from '#contexts/parties';
import type { Id, TerritoryPath } from '#kernel';
import type { Some } from './chance.js';

export interface Place {
  readonly id: Id<'territory'>;
  readonly name: string;
  readonly level: Level;
  readonly parent?: Place;
  readonly path: TerritoryPath;
}

export interface Body {
  readonly id: Id<'organisation'>;
  readonly name: string;
  readonly kind: OrgKind;
  readonly place: Place;
  readonly parent?: Body;
}

/** Somebody in a post, who acts in the capacity of that post. */
export interface Officer extends Actor {
  readonly actorId: Id<'person'>;
  readonly postId: Id<'post'>;
  readonly name: string;
  readonly title: string;
  readonly leaderRole?: LeaderRole;
  readonly body: Body;
}

export interface Headquarters {
  readonly body: Body;
  readonly clerk: Officer;
  readonly commander: Officer;
  readonly below: Headquarters[];
  readonly units: Unit[];
}

export interface SupervisionOffice {
  readonly body: Body;
  readonly inspectors: readonly [Officer, Officer];
  readonly lead: Officer;
  readonly officer: Officer;
  readonly head: Officer;
}

/** A unit, who supervises it, and the steps of work that it answers for. */
export interface Unit {
  readonly body: Body;
  readonly head: Officer;
  readonly office: SupervisionOffice;
  readonly duties: Id<'dutyPoint'>[];
}

export interface Province {
  readonly top: Headquarters;
  readonly headquarters: readonly Headquarters[];
  readonly offices: readonly SupervisionOffice[];
  readonly units: Some<Unit>;
  readonly admin: Officer;
}
