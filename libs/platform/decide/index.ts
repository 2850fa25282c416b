export * from './act-bounds.js';
export * from './clock.js';
export * from './dating.js';
export * from './decide.command.js';
export * from './decide.handler.js';
export * from './decide-once.js';
export * from './log-clock.js';
export { LogFacts } from './log-facts.js';
export * from './new-id.js';
