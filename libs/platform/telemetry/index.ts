export * from './alarms.js';
export * from './figures.js';
export * from './log.js';
export * from './patiently.js';
export * from './vital-signs.js';
