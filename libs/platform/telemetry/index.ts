export * from './alarms.js';
export * from './metrics.js';
export * from './log.js';
export * from './patiently.js';
export * from './health-probes.js';
