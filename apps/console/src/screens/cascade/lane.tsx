import { placeOn, stretchOn, type Axis } from './axis';
import css from './lane.module.css';
import { isBroken } from './hops';
import type { Hop } from './query';

interface Props {
  readonly hop: Hop;
  readonly axis: Axis;
}

/** When one body had the order: how long it waited to be signed for, and then to be passed on; broken until now. The columns say the same. */
export const Lane = ({ hop, axis }: Props) => {
  const { issuedAt, deliveredAt, acknowledgedAt, relayedAt, recipient } = hop;
  const from = recipient === null ? null : (deliveredAt ?? issuedAt);
  const waits = stretchOn(axis, from, acknowledgedAt);
  const passes = stretchOn(axis, acknowledgedAt, relayedAt);
  const broken = isBroken(hop) ? (acknowledgedAt ?? from) : null;
  return (
    <span className={css.lane} aria-hidden>
      {axis.lines.map((line) => (
        <i key={line} className={css.line} style={{ left: `${(line / axis.span) * 100}%` }} />
      ))}
      {waits && <i className={css.waits} style={waits} />}
      {passes && <i className={css.passes} style={passes} />}
      {broken !== null && <i className={css.broken} style={{ left: `${placeOn(axis, broken)}%` }} />}
    </span>
  );
};
