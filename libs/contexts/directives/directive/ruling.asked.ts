import type { Id, Occasion } from '#kernel';
import { asksFor, type Asking } from '../content/tie.words.js';
import { aheadAbout } from './ahead.js';
import type { DirectiveEvent } from './directive.events.js';
import type { DirectiveState } from './directive.standing.js';
import { rulingOn, type Requested } from './requests.js';
import type { Ruling } from './ruling.facts.js';

type There = Exclude<DirectiveState, { is: 'new' }>;

/** What a ruling says: to which kind of request, and whether it grants it. */
export interface Says {
  readonly to: Asking;
  readonly type: Extract<
    DirectiveEvent['type'],
    'ClauseExempted' | 'ExemptionRefused' | 'LaterDueGranted' | 'LaterDueRefused'
  >;
  readonly granted: boolean;
}

export const SAYS = {
  ExemptClause: { to: 'exempted', type: 'ClauseExempted', granted: true },
  RefuseExemption: { to: 'exempted', type: 'ExemptionRefused', granted: false },
  GrantLaterDue: { to: 'later', type: 'LaterDueGranted', granted: true },
  RefuseLaterDue: { to: 'later', type: 'LaterDueRefused', granted: false },
} as const satisfies Readonly<Record<string, Says>>;

/** Something that is asked for, ahead of the text or by its clause map: by whom, and in whose name, and what was said to it last. */
interface Asked extends Requested {
  readonly askers: readonly Occasion['actorId'][];
  readonly granted?: boolean | undefined;
}

/** All that is asked for in this way; what is asked ahead of the text stands for what the text says of the same clause. */
export const allAsked = ({ content, ahead, written, rulings }: There, to: Asking): readonly Asked[] => {
  const first = to === 'later' ? ahead : [];
  const said = content.clauseMap.filter((entry) => entry.how === to && !aheadAbout(first, entry));
  return [
    ...first.map(({ directiveId, asked, askers, granted }) => ({ directiveId, clause: asked.clause, askers, granted })),
    ...said.map(({ directiveId, clause }) => ({
      ...{ directiveId, clause, askers: written.doers },
      granted: rulingOn(rulings, { directiveId, clause })?.granted,
    })),
  ];
};

export const asksNothing = ({ content, ahead }: There): boolean =>
  ahead.length === 0 && !content.clauseMap.some(({ how }) => asksFor(how));

/** Whether something is asked of this body. */
export const isTheirs =
  ({ parents }: Ruling, orgId: Id<'organisation'> | undefined) =>
  ({ directiveId }: Pick<Requested, 'directiveId'>): boolean =>
    orgId !== undefined && parents.get(directiveId)?.orgId === orgId;
