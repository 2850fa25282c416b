export { type DecideAsk } from './asking.js';
export { type Parked } from './parked.js';
export * from './policy-runner.js';
export * from './policy-store.js';
export * from './progress.js';
export { SYSTEM } from './system-actor.js';
export * from './view-follower.js';
export * from './view-store.js';
export * from './view-table.js';
