import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './source-files.js';

interface Cruise {
  readonly summary: {
    readonly totalCruised: number;
    readonly ruleSetUsed: { readonly forbidden: readonly { readonly name: string }[] };
    readonly violations: readonly {
      readonly rule: { readonly name: string };
      readonly from: string;
      readonly to: string;
    }[];
  };
}

/** What dependency-cruiser says of a checkout under the project's own rules. */
export const cruise = (checkout: string, folders: readonly string[]): Cruise['summary'] => {
  const bin = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const config = join(checkout, 'infra/checks/dependency-cruiser.cjs');
  const run = spawnSync(process.execPath, [bin, '--config', config, '--output-type', 'json', ...folders], {
    cwd: checkout,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (run.stdout === '') throw new Error(`dependency-cruiser failed: ${run.stderr}`);
  return (JSON.parse(run.stdout) as Cruise).summary;
};
