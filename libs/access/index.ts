export * from './access.js';
export * from './appointments.js';
export * from './asking.js';
export * from './closed.js';
export * from './rights.js';
export * from './seen.js';
export * from './system-actor.js';
export * from './late-entries.js';
