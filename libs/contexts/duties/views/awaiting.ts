import { grantsOfRole, hasOneOf, type Actor } from '#access';
import type { Id } from '#kernel';
import type { Way } from '#platform/views';
import { dutyPointCommands } from '../duty-point.commands.js';
import type { DutyPointCard } from './duty-point-card.js';

const { AcceptAssignment, AcceptLink, SignTransfer } = dutyPointCommands.declared;

type Holder = DutyPointCard['pastHolders'][number] | DutyPointCard['transfers'][number];

/** Somebody who holds, or is to hold: a person for a body, or the body alone. */
const nameOf = ({ organisation, person }: Pick<Holder, 'organisation' | 'person'>): string =>
  [organisation.id, ...(person ? [person.id] : [])].join(' ');

const holdersIn = ({ territorial, departmental, unit, individual }: DutyPointCard) =>
  [territorial, departmental, unit, individual].flatMap(({ lead, assisting }) => [
    ...(lead ? [lead] : []),
    ...assisting,
  ]);

/** Those who still have to sign a handover. */
const unsignedBy = (card: DutyPointCard) =>
  card.transfers.flatMap((transfer) => {
    const { assignmentId, signed } = transfer;
    const outgoing = holdersIn(card).filter((one) => one.assignmentId === assignmentId);
    const isGivenUp = signed.includes('outgoing') || signed.includes('superior');
    return [...(isGivenUp ? [] : outgoing), ...(signed.includes('incoming') ? [] : [transfer])];
  });

/** Every territory that holds a path, the root of all included. */
const placesAbove = (path: string): readonly string[] =>
  ['', ...path.split('/').slice(0, -1)].map((_, index, parts) =>
    parts
      .slice(1, index + 1)
      .map((one) => `${one}/`)
      .join(''),
  );

/** Whom a duty point waits for: who has not accepted, who has not signed, and who governs a place that is asked for a link. */
export const awaitedAt = (card: DutyPointCard): string[] => [
  ...new Set([
    ...holdersIn(card)
      .filter(({ acceptedAt }) => acceptedAt === undefined)
      .map((one) => `accept ${nameOf(one)}`),
    ...unsignedBy(card).map((one) => `sign ${nameOf(one)}`),
    ...(card.offeredLinks.length > 0 ? placesAbove(card.territoryPath).map((path) => `link ${path}`) : []),
  ]),
];

const asHolder = (what: string, { orgId, actorId }: { readonly orgId: Id; readonly actorId: Id }) => [
  `${what} ${orgId}`,
  `${what} ${orgId} ${actorId}`,
];

/** The ways in which a duty point can wait for somebody: to accept, to sign, or to answer for their place. */
export const dutiesAwaiting = (viewer: Actor): readonly Way<DutyPointCard>[] => {
  const tokens = [
    ...(hasOneOf(viewer, AcceptAssignment.who) ? asHolder('accept', viewer) : []),
    ...(hasOneOf(viewer, SignTransfer.who) ? asHolder('sign', viewer) : []),
    ...grantsOfRole(viewer, AcceptLink.who).flatMap(({ territory }) =>
      territory === undefined ? [] : [`link ${territory}`],
    ),
  ];
  return tokens.length > 0 ? [{ where: { awaits: tokens } }] : [];
};
