export * from './size.js';
export { FOUNDED } from './when.js';
export * from './story.js';
export { samplePicture } from './sample-file.js';
export type { Act } from './world.telling.js';
