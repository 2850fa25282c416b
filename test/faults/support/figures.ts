/** What a server tells monitors, by name and labels. */
export const figuresOf = async (address: string): Promise<ReadonlyMap<string, number>> => {
  const response = await fetch(`${address}/metrics`, { signal: AbortSignal.timeout(30_000) });
  const lines = (await response.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]),
  );
};

/** The alarms that stand, as a server tells whoever asks whether it is ready. */
export const alarmsOf = async (address: string): Promise<readonly string[]> => {
  const response = await fetch(`${address}/health/ready`, { signal: AbortSignal.timeout(30_000) });
  const { alarms = [] } = (await response.json()) as { readonly alarms?: readonly string[] };
  return alarms;
};
