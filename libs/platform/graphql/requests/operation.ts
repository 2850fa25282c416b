import {
  getOperationAST,
  OperationTypeNode,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { Documents } from './documents.js';
import type { Fault } from './faults.js';
import { variableFaults } from './variables.js';

/** What is asked, as it comes in. */
export interface Asked {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

/** Which of the documents' operations is meant, once nothing is wrong with it. */
export interface Ready {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

const NOT_ONE = {
  code: 'OPERATION_RESOLUTION_FAILURE',
  text: { en: 'Name one operation of the document.', zh: '请指明请求文档中的一个操作。' },
} as const;
const ONLY_SUBSCRIPTIONS = {
  code: 'BAD_REQUEST',
  text: { en: 'Only subscriptions here; send the rest over HTTP.', zh: '此处仅支持订阅，其余请通过 HTTP 发送。' },
} as const;
const NO_SUBSCRIPTIONS = {
  code: 'BAD_REQUEST',
  text: {
    en: 'Subscriptions go over a WebSocket to the same address.',
    zh: '订阅须通过 WebSocket 连接同一地址。',
  },
} as const;

/** How it came: only subscriptions go over sockets, and only they do. */
export type Way = 'http' | 'socket';

const wrongWay = (operation: OperationDefinitionNode, way: Way) => {
  const isSubscription = operation.operation === OperationTypeNode.SUBSCRIPTION;
  if (way === 'http') return isSubscription ? NO_SUBSCRIPTIONS : undefined;
  return isSubscription ? undefined : ONLY_SUBSCRIPTIONS;
};

/** Everything that can be told of a request before it is carried out: the operation to carry out, or all that is wrong. */
export const ready = (
  documents: Documents,
  schema: GraphQLSchema,
  { query, operationName, variables }: Asked,
  way: Way,
): Ready | readonly Fault[] => {
  const document = documents.check(schema, query);
  if (!('kind' in document)) return document;
  const operation = getOperationAST(document, operationName);
  if (!operation) return [{ told: NOT_ONE }];
  const wrong = wrongWay(operation, way);
  if (wrong) return [{ told: wrong }];
  const faults = variableFaults(schema, operation, variables ?? {});
  return faults.length > 0 ? faults : { document, operation };
};
