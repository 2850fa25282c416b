export * from './organisation.decider.js';
export * from './organisation.events.js';
export * from './person.decider.js';
export * from './person.events.js';
export * from './territory.decider.js';
export * from './territory.events.js';
export * from './territory-path.js';
