const id = '(?:E2E-|[A-Z]{1,2})\\d+';
/** The ids at the start of a title: `it('A7, F2: …')`, `describe('A7 orphan-step: …')`, `it.each(…)('D2: …')`. */
const titled = new RegExp(
  `^\\s*(?:(?:it|test|describe)\\b|\\]\\)).*?\\(\\s*['"\`]((?:${id}, )*${id})(?: [a-z][a-z-]*)?:`,
  'gm',
);
/** Ids from other lists than the rules: scenarios, faults, and the threats that specifications name. */
const elsewhere = /^(?:E2E-\d+|F(?:0[1-9]|[123]\d|4[01])|T08|T09|T12|T14|T17|T18|T19|T21|T22|T28|T29)$/;
const statuses = ['built', 'partly', 'open'];

/** The ids that a specification is named after. */
const claimsOf = (text) => new Set([...text.matchAll(titled)].flatMap(([, ids]) => ids.split(', ')));

const faultOf = ({ id, status, specs }) => {
  if (!statuses.includes(status)) return `${id} is marked ${status}; a rule is ${statuses.join(', ')}`;
  if (status !== 'open' && specs.length === 0)
    return `${id} is marked ${status}, and no specification is named after it`;
  if (status === 'open' && specs.length > 0)
    return `${id} is marked open, and yet ${specs.join(', ')} is named after it`;
};

/** Each rule with the specifications named after it, and what does not fit: marks without a specification, names without a rule. */
module.exports = (marked, specs) => {
  const claims = specs.map(({ path, text }) => ({ path, ids: claimsOf(text) }));
  const rules = Object.entries(marked).map(([id, status]) => ({
    ...{ id, status },
    specs: claims.filter(({ ids }) => ids.has(id)).map(({ path }) => path),
  }));
  const unknown = claims.flatMap(({ path, ids }) =>
    [...ids]
      .filter((id) => !Object.hasOwn(marked, id) && !elsewhere.test(id))
      .map((id) => `${path} is named after ${id}, which is no rule`),
  );
  return { rules, faults: [...rules.map(faultOf).filter((fault) => fault !== undefined), ...unknown] };
};
