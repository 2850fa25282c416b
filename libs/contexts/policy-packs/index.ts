export * from './effective.js';
