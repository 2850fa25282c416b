/** A text with these lines below the head of a table, in place of those that were there. */
export const withLines = (text: string, head: string, lines: readonly string[]): string => {
  const [before = '', rest = ''] = text.split(head);
  return `${before}${head}${lines.join('')}${rest.replace(/^(\|.*\n)*/, '')}`;
};
