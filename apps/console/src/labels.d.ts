/** What the schema calls the values of an enum: made while building. */
declare module 'labels:*' {
  const labels: Readonly<Record<string, readonly [zh: string, en: string]>>;
  export default labels;
}
