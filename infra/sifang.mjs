#!/usr/bin/env node
// `npx sifang …`: builds when the sources have changed, then runs the command line.
import { build } from './build.mjs';

await build();
// By a name of its own: it is not there before the build, and checks look for what is imported.
const program = '../dist/apps/cli/sifang.js';
await import(program);
