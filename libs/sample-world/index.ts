export * from './size.js';
export * from './story.js';
export type { Act } from './world.js';
