import { ActForm } from '../../../forms/act-form';
import type { OpenAct } from '../../../forms/act-panel';
import { KnownThings } from '../../../forms/known';
import type { Receipt } from '../lists';
import { DIRECTIVE_ACTS, RECEIPT_ACTS, RULINGS } from './acts';
import { OwnClauses, type Known } from './directive-act';

const named = (refs: readonly ({ readonly id: string; readonly label: string | null } | null | undefined)[]) =>
  Object.fromEntries(refs.flatMap((ref) => (ref ? [[ref.id, ref.label ?? ref.id] as const] : [])));

interface Props extends OpenAct {
  readonly known: Known;
}

/** The form of one command of an order. */
export const DirectiveActForm = ({ known, name, ...rest }: Props) => {
  const { order, present } = known;
  const act = DIRECTIVE_ACTS[name];
  if (!act) return null;
  const bases = [...order.bases, ...present.links.map(({ to }) => to)].map(({ directive }) => directive);
  return (
    <OwnClauses value={order.clauses}>
      <KnownThings value={named([...bases, order.meeting])}>
        <ActForm act={act} id={order.id} begin={act.begin?.(known)} {...rest} />
      </KnownThings>
    </OwnClauses>
  );
};

interface ReceiptProps extends OpenAct {
  readonly receipt: Receipt;
  readonly directiveId: string;
}

/** The form of one command of a receipt: whoever signs says which version they have read. */
export const ReceiptActForm = ({ receipt, directiveId, name, ...rest }: ReceiptProps) => {
  const act = RECEIPT_ACTS[name];
  if (!act) return null;
  const between = { directiveId, recipientId: receipt.recipient.id, textVersion: String(receipt.textVersion) };
  return <ActForm act={act} about={receipt.id} begin={between} {...rest} />;
};

interface RulingProps extends OpenAct {
  readonly childId: string;
  readonly parentId: string;
  readonly clause: string;
}

/** The form of what is answered to one clause of what is asked. */
export const RulingForm = ({ childId, parentId, clause, name, ...rest }: RulingProps) => {
  const act = RULINGS[name];
  return act ? <ActForm act={act} id={childId} begin={{ directiveId: parentId, clause }} {...rest} /> : null;
};
