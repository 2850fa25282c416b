export * from './duty-point.decider.js';
export * from './duty-point.events.js';
export * from './duty-point.state.js';
export * from './duty-point.policy.js';
