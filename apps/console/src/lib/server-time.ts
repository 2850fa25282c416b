/** How far the clock of this machine is behind the server's. */
let behindMs = 0;

/** Takes the server's time from an answer of it; ages and deadlines are told by that clock. */
export const hearServerTime = ({ headers }: Pick<Response, 'headers'>): void => {
  const said = Date.parse(headers.get('date') ?? '');
  if (!Number.isNaN(said)) behindMs = said - Date.now();
};

/** What time it is, by the server. */
export const now = (): Date => new Date(Date.now() + behindMs);

/** By how much the two clocks differ, in whole minutes. */
export const minutesApart = (): number => Math.trunc(Math.abs(behindMs) / 60_000);
