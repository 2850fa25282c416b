import type { Id } from '#kernel';
import { initialsOf, searchForm } from '#text';

interface Narrowing {
  readonly text?: string | undefined;
  readonly orgId?: Id<'organisation'> | undefined;
}

interface Known {
  readonly name: string;
  readonly nameEn?: string | undefined;
  readonly appointments: readonly { readonly organisation: { readonly id: Id } }[];
}

/** Whether somebody is asked for. Names are sealed, and posts stand in lists: no table can be asked for either. */
export const wantedBy = ({ text = '', orgId }: Narrowing): ((row: Known) => boolean) => {
  const name = searchForm(text);
  return (row) =>
    [searchForm(row.name), ...initialsOf(row.name), searchForm(row.nameEn ?? '')].some((form) => form.includes(name)) &&
    (orgId === undefined || row.appointments.some(({ organisation }) => organisation.id === orgId));
};
