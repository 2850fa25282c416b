export { decrypt, encrypt } from './cipher.js';
export * from './errors.js';
export * from './file-key-store.js';
export * from './key-store.js';
export * from './memory-key-store.js';
export * from './personal-data.js';
export * from './personal-data-cipher.js';
export { keyIdsIn, locate, reasonPlace } from './token.js';
