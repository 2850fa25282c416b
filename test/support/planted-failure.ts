import type { Log } from '#platform/telemetry';

/** What somebody typed; nothing of it is ever logged. */
export const TYPED = 'Invented Person';
/** A failure that holds a text, a secret, and what a database says beside its message. */
export const planted = (): Error =>
  Object.assign(new TypeError(`it failed: ${TYPED}`, { cause: new Error('connection to hunter2 timed out') }), {
    ...{ detail: `Key (name)=(${TYPED}) exists.`, where: TYPED, parameters: ['hunter2'] },
  });
export const failing = () => Promise.reject(planted());

/** Ends what was begun to make a failure happen. */
export type End = () => unknown;
/** Makes one failure happen that is logged; it may come a little later. */
export type Happens = (log: Log) => End | Promise<End>;

export const nothing = () => undefined;
export const never = () => new Promise<never>(nothing);
