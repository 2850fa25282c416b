import type { Item } from './item';

interface Sent {
  readonly deviceId: string;
  /** A moment of the phone's clock, as the log tells it. */
  readonly byLog: (at: string) => string;
}

const seenAt = ({ entered, savedAt }: Item, { byLog }: Sent): string | undefined =>
  entered.seenAt ?? (savedAt && byLog(savedAt));

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
