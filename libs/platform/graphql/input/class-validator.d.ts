// The package's parts have the types of the whole.
declare module 'class-validator/cjs/*' {
  export * from 'class-validator';
}
