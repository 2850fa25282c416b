const LOGS = new Set(['log', 'sink', 'logger']);
const LEVELS = new Set(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'log']);
/** What may be printed of a caught value, as these make it. */
const PRINTERS = new Set(['failureText', 'failureLine', 'startFailure', 'operatorFailure']);
/** `any` and `unknown`, as TypeScript numbers them. */
const ANYTHING = 1 | 2;

const nameOf = (node) => (node.type === 'MemberExpression' ? node.property.name : node.name);

/** Whether a call writes to the process's log, or prints for a person; undefined for any other. */
const sinkOf = ({ callee }) => {
  if (callee.type !== 'MemberExpression') return undefined;
  const [on, what] = [nameOf(callee.object), callee.property.name];
  if (on === 'console' || ((on === 'stderr' || on === 'stdout') && what === 'write')) return 'printed';
  return LOGS.has(on) && LEVELS.has(what) ? 'logged' : undefined;
};

/** A name that stands for a value, not for a part of one. */
const isValue = (node) =>
  !(node.parent.type === 'MemberExpression' && node.parent.property === node && !node.parent.computed) &&
  !(node.parent.type === 'Property' && node.parent.key === node);

const isHandedOver = ({ parent }, call) =>
  parent.type === 'Property' && parent.parent === call.arguments[0] && parent.key.name === 'error';

const isMadeForPeople = (node, call) => {
  let at = node;
  while (at !== call && !(at.type === 'CallExpression' && PRINTERS.has(nameOf(at.callee)))) at = at.parent;
  return at !== call;
};

/**
 * What was caught may hold what somebody typed, or a secret: only the log itself knows what of it may be written. So it is handed to the
 * log as `error`, whole, and printed through what leaves out the same; no part of it goes into a line by another way.
 */
export const caughtInFull = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      logged: 'hand what was caught to the log as `error`, whole: it knows what of it may be written',
      printed: 'print what was caught through failureText: it knows what of it may be written',
    },
  },
  create: (context) => {
    const { program, esTreeNodeToTSNodeMap } = context.sourceCode.parserServices ?? {};
    if (!program) return {};
    const checker = program.getTypeChecker();
    const isCaught = (node) => {
      const type = checker.getTypeAtLocation(esTreeNodeToTSNodeMap.get(node));
      return (type.flags & ANYTHING) !== 0 || (type.getProperty('stack') && type.getProperty('message')) !== undefined;
    };
    const isFine = { logged: isHandedOver, printed: isMadeForPeople };
    const check = (node) => {
      for (let call = node.parent; call; call = call.parent) {
        if (/Function/.test(call.type)) return;
        const sink = call.type === 'CallExpression' && call.callee !== node ? sinkOf(call) : undefined;
        if (sink === undefined) continue;
        if (isCaught(node) && !isFine[sink](node, call)) context.report({ node, messageId: sink });
        return;
      }
    };
    return {
      Identifier: (node) => isValue(node) && check(node),
      MemberExpression: check,
    };
  },
};
