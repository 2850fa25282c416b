const JOINED = new Set(['all', 'allSettled', 'race', 'any']);

/** `Promise.all` and the like, with the list of what it waits for written out. */
const isJoined = ({ type, parent }) =>
  type === 'ArrayExpression' &&
  parent.type === 'CallExpression' &&
  parent.callee.type === 'MemberExpression' &&
  parent.callee.object.name === 'Promise' &&
  JOINED.has(parent.callee.property.name);

/**
 * What is waited for together is begun together: when one of the list waits for something else first, nobody listens yet to those that
 * stand before it, and the first of them that fails then ends the process.
 */
export const begunAtOnce = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { waits: 'wait for this before the list is begun: nobody listens yet to what stands before it' },
  },
  create: (context) => ({
    AwaitExpression(node) {
      for (let at = node; at && !/Function/.test(at.type); at = at.parent) {
        if (isJoined(at)) context.report({ node, messageId: 'waits' });
      }
    },
  }),
};
