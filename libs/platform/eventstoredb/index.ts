export { BadAddress } from './address.js';
export { LogRefused, LogUnavailable } from './errors.js';
export { KurrentEventStore } from './kurrent-event-store.js';
export { KurrentLog } from './kurrent-log.js';
