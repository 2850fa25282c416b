import { describe, expect, it } from '@jest/globals';
import { projectFiles, read } from '../support/source-files.js';

/** Each place that makes a line for whoever starts the program, as it stands in the source. */
const made = projectFiles(/^(apps|libs)\/.*(?<!\.spec)\.ts$/).flatMap((path) =>
  [...read(path).matchAll(/new (?:CannotStart|KeyStoreDamaged|Failed)\((?!\.\.\.)([\s\S]*?)\)[;,]?\n/g)].map(
    ([whole], n) => [`${path} ${String(n)}`, whole] as const,
  ),
);

describe('what the operator is told', () => {
  it('is found in the sources', () => {
    expect(made.length).toBeGreaterThan(40);
  });

  it.each(made)('is said in both languages: %s', (_, source) => {
    expect(source).toMatch(/[a-z]/);
    // Written out, or handed on from a text that has both.
    expect(source).toMatch(/\p{Script=Han}|\$\{en\} \$\{zh\}/u);
  });
});
