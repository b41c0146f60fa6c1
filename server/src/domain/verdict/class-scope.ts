import {
  citationCovers,
  entryById,
  findCitations,
  parseCitation,
  type Catalogues,
  type OverlayRule,
} from '../catalogue/index.ts';
import type { BasisClaim, DataClass } from '../model/concepts.ts';
import type { EhiGraph } from '../model/ehi-graph.ts';
import type { Id } from '../model/entity.ts';

/** A class and everything above it, nearest first; `[]` for a class that is not there. */
export const lineageOf = (graph: EhiGraph, id: Id): readonly DataClass[] => {
  const lineage: DataClass[] = [];
  for (let at = graph.DataClass.get(id); at !== undefined && !lineage.includes(at);) {
    lineage.push(at);
    at = at.partOf === undefined ? undefined : graph.DataClass.get(at.partOf);
  }
  return lineage;
};

/** The effects of the overlays a class carries, itself or through what it is part of. */
export const overlayRulesOf = (graph: EhiGraph, catalogues: Catalogues, id: Id): readonly OverlayRule[] =>
  lineageOf(graph, id)
    .flatMap(({ overlays }) => overlays)
    .flatMap((overlay) => entryById(catalogues.overlays, overlay)?.effects ?? []);

/**
 * Why a class is outside EHI whatever is claimed (45 CFR 171.102): excluded by an overlay, or recorded as excluded or as not of
 * the record set with a rationale. `undefined` where nothing says so.
 */
export const outsideEhi = (graph: EhiGraph, catalogues: Catalogues, id: Id): string | undefined => {
  const own = graph.DataClass.get(id);
  if (own === undefined) return undefined;
  if (overlayRulesOf(graph, catalogues, id).some(({ effect }) => effect === 'EXCLUDED')) {
    return own.rationale ?? 'Its special category is excluded from EHI.';
  }
  const isOut = own.drsStatus === 'EXCLUDED' || own.drsStatus === 'NO';
  return isOut && (own.rationale ?? '') !== '' ? own.rationale : undefined;
};

/**
 * Whether a claim can support holding back a class. A law supports the classes whose overlay cites it; where no class of the
 * restriction does, nothing ties the law to some of them only and it is taken for all. An exception without a law supports all.
 */
export const claimSupports = (
  graph: EhiGraph,
  catalogues: Catalogues,
  claim: BasisClaim,
  classes: readonly Id[],
  id: Id,
): boolean => {
  const laws = lawsOf(claim);
  if (laws === undefined) return true;
  const isTied = (one: Id): boolean => overlayRulesOf(graph, catalogues, one).some((rule) => tie(laws, rule, claim));
  return classes.some(isTied) ? isTied(id) : true;
};

/** Whether an overlay of the class says that law permits sharing with this audience for every purpose the restriction bears on. */
export const lawPermits = (
  graph: EhiGraph,
  catalogues: Catalogues,
  claim: BasisClaim,
  id: Id,
  audience: Id | undefined,
): boolean => {
  const laws = lawsOf(claim) ?? [];
  return (
    audience !== undefined &&
    overlayRulesOf(graph, catalogues, id).some(
      (rule) => rule.effect === 'PERMITS' && rule.audiences.includes(audience) && sameTitle(laws, rule),
    )
  );
};

const lawsOf = ({ lawCitation }: BasisClaim): readonly string[] | undefined =>
  lawCitation === undefined ? undefined : findCitations(lawCitation);

/** A state law has no citation that can be compared: it is tied to the categories that state law rules. */
const tie = (laws: readonly string[], rule: OverlayRule, claim: BasisClaim): boolean =>
  rule.effect !== 'PERMITS' &&
  (laws.length === 0
    ? claim.exception !== undefined && rule.exceptions.includes(claim.exception)
    : rule.cite.some((cite) => laws.some((law) => covers(law, cite))));

const covers = (law: string, cite: string): boolean => {
  const [a, b] = [parseCitation(law), parseCitation(cite)];
  return a.ok && b.ok && (citationCovers(a.value, b.value) || citationCovers(b.value, a.value));
};

const sameTitle = (laws: readonly string[], rule: OverlayRule): boolean =>
  laws.some((law) =>
    rule.cite.some((cite) => {
      const [a, b] = [parseCitation(law), parseCitation(cite)];
      return (
        a.ok &&
        b.ok &&
        a.value.kind === 'CFR' &&
        b.value.kind === 'CFR' &&
        a.value.title === b.value.title &&
        a.value.part === b.value.part
      );
    }),
  );
