import type { AskedOf, Decider, Owner } from '#kernel';
import { amend } from './finding.amend.js';
import { findingBars } from './finding.bars.js';
import { close } from './finding.close.js';
import { findingCommands, type FindingCommand } from './finding.commands.js';
import type { FindingEvent } from './finding.events.js';
import { findingStream } from './finding.evolve.js';
import { findingFacts } from './finding.facts.js';
import { type FindingFacts } from './finding.surroundings.js';
import { merging } from './finding.merge.js';
import { numbering } from './finding.numbering.js';
import { observe } from './finding.observe.js';
import { isSubjectThere } from './finding.presence.js';
import { rectify } from './finding.rectify.js';
import { redress } from './finding.redress.js';
import { findingRefusals, type FindingRefusal } from './finding.refusals.js';
import { ownerOf } from './finding.stakes.js';
import type { FindingState } from './finding.state.js';
import { verify } from './finding.verify.js';

/** A unit may record what it sees of itself, where it stands or holds a duty; everybody else what lies in their place. */
const ownerFor = (state: FindingState, asked: AskedOf<FindingCommand, FindingFacts>): Owner | undefined => {
  if (state.is !== 'new') return ownerOf(state.stakes);
  if (asked.type !== 'RecordObservation' && asked.type !== 'RecordGapFinding') return undefined;
  const { territoryPath: territory } = asked.facts;
  if (territory === undefined) return undefined;
  const { subjectOrgId } = asked.data;
  return { territory, orgs: subjectOrgId && isSubjectThere(asked.data, asked.facts) ? [subjectOrgId] : [] };
};

/** The rules of a finding: a shortcoming, from the first look to the last look back. */
export const finding: Decider<FindingState, FindingCommand, FindingEvent, FindingRefusal, FindingFacts> = {
  ...findingStream,
  commands: findingCommands,
  refusals: findingRefusals,
  facts: findingFacts,
  owner: ownerFor,
  bars: findingBars,
  decide: { ...observe, ...numbering, ...amend, ...rectify, ...redress, ...merging, ...verify, ...close },
};
