import Module from 'node:module';
import { dirname } from 'node:path';

type Compile = (this: NodeJS.Module, source: string, filename: string, format?: string) => unknown;

/** A compiled module: what Node wraps around a source, as a function. */
export type Wrapped = (
  this: unknown,
  exports: unknown,
  require: (id: string) => unknown,
  module: NodeJS.Module,
  filename: string,
  folder: string,
) => unknown;

/** Node's loader of CommonJS modules, with what its types leave out and packages have relied on for ten years. */
export interface Loader {
  readonly prototype: { _compile: Compile };
  readonly _cache: NodeJS.Dict<NodeJS.Module>;
  readonly _extensions: object;
  wrap(source: string): string;
  _resolveFilename(request: string, from: NodeJS.Module, isMain: boolean, options?: object): string;
  _resolveLookupPaths(request: string, from: NodeJS.Module): string[] | null;
}

export const loader = Module as unknown as Loader;

/** `require` as a module sees it. */
const requireOf = (module: NodeJS.Module) => {
  const resolve = Object.assign(
    (request: string, options?: object) => loader._resolveFilename(request, module, false, options),
    { paths: (request: string) => loader._resolveLookupPaths(request, module) },
  );
  return Object.assign((id: string): unknown => module.require(id), {
    resolve,
    main: require.main,
    extensions: loader._extensions,
    cache: loader._cache,
  });
};

/** Runs a compiled module as Node would. */
export const run = (wrapped: Wrapped, module: NodeJS.Module, filename: string): unknown =>
  wrapped.call(module.exports, module.exports, requireOf(module), module, filename, dirname(filename));
