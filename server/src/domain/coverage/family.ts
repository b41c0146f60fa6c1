import { citationTextCovers, entryById, type Catalogues } from '../catalogue/index.ts';
import { oncePer } from '../once.ts';

/** The three ways out that certified software has, to be looked at side by side. */
export const coverageFamilies = ['PORTAL', 'API', 'EXPORT'] as const;
export type CoverageFamily = (typeof coverageFamilies)[number];

/** The certification criterion that each family is known by: the kinds of channel that cite it belong to it. */
const criterionByFamily: Readonly<Record<CoverageFamily, string>> = {
  PORTAL: '45 CFR 170.315(e)(1)',
  API: '45 CFR 170.315(g)(10)',
  EXPORT: '45 CFR 170.315(b)(10)',
};

/** The family of a kind of channel, by what its entry in the catalogue cites; `undefined` for one that belongs to none. Pure and total. */
export const familyOf = (catalogues: Pick<Catalogues, 'channels'>, kind: string): CoverageFamily | undefined =>
  familyByKind(catalogues.channels).get(kind);

const familyByKind = oncePer((channels: Catalogues['channels']): ReadonlyMap<string, CoverageFamily> => {
  const found = new Map<string, CoverageFamily>();
  for (const { id } of channels) {
    const family = coverageFamilies.find((each) =>
      entryById(channels, id)?.cite.some((cite) => citationTextCovers(criterionByFamily[each], cite)),
    );
    if (family !== undefined) found.set(id, family);
  }
  return found;
});
