export * from './decide.command.js';
