export * from './document-name.js';
export * from './import.commands.js';
export * from './import.decider.js';
export * from './import.events.js';
export * from './import.state.js';
export * from './import.words.js';
export { recordedLateEntries } from './late-entry/late-entry.covering.js';
