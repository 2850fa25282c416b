/** One setting as an administrator may see it. */
export interface ShownSetting {
  readonly name: string;
  /** Absent where nothing is set, and where nobody is shown it. */
  readonly value?: string;
  readonly source: 'default' | 'environment';
  /** Something is set that nobody is shown. */
  readonly masked: boolean;
}

/** Stands for what the server was started with where it is injected. */
export const SETTINGS = Symbol('Settings');

/** How a value may be shown: as it is, an address without who signs in there, or not at all. */
export type Shown = 'plain' | 'address' | 'secret';

/** What an address says of where something is: neither a name and password, nor what follows the question mark, which may hold some too. */
export const bare = (address: string): string => {
  const [where = ''] = address.split(/[?#]/);
  return where.replace(/^([\w+]+:\/\/)[^/]*@/, '$1');
};

interface Given {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** What stands where nothing is set. */
  readonly defaults: Readonly<Record<string, string>>;
}

/** All settings by their names, each with where it comes from; what is secret stays away. */
export const shownSettings = (
  shown: Readonly<Record<string, Shown>>,
  { environment, defaults }: Given,
): readonly ShownSetting[] =>
  Object.entries(shown).map(([name, how]) => {
    const set = environment[name];
    const isSet = set !== undefined && set !== '';
    const source = isSet ? 'environment' : 'default';
    const value = isSet ? set : defaults[name];
    if (value === undefined || how === 'secret') return { name, source, masked: value !== undefined };
    return { name, source, masked: false, value: how === 'address' ? bare(value) : value };
  });
