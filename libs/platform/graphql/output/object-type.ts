import { bilingual, type Field, type Part, type Shape, type ShapeData } from '#kernel';
import type { Type } from '@nestjs/common';
import { Extensions, Float, ID, Int, ObjectType, type ReturnTypeFunc } from '@nestjs/graphql';
import { charactersAtMost, itemsAtMost } from '../limits/answer-size.js';
import { classNamed } from '../class-named.js';
import { DateTime } from './date-time.scalar.js';
import { enumTypeOf } from './enum-of.js';
import { Ref } from './ref.js';
import { Shown } from './shown.js';

const made = new WeakMap<Part, Type<object>>();

/** The schema's type for rows of this declaration, made once; it shows every field that is not merely kept. */
export const objectTypeOf = <F extends Shape>(row: Part<F>): Type<ShapeData<F>> => {
  const known = made.get(row) ?? make(row);
  made.set(row, known);
  // Its instances are rows: plain data with these fields.
  return known as Type<ShapeData<F>>;
};

const make = ({ name, description, fields }: Part): Type<object> => {
  const type = classNamed(name);
  for (const [field, one] of Object.entries(fields)) {
    const shown = typeOf(one);
    if (!shown) continue;
    Shown(listed(one, shown), { ...one.label, optional: one.optional ?? false })(type.prototype as object, field);
    Extensions(extentOf(one))(type.prototype as object, field);
  }
  ObjectType(name, description ? { description: bilingual(description) } : {})(type);
  return type;
};

const listed = ({ list }: Field, type: ReturnTypeFunc): ReturnTypeFunc => (list ? (of) => [type(of)] as [never] : type);

/** How much a field can hold, so that an answer can be weighed before it is made. */
const extentOf = ({ holds, list }: Field) => ({
  ...(holds.is === 'text' && charactersAtMost(holds.max)),
  ...(list?.most !== undefined && itemsAtMost(list.most)),
});

/** What a field is shown as; undefined when it is not. */
const typeOf = ({ holds }: Field): ReturnTypeFunc | undefined => {
  if (holds.is === 'kept') return undefined;
  const type =
    holds.is === 'part' ? objectTypeOf(holds.of) : holds.is === 'word' ? enumTypeOf(holds.of) : PLAIN[holds.is];
  return () => type;
};

const PLAIN = { text: String, id: ID, int: Int, instant: DateTime, flag: Boolean, ratio: Float, pointer: Ref } as const;
