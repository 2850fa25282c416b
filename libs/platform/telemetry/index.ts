export * from './alarms.js';
export * from './metrics.js';
export * from './log.js';
export * from './framework-log.js';
export * from './patiently.js';
export * from './health-probes.js';
export { failureLine, failureText } from './failure/failure-text.js';
