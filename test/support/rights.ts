import { isProcess, kindsHeardBy, type AnyReactor, type AnyTimer, type Rights } from '#kernel';

type Reacting = AnyReactor | AnyTimer;

const isTimer = (one: Reacting): one is AnyTimer => 'due' in one;

/** The events that something reacts to, by name. */
const heardBy = (one: Reacting): readonly string[] => {
  if (isTimer(one)) return Object.keys(one.due);
  return isProcess(one) ? Object.values(one.react).flatMap((events) => Object.keys(events ?? {})) : Object.keys(one.on);
};

const kindsOf = (one: Reacting): readonly string[] => (isTimer(one) ? [one.of.kind] : kindsHeardBy(one));

const rightsOf = ({ rights = {} }: { readonly rights?: Rights }) => Object.entries(rights);

/** What is wrong with the declared rights of something that reacts. */
export const wrongRights = (one: Reacting, rules: readonly string[]): readonly string[] => {
  if (rightsOf(one).length === 0) return [`${one.name} declares no right`];
  const asked = one.asks.flatMap(({ commands }) => Object.entries(commands.declared));
  return rightsOf(one).flatMap(([type, right]) => {
    const command = asked.find(([name]) => name === type)?.[1];
    const isOwnKind = one.asks.some(({ kind, commands }) => type in commands.declared && kindsOf(one).includes(kind));
    if (!command?.who.includes('system')) return [`${one.name}: ${type} is not the system's to ask for`];
    if (right === 'ownStream') return isOwnKind ? [] : [`${one.name}: ${type} is of another kind of stream`];
    return rules.includes(right.rule) && right.because !== '' ? [] : [`${one.name}: ${type} by no rule`];
  });
};

const row = (one: Reacting): string =>
  rightsOf(one)
    .map(([type, right]) => {
      const kind = one.asks.find(({ commands }) => type in commands.declared)?.kind ?? '';
      const by = right === 'ownStream' ? 'its own stream' : `${right.rule}: ${right.because}`;
      const heard = heardBy(one).map((name) => `\`${name}\``);
      return `| \`${one.name}\` | ${heard.join(', ')} | \`${type}\` | \`${kind}-…\` | ${by} |`;
    })
    .join('\n');

const HEAD = '| what reacts | to | asks for | in | by which right |\n| --- | --- | --- | --- | --- |';

/** A text with the table of rights in it as declared. */
export const withRights = (text: string, all: readonly Reacting[]): string => {
  const [before = ''] = text.split(HEAD);
  return `${before}${HEAD}\n${all.map(row).join('\n')}\n`;
};
