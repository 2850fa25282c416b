/** What a file exports, by name. */
export type Exports = Readonly<Record<string, unknown>>;

const has = (value: object, ...fields: readonly string[]) => fields.every((field) => field in value);

/** A decider, a view, a policy, a process, a timer or a resolver, told by what it holds. */
const isPart = (value: unknown): value is object => {
  if (typeof value === 'function') return value.name.endsWith('Resolver');
  if (typeof value !== 'object' || value === null) return false;
  return (
    has(value, 'decide', 'evolve') ||
    has(value, 'name', 'on') ||
    has(value, 'name', 'memory') ||
    has(value, 'name', 'due')
  );
};

/** The files that hold a part which stands in no list of a context, or no part at all. */
export const unregistered = (
  files: Readonly<Record<string, Exports>>,
  contexts: readonly object[],
): readonly string[] => {
  const registered = new Set(contexts.flatMap((context) => Object.values(context) as unknown[]).flat());
  return Object.entries(files).flatMap(([file, exported]) => {
    const parts = Object.entries(exported).filter(([, value]) => isPart(value));
    const missing = parts.filter(([, value]) => !registered.has(value)).map(([name]) => `${file}: ${name}`);
    return parts.length === 0 ? [`${file}: nothing to register`] : missing;
  });
};

/** The commands that no specification with a `.when(` names. */
export const unspecified = (commands: readonly string[], specs: readonly string[]): readonly string[] => {
  const asking = specs.filter((text) => text.includes('.when('));
  return commands.filter((command) => !asking.some((text) => text.includes(`'${command}'`)));
};
