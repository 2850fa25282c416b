export * from './history.js';
export * from './timeline.resolver.js';
