import { DamagedHistory, KnownDamages, type Damage } from '#platform/event-store';
import type { LogRecord } from '#platform/log-tools';
import { Access } from './access.js';
import type { Recorded } from './calls.js';
import { ForeignEvent } from './errors.js';
import { subjectOf, takenBy } from './retention.js';
import { isForReaders, recordOf } from './stored.js';

/** The last revision that there can be: its event closes a stream for ever (kurrentdb.md 6, row 17). */
const TOMBSTONE = '$streamDeleted';

/**
 * What a process has come upon that is no event of this log, or keeps events of it back. The log of all streams says most of it in
 * passing: the metadata of streams, the ends of streams, and what others wrote.
 */
export class LogDamages {
  readonly known = new KnownDamages();
  readonly access = new Access();

  /** A record of the whole log as an event for readers; what is none is looked at, and left out. */
  passing(event: Recorded): LogRecord | undefined {
    if (!isForReaders(event)) {
      this.told(event);
      return undefined;
    }
    try {
      if (event.type === TOMBSTONE) this.told(event);
      else return recordOf(event);
    } catch (error) {
      if (!(error instanceof ForeignEvent)) throw error;
      this.known.note('foreign', damageBy(event, error));
    }
    return undefined;
  }

  /** An event of one stream that somebody asked for. Throws DamagedHistory when it is not ours. */
  asked(event: Recorded): LogRecord {
    try {
      return recordOf(event);
    } catch (error) {
      if (!(error instanceof ForeignEvent)) throw error;
      const damage = damageBy(event, error);
      this.known.note('foreign', damage);
      throw new DamagedHistory(damage);
    }
  }

  /** What the system's own records say of a stream: the last one counts. */
  told(event: Recorded): void {
    const { type, streamId, data } = event;
    if (type === TOMBSTONE) this.known.note('closed', closed(streamId, placeOf(event)));
    this.access.told(event);
    const stream = subjectOf(streamId);
    if (stream === undefined) return;
    const reason = takenBy(data);
    if (reason === undefined) this.known.mended('metadata', stream);
    else this.known.note('metadata', { stream, position: placeOf(event), reason });
  }

  /** The server says of a stream that it is closed; where its end stands is known if somebody came by it. */
  isClosed(stream: string): DamagedHistory {
    const damage = this.known.find('closed', stream) ?? closed(stream, 0n);
    this.known.note('closed', damage);
    return new DamagedHistory(damage);
  }

  /** The server counted on from events that it keeps back. */
  counted(stream: string, revision: bigint, position = 0n): DamagedHistory {
    const reason = `took its first event as revision ${String(revision)}: what was before is kept back 首个事件被计为版本 ${String(revision)}，之前的事件已不可读`;
    const damage = { stream, position, reason };
    this.known.note('counted', damage);
    return new DamagedHistory(damage);
  }

  /** What was said of a stream of which nothing can be read. */
  ofMissing(stream: string): Damage | undefined {
    return this.known.find('metadata', stream) ?? this.known.find('closed', stream);
  }
}

const closed = (stream: string, position: bigint): Damage => ({
  ...{ stream, position },
  reason: 'was closed for ever by a tombstone: its events cannot be read 事件流已被永久删除，其事件不可读',
});

const placeOf = ({ position }: Recorded): bigint => position?.commit ?? 0n;

const damageBy = (event: Recorded, { why }: ForeignEvent): Damage => ({
  stream: event.streamId,
  position: placeOf(event),
  reason: `revision ${String(event.revision)} was written by something else than Sifang (${why}): the log must be its alone 由其他程序写入，此日志只能由四方写入`,
});
