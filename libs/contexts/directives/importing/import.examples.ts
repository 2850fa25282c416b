import type { FoundDocument } from '#contexts/imports';
import type { DataOf } from '#kernel';
import { aContent } from '../content/content.examples.js';
import type { DirectiveEvent } from '../directive/directive.events.js';
import { aClerk, HQ_J, message, the } from '../directives.examples.js';
import type { FoundNotice } from './found-notice.js';
import type { Import } from './import.fields.js';

export const TEXT = '关于压实四方责任的部署\n一、压实责任\n(一)要压实四方责任。\n二、值班\n要加强值班?守。';

const at = (words: string) => ({ from: TEXT.indexOf(words), to: TEXT.indexOf(words) + words.length });

/** A document as the server found it: two headings, two demands, no year, and a lost character. */
export const aDocument = (document: Partial<FoundDocument> = {}): FoundDocument => ({
  title: '关于压实四方责任的部署',
  text: TEXT,
  complete: true,
  dated: { year: null, month: 3, day: 31 },
  clauses: [
    { ...at('压实责任'), order: 1, number: '一、', level: 1, parent: null, heading: true },
    { ...at('要压实四方责任'), order: 2, number: '(一)', level: 2, parent: 1, heading: false },
    { ...at('值班'), order: 3, number: '二、', level: 1, parent: null, heading: true },
    { ...at('要加强值班?守'), order: 4, number: '', level: 2, parent: 3, heading: false },
  ],
  declared: [],
  damage: [{ ...at('?'), kind: 'lostCharacter', text: '?' }],
  ...{ masks: [], leaks: [] },
  questions: [
    { asks: 'dateYear', words: ['3月31日'] },
    { asks: 'unreadable', ...at('?'), words: ['?'] },
  ],
  ...document,
});

export const ORIGINAL = {
  ...{ sha256: 'ab'.repeat(32), bytes: 4096, fileName: 'notice.txt', mediaType: 'text/plain; charset=utf-8' },
};

/** An import that holds these documents. */
export const aNotice = (...documents: readonly FoundDocument[]): FoundNotice => ({
  is: 'imported',
  ...{ orgId: HQ_J.orgId, owner: { territory: HQ_J.territoryPath, orgs: [HQ_J.orgId] } },
  party: [aClerk.actorId],
  act: {
    act: { en: 'Notice imported', zh: '公文已导入' },
    occurredAt: aClerk.occurredAt,
    recordedAt: aClerk.occurredAt,
  },
  original: ORIGINAL,
  documents: documents.length > 0 ? documents : [aDocument()],
});

/** A clerk's answers to what is open about that document. */
export const anImport = (data: Partial<Import> = {}): Import => ({
  ...{ importId: the('import'), document: 0, instrument: 'meetingDeployment', urgency: 'urgent' },
  issuedBy: '自治区疫情防控指挥部',
  answers: [{ question: 0 }, { question: 1, text: '值班值守' }],
  ...data,
});

/** What becomes of it. */
export const anImported = (data: Partial<DataOf<DirectiveEvent, 'DirectiveImported'>> = {}) => {
  const { text, title } = aDocument();
  return message('DirectiveImported' as const, {
    ...aContent({ text, title }),
    clauses: [
      { key: '1', number: '一、', order: 1, text: '压实责任', heading: true as const },
      { key: '2', number: '(一)', order: 2, parent: '1', text: '要压实四方责任' },
      { key: '3', number: '二、', order: 3, text: '值班', heading: true as const },
      { key: '4', number: '', order: 4, parent: '3', text: '要加强值班?守' },
    ],
    issuer: HQ_J,
    issuedBy: '自治区疫情防控指挥部',
    ...{ dated: { year: null, month: 3, day: 31 }, original: ORIGINAL, complete: true },
    from: { importId: the('import'), document: 0 },
    answers: [
      { asks: 'dateYear' as const, words: ['3月31日'] },
      { asks: 'unreadable' as const, words: ['?'], text: '值班值守' },
    ],
    damage: [{ kind: 'lost-character' as const, from: text.indexOf('?'), to: text.indexOf('?') + 1, text: '?' }],
    ...data,
  });
};
