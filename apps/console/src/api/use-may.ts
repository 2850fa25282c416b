import { useAsOf } from '../frame/as-of';
import { graphql } from './graphql';
import { useRead } from './use-read';

const MAY = graphql(`
  query MayBegin($only: [String!]) {
    me {
      viewerCan(only: $only) {
        command
        allowed
        reason
      }
    }
  }
`);

/** Whether the viewer may begin things of these kinds, and why not; undefined until that is known. Nothing begins in the past. */
export const useMay = <Command extends string>(...only: readonly Command[]) => {
  const { asOf } = useAsOf();
  const read = useRead(MAY, { only: [...only] });
  const known = read.at === 'read' && asOf === undefined ? read.data.me.viewerCan : undefined;
  return (command: Command): { readonly allowed: boolean; readonly reason: string | null } | undefined =>
    known?.find((one) => one.command === command);
};
