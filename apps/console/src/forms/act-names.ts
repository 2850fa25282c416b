import { CATALOGUE, type Catalogue } from '../words/catalogue';

type NameIn<K> = K extends `act.do.${infer Name}` ? Name : never;

/** The commands that the console has words for, by the names of their mutations. */
export type ActName = NameIn<keyof Catalogue>;

/** Forward along the course: what others wait for is said first. */
const FORWARD: readonly ActName[] = [
  ...(['acceptAssignment', 'signTransfer', 'assignParty', 'transferAssignment', 'waiveParty'] as const),
  ...(['confirmFinding', 'orderRectification', 'acknowledgeRectification', 'submitPlan', 'approvePlan'] as const),
  ...(['reportCompletion', 'reportImmediateFix', 'assignVerifier', 'passVerification', 'failVerification'] as const),
  ...(['approveCloseOut', 'refuseCloseOut', 'recordLookBack', 'reopenRectification'] as const),
];

/** Whether the console has words for a command; the others are done elsewhere. */
export const isActName = (command: string): command is ActName => `act.do.${command}` in CATALOGUE;

/** What the viewer may do about something, or not and why. */
interface Possible {
  readonly command: string;
  readonly allowed: boolean;
  readonly code: string | null;
}

const placeOf = ({ command }: Possible): number => {
  const place = FORWARD.findIndex((name) => name === command);
  return place === -1 ? FORWARD.length : place;
};

/** Not theirs by their role: whatever becomes of it, others will do it. */
const isForOthers = ({ code }: Possible): boolean => code === 'ROLE_MAY_NOT';

/** What can be done now, what cannot yet, and what is for others; each in the order of the course. */
export const sortedOut = <P extends Possible>(possible: readonly P[]) => {
  const inOrder = possible.toSorted((one, other) => placeOf(one) - placeOf(other));
  const no = inOrder.filter(({ allowed }) => !allowed);
  return {
    now: inOrder.filter(({ allowed }) => allowed),
    notYet: no.filter((one) => !isForOthers(one)),
    forOthers: no.filter(isForOthers),
  };
};
