import type { ClaimKey, Id, Own, StateReader } from '#kernel';
import { dayOf } from '#time';
import { findingStream } from './finding.evolve.js';
import type { CommandData } from './finding.commands.js';
import type { Finding, FindingState } from './finding.state.js';

/** Which of the findings that one body recorded in one year it is, as people say it: `WT-2025-0003`. */
export const numberShown = (year: number, number: number): string =>
  `WT-${String(year)}-${String(number).padStart(4, '0')}`;

/** The year in China in which something was recorded. */
export const yearOfRecord = (recordedAt: string): number => Number(dayOf(recordedAt).slice(0, 4));

/** The body and the year whose findings are numbered together. */
interface Series {
  readonly orgId: Id<'organisation'>;
  readonly year: number;
}

const seriesOf = ({ stakes, recordedAt }: Finding): Series | undefined =>
  stakes.recorder && { orgId: stakes.recorder, year: yearOfRecord(recordedAt) };

/** Of two findings that would be given the same number, the second finds the first here. */
export const numberKey = ({ orgId, year }: Series, number: number): ClaimKey => [
  ...['finding.number', orgId, String(year)],
  String(number),
];

/** A number that is free, and whose it is to be. */
export interface FreeNumber extends Series {
  readonly number: number;
}

/** Whether no other finding has this number, or is about to. */
const isFree = async (read: StateReader, series: Series, number: number, own: Id): Promise<boolean> => {
  const others = await read.claimants(findingStream, numberKey(series, number), own);
  return others.every(({ state, underWay }) => !underWay && (state.is === 'new' || state.number !== number));
};

/** The first number that is free from the one on that is asked for; undefined where nobody numbers it. */
export const freeNumber = async (
  read: StateReader,
  { number: from }: CommandData<'NumberFinding'>,
  own: Own<FindingState>,
): Promise<FreeNumber | undefined> => {
  const state = await own.state();
  const series = state.is === 'new' || state.number !== undefined ? undefined : seriesOf(state);
  if (!series) return undefined;
  let number = from;
  while (!(await isFree(read, series, number, own.stream))) number += 1;
  return { ...series, number };
};
