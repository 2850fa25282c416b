import type { Item } from './item';

interface Sent {
  readonly deviceId: string;
  /** The log goes by a clock of its own. */
  readonly isStory: boolean;
}

const seenAt = ({ entered, savedAt }: Item, { isStory }: Sent): string | undefined =>
  entered.seenAt ?? (isStory ? undefined : savedAt);

const given = (values: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

/** What is sent of a finding. It was seen when somebody says so, or when it was saved by the clock of the phone. */
export const inputOf = (item: Item, sent: Sent): Readonly<Record<string, unknown>> => {
  const { kind, class: of, severity, place, territoryId, dutyPointId, unitId, description } = item.entered;
  return given({
    ...{ commandId: item.commandId, deviceId: sent.deviceId, source: 'mobile', occurredAt: seenAt(item, sent) },
    ...{ kind, class: of, severity, place: place.trim(), territoryId, dutyPointId, subjectOrgId: unitId },
    description: description.trim(),
    evidence: item.photos.map(({ evidenceId }) => evidenceId),
    notDuplicateOf: item.notDuplicateOf?.length ? item.notDuplicateOf : undefined,
  });
};
