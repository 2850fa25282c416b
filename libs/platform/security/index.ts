export * from './buffered-security-log.js';
export * from './security-log.js';
