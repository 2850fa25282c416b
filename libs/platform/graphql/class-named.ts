import type { Type } from '@nestjs/common';

/** An empty class of this name, for decorators to give it what the schema shows of it. */
export const classNamed = (name: string): Type<object> => {
  const made = class {
    declare readonly named: string;
  };
  Object.defineProperty(made, 'name', { value: name });
  return made;
};
