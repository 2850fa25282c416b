import { anId, decide, shapeOf, type AskedOf } from '#kernel';
import { aLog, by, keepsTheLaws, specification, valuesOf } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { recipientShape } from '../content/recipients.js';
import { directiveCommands, type DirectiveCommand } from './directive.commands.js';
import { directive } from './directive.decider.js';
import type { DirectiveEvent } from './directive.events.js';
import type { DirectiveFacts } from './directive.facts.js';
import {
  aClerk,
  CITY_Y,
  COUNTY_K1,
  GONE,
  HQ_ELSEWHERE,
  HQ_J,
  HQ_Y,
  orgAt,
  ORGANISATIONS,
  the,
  ZONE,
} from '../directives.examples.js';
import { aContent, aDraft } from '../content/content.examples.js';
import { anImport } from '../importing/import.examples.js';
import { aDirective, anIssue, aRequest, knowing } from './directive.examples.js';

const given = specification(directive, aClerk, knowing());
const draft = (data = aDraft()): DirectiveCommand => ({ type: 'DraftDirective', data });
const edit = (data = aDraft(), expectedRevision = 1): DirectiveCommand => ({
  type: 'EditDraft',
  data: { ...data, expectedRevision },
});
const submit: DirectiveCommand = { type: 'SubmitForSignOff', data: {} };
const issueTo = (...to: readonly { orgId: typeof HQ_J.orgId; receiptId: `receipt-${string}` }[]): DirectiveCommand => ({
  type: 'IssueDirective',
  data: { recipients: to.map(({ orgId, receiptId }) => ({ orgId, receiptId })) },
});

describe('a directive', () => {
  const { takes } = directiveCommands.declared.ImportDirective;
  keepsTheLaws(directive, {
    ImportDirective: valuesOf(z.object(shapeOf(takes))),
    IssueDirective: valuesOf(z.object({ recipients: z.array(recipientShape.pick({ orgId: true, receiptId: true })) })),
    RecordChild: valuesOf(z.object({ childId: anId('directive') })),
    RecordDuty: valuesOf(z.object({ dutyPointId: anId('dutyPoint') })),
  });

  it('is drafted for the body of whoever drafts it, its clauses numbered in their order', () => {
    given().when(draft()).then(aDirective());
  });

  it('C12: keeps clause numbers as free text, apart from the order', () => {
    const clauses = [
      { key: 'a', number: '第四', text: '要核验' },
      { key: 'b', number: '第四', parent: 'a', text: '要登记' },
    ];
    given()
      .when(draft(aDraft({ clauses })))
      .then(
        aDirective({
          clauses: [
            { key: 'a', number: '第四', order: 1, text: '要核验' },
            { key: 'b', number: '第四', order: 2, parent: 'a', text: '要登记' },
          ],
        }),
      );
  });

  it('has clause keys that are used once, and parents that stand before', () => {
    const twice = [
      { key: 'a', text: '要核验' },
      { key: 'a', text: '要登记' },
    ];
    given()
      .when(draft(aDraft({ clauses: twice })))
      .thenRefused('CLAUSE_KEY_TWICE', 'clauses', '1', 'key');
    given()
      .when(
        draft(
          aDraft({
            clauses: [
              { key: 'a', parent: 'b', text: '要核验' },
              { key: 'b', text: '要登记' },
            ],
          }),
        ),
      )
      .thenRefused('PARENT_CLAUSE_NOT_FOUND', 'clauses', '0', 'parent');
  });

  it('is drafted only for a body that is registered, once', () => {
    given()
      .when(draft(), { orgId: the('organisation', 99) }, knowing({ ownId: the('organisation', 99), issuer: undefined }))
      .thenRefused('OWN_BODY_UNKNOWN');
    given(aDirective()).when(draft()).thenRefused('DIRECTIVE_EXISTS');
  });

  it('names a meeting that is registered', () => {
    const after = aDraft({ meetingId: the('meeting') });
    given().when(draft(after)).thenRefused('MEETING_NOT_FOUND', 'meetingId');
    given()
      .when(draft(after), {}, knowing({ meetingIsHeld: true }))
      .then(aDirective({ meetingId: the('meeting') }));
  });

  it('is edited and submitted by its own body only', () => {
    const other = { orgId: HQ_Y.orgId };
    given(aDirective()).when(edit(), other).thenRefused('NOT_THE_ISSUER');
    given(aDirective()).when(submit, other).thenRefused('NOT_THE_ISSUER');
  });

  it('is edited, submitted and issued once it is there: of any other nobody is told who its issuer would be', () => {
    for (const command of [edit(), submit, issueTo(ZONE)]) given().when(command).thenRefused('DIRECTIVE_NOT_THERE');
  });

  it('goes back to being a draft when it is edited while it waits to be signed', () => {
    given(aDirective(), aRequest()).when(edit()).then({ type: 'DraftEdited', data: aContent() });
    given(aDirective(), aRequest(), { type: 'DraftEdited', data: aContent() })
      .when(issueTo(CITY_Y))
      .thenRefused('NOT_SUBMITTED');
  });

  it('is submitted once, when every clause has a due rule or says that it has none', () => {
    given(aDirective()).when(submit).then(aRequest());
    given(aDirective(), aRequest()).when(submit).thenRefused('ALREADY_SUBMITTED');
    const clauses = [{ key: '1', number: '', order: 1, text: '要核验' }];
    given(aDirective({ clauses })).when(submit).thenRefused('DUE_NOT_STATED', 'clauses', '0', 'due');
  });

  it.each(['stated', 'by'] as const)('has no due rule %s without saying what it is', (rule) => {
    given()
      .when(draft(aDraft({ clauses: [{ text: '要核验', due: { rule } }] })))
      .thenRefused('DUE_INCOMPLETE', 'clauses', '0', 'due');
  });
});

describe('W7: an edit', () => {
  const edited = { type: 'DraftEdited', data: aContent() } as const;

  it('starts from the text that is there; a stale one is told who changed what', () => {
    given(aDirective(), edited).when(edit(aDraft(), 2)).then(edited);
    for (const stale of [1, 3]) {
      given(aDirective(), edited).when(edit(aDraft(), stale)).thenRefused('CHANGED_SINCE', 'expectedRevision');
    }
    const state = given(aDirective(), by({ actorId: the('person', 2) }, edited)).state();
    const asked = { ...edit(), facts: knowing().EditDraft } as AskedOf<DirectiveCommand, DirectiveFacts>;
    expect(decide(directive, asked, state, aClerk)).toMatchObject({
      about: { act: { en: `Draft edited by ${the('person', 2)}` } },
    });
  });

  it('says from where it starts', () => {
    expect(directiveCommands.declared.EditDraft.takes.expectedRevision.optional).toBeUndefined();
  });
});

describe('W1: no act on a directive is dated before the one that it answers', () => {
  const early = { occurredAt: '2022-03-17T11:27:59.999Z' };
  const tolerated = { occurredAt: '2022-03-17T11:28:00.000Z' };

  it('sign-off is asked for after the text was written', () => {
    given(aDirective()).when(submit, early).thenRefused('OCCURRED_BEFORE', 'occurredAt');
    given(aDirective()).when(submit, tolerated).then(aRequest());
    given(aDirective()).when(edit(), early).thenRefused('OCCURRED_BEFORE', 'occurredAt');
  });

  it('it is issued after that', () => {
    const { data } = anIssue(CITY_Y);
    given(aDirective(), aRequest()).when(issueTo(CITY_Y), early).thenRefused('OCCURRED_BEFORE', 'occurredAt');
    given(aDirective(), aRequest())
      .when(issueTo(CITY_Y), tolerated)
      .then({ type: 'DirectiveIssued', data: { ...data, issuedAt: tolerated.occurredAt } });
  });

  it('and ends after it was issued', () => {
    given(aDirective(), aRequest(), anIssue(CITY_Y))
      .when({ type: 'RevokeDirective', data: { reason: '部署有误' } }, early)
      .thenRefused('OCCURRED_BEFORE', 'occurredAt');
  });
});

describe('issuing', () => {
  it('freezes the text version and the recipients, a zone among them though it is no administrative division', () => {
    given(aDirective(), aRequest()).when(issueTo(CITY_Y, ZONE)).then(anIssue(CITY_Y, ZONE));
    expect(ZONE.territoryLevel).toBe('developmentZone');
  });

  it('names the version of the text that was edited', () => {
    given(aDirective(), { type: 'DraftEdited', data: aContent() }, aRequest())
      .when(issueTo(CITY_Y))
      .then({ type: 'DirectiveIssued', data: { recipients: [CITY_Y], textVersion: 2, issuedAt: aClerk.occurredAt } });
  });

  it('tells each registered basis of its child', () => {
    const bases = [{ directiveId: the('directive', 7) }, { citation: '中央会议', unverified: true as const }];
    given(aDirective({ bases }), aRequest())
      .when(issueTo(CITY_Y))
      .then(anIssue(CITY_Y), {
        type: 'BasisImplemented',
        data: { directiveId: the('directive', 7), issuer: HQ_J },
      });
  });

  it('comes after sign-off was asked for, once, and goes to bodies that are there', () => {
    given(aDirective()).when(issueTo(CITY_Y)).thenRefused('NOT_SUBMITTED');
    given(aDirective(), aRequest(), anIssue(CITY_Y)).when(issueTo(CITY_Y)).thenRefused('ALREADY_ISSUED');
    given(aDirective(), aRequest()).when(issueTo()).thenRefused('NO_RECIPIENTS', 'recipientIds');
    given(aDirective(), aRequest()).when(issueTo(CITY_Y, CITY_Y)).thenRefused('RECIPIENT_TWICE', 'recipientIds', '1');
    given(aDirective(), aRequest())
      .when(issueTo({ orgId: the('organisation', 99), receiptId: the('receipt', 99) }))
      .thenRefused('RECIPIENT_NOT_FOUND', 'recipientIds', '0');
    given(aDirective(), aRequest())
      .when(issueTo({ orgId: GONE, receiptId: the('receipt', 98) }))
      .thenRefused('RECIPIENT_NOT_FOUND', 'recipientIds', '0');
  });

  it('is not done in the name of a body that is dissolved since', async () => {
    const log = aLog({
      [GONE]: [
        { type: 'OrgCreated', data: { name: 'HQ', territoryPath: '' } },
        { type: 'OrgDissolved', data: { dissolvedAt: aClerk.occurredAt, reason: 'sealed' } },
      ],
    });
    const drafted = given(aDirective({ issuer: { ...HQ_J, orgId: GONE } }), aRequest());
    const own = { stream: the('directive'), state: () => Promise.resolve(drafted.state()) };
    const { organisations } = await directive.facts.IssueDirective(log, { recipients: [] }, own, aClerk);
    expect(organisations.get(GONE)?.is).toBe('dissolved');
    drafted.when(issueTo(CITY_Y), { orgId: GONE }).thenRefused('ISSUER_DISSOLVED');
  });

  it('D10: is the commander’s alone', () => {
    expect(directive.commands.declared.IssueDirective.who).toEqual(['commander']);
    expect(directive.commands.declared.DraftDirective.who).toEqual(['hq']);
  });

  it('D10: is done by the commander of the issuing body, not by that of another one in the territory', () => {
    given(aDirective(), aRequest()).when(issueTo(ZONE), { orgId: HQ_Y.orgId }).thenRefused('NOT_THE_ISSUER');
  });

  describe('D10: the recipients', () => {
    const ofCity = { orgId: HQ_Y.orgId };
    const cityDraft = () => given(aDirective({ issuer: HQ_Y }), aRequest());
    const { territoryLevel, ...where } = CITY_Y;
    const organisations = new Map([
      ...ORGANISATIONS,
      // The government of the city stands above its headquarters, and the station in the province has the headquarters above it.
      [HQ_Y.orgId, orgAt(CITY_Y, { parentId: the('organisation', 20) })],
      [the('organisation', 20), orgAt({ ...where, territoryLevel })],
      [the('organisation', 21), orgAt({ ...HQ_ELSEWHERE, territoryLevel }, { parentId: the('organisation', 22) })],
      [the('organisation', 22), orgAt({ ...HQ_ELSEWHERE, territoryLevel }, { parentId: HQ_Y.orgId })],
      [HQ_ELSEWHERE.orgId, orgAt({ ...HQ_ELSEWHERE, territoryLevel })],
    ]);
    const to = (orgId: typeof HQ_Y.orgId) => issueTo({ orgId, receiptId: the('receipt', 2) });

    it.each([
      ['a body in a territory above', HQ_J.orgId, 'RECIPIENT_ABOVE'],
      ['the body above it in the same territory', the('organisation', 20), 'RECIPIENT_ABOVE'],
      ['the issuer itself', HQ_Y.orgId, 'RECIPIENT_IS_ISSUER'],
      ['a body of another territory', HQ_ELSEWHERE.orgId, 'RECIPIENT_OUTSIDE'],
    ] as const)('do not hold %s', (_, orgId, code) => {
      cityDraft().when(to(orgId), ofCity, knowing({ organisations })).thenRefused(code, 'recipientIds', '0');
    });

    it('lie in the territory of the issuer, or below it in its line', () => {
      const lineBody = {
        ...HQ_ELSEWHERE,
        orgId: the('organisation', 21),
        receiptId: the('receipt', 2),
        territoryLevel,
      };
      cityDraft().when(issueTo(COUNTY_K1), ofCity, knowing({ organisations })).then(anIssue(COUNTY_K1));
      cityDraft().when(to(lineBody.orgId), ofCity, knowing({ organisations })).then(anIssue(lineBody));
    });

    it('are looked up with those above them, so that the line is known', async () => {
      const created = (parentId?: typeof HQ_Y.orgId) =>
        [{ type: 'OrgCreated', data: { name: 'HQ', territoryPath: '', ...(parentId && { parentId }) } }] as const;
      const [top, middle, low] = [the('organisation', 31), the('organisation', 32), the('organisation', 33)];
      const log = aLog({ [top]: created(low), [middle]: created(top), [low]: created(middle) });
      const state = given(aDirective(), aRequest()).state();
      const own = { stream: the('directive'), state: () => Promise.resolve(state) };
      const { organisations: known } = await directive.facts.IssueDirective(
        log,
        { recipients: [{ orgId: low, receiptId: the('receipt') }] },
        own,
        aClerk,
      );
      expect([...known.keys()].sort()).toEqual([HQ_J.orgId, top, middle, low].sort());
    });
  });

  it('D10: no directive goes to sign-off without a clause', () => {
    given(aDirective({ clauses: [] }))
      .when(submit)
      .thenRefused('NO_CLAUSES', 'clauses');
  });
});

describe('D1: an issued text never changes', () => {
  const issued = [aDirective(), aRequest(), anIssue(CITY_Y)] as const;

  it('no command of any kind changes it', () => {
    given(...issued)
      .when(edit())
      .thenRefused('ISSUED_TEXT_FIXED');
    const before = given(...issued).state();
    const commands: DirectiveCommand[] = [
      draft(),
      edit(),
      { type: 'DeployFrom', data: aDraft() },
      { type: 'ImportDirective', data: anImport() },
      submit,
      issueTo(COUNTY_K1),
      { type: 'PassOnDirective', data: { receiptId: the('receipt') } },
    ];
    const ruling = { directiveId: the('directive', 7), clause: '1', reason: '情况属实' };
    for (const type of ['ExemptClause', 'RefuseExemption', 'GrantLaterDue', 'RefuseLaterDue'] as const) {
      commands.push({ type, data: ruling });
    }
    const facts = knowing({
      relayed: {
        ...{ relayOf: { directiveId: the('directive', 7), receiptId: the('receipt') }, content: aContent() },
        ...{ issuer: HQ_Y, recipients: [ZONE], at: aClerk.occurredAt },
      },
    });
    for (const command of commands) {
      // The facts of this very command.
      const asked = { ...command, facts: facts[command.type] } as AskedOf<DirectiveCommand, DirectiveFacts>;
      expect(decide(directive, asked, before, aClerk)).toHaveProperty('refused');
    }
    const ends: readonly DirectiveEvent[] = [
      { type: 'DirectiveCompleted', data: {} },
      { type: 'DirectiveRevoked', data: { reason: '情况变化' } },
      { type: 'ClauseExempted', data: ruling },
      { type: 'ChildRecorded', data: { childId: the('directive', 8) } },
      { type: 'BasisAmended', data: { directiveId: the('directive', 7), textVersion: 2, clauses: ['1'] } },
    ];
    for (const event of ends) {
      expect(given(...issued, event).state()).toMatchObject({
        content: aContent(),
        textVersion: 1,
        recipients: [CITY_Y],
      });
    }
    const ending = ['CompleteDirective', 'RevokeDirective', 'SupersedeDirective', 'WithdrawDirective'];
    // An amendment makes another version; the former one is read as of then.
    const amending = ['AmendDirective', 'AskLaterDue', 'RecordChild', 'RecordDuty', 'RecordRequests', 'ReopenClauses'];
    expect([...commands.map(({ type }) => type), ...ending, ...amending].sort()).toEqual(
      Object.keys(directive.decide).sort(),
    );
  });
});

describe('D7: a basis is a registered directive, or marked unverified', () => {
  const based = (bases: NonNullable<ReturnType<typeof aDraft>['bases']>) => draft(aDraft({ bases }));
  const upstream = new Map([[the('directive', 7), { clauses: aContent().clauses, issuerId: HQ_J.orgId }]]);

  it('a registered one is taken', () => {
    const bases = [{ directiveId: the('directive', 7) }];
    const clauseMap = ['1', '2'].map((key) => ({
      directiveId: the('directive', 7),
      clause: key,
      how: 'adopted' as const,
      by: key,
    }));
    given()
      .when(draft(aDraft({ bases, clauseMap })), {}, knowing({ upstream }))
      .then(aDirective({ bases, clauseMap }));
  });

  it('one that is not registered is refused, as a basis and as a link', () => {
    given()
      .when(based([{ directiveId: the('directive', 7) }]))
      .thenRefused('BASIS_NOT_REGISTERED', 'bases', '0');
    given()
      .when(draft(aDraft({ links: [{ link: 'reinforces', directiveId: the('directive', 7) }] })))
      .thenRefused('BASIS_NOT_REGISTERED', 'links', '0');
  });

  it('one that is only cited is marked unverified', () => {
    given()
      .when(based([{ citation: '3月17日中央政治局会议' }]))
      .then(aDirective({ bases: [{ citation: '3月17日中央政治局会议', unverified: true }] }));
  });

  it('C15, C16: it may reinforce or continue another without replacing it', () => {
    given()
      .when(draft(aDraft({ links: [{ link: 'continues', citation: '3·21处置各项防控措施' }] })))
      .then(aDirective({ links: [{ link: 'continues', to: { citation: '3·21处置各项防控措施', unverified: true } }] }));
  });

  it('it is the one or the other', () => {
    given()
      .when(based([{}]))
      .thenRefused('UPSTREAM_UNCLEAR', 'bases', '0');
    given()
      .when(based([{ directiveId: the('directive', 7), citation: '中央会议' }]), {}, knowing({ upstream }))
      .thenRefused('UPSTREAM_UNCLEAR', 'bases', '0');
  });
});

describe('passing on', () => {
  const relayOf = { directiveId: the('directive', 7), receiptId: the('receipt', 2) };
  const command: DirectiveCommand = { type: 'PassOnDirective', data: { receiptId: relayOf.receiptId } };
  const saying = { relayOf, issuer: HQ_Y, recipients: [COUNTY_K1], at: aClerk.occurredAt };

  it('issues the same text in the name of whoever relays it, each clause carried on (D3)', () => {
    const clauseMap = ['1', '2'].map((key) => ({
      directiveId: relayOf.directiveId,
      clause: key,
      how: 'adopted' as const,
      by: key,
    }));
    const content = aContent({ meetingId: the('meeting'), bases: [{ citation: '中央会议', unverified: true }] });
    const relayed = { ...saying, content };
    given()
      .when(command, {}, knowing({ relayed }))
      .then(
        aDirective({ issuer: HQ_Y, relayOf, bases: [{ directiveId: relayOf.directiveId }], clauseMap }),
        anIssue(COUNTY_K1),
        {
          type: 'BasisImplemented',
          data: { directiveId: relayOf.directiveId, issuer: HQ_Y },
        },
      );
  });

  it('is the system’s to do, when there is something to pass on', () => {
    expect(directive.commands.declared.PassOnDirective.who).toEqual(['system']);
    given().when(command).thenRefused('NOTHING_TO_DEPLOY');
  });
});
