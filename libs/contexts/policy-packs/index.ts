export * from './acknowledgement.pack.js';
export * from './close-out.pack.js';
export * from './deadline.pack.js';
export * from './acts.pack.js';
export * from './effective.js';
export * from './late-entry.pack.js';
