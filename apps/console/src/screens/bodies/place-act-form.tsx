import addTerritory from 'act:addTerritory';
import correctTerritory from 'act:correctTerritory';
import createOrganisation from 'act:createOrganisation';
import type { Act, EntryProps } from '../../forms/act';
import { ActForm } from '../../forms/act-form';
import type { OpenAct } from '../../forms/act-panel';
import type { Draft } from '../../forms/draft';
import { KnownThings } from '../../forms/known';
import { ThingEntry } from '../../forms/thing-entry';
import type { Place } from './query';

const PlaceEntry = (props: EntryProps) => <ThingEntry {...props} kind="territory" />;
const BodyEntry = (props: EntryProps) => <ThingEntry {...props} kind="organisation" />;

interface PlaceAct extends Act {
  readonly begin: (place: Place) => Draft;
  /** Whether it is about the place itself, and not about something new in it. */
  readonly isOwn?: boolean;
}

const ACTS: Readonly<Record<string, PlaceAct>> = {
  createOrganisation: {
    ...createOrganisation,
    entries: { parentId: BodyEntry },
    begin: ({ id }) => ({ territoryId: id }),
  },
  addTerritory: { ...addTerritory, entries: { parentId: PlaceEntry }, begin: ({ id }) => ({ parentId: id }) },
  correctTerritory: { ...correctTerritory, isOwn: true, begin: () => ({}) },
};

interface Props extends OpenAct {
  readonly place: Place;
}

/** The form of one command that is about a place, or begins something in it. */
export const PlaceActForm = ({ place, name, ...rest }: Props) => {
  const act = ACTS[name];
  if (!act) return null;
  return (
    <KnownThings value={{ [place.id]: place.name }}>
      <ActForm act={act} id={act.isOwn ? place.id : undefined} begin={act.begin(place)} {...rest} />
    </KnownThings>
  );
};
