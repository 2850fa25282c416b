export * from './finding.course.js';
export * from './finding.samples.js';
export * from './finding.commands.js';
export * from './finding.decider.js';
export * from './finding.events.js';
export * from './finding.evolve.js';
export * from './finding.state.js';
export * from './finding.words.js';
