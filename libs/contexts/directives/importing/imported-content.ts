import type { DataOf } from '#kernel';
import type { Content } from '../content/content.schema.js';
import type { DirectiveEvent } from '../directive/directive.events.js';

type Imported = DataOf<DirectiveEvent, 'DirectiveImported'>;

/** What an imported text says, apart from where it came from. */
export const contentIn = ({ instrument, urgency, title, text, clauses, declared, ...ties }: Imported): Content => {
  const { number, bases, links, clauseMap, meetingId } = ties;
  return {
    ...{ instrument, urgency, title, text, clauses, declared, bases, links, clauseMap },
    ...(number !== undefined && { number }),
    ...(meetingId && { meetingId }),
  };
};
