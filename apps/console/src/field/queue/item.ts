import type { Failure } from '../../api/failure';

/** What is entered of one finding. */
export interface Entered {
  /** How it came to be seen: on an inspection, or by a unit that looks at itself. */
  readonly kind: string;
  readonly place: string;
  readonly territoryId: string | undefined;
  readonly dutyPointId: string | undefined;
  readonly class: string;
  readonly description: string;
  readonly severity: string;
  readonly unitId: string | undefined;
  /** When it was seen, where somebody said so; the moment of saving otherwise. */
  readonly seenAt: string | undefined;
}

/** A picture that belongs to a finding; its bytes lie beside it until the log has the finding. */
export interface Photo {
  readonly id: string;
  /** Its upload is named by it: begun again, it goes on where it stopped. */
  readonly uploadId: string;
  readonly name: string;
  readonly bytes: number;
  /** How large it was when it was taken, where it was made smaller. */
  readonly takenBytes?: number;
  readonly sha256: string;
  /** Its name in the store, once it is there. */
  readonly evidenceId?: string | undefined;
}

/** In which post somebody wrote it: it is sent in no other. */
export interface Capacity {
  readonly postId: string;
  readonly orgId: string;
}

/** What the log answered. */
export interface Receipt {
  readonly position: string;
  readonly findingId: string;
  readonly at: string;
}

export interface Refusal extends Failure {
  /** Findings that stand against it. */
  readonly others?: readonly string[] | undefined;
}

/** Where a finding is on its way from the phone into the log. */
export type Standing = 'draft' | 'waiting' | 'failed' | 'sent';

/** A finding, as the phone keeps it. */
export interface Item {
  readonly id: string;
  /** Whose it is: nobody else reads or sends it. */
  readonly owner: string;
  readonly capacity: Capacity;
  readonly standing: Standing;
  readonly entered: Entered;
  readonly photos: readonly Photo[];
  /** The same for every try, until the log says no. */
  readonly commandId: string;
  /** Its place in the order in which this phone sends. */
  readonly sequence: number;
  /** When it was saved, by this phone. */
  readonly savedAt: string | undefined;
  /** Findings that look the same and are others, as somebody said. */
  readonly notDuplicateOf?: readonly string[] | undefined;
  /** What is sent, word for word, from the first try on. */
  readonly input?: Readonly<Record<string, unknown>> | undefined;
  /** Why it was not sent: for good where it failed, for now where it waits. */
  readonly failure?: Refusal | undefined;
  readonly receipt?: Receipt | undefined;
}

interface Saved {
  readonly at: string;
  readonly sequence: number;
  readonly commandId: string;
  readonly capacity: Capacity;
}

/** It is to be sent, after all that were saved before it. */
export const saved = (item: Item, { at, ...rest }: Saved): Item => ({
  ...item,
  ...rest,
  standing: 'waiting',
  savedAt: item.savedAt ?? at,
  input: undefined,
  failure: undefined,
});

/** The log said no: it is set aside until somebody sees to it. Whoever sends it again sends something else. */
export const refused = (item: Item, failure: Refusal): Item => ({ ...item, standing: 'failed', failure });

/** It was not sent for now, and something was in the way. */
export const held = (item: Item, failure: Refusal): Item => ({ ...item, failure });

/** The log has it. */
export const received = (item: Item, receipt: Receipt): Item => ({
  ...item,
  standing: 'sent',
  receipt,
  failure: undefined,
});

/** Files that are not taken any more are uploaded again: the phone still has them. */
const renewed = ({ failure, photos }: Item, newId: () => string): readonly Photo[] =>
  failure?.code.includes('EVIDENCE') === true
    ? photos.map((photo) => ({ ...photo, uploadId: newId(), evidenceId: undefined }))
    : photos;

/** One that nobody has, for whoever puts it right. */
export const reopened = (item: Item, newId: () => string): Item => ({
  ...item,
  photos: renewed(item, newId),
  standing: 'draft',
  failure: undefined,
  input: undefined,
});

/** The same, with what stands against it named as others. */
export const asAnother = (item: Item, newId: () => string): Item => ({
  ...reopened(item, newId),
  notDuplicateOf: [...new Set([...(item.notDuplicateOf ?? []), ...(item.failure?.others ?? [])])],
});

/** Whether it was written in this post. */
export const isWrittenIn = ({ capacity }: Item, { postId, orgId }: Capacity): boolean =>
  capacity.postId === postId && capacity.orgId === orgId;

/** As long as it was never tried nobody else knows of it. */
export const mayBeChanged = ({ standing, input }: Item): boolean =>
  standing === 'failed' || (standing === 'waiting' && input === undefined);

/** Whether the log does not have it. */
export const isUnsent = ({ standing }: Pick<Item, 'standing'>): boolean =>
  standing === 'waiting' || standing === 'failed';

const HOUR = 3_600_000;
export const isOld = ({ savedAt }: Item, now: number, hours: number): boolean =>
  savedAt !== undefined && now - Date.parse(savedAt) > hours * HOUR;

/** What has been sent stays to be seen for so long. */
const SHOWN_HOURS = 7 * 24;
export const isDone = ({ receipt }: Item, now: number): boolean =>
  receipt !== undefined && now - Date.parse(receipt.at) > SHOWN_HOURS * HOUR;

/** Without those that look like others. */
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** A code to read out or write down, from the id: it stays the same whatever becomes of the finding. */
export const codeOf = ({ id }: Pick<Item, 'id'>): string => {
  const bits = Number.parseInt(id.replaceAll('-', '').slice(0, 7), 16);
  const signs = [...Array(5).keys()].map((at) => LETTERS[Math.floor(bits / 32 ** at) % 32] ?? '');
  return `${signs.slice(0, 3).join('')}-${signs.slice(3).join('')}`;
};
