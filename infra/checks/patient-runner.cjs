const { availableParallelism } = require('node:os');
const { default: TestRunner } = require('jest-runner');

/** Leaves one core to PostgreSQL and to the processes that specs start, so that these answer in time. */
module.exports = class PatientRunner extends TestRunner {
  constructor(config, context) {
    const maxWorkers = Math.min(config.maxWorkers, Math.max(1, availableParallelism() - 1));
    super({ ...config, maxWorkers }, context);
    this.isSerial = maxWorkers === 1;
  }
};
