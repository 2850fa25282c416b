import type { z } from 'zod';
import type { Text } from './text.js';
import type { Vocabulary } from './vocabulary.js';

/** Fields by name: what a command takes, an event holds or a row shows. */
export type Shape = Readonly<Record<string, Field>>;

/** A named group of fields that stands inside others: `Measure` is the part, `MeasureInput` its class of inputs. */
export interface Part<F extends Shape = Shape> {
  readonly name: string;
  /** What the schema says about it; inputs may go without. */
  readonly description?: Text;
  readonly fields: F;
}

/** What a field holds, as the faces of it need to know: inputs check it, rows show it. */
export type Holding =
  | { readonly is: 'text'; readonly max: number; readonly pattern?: RegExp; readonly asSent?: true }
  | { readonly is: 'id'; readonly kind: string }
  | { readonly is: 'int'; readonly min: number; readonly max: number }
  | { readonly is: 'word'; readonly of: Vocabulary }
  | { readonly is: 'part'; readonly of: Part }
  | { readonly is: 'instant' | 'flag' | 'ratio' | 'pointer' | 'kept' };

/**
 * One field, declared once: the shape in which events hold it, what inputs of it are checked for, and what the schema says about
 * it. Plain data; `libs/platform/graphql` gives it its other faces.
 */
export interface Field<S extends z.ZodType = z.ZodType> {
  readonly holds: Holding;
  readonly label: Text;
  readonly schema: S;
  /** Says that the field may be left out. */
  readonly optional?: true;
  /** It is not shown to everybody who sees the row. */
  readonly closed?: true;
  /** Names a part, such as a clause, of the thing that the field of this name beside it points at. */
  readonly within?: string;
  /** A list, with the greatest length that an input may have. */
  readonly list?: { readonly most?: number };
}
