export * from './canonical.js';
export * from './entry.js';
export * from './errors.js';
export * from './event-store.js';
export * from './growth.js';
export * from './identity.js';
export * from './memory-event-store.js';
export * from './prepare.js';
