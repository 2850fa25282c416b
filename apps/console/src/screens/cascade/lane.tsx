import { placeOn, type Axis } from './axis';
import css from './lane.module.css';
import { isBroken } from './hops';
import type { Hop } from './query';

interface Props {
  readonly hop: Hop;
  readonly axis: Axis;
}

const between = (from: number, to: number) => ({ left: `${from}%`, width: `${to - from}%` });

/** When one body had the order: how long it waited to be signed for, and then to be passed on; broken until now. The columns say the same. */
export const Lane = ({ hop, axis }: Props) => {
  const { issuedAt, deliveredAt, acknowledgedAt, relayedAt, recipient } = hop;
  const from = recipient === null ? null : (deliveredAt ?? issuedAt);
  const start = from === null ? undefined : placeOn(axis, from);
  const signed = acknowledgedAt === null ? undefined : placeOn(axis, acknowledgedAt);
  const passed = relayedAt === null ? undefined : placeOn(axis, relayedAt);
  return (
    <span className={css.lane} aria-hidden>
      {axis.lines.map((line) => (
        <i key={line} className={css.line} style={{ left: `${(line / axis.span) * 100}%` }} />
      ))}
      {start !== undefined && signed !== undefined && <i className={css.waits} style={between(start, signed)} />}
      {signed !== undefined && passed !== undefined && <i className={css.passes} style={between(signed, passed)} />}
      {start !== undefined && isBroken(hop) && <i className={css.broken} style={{ left: `${signed ?? start}%` }} />}
    </span>
  );
};
