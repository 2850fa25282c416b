export * from './close-out.pack.js';
export * from './effective.js';
