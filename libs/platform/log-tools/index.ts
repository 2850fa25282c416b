export * from './clock-cannot-be-set.js';
export * from './log-check.js';
export * from './copying.js';
export * from './log-copy.js';
export * from './log-pages.js';
export * from './log-record.js';
export * from './log-verify.js';
