// The package's parts have the types of the whole.
declare module 'class-validator/cjs/*' {
  export * from 'class-validator';
}

// What the packages know of a class.
declare module 'class-validator/cjs/metadata/MetadataStorage.js' {
  export * from 'class-validator/types/metadata/MetadataStorage.js';
}
declare module 'class-transformer/cjs/storage.js' {
  export * from 'class-transformer/types/storage.js';
}
