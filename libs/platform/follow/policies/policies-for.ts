import { kindsHeardBy, type AnyReactor, type AnyView } from '#kernel';

/**
 * The policies whose commands can change what a view shows: those that may write to a kind that the view hears, and those that may
 * write to a kind that one of these reacts to, and so on.
 */
export const policiesFor = (view: AnyView, policies: readonly AnyReactor[]): readonly AnyReactor[] => {
  const kinds = new Set(view.of.map(({ kind }) => kind));
  const reaching = new Set<AnyReactor>();
  for (let more = true; more;) {
    const found = policies.filter((policy) => !reaching.has(policy) && policy.asks.some(({ kind }) => kinds.has(kind)));
    for (const policy of found) {
      reaching.add(policy);
      for (const kind of kindsHeardBy(policy)) kinds.add(kind);
    }
    more = found.length > 0;
  }
  return [...reaching];
};
