/**
 * What both sides show of each finding: ten fields, and three of one nested object. None of them is sealed, because the plain handler
 * has no keys; the two sealed fields of every row are opened on our side all the same, and count there.
 */
export const FIELDS = [
  ...(['id', 'status', 'kind', 'class', 'severity'] as const),
  ...(['place', 'occurredAt', 'recordedAt', 'confirmedAt', 'counted'] as const),
] as const;
export const NESTED = ['orderedAt', 'dueAt', 'originalDueAt'] as const;

export const PAGE = 50;

export const DOCUMENT = `query Findings {
  findings(first: ${String(PAGE)}) {
    edges { node { ${FIELDS.join(' ')} rectification { ${NESTED.join(' ')} } } }
  }
}`;

/** The statement of the page, and what fills its places. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Fields by their names. */
export type Shown = Readonly<Record<string, unknown>>;
