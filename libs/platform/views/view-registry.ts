import { columnsOf, kindOf, type AnyView, type Id } from '#kernel';

const NAME = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/;
const FIELD = /^[A-Za-z][A-Za-z0-9]*$/;
/** Leaves room in a PostgreSQL identifier (63 bytes) for the version and the name of an index. */
const LONGEST = 40;

/** Every view of this program, by name and by the kind of stream. Throws on names that two views share or a table cannot have. */
export class ViewRegistry {
  readonly #byName = new Map<string, AnyView>();
  readonly #subjects = new Map<string, AnyView>();

  constructor(readonly all: readonly AnyView[]) {
    for (const view of all) {
      check(view);
      addOnce(this.#byName, view.name, view);
      if (view.subject) addOnce(this.#subjects, subjectKind(view), view);
    }
  }

  /** Throws for a view that is not registered: its rows would never be there. */
  require(view: AnyView): AnyView {
    if (this.#byName.get(view.name) !== view) throw new Error(`view ${view.name} is not registered`);
    return view;
  }

  /** The view that stands for the streams of a kind: what they are called, and who may see them. */
  subjectOf(kind: string): AnyView | undefined {
    return this.#subjects.get(kind);
  }

  /** Those of these ids that some view stands for. */
  standing(ids: readonly Id[]): readonly Id[] {
    return ids.filter((id) => this.#subjects.has(kindOf(id)));
  }

  /** Groups ids by the view that stands for them; ids without one are left out. */
  bySubject<I extends Id>(ids: readonly I[]): Map<AnyView, I[]> {
    const groups = new Map<AnyView, I[]>();
    for (const id of new Set(ids)) {
      const view = this.#subjects.get(kindOf(id));
      if (view) groups.set(view, [...(groups.get(view) ?? []), id]);
    }
    return groups;
  }
}

export const VIEW_REGISTRY = Symbol('ViewRegistry');

const addOnce = (views: Map<string, AnyView>, name: string, view: AnyView) => {
  const other = views.get(name);
  if (other) throw new Error(`two views for ${name}: ${other.name} and ${view.name}`);
  views.set(name, view);
};

/** The kind of stream that a view's rows stand for. */
const subjectKind = ({ name, of, subject }: AnyView): string => {
  const [only, ...others] = of;
  const kind = subject?.kind ?? (others.length === 0 ? only?.kind : undefined);
  if (kind === undefined) throw new Error(`view ${name} does not say for which of its kinds it stands`);
  return kind;
};

const check = (view: AnyView) => {
  const { name, version, of } = view;
  const kinds = new Set(of.map(({ kind }) => kind));
  if (kinds.size === 0 || kinds.size < of.length) throw new Error(`view ${name} hears no kind, or one twice`);
  if (!NAME.test(name) || name.length > LONGEST) throw new Error(`view ${name} is not named in short snake_case`);
  if (!Number.isInteger(version) || version < 1) throw new Error(`view ${name} has version ${String(version)}`);
  const bad = columnsOf(view).find((field) => !FIELD.test(field));
  if (bad !== undefined) throw new Error(`view ${name} cannot have a column for ${bad}`);
};
