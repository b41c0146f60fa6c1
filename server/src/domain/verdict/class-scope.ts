import {
  citationTextCovers,
  entryById,
  findCitations,
  parseCitation,
  type Catalogues,
  type OverlayRule,
  type StateLawEntry,
} from '../catalogue/index.ts';
import type { BasisClaim, DataClass, Restriction } from '../model/concepts.ts';
import type { EhiGraph, EntityLookup } from '../model/ehi-graph.ts';
import { compareIds, isLiveOn, type CalendarDate, type Id } from '../model/entity.ts';
import { oncePer } from '../once.ts';

/** A class and everything above it, nearest first; `[]` for a class that is not there. */
export const lineageOf = (graph: EntityLookup, id: Id): readonly DataClass[] => {
  const lineage: DataClass[] = [];
  for (let at = graph.DataClass.get(id); at !== undefined && !lineage.includes(at);) {
    lineage.push(at);
    at = at.partOf === undefined ? undefined : graph.DataClass.get(at.partOf);
  }
  return lineage;
};

/** The effects of the overlays a class carries, itself or through what it is part of. */
export const overlayRulesOf = (graph: EntityLookup, catalogues: Catalogues, id: Id): readonly OverlayRule[] =>
  lineageOf(graph, id)
    .flatMap(({ overlays }) => overlays)
    .flatMap((overlay) => entryById(catalogues.overlays, overlay)?.effects ?? []);

/**
 * Why a class is outside EHI whatever is claimed (45 CFR 171.102): excluded by an overlay, or recorded as excluded or as not of
 * the record set with a rationale. `undefined` where nothing says so.
 */
export const outsideEhi = (graph: EntityLookup, catalogues: Catalogues, id: Id): string | undefined => {
  const own = graph.DataClass.get(id);
  if (own === undefined) return undefined;
  if (overlayRulesOf(graph, catalogues, id).some(({ effect }) => effect === 'EXCLUDED')) {
    return own.rationale ?? 'Its special category is excluded from EHI.';
  }
  const isOut = own.drsStatus === 'EXCLUDED' || own.drsStatus === 'NO';
  return isOut && (own.rationale ?? '') !== '' ? own.rationale : undefined;
};

/** Which part of a restriction is asked about: a class and whom it is for; `undefined` for every class, or audience, not told apart. */
export interface ScopeCell {
  readonly dataClass: Id | undefined;
  readonly audience: Id | undefined;
}

/** What the scope of a law is read from. */
export interface ScopeContext {
  readonly graph: EntityLookup;
  readonly catalogues: Catalogues;
  /** The classes that some law could name, live or not (`classesOfLaw`). */
  readonly lawClasses: () => readonly DataClass[];
  readonly asOf: CalendarDate;
}

/**
 * Whether a claim can support holding back a class from an audience. A law supports the classes whose overlay cites it; a state law of
 * the reference data, those that it names, for whom it names. Where no class of the restriction is named by an overlay and the law is not
 * among the state laws, nothing ties it to some of the classes only and it is taken for all. An exception without a law supports all.
 */
export const claimSupports = (
  context: ScopeContext,
  claim: BasisClaim,
  restriction: Pick<Restriction, 'limits' | 'purposes'>,
  cell: ScopeCell,
): boolean => {
  const { graph, catalogues } = context;
  const laws = lawsOf(claim);
  if (laws === undefined) return true;
  const { dataClass } = cell;
  // Of a restriction on every class, those that the law names stand apart; it says nothing of the others.
  if (dataClass === undefined)
    return namedClasses(context, [claim]).length === 0 && stateLawsOf(context, claim).length === 0;
  const stateLaws = stateLawsOf(context, claim);
  const holdsBack = stateLaws.filter(({ effect }) => effect !== 'PERMITS');
  if (holdsBack.some((law) => namesCell(context, law, restriction, cell))) return true;
  const isTied = (one: Id): boolean => overlayRulesOf(graph, catalogues, one).some((rule) => tie(laws, rule, claim));
  if (stateLaws.length > 0) return laws.length > 0 && isTied(dataClass) && !isRuledBy(context, stateLaws, dataClass);
  return restriction.limits.some(isTied) ? isTied(dataClass) : true;
};

/** Whether law permits sharing with this audience: an overlay of the class says so, or a state law that the claim cites. */
export const lawPermits = (
  context: ScopeContext,
  claim: BasisClaim,
  restriction: Pick<Restriction, 'purposes'>,
  cell: ScopeCell,
): boolean => {
  const { audience, dataClass } = cell;
  const laws = lawsOf(claim) ?? [];
  const byOverlay =
    audience !== undefined &&
    dataClass !== undefined &&
    overlayRulesOf(context.graph, context.catalogues, dataClass).some(
      (rule) => rule.effect === 'PERMITS' && rule.audiences.includes(audience) && sameTitle(laws, rule),
    );
  return (
    byOverlay ||
    stateLawsOf(context, claim).some((law) => law.effect === 'PERMITS' && namesCell(context, law, restriction, cell))
  );
};

/** The classes that the laws of some claims name, by their own overlays or reference entry: what a restriction on every class is split by. */
export const namedClasses = (context: ScopeContext, claims: readonly BasisClaim[]): readonly Id[] => {
  const { catalogues, asOf } = context;
  const citing = claims.flatMap((claim) => {
    const laws = lawsOf(claim);
    return laws === undefined ? [] : [{ claim, laws, stateLaws: stateLawsOf(context, claim) }];
  });
  if (citing.length === 0) return [];
  return context
    .lawClasses()
    .filter((each) => isLiveOn(each, asOf))
    .filter(({ overlays, catalogue, id }) => {
      const rules = overlays.flatMap((overlay) => entryById(catalogues.overlays, overlay)?.effects ?? []);
      return citing.some(
        ({ claim, laws, stateLaws }) =>
          rules.some((rule) => tie(laws, rule, claim)) ||
          stateLaws.some(
            (law) =>
              overlays.some((overlay) => law.overlays.includes(overlay)) || law.classes.includes(catalogue ?? id),
          ),
      );
    })
    .map(({ id }) => id)
    .toSorted(compareIds);
};

/** The classes that some law could name: those with an overlay, and those of the reference data that a state law names. Few of all, whatever the day. */
export const classesOfLaw = (classes: EhiGraph['DataClass'], catalogues: Catalogues): readonly DataClass[] =>
  classesOfLawIn(classes)(catalogues);

const classesOfLawIn = oncePer((classes: EhiGraph['DataClass']) =>
  oncePer((catalogues: Catalogues): readonly DataClass[] => {
    const named = new Set(catalogues.stateLaws.flatMap((law) => law.classes));
    const found: DataClass[] = [];
    for (const each of classes.values())
      if (each.overlays.length > 0 || named.has(each.catalogue ?? each.id)) found.push(each);
    return found;
  }),
);

/** The audiences that laws tell apart, where claims cite a law: what a restriction for everybody is split by. */
export const namedAudiences = (context: ScopeContext, claims: readonly BasisClaim[]): readonly Id[] => {
  const citing = claims.filter(({ lawCitation }) => lawCitation !== undefined);
  if (citing.length === 0) return [];
  const permitted = context.catalogues.overlays.flatMap(({ effects }) =>
    effects.flatMap(({ effect, audiences }) => (effect === 'PERMITS' ? audiences : [])),
  );
  const ofStates = citing.flatMap((claim) => stateLawsOf(context, claim).flatMap(({ audiences }) => audiences));
  return [...new Set([...permitted, ...ofStates])].filter((id) => context.graph.Audience.has(id)).toSorted(compareIds);
};

/** The state laws that a claim cites, as they hold on the day. */
const stateLawsOf = ({ catalogues, asOf }: ScopeContext, claim: BasisClaim): readonly StateLawEntry[] =>
  citedStateLaws(catalogues.stateLaws)(claim).filter(
    ({ effective = '', ended }) => effective <= asOf && (ended === undefined || asOf < ended),
  );

const citedStateLaws = oncePer((laws: readonly StateLawEntry[]) =>
  oncePer(({ lawCitation }: BasisClaim): readonly StateLawEntry[] => {
    return lawCitation === undefined ? [] : stateLawsIn(laws, lawCitation);
  }),
);

/** The state laws that a text names. */
export const stateLawsIn = (laws: readonly StateLawEntry[], text: string): readonly StateLawEntry[] => {
  const cited = ` ${plain(text)} `;
  return laws.filter(({ law }) => cited.includes(` ${plain(law)} `));
};

/** A citation in lower case, words apart by one space, so that it is found in a longer one and not within another number. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}.()-]+/u)
    .filter((word) => word !== '')
    .join(' ');

/** Whether the law is about the class at all, whoever asks. */
const isRuledBy = ({ graph }: ScopeContext, laws: readonly StateLawEntry[], id: Id): boolean => {
  const lineage = lineageOf(graph, id);
  return laws.some(({ overlays, classes }) =>
    lineage.some(
      (each) =>
        each.overlays.some((overlay) => overlays.includes(overlay)) || classes.includes(each.catalogue ?? each.id),
    ),
  );
};

const namesCell = (
  context: ScopeContext,
  law: StateLawEntry,
  { purposes }: Pick<Restriction, 'purposes'>,
  { dataClass, audience }: ScopeCell,
): boolean =>
  dataClass !== undefined &&
  isRuledBy(context, [law], dataClass) &&
  (law.audiences.length === 0 || (audience !== undefined && law.audiences.includes(audience))) &&
  (law.purposes.length === 0 || (purposes.length > 0 && purposes.every((purpose) => law.purposes.includes(purpose))));

const lawsOf = ({ lawCitation }: BasisClaim): readonly string[] | undefined =>
  lawCitation === undefined ? undefined : findCitations(lawCitation);

/** A state law has no citation that can be compared: it is tied to the categories that state law rules. */
const tie = (laws: readonly string[], rule: OverlayRule, claim: BasisClaim): boolean =>
  rule.effect !== 'PERMITS' &&
  (laws.length === 0
    ? claim.exception !== undefined && rule.exceptions.includes(claim.exception)
    : rule.cite.some((cite) => laws.some((law) => covers(law, cite))));

const covers = (law: string, cite: string): boolean => citationTextCovers(law, cite) || citationTextCovers(cite, law);

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
