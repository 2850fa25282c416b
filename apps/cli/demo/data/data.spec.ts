import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';

const sums = readFileSync(join(__dirname, 'SHA256SUMS'), 'utf8').trimEnd().split('\n');

it('1.0: three notices are kept byte for byte as they came', () => {
  expect(sums).toHaveLength(3);
});

it.each(sums.map((line) => line.split('  ')))('%s is the digest of %s', (digest, file = '') => {
  expect(
    createHash('sha256')
      .update(readFileSync(join(__dirname, file)))
      .digest('hex'),
  ).toBe(digest);
});
