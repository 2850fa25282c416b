export * from './directive.decider.js';
export * from './directive.events.js';
export * from './directives.policy.js';
export * from './receipt.decider.js';
