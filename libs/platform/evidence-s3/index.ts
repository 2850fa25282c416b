export * from './s3-settings.js';
export * from './s3-store.js';
