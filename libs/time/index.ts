export * from './china.js';
export * from './days.js';
