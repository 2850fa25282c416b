export * from './bad-cursor.js';
export * from './beyond-the-log.js';
export * from './moments.js';
export * from './narrowing.js';
export * from './view-not-ready.js';
export * from './view-registry.js';
export * from './views.js';
export * from './visibility.js';
