export * from './evidence.commands.js';
export * from './evidence.decider.js';
export * from './evidence.events.js';
export * from './evidence.state.js';
export * from './evidence.words.js';
