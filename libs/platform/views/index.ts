export * from './bad-cursor.js';
export * from './narrowing.js';
export * from './view-not-ready.js';
export * from './view-registry.js';
export * from './views.js';
export * from './visibility.js';
