import { answered, lastChange, type Act, type Answered, type DataOf } from '#kernel';
import { contentIn } from '../importing/imported-content.js';
import { rulingsFor, stillAhead } from './ahead.js';
import { directiveEvents, type DirectiveEvent } from './directive.events.js';
import type { DirectiveState, Standing } from './directive.standing.js';
import { stillStanding } from './requests.js';

/** What the next act on a directive answers. */
export const latest = (type: DirectiveEvent['type'], act: Act): Answered =>
  answered(directiveEvents.facts[type].title, act);

const written = (type: DirectiveEvent['type'], act: Act): Pick<Standing, 'written' | 'latest'> => ({
  written: lastChange(directiveEvents.facts[type].title, act),
  latest: latest(type, act),
});

const NOTHING_SINCE = {
  ...{ rulings: [], requests: [], ahead: [], amendments: [] },
  ...{ children: [], duties: [], reopened: [], bases: [] },
};

type Change<T extends DirectiveEvent['type']> = (
  state: DirectiveState,
  data: DataOf<DirectiveEvent, T>,
  act: Act,
) => DirectiveState;

const drafted: Change<'DirectiveDrafted'> = (_, { issuer, deploys, relayOf: _relay, ...content }, act) => ({
  is: 'draft',
  ...{ issuer, content, deploys, textVersion: 1, imported: false },
  ...NOTHING_SINCE,
  ...written('DirectiveDrafted', act),
});

const imported: Change<'DirectiveImported'> = (_, data, act) => ({
  is: 'registered',
  ...{ issuer: data.issuer, content: contentIn(data), deploys: false, textVersion: 1, imported: true },
  sha256: data.original.sha256,
  ...(data.from && { importId: data.from.importId }),
  ...NOTHING_SINCE,
  ...written('DirectiveImported', act),
});

const edited: Change<'DraftEdited'> = (state, content, act) => {
  if (state.is === 'new') return state;
  const [is, textVersion] = [state.imported ? ('registered' as const) : ('draft' as const), state.textVersion + 1];
  const rulings = stillStanding(state.rulings, state.content, content);
  return { ...state, is, content, ...written('DraftEdited', act), textVersion, rulings };
};

const amended: Change<'DirectiveAmended'> = (state, data, act) => {
  if (state.is === 'new') return state;
  const { text, clauses, declared, clauseMap, textVersion, changed, added, dropped, amendedAt: statedAt } = data;
  const content = { ...state.content, text, clauses, declared, clauseMap };
  const amendment = { textVersion, touched: [...changed, ...added, ...dropped], amendedAt: act.recordedAt, statedAt };
  return {
    ...{ ...state, content, textVersion, ...written('DirectiveAmended', act) },
    ...{ rulings: rulingsFor(state, content), ahead: stillAhead(state.ahead, content) },
    amendments: [...state.amendments, amendment],
    reopened: [],
  };
};

/** How the text of a directive comes about, and changes. */
export const textChanges = {
  DirectiveDrafted: drafted,
  DirectiveImported: imported,
  DraftEdited: edited,
  DirectiveAmended: amended,
};
