import { randomUUID } from 'node:crypto';
import { hasMutation, kindOf, pathBelow, type CommandDeclaration, type Id, type Role } from '#kernel';
import type { Claims } from '#platform/identity';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CONTEXTS, STREAMS_OF_ALL } from '../../apps/api/contexts.js';
import { story } from '../../apps/cli/demo/story/index.js';
import { documentOf } from '../../apps/cli/demo/document.js';
import { AskedOfPostgres } from '../support/asked-of-postgres.js';
import { whoMayAsk } from '../support/asking-cases.js';
import { whoMayDoWhat } from '../support/authorisation-cases.js';
import { absent, knownInputOf, namedIdsOf } from '../support/named-ids.js';
import { idArguments, queryWith } from '../support/queries.js';
import { RunningApi, type Answer, type Told } from '../support/running-api.js';

const commands = CONTEXTS.flatMap(({ deciders }) => deciders).flatMap(({ commands }) =>
  Object.entries(commands.declared).map(([type, declared]) => ({ type, commands, declared })),
);
/** What administrators configure they may see as far as they configure it. */
const asked = commands.filter(
  ({ declared }) => hasMutation(declared) && declared.who.some((role) => role !== 'system' && role !== 'admin'),
);
// Who may do what is for everybody who works here.
const DIRECTORIES = ['territory', 'organisation', 'grant'];
const OPEN_LISTS = ['grants'];
const hidden = (kind: string) => STREAMS_OF_ALL.has(kind) && !DIRECTORIES.includes(kind);
/** Files are looked up by what takes them. */
const isUnseen = (kind: string) => hidden(kind) || kind === 'evidence';

const [place, body, post, person] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
const SINCE = '2022-01-01T00:00:00.000Z';

/** Somebody from elsewhere, who sees nothing of the story. */
type Asking = Exclude<Role, 'system'>;
const stranger = (roles: readonly Asking[]): Claims => ({
  personId: `person-${person}`,
  postId: `post-${post}`,
  orgId: `organisation-${body}`,
  territoryId: `territory-${place}`,
  territory: pathBelow('', `territory-${place}`),
  roles: [...roles],
});
const isAsking = (role: Role): role is Asking => role !== 'system';
const rolesFor = ({ who }: Pick<CommandDeclaration, 'who'>): readonly Asking[] => who.filter(isAsking);
const everyRole = [...new Set(asked.flatMap(({ declared }) => rolesFor(declared)))].filter((role) => role !== 'admin');

/** Bytes of an answer, whatever id was asked for. */
const bytes = (answer: Answer, id: string) => JSON.stringify(answer).replaceAll(id, 'ID');

/** T18, T19: over HTTP, on PostgreSQL, for every id that any input or argument of the schema may hold. */
describe('what is there and not theirs to see', () => {
  let api: RunningApi;
  const own = new Map<string, string>([
    ['territory', `territory-${place}`],
    ['organisation', `organisation-${body}`],
    ['post', `post-${post}`],
    ['person', `person-${person}`],
  ]);
  const theirs = new Map<string, string>();
  const known = (kind: string) => own.get(kind) ?? absent(kind, place);
  const statements = new AskedOfPostgres();

  const ask = (roles: readonly Asking[], query: string, variables: Record<string, unknown>) =>
    api.askAs(stranger(roles), query, variables);
  const tell = (roles: readonly Asking[], type: string, input: object) => {
    const said = { commandId: randomUUID(), occurredAt: new Date().toISOString(), reason: 'Because' };
    return ask(roles, documentOf(`${type.charAt(0).toLowerCase()}${type.slice(1)}`), { input: { ...said, ...input } });
  };
  const begins = async (type: string, more: object = {}): Promise<void> => {
    const one = asked.find((command) => command.type === type);
    if (!one) throw new Error(`no command ${type}`);
    const { data } = await tell(everyRole, type, { ...knownInputOf(one.commands, one.declared, known), ...more });
    expect({ type, outcome: data?.['outcome'] }).toMatchObject({ outcome: { __typename: 'Recorded' } });
    const { id } = data?.['outcome'] as Told;
    if (id) own.set(kindOf(id as Id), id);
  };

  beforeAll(async () => {
    api = await RunningApi.start();
    expect((await api.load(story())).failed).toEqual([]);
    const admin = async (mutation: string, input: Record<string, unknown>) =>
      expect(await api.tell('admin', mutation, input)).toMatchObject({ id: expect.anything() });
    const [territoryId, orgId, postId] = [`territory-${place}`, `organisation-${body}`, `post-${post}`];
    await admin('addTerritory', { id: territoryId, name: 'Elsewhere', level: 'county', validFrom: SINCE });
    await admin('createOrganisation', {
      ...{ id: orgId, name: 'Body elsewhere', orgKind: 'headquarters', territoryId, temporary: false },
    });
    await admin('establishPost', { id: orgId, postId, title: 'Somebody' });
    await admin('registerPerson', { id: `person-${person}`, name: 'Invented Stranger' });
    await admin('holdPost', { id: `person-${person}`, postId, orgId, from: SINCE });
    await begins('DefineDutyPoint', { place: 'Gate 2' });
    await begins('DraftDirective');
    await begins('RegisterMeeting');
    await begins('RegisterLateEntry', { number: 'ZB-7', happenedAt: new Date().toISOString() });
    await begins('ImportNotice', { text: '关于排查的通知\n各县要排查水库。' });
    await begins('RecordObservation', { kind: 'inspection', evidence: [] });

    const seenBy = async (as: 'admin' | 'discipline', lists: readonly string[]) => {
      const query = `{ ${lists.map((list) => `${list}(first: 1) { edges { node { id } } }`).join(' ')} }`;
      const { data } = await api.ask(as, query);
      for (const list of lists) {
        const [edge] = (data?.[list] as { edges: { node: { id: Id } }[] }).edges;
        if (edge) theirs.set(kindOf(edge.node.id), edge.node.id);
      }
    };
    await seenBy('discipline', ['findings', 'persons', 'directives', 'receipts', 'meetings', 'responsibilityMatrix']);
    await seenBy('admin', ['accounts']);
    const imported = await api.tell('hq', 'importNotice', { fileName: 'notice.txt', text: 'Q市指挥部通知' });
    theirs.set('import', String(imported.id));
    const registered = await api.tell('hq', 'registerLateEntry', {
      ...{ number: 'ZB-7', what: 'By telephone', reason: 'No network', happenedAt: new Date().toISOString() },
      takenBy: theirs.get('person'),
    });
    theirs.set('lateEntry', String(registered.id));
    const file = 'query ($id: ID!) { finding(id: $id) { evidence { id } } }';
    const { data } = await api.ask('discipline', file, { id: theirs.get('finding') });
    const [kept] = (data?.['finding'] as { evidence: { id: string }[] }).evidence;
    theirs.set('evidence', String(kept?.id));
    statements.start();
  });
  beforeEach(() => {
    statements.take();
  });
  afterAll(async () => {
    statements.stop();
    await api.stop();
  });

  /** An answer, and by the number and shape of what statements it came about. */
  const counted = async (asking: Promise<Answer>, id: string) => {
    const answer = bytes(await asking, id);
    return { answer, asked: statements.take() };
  };

  it('is of every kind that is not a directory', () => {
    expect([...theirs.keys()].filter(hidden).sort()).toEqual([...STREAMS_OF_ALL.keys()].filter(hidden).sort());
  });

  it('is to the public everything, histories and directories too: nothing is published for them yet', async () => {
    const query = `query ($id: ID!) { timeline(id: $id) { edges { node { reason } } } organisation(id: $id) { name } }`;
    const seen = async (as: 'public' | 'unit') => (await api.ask(as, query, { id: known('organisation') })).data;
    expect(await seen('public')).toEqual({ timeline: { edges: [] }, organisation: null });
    expect(await seen('unit')).toMatchObject({ organisation: { name: 'Body elsewhere' } });
  });

  it.each(asked)('T19: is to $type like what is not there, wherever its input names it', async (command) => {
    const { type, commands: of, declared } = command;
    for (const { path, kind, with: naming } of namedIdsOf(of, declared, known)) {
      const [there, nowhere] = [theirs.get(kind), absent(kind, randomUUID())];
      if (!isUnseen(kind) || !there) continue;
      const one = await counted(tell(rolesFor(declared), type, naming(there)), there);
      const other = await counted(tell(rolesFor(declared), type, naming(nowhere)), nowhere);
      expect({ path, ...one }).toEqual({ path, ...other });
      expect(one.answer).toContain('"__typename":"Refused"');
    }
  });

  it.each(asked)(
    'T19: is to $type like what is not there, as the late entry that it is told under',
    async (command) => {
      const { type, commands: of, declared } = command;
      const [there, nowhere] = [String(theirs.get('lateEntry')), absent('lateEntry', randomUUID())];
      const told = (lateEntryId: string) =>
        counted(tell(rolesFor(declared), type, { ...knownInputOf(of, declared, known), lateEntryId }), lateEntryId);
      const one = await told(there);
      expect(one).toEqual(await told(nowhere));
      expect(one.answer).toMatch(/"code":"NOT_FOUND".*"path":\["lateEntryId"\]/);
    },
  );

  describe('where it is asked for', () => {
    it('T19: is to the query of a finding one statement, seen or not', async () => {
      const query = 'query ($id: ID!) { finding(id: $id) { id } }';
      const id = String(theirs.get('finding'));
      const asked = [expect.stringContaining('finding_card')];
      expect(await counted(ask(everyRole, query, { id }), id)).toMatchObject({ asked });
      expect(await counted(api.ask('discipline', query, { id }), id)).toMatchObject({ asked });
    });

    it('T19: is to a note on it like what is not there', async () => {
      const note = async (id: string) => counted(tell(everyRole, 'NoteFinding', { id, text: 'Seen' }), id);
      const there = await note(String(theirs.get('finding')));
      expect(there.asked.length).toBeGreaterThan(1);
      expect(there).toEqual(await note(absent('finding', randomUUID())));
    });

    it.each(idArguments())('T19: is to the query $query like what is not there, as its $argument', async (argument) => {
      for (const [kind, there] of theirs) {
        if (kind === 'person' && OPEN_LISTS.includes(argument.query)) continue;
        const nowhere = absent(kind, randomUUID());
        const query = queryWith(argument);
        const given = (id: string) => ({ id: argument.list ? [id] : id });
        const one = await counted(ask(everyRole, query, given(there)), there);
        const other = await counted(ask(everyRole, query, given(nowhere)), nowhere);
        expect({ kind, ...one }).toEqual({ kind, ...other });
      }
    });
  });

  describe('who may ask', () => {
    whoMayAsk(() => api);
    whoMayDoWhat(() => api);
  });
});
