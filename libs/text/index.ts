export * from './clauses.js';
export * from './locate.js';
export * from './normalise.js';
export * from './notice-date.js';
