/** The first tab, and examples of what people come for. */
export const TABS: readonly { readonly query: string; readonly variables?: string }[] = [
  {
    query: `# Sifang 四方 – paste a token above: npm run token -- --as inspector
query Hello {
  __typename
}
`,
  },
];
