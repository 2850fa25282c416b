const { AsyncLocalStorage } = require('node:async_hooks');
const { TestEnvironment } = require('jest-environment-node');

/** Every storage that something has run in since the last file ended. */
const used = new Set();

const { run, enterWith } = AsyncLocalStorage.prototype;
AsyncLocalStorage.prototype.run = function (...args) {
  used.add(this);
  return run.apply(this, args);
};
AsyncLocalStorage.prototype.enterWith = function (...args) {
  used.add(this);
  return enterWith.apply(this, args);
};

/**
 * Lets go of the storages of a file when it ends. Until Node 24 a storage that was once used is handed on with every promise, so that
 * those of a hundred files before made everything that waits ten times as slow.
 */
module.exports = class ForgettingEnvironment extends TestEnvironment {
  async teardown() {
    for (const storage of used) storage.disable();
    used.clear();
    await super.teardown();
  }
};
