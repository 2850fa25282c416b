import type { Command } from 'commander';
import type { Output } from './output.js';
import { addAccounts } from './account.command.js';
import { addBackup } from './backup.command.js';
import { addDoctor } from './doctor.command.js';
import { addEvidence } from './evidence.command.js';
import { addGenerate } from './generate.command.js';
import { addInit } from './init.command.js';
import { addKeys } from './keys.command.js';
import { addLog } from './log.command.js';
import { addSecurity } from './security.command.js';
import { addViews } from './views.command.js';

/** Adds one command to the program. What the command needs is loaded when it runs, so that help comes at once. */
export type AddCommand = (program: Command, output: () => Output) => void;

export const COMMANDS: readonly AddCommand[] = [
  ...[addAccounts, addBackup, addDoctor, addEvidence, addGenerate, addInit, addKeys, addLog, addSecurity, addViews],
];
