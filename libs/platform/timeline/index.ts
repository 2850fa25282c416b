export * from './entries.js';
export * from './history.js';
export * from './record.resolver.js';
export type { PartsOfRecords } from './record-streams.js';
export * from './records.js';
export * from './timeline.resolver.js';
