import { organisationStream } from '#contexts/parties';
import { happened, refused, type Decider, type FactsReader, type Owner } from '#kernel';
import { lateEntryCommands, type LateEntryCommand } from './late-entry.commands.js';
import { confirm, refuseEntry, lateEntryBars } from './late-entry.confirming.js';
import type { LateEntryEvent } from './late-entry.events.js';
import { LATE_ENTRY_REFUSALS, type LateEntryRefusal } from './late-entry.refusals.js';
import { registerLedger, registerPaper, type Registrar } from './late-entry.registering.js';
import { lateEntryStream, type LateEntryState } from './late-entry.state.js';

interface Facts {
  readonly RegisterLateEntry: Registrar | undefined;
  readonly RegisterLedger: Registrar | undefined;
}

/** An administrator sees no case, but the own body is the own body. */
const registrar: FactsReader<LateEntryState, unknown, Registrar | undefined> = async (read, _, __, { orgId }) => {
  if (!orgId) return undefined;
  const body = await read.state(organisationStream, orgId);
  return body.is === 'active' ? { orgId, territoryPath: body.territoryPath } : undefined;
};

const ownerOf = (body: Registrar | undefined): Owner => ({
  territory: body?.territoryPath ?? '',
  orgs: body ? [body.orgId] : [],
});

export const lateEntry: Decider<LateEntryState, LateEntryCommand, LateEntryEvent, LateEntryRefusal, Facts> = {
  ...lateEntryStream,
  commands: lateEntryCommands,
  refusals: LATE_ENTRY_REFUSALS,
  facts: { RegisterLateEntry: registrar, RegisterLedger: registrar },
  bars: lateEntryBars,
  owner: (state, { facts }) => (state.is === 'new' ? ownerOf(facts) : state.owner),
  decide: {
    RegisterLateEntry: registerPaper,
    RegisterLedger: registerLedger,
    ConfirmLateEntry: confirm,
    RefuseLateEntry: refuseEntry,
    /** An act uses it once however often it is tried, and no more acts than it holds ever do. */
    UseLateEntry: (use, state) => {
      if (state.is !== 'confirmed') return refused('NOT_CONFIRMED');
      if (state.used.includes(use.act)) return happened();
      if (state.used.length >= state.count) return refused('USED_UP');
      return happened({ type: 'LateEntryUsed', data: use });
    },
  },
};
