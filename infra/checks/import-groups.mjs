/** Imports stand in the order node, own aliases, packages, relative, so that the top of a file reads from far to near. */
const rank = (source) => {
  if (source.startsWith('node:')) return 0;
  if (source.startsWith('#')) return 1;
  return source.startsWith('.') ? 3 : 2;
};

export const importGroups = {
  meta: {
    type: 'layout',
    fixable: 'code',
    schema: [],
    messages: { order: 'imports stand in this order: node:, #aliases, packages, relative' },
  },
  create: (context) => ({
    Program({ body }) {
      // A bare import is there for its effect, and moving it could change the program.
      const imports = body.filter((node) => node.type === 'ImportDeclaration' && node.specifiers.length > 0);
      const sorted = imports.toSorted((a, b) => rank(a.source.value) - rank(b.source.value));
      const wrong = imports.findIndex((node, index) => node !== sorted[index]);
      if (wrong < 0) return;
      context.report({
        node: imports[wrong],
        messageId: 'order',
        fix: (fixer) =>
          imports.map((node, index) => fixer.replaceText(node, context.sourceCode.getText(sorted[index]))),
      });
    },
  }),
};
