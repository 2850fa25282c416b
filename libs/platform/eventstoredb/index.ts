export { BadAddress, readAddress } from './address.js';
export { LogRefused, LogUnavailable } from './errors.js';
export { KurrentEventStore, type KurrentOptions } from './kurrent-event-store.js';
