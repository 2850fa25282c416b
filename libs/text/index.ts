export * from './clauses/clauses.js';
export * from './clauses/declared.js';
export * from './locate.js';
export * from './normalise.js';
export * from './date/notice-date.js';
export * from './date/stated-day.js';
