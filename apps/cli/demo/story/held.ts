import { castId, type CastOrganisation, type CastPerson } from '#platform/identity';
import { PEOPLE } from '../cast.js';
import { madeBy, type Step } from '../step.js';
import { at } from '../when.js';

export interface Holding {
  readonly of: string;
  readonly party: 'territorial' | 'unit' | 'individual';
  readonly body: CastOrganisation;
  /** Who accepts for the body, or the person named. */
  readonly by: CastPerson;
}

/** Somebody is assigned a part of a duty, and accepts it. */
export const held = ({ of, party, body, by }: Holding): readonly Step[] => {
  const name = `${of}: ${party}`;
  const assignmentId = castId('assignment', name);
  const person = party === 'individual' ? { personId: by.id, postId: by.post.id } : {};
  return [
    {
      name: `assign ${name}`,
      as: PEOPLE.hq,
      mutation: 'assignParty',
      at: at('03-25', '10:00'),
      input: {
        id: madeBy(of),
        assignmentId,
        party,
        capacity: 'lead',
        holder: { orgId: body.id, ...person },
        from: at('03-25', '10:00'),
      },
    },
    {
      name: `accept ${name}`,
      as: by,
      mutation: 'acceptAssignment',
      at: at('03-25', '15:00'),
      input: { id: madeBy(of), assignmentId },
    },
  ];
};
