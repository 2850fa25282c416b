export * from './bad-cursor.js';
export * from './views.js';
