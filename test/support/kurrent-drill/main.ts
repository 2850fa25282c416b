import { CLUSTER_FAULTS, type FaultName } from './cluster-faults.js';
import { Control } from './control.js';
import { drill, KINDS, type Case, type Kind } from './drill.js';
import { frozenLeader } from './frozen-leader.js';
import { nonsense } from './nonsense.js';
import { PHASES } from './phases.js';

/** Every fault at every phase of every kind of call. */
const cases = Object.keys(CLUSTER_FAULTS).flatMap((fault) =>
  PHASES.flatMap((phase) =>
    Object.keys(KINDS).map((kind): Case => ({ fault: fault as FaultName, phase, kind: kind as Kind })),
  ),
);

/** Prints what each came to, so many of them at a time; a rejection that nobody handles ends the process. */
const all = async (atOnce: number, lastsMs: number): Promise<void> => {
  await nonsense();
  const control = new Control();
  const controlled = control.run();
  const frozen = frozenLeader();
  const left = cases.values();
  const worker = async () => {
    for (const one of left) console.log(JSON.stringify(await drill(one, lastsMs)));
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  const { pauseMs, recorded, wrong } = await frozen;
  control.end();
  await controlled;
  console.log(JSON.stringify({ cases: cases.length, controlMs: control.slowestMs, pauseMs, recorded, wrong }));
  process.exit(0);
};

const [atOnce, lastsMs] = process.argv.slice(2);
void all(Number(atOnce), Number(lastsMs));
