/** What the schema calls the values of an enum: made while building. */
declare module 'labels:*' {
  const labels: Readonly<Record<string, readonly [zh: string, en: string]>>;
  export default labels;
}

/** What the schema calls fields, and the words that stand in them: made while building. */
declare module 'labels:fields' {
  type Both = readonly [zh: string, en: string];
  const fields: Readonly<
    Record<string, { readonly label?: Both; readonly words?: Readonly<Record<string, Both>> } | undefined>
  >;
  export default fields;
}
