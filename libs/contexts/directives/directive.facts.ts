import type { Id, StateReader } from '#kernel';
import { namedIn, type Published } from './content.rules.js';
import type { DirectiveCommand, DirectiveFacts } from './directive.commands.js';
import { directive } from './directive.decider.js';
import { published } from './directive.state.js';
import { contentOf } from './draft.js';
import { meeting } from './meeting.decider.js';
import { readOrganisations } from './organisations.facts.js';

const readPublished = async (source: StateReader, ids: readonly Id<'directive'>[]) => {
  const states = await Promise.all(ids.map(async (id) => [id, published(await source.state(directive, id))] as const));
  return new Map(states.filter((known): known is [Id<'directive'>, Published] => known[1] !== undefined));
};

/** The content that a command brings, or that the directive has already. */
const contentIn = async (source: StateReader, id: Id<'directive'>, command: DirectiveCommand) => {
  if ('clauses' in command.data) return contentOf(command.data);
  if (command.type !== 'SubmitForSignOff') return undefined;
  const state = await source.state(directive, id);
  return state.is === 'new' ? undefined : state.content;
};

/** Reads what stands around a directive, for a command of somebody from this body. */
export const aroundDirective =
  (id: Id<'directive'>, ownId: Id<'organisation'>) =>
  async (source: StateReader, command: DirectiveCommand): Promise<DirectiveFacts> => {
    const to = command.type === 'IssueDirective' ? command.data.recipients.map(({ orgId }) => orgId) : [];
    const content = await contentIn(source, id, command);
    const held = content?.meetingId && (await source.state(meeting, content.meetingId));
    return {
      ownId,
      organisations: await readOrganisations(source, [ownId, ...to]),
      upstream: await readPublished(source, content ? namedIn(content) : []),
      meetingIsHeld: held ? held.is === 'held' : false,
    };
  };

/** Reads what a relay passes on. */
export const aroundRelay =
  (parentId: Id<'directive'>) =>
  async (source: StateReader): Promise<DirectiveFacts> => {
    const parent = await source.state(directive, parentId);
    return {
      organisations: new Map(),
      upstream: new Map(),
      meetingIsHeld: false,
      ...(parent.is === 'issued' && { relayed: parent.content }),
    };
  };
