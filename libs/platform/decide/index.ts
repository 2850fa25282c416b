export * from './clock.js';
export * from './decide.command.js';
export * from './decide.handler.js';
export * from './decide-once.js';
export { LogFacts } from './log-facts.js';
export * from './new-id.js';
