import type { FoundDocument, ImportEvent } from '#contexts/imports';
import { decide, decode } from '#kernel';
import { aLog, specification } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import { aContent, aDraft } from '../content/content.examples.js';
import type { DirectiveCommand } from '../directive/directive.commands.js';
import { directive } from '../directive/directive.decider.js';
import { directiveEvents } from '../directive/directive.events.js';
import { aRequest, anIssue, knowing } from '../directive/directive.examples.js';
import { published } from '../directive/directive.published.js';
import { aClerk, CITY_Y, HQ_J, HQ_Y, the } from '../directives.examples.js';
import { aDocument, aNotice, anImport, anImported, ORIGINAL, TEXT } from './import.examples.js';
import type { Import } from './import.fields.js';

const given = specification(directive, aClerk, knowing({ notice: aNotice() }));
const importing = (data: Partial<Import> = {}): DirectiveCommand => ({
  type: 'ImportDirective',
  data: anImport(data),
});
const finding = (...documents: readonly FoundDocument[]) => knowing({ notice: aNotice(...documents) });

describe('E: a directive that is made of an import', () => {
  it('has the text, the digest, the damage and the clauses that the server found, and the answers of the clerk', () => {
    given().when(importing()).then(anImported());
  });

  it('is one of the documents that the import holds', () => {
    const second = aDocument({ title: '关于值班的通知', questions: [] });
    given()
      .when(importing({ document: 1, answers: [] }), {}, finding(aDocument(), second))
      .then(
        anImported({
          title: '关于值班的通知',
          from: { importId: the('import'), document: 1 },
          answers: [],
        }),
      );
    given()
      .when(importing({ document: 1 }))
      .thenRefused('DOCUMENT_NOT_FOUND', 'document');
  });

  it('takes the clauses that are named, under the nearest of those above that are taken, too', () => {
    const due = { rule: 'none' } as const;
    const [, , third] = anImported().data.clauses;
    given()
      .when(importing({ clauses: [{ order: 2, due }, { order: 3 }] }))
      .then(
        anImported({
          clauses: [
            { key: '2', number: '(一)', order: 1, text: '要压实四方责任', due },
            { ...third, key: '3', number: '二、', order: 2, text: '值班' },
          ],
        }),
      );
    given()
      .when(importing({ clauses: [{ order: 2 }, { order: 5 }] }))
      .thenRefused('CLAUSE_NOT_FOUND', 'clauses', '1', 'order');
    given()
      .when(importing({ clauses: [{ order: 2 }, { order: 2 }] }))
      .thenRefused('CLAUSE_KEY_TWICE', 'clauses', '1', 'key');
  });

  it('D9: keeps how many points the document says it makes, so that a missing one is warned of', () => {
    const points = { words: '提出三点要求', from: 0, to: 6, declared: 3 };
    const saying = (...declared: FoundDocument['declared']) => finding(aDocument({ declared }));
    // The two headings are all that stands at the top.
    given()
      .when(importing(), {}, saying({ ...points, captured: 2 }, { ...points, captured: 2 }))
      .then(anImported({ declared: [{ count: 3 }] }));
    given()
      .when(importing(), {}, saying({ ...points, captured: 1 }))
      .then(anImported({ declared: [] }));
    const under = { ...points, from: TEXT.indexOf('(一)'), declared: 2, captured: 1 };
    given()
      .when(importing(), {}, saying(under))
      .then(anImported({ declared: [{ under: '1', count: 2 }] }));
    // What stands above them was not taken; or a person counted themselves.
    given()
      .when(importing({ clauses: [{ order: 2 }] }), {}, saying(under))
      .then(anImported({ clauses: [{ key: '2', number: '(一)', order: 1, text: '要压实四方责任' }], declared: [] }));
    given()
      .when(importing({ declared: [] }), {}, saying(under))
      .then(anImported());
  });

  it('has the title and the day that the clerk says, where they say one', () => {
    const dated = { year: 2022, month: 3, day: 30 };
    given()
      .when(importing({ title: '再部署', dated }))
      .then(anImported({ title: '再部署', dated }));
    given()
      .when(importing({ dated: { month: 3, day: 30 } }))
      .then(anImported({ dated: { year: null, month: 3, day: 30 } }));
    given()
      .when(importing({ dated: { ...dated, month: 2 } }))
      .thenRefused('NO_SUCH_DAY', 'dated', 'day');
  });

  it.each(['', '长'.repeat(301)])('needs a title, where the document shows none that it could have', (title) => {
    const known = finding(aDocument({ title }));
    given().when(importing(), {}, known).thenRefused('TITLE_MISSING', 'title');
    given()
      .when(importing({ title: '再部署' }), {}, known)
      .then(anImported({ title: '再部署' }));
  });

  it('holds no more than a directive', () => {
    const [clause = { from: 0, to: 1, order: 1, number: '', level: 1, parent: null, heading: false }] =
      aDocument().clauses;
    const many = Array.from({ length: 301 }, (_, index) => ({ ...clause, order: index + 1 }));
    for (const document of [aDocument({ text: '要'.repeat(60_001) }), aDocument({ clauses: many })]) {
      given().when(importing(), {}, finding(document)).thenRefused('DOCUMENT_TOO_LARGE', 'document');
    }
    const few = decide(
      directive,
      {
        ...importing({ clauses: [{ order: 1 }] }),
        facts: finding(aDocument({ clauses: many })).ImportDirective,
      } as never,
      directive.initial,
      aClerk,
    );
    expect(few).not.toHaveProperty('refused');
  });

  it('D3, D2: answers for each clause of what it is based on, no later', () => {
    const parent = the('directive', 7);
    const upstream = new Map([[parent, { clauses: aContent().clauses, issuerId: HQ_J.orgId }]]);
    const known = knowing({ notice: aNotice(), upstream });
    const based = (clauseMap: NonNullable<Import['clauseMap']>, at = '2022-03-18T16:00:00.000Z') =>
      importing({
        clauses: [{ order: 2 }, { order: 4, due: { rule: 'by', at } }],
        ...{ bases: [{ directiveId: parent }], clauseMap },
      });
    const [one, two] = ['1', '2'].map((clause) => ({ directiveId: parent, clause, how: 'adopted' as const, by: '4' }));
    if (!one || !two) throw new Error('two clauses are mapped');
    given().when(based([]), {}, known).thenRefused('CLAUSE_NOT_MAPPED', 'clauseMap', parent, '1');
    given()
      .when(based([one, two], '2022-03-18T16:00:00.001Z'), {}, known)
      .thenRefused('DUE_LATER_THAN_PARENT', 'clauseMap', '1');
    given()
      .when(based([one, two]))
      .thenRefused('BASIS_NOT_REGISTERED', 'bases', '0');
  });

  it('is of an import that the actor may see; another one is absent', () => {
    given().when(importing(), {}, knowing()).thenRefused('IMPORT_NOT_FOUND', 'importId');
  });
});

describe('W2: what is made of an import', () => {
  const confirmed = { ...aNotice(), is: 'confirmed' as const };

  it('says whether another person had confirmed the import by then', () => {
    given()
      .when(importing(), {}, knowing({ notice: confirmed }))
      .then(anImported({ from: { importId: the('import'), document: 0, confirmed: true } }));
  });

  it('is made by the body that took it in', () => {
    given().when(importing(), { orgId: HQ_Y.orgId }).thenRefused('NOT_THE_IMPORTER', 'importId');
  });

  it('is not signed before that', () => {
    const submit: DirectiveCommand = { type: 'SubmitForSignOff', data: {} };
    given(anImported())
      .when(submit, {}, knowing({ isConfirmed: false }))
      .thenRefused('IMPORT_NOT_CONFIRMED');
  });

  it('is no basis before that, and says so like what is not there', async () => {
    const [parentId, importId] = [the('directive', 7), the('import')];
    const { data } = anImported();
    const taken: ImportEvent = {
      type: 'NoticeImported',
      data: {
        text: data.text,
        ...ORIGINAL,
        documents: 1,
        importedBy: { orgId: HQ_J.orgId, territoryPath: HQ_J.territoryPath },
      },
    };
    const yes: ImportEvent = {
      type: 'ImportConfirmed',
      data: { documents: 1, sha256: ORIGINAL.sha256, directives: [parentId] },
    };
    const known = async (...events: readonly ImportEvent[]) => {
      const log = aLog({ [parentId]: [anImported()], [importId]: events });
      const draft = aDraft({ bases: [{ directiveId: parentId }] });
      const facts = await directive.facts.DraftDirective(
        log,
        draft,
        { stream: the('directive'), state: () => Promise.resolve(directive.initial) },
        aClerk,
      );
      return [...facts.upstream.keys()];
    };
    expect(await known(taken)).toEqual([]);
    expect(await known(taken, yes)).toEqual([parentId]);
  });
});

describe('E: what is open about a document', () => {
  it('is answered, each question once', () => {
    given()
      .when(importing({ answers: [{ question: 0 }] }))
      .thenRefused('QUESTION_UNANSWERED', 'answers', '1');
    given()
      .when(importing({ answers: [] }))
      .thenRefused('QUESTION_UNANSWERED', 'answers', '0');
    given()
      .when(importing({ answers: [{ question: 0 }, { question: 2 }] }))
      .thenRefused('QUESTION_NOT_FOUND', 'answers', '1', 'question');
    given()
      .when(importing({ answers: [{ question: 1 }, { question: 1 }] }))
      .thenRefused('QUESTION_NOT_FOUND', 'answers', '1', 'question');
  });
});

describe('E: a heading', () => {
  const parent = the('directive', 7);
  const upstream = new Map([[parent, { clauses: anImported().data.clauses, issuerId: HQ_J.orgId }]]);
  const bases = [{ directiveId: parent }];
  const draft = (...clauses: readonly string[]): DirectiveCommand => ({
    type: 'DraftDirective',
    data: aDraft({
      bases,
      clauseMap: clauses.map((clause) => ({ directiveId: parent, clause, how: 'adopted', by: '1' })),
    }),
  });

  it('is no clause that a child must answer for, or could', () => {
    const known = knowing({ upstream });
    expect(
      decide(directive, { ...draft('2', '4'), facts: known.DraftDirective } as never, directive.initial, aClerk),
    ).toHaveProperty('events');
    given().when(draft('2'), {}, known).thenRefused('CLAUSE_NOT_MAPPED', 'clauseMap', parent, '4');
    given()
      .when(draft('2', '4', '1'), {}, known)
      .thenRefused('MAPPED_CLAUSE_NOT_FOUND', 'clauseMap', '2');
  });

  it('carries nothing, needs no due rule, and is not enough to be signed', () => {
    const heading = { key: '1', number: '一', order: 1, text: '值班', heading: true } as const;
    const asking = { key: '2', number: '', order: 2, text: '要值班', due: { rule: 'none' } } as const;
    const submit: DirectiveCommand = { type: 'SubmitForSignOff', data: {} };
    given(anImported({ clauses: [heading, asking] }))
      .when(submit)
      .then(aRequest());
    given(anImported({ clauses: [heading] }))
      .when(submit)
      .thenRefused('NO_CLAUSES', 'clauses');
    const own: DirectiveCommand = {
      type: 'DraftDirective',
      data: aDraft({
        ...{ bases, clauses: [{ text: '值班', heading: true }] },
        clauseMap: ['2', '4'].map((clause) => ({ directiveId: parent, clause, how: 'adopted', by: '1' })),
      }),
    };
    given().when(own, {}, knowing({ upstream })).thenRefused('MAPPED_CLAUSE_NOT_FOUND', 'clauseMap', '0');
  });

  it('is passed on in a relay, and mapped by nobody', () => {
    const content = aContent({ clauses: anImported().data.clauses });
    const relayOf = { directiveId: parent, receiptId: the('receipt', 2) };
    const decision = decide(
      directive,
      {
        type: 'PassOnDirective',
        data: { receiptId: relayOf.receiptId },
        facts: { relayOf, content, issuer: HQ_Y, recipients: [], at: aClerk.occurredAt },
      } as never,
      directive.initial,
      aClerk,
    );
    expect(JSON.stringify(decision).match(/"clause":"\d"/g)).toEqual(['"clause":"2"', '"clause":"4"']);
  });
});

describe('importing the same document again', () => {
  const again = importing({ title: '同一文件' });

  it('D: answers with the first, whatever became of it', () => {
    given(anImported()).when(again).then();
    given(anImported(), { type: 'DraftEdited', data: aContent() }, aRequest(), anIssue(CITY_Y)).when(again).then();
  });

  it('D: is no answer to other bytes, or of another body', () => {
    const other = { ...aNotice(), original: { ...ORIGINAL, sha256: 'cd'.repeat(32) } };
    given(anImported())
      .when(again, {}, knowing({ notice: other }))
      .thenRefused('DIRECTIVE_EXISTS');
    given(anImported({ issuer: HQ_Y }))
      .when(again)
      .thenRefused('DIRECTIVE_EXISTS');
  });
});

describe('what was imported before the server read imports', () => {
  const { from: _from, answers: _answers, ...data } = anImported().data;

  it('stays readable, without import and answers, and is what others build on', () => {
    const read = decode(directiveEvents, { type: 'DirectiveImported', schemaVersion: 1, data });
    expect(read.data).toEqual({ ...data, answers: [] });
    expect(published(given(anImported({ from: undefined, answers: [] })).state())?.clauses).toHaveLength(4);
    expect(given(anImported()).state()).toMatchObject({ issuer: HQ_J, sha256: ORIGINAL.sha256 });
  });
});
