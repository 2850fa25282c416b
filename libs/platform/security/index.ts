export * from './buffered-security-log.js';
export * from './known-as.js';
export * from './minute-counts.js';
export * from './rate-limits.js';
export * from './security-log.js';
export * from './sentry.js';
