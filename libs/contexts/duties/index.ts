export * from './duty-point.commands.js';
export * from './duty-point.decider.js';
export * from './duty-point.events.js';
export * from './duty-point.holders.js';
export * from './duty-point.policy.js';
export * from './duty-point.state.js';
export * from './duty-point.words.js';
