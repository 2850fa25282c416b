export { CompileCache } from './compile-cache.js';
