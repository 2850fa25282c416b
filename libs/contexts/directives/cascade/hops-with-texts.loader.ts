import type { Language } from '#platform/graphql';
import type { Looking, Views as AllViews } from '#platform/views';
import { textsChanged } from '../differences/differences.loader.js';
import type { Hop } from './views/cascade.js';
import { hopShown } from './views/cascade-hop.js';

type Views = Pick<AllViews, 'get' | 'many'>;
type Shown = Omit<ReturnType<typeof hopShown>, 'textChanged'> & {
  readonly textChanged: Promise<boolean | undefined>;
};

const passedOn = (hops: readonly Hop[]) =>
  hops.flatMap(({ id, directiveId: parentId, passedOnAs }) =>
    passedOnAs ? [{ id, parentId, directiveId: passedOnAs }] : [],
  );

/**
 * Hops as the API answers them. What became of the texts is read only where somebody asks for it, and then once for all of these: a
 * directive that went to many is compared with each that carries it on.
 */
export const hopsWithTexts = (
  views: Views,
  hops: readonly Hop[],
  { looking, language }: { readonly looking: Looking; readonly language: Language },
): readonly Shown[] => {
  const compared = passedOn(hops);
  let reading: Promise<readonly (boolean | undefined)[]> | undefined;
  const changed = async (id: string): Promise<boolean | undefined> => {
    reading ??= textsChanged(views, compared, looking);
    return (await reading)[compared.findIndex((one) => one.id === id)];
  };
  return hops.map((hop) => ({
    ...hopShown(hop, language),
    get textChanged() {
      return changed(hop.id);
    },
  }));
};
