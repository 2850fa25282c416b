import type { Entry } from './query';

/** Says in one line what an event is about: what somebody wrote in it, or what it names. */
export const say = ({ summary, named, actor, subject }: Entry): string => {
  if (summary !== null) return summary;
  const known = [actor.person.id, subject.id];
  return named
    .filter(({ id, label }) => label !== null && !known.includes(id))
    .map(({ label }) => label)
    .slice(0, 3)
    .join(' · ');
};
