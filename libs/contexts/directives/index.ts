export * from './directive.decider.js';
export * from './directive.events.js';
