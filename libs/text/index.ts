export * from './documents/read-file.js';
export * from './documents/masks.js';
export type { Question } from './documents/questions.js';
export * from './clauses/clauses.js';
export * from './clauses/declared.js';
export * from './locate.js';
export * from './normalise.js';
export * from './date/notice-date.js';
export * from './date/stated-day.js';
