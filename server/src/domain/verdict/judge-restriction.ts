import { claimStatusOn } from '../claim/index.ts';
import { entryById, type Catalogues } from '../catalogue/index.ts';
import type { AccessChannel, BasisClaim, DataClass, Restriction } from '../model/concepts.ts';
import type { EntityLookup } from '../model/ehi-graph.ts';
import { compareIds, type CalendarDate, type Id } from '../model/entity.ts';
import type { BusinessCalendar } from './business-days.ts';
import { claimSupports, lawPermits, namedAudiences, namedClasses, outsideEhi } from './class-scope.ts';
import { standingOf } from './facts.ts';
import { judgeClaim, rankOf } from './judge-claim.ts';
import type { RulePack } from './rule-pack.ts';
import type { DocumentationState, GroundJudged, Verdict, VerdictId, VerdictPart } from './verdict.ts';
import { sentenceOfPart, sentenceOfVerdict } from './verdict-words.ts';

/** What restrictions are judged with. `claims`: those of the restriction; `lawClasses`: the classes that some law could name (`classesOfLaw`). */
export interface JudgeContext {
  readonly graph: EntityLookup;
  readonly catalogues: Catalogues;
  readonly pack: RulePack;
  readonly calendar: BusinessCalendar;
  readonly asOf: CalendarDate;
  readonly claims: readonly BasisClaim[];
  readonly lawClasses: () => readonly DataClass[];
}

/**
 * The judgement of a restriction under a rule pack as of a day (design.md 4.2): for each class and audience the best of its
 * grounds, those that share it in one part, so that what is wider than its basis stands alone. Parts are ordered worst first.
 * Pure and total.
 */
export const judgeRestriction = (restriction: Restriction, context: JudgeContext): Verdict => {
  const claims = context.claims.flatMap((claim): readonly BasisClaim[] => {
    const status = claimStatusOn(claim, context.asOf);
    return status === undefined ? [] : [{ ...claim, status }];
  });
  const classes = restriction.limits.length === 0 ? [...namedClasses(context, claims), undefined] : restriction.limits;
  const audiences =
    restriction.audiences.length === 0
      ? [...audiencesApart(restriction, claims, context), undefined]
      : restriction.audiences;
  const groundsOf = createGroundsOf(restriction, context);
  const cells = classes.flatMap((dataClass) =>
    audiences.map((audience) => judgeCell(restriction, claims, { dataClass, audience }, context, groundsOf)),
  );
  const parts = mergeCells(cells).toSorted(
    (a, b) => rankOf(a.verdict) - rankOf(b.verdict) || compareIds(a.classes[0] ?? '', b.classes[0] ?? ''),
  );
  const verdict = parts[0]?.verdict ?? 'UNPROTECTED';
  const documentation = worstDocumentation(parts.map((part) => part.documentation));
  return {
    restriction: restriction.id,
    asOf: context.asOf,
    rulePack: context.pack.id,
    rulePackVersion: context.pack.version,
    verdict,
    documentation,
    sentence: sentenceOfVerdict(verdict, documentation, parts.length),
    parts,
  };
};

/** Of a channel's own audiences those that laws tell apart; of anything else, all that they do. */
const audiencesApart = (
  restriction: Restriction,
  claims: readonly BasisClaim[],
  context: JudgeContext,
): readonly Id[] => {
  const own = channelOf(context.graph, restriction)?.audiences ?? [];
  return namedAudiences(context, claims).filter((id) => own.length === 0 || own.includes(id));
};

interface Cell {
  readonly dataClass: Id | undefined;
  readonly audience: Id | undefined;
}

type JudgedCell = Cell & Omit<VerdictPart, 'classes' | 'audiences'>;

/** What a claim comes to for an audience; `supports`, `permitted`: what its law says of the class that is asked about. */
type GroundsOf = (
  claim: BasisClaim,
  cell: { readonly audience: Id | undefined; readonly supports: boolean; readonly permitted: boolean },
) => readonly GroundJudged[];

/** Returns what judges the claims on a restriction; each once, however many classes it comes to the same for. */
const createGroundsOf = (restriction: Restriction, context: JudgeContext): GroundsOf => {
  const { graph, catalogues, pack, calendar, asOf } = context;
  const channel = channelOf(graph, restriction);
  const facts = {
    restriction,
    electronicAccess: entryById(catalogues.channels, channel?.kind ?? '')?.electronicAccess ?? false,
    individuals: new Set(catalogues.audiences.filter(({ individual }) => individual).map(({ id }) => id)),
    actorRoles: actorRolesOf(graph, restriction),
    asOf,
    calendar,
    evidence: graph.Evidence,
    ...(channel === undefined ? {} : { channel }),
  };
  const judged = new Map<string, readonly GroundJudged[]>();
  return (claim, { audience, supports, permitted }) => {
    const key = JSON.stringify([claim.id, standingOf(audience, facts.individuals), supports, permitted]);
    const known =
      judged.get(key) ??
      judgeClaim(
        claim,
        pack,
        { ...facts, claim, ...(audience === undefined ? {} : { audience }) },
        { supports, permitted },
      );
    judged.set(key, known);
    return known;
  };
};

const judgeCell = (
  restriction: Restriction,
  claims: readonly BasisClaim[],
  { dataClass, audience }: Cell,
  context: JudgeContext,
  groundsOf: GroundsOf,
): JudgedCell => {
  const { graph, catalogues } = context;
  const outside = dataClass === undefined ? undefined : outsideEhi(graph, catalogues, dataClass);
  if (outside !== undefined) {
    return {
      dataClass,
      audience,
      verdict: 'OUT_OF_SCOPE_NOT_EHI',
      documentation: 'COMPLETE',
      sentence: sentenceOfPart('OUT_OF_SCOPE_NOT_EHI', outside),
      grounds: [],
      missing: [],
    };
  }
  const grounds = claims
    .flatMap((claim) =>
      groundsOf(claim, {
        audience,
        supports: claimSupports(context, claim, restriction, { dataClass, audience }),
        permitted: lawPermits(context, claim, restriction, { dataClass, audience }),
      }),
    )
    .toSorted((a, b) => rankOf(b.verdict) - rankOf(a.verdict));
  const [best] = grounds;
  const verdict: VerdictId = best?.verdict ?? 'UNPROTECTED';
  const documentation: DocumentationState = best?.documentation ?? (claims.length === 0 ? 'NONE' : 'INCOMPLETE');
  return {
    dataClass,
    audience,
    verdict,
    documentation,
    sentence: sentenceOfPart(
      verdict,
      best?.reason ?? (claims.length === 0 ? undefined : 'The basis claimed does not reach this part.'),
    ),
    grounds,
    missing: missingOf(best),
  };
};

const missingOf = (best: GroundJudged | undefined): readonly string[] => {
  if (best === undefined) return ['A claim: an exception of 45 CFR part 171, or the law that requires it.'];
  if (best.documentation === 'COMPLETE') return [];
  const reach = best.toReach.at(-1);
  // Where the best verdict is in reach, its fewest steps; conditions of other alternatives are not missing.
  if (reach?.isPossible === true) return reach.steps.map(({ words }) => words);
  return best.conditions.flatMap(({ missing }) => missing ?? []);
};

const channelOf = (graph: EntityLookup, { appliesTo }: Restriction): AccessChannel | undefined =>
  appliesTo.kind === 'CHANNEL' ? graph.AccessChannel.get(appliesTo.id) : undefined;

/** What the organization is that operates the system where a restriction sits, or which sends or serves it. */
const actorRolesOf = (graph: EntityLookup, { appliesTo }: Restriction): readonly string[] => {
  const system =
    appliesTo.kind === 'SYSTEM'
      ? appliesTo.id
      : appliesTo.kind === 'FLOW'
        ? graph.Flow.get(appliesTo.id)?.from
        : graph.AccessChannel.get(appliesTo.id)?.system;
  const organization = graph.System.get(system ?? '')?.organization;
  return graph.Organization.get(organization ?? '')?.actorRoles ?? [];
};

const mergeCells = (cells: readonly JudgedCell[]): readonly VerdictPart[] => {
  const [only, ...others] = cells;
  if (only !== undefined && others.length === 0) return rectangles([only]);
  const rowsByResult = new Map<string, JudgedCell[]>();
  // Grounds are long, few, and shared by most cells: each different one gets a number.
  const numbers = new Map<GroundJudged, number>();
  const byWords = new Map<string, number>();
  const numberOf = (ground: GroundJudged): number => {
    const known = numbers.get(ground);
    if (known !== undefined) return known;
    const words = JSON.stringify(ground);
    const number = byWords.get(words) ?? byWords.size;
    byWords.set(words, number);
    numbers.set(ground, number);
    return number;
  };
  for (const cell of cells) {
    const key = JSON.stringify([
      cell.verdict,
      cell.documentation,
      cell.sentence,
      cell.grounds.map(numberOf),
      cell.missing,
    ]);
    rowsByResult.set(key, [...(rowsByResult.get(key) ?? []), cell]);
  }
  return [...rowsByResult.values()].flatMap((rows) => rectangles(rows));
};

/** Cells with one result as classes × audiences: classes that have the same audiences go together. */
const rectangles = (rows: readonly JudgedCell[]): readonly VerdictPart[] => {
  const audiencesByClass = new Map<Id | undefined, (Id | undefined)[]>();
  for (const { dataClass, audience } of rows) {
    audiencesByClass.set(dataClass, [...(audiencesByClass.get(dataClass) ?? []), audience]);
  }
  const classesByAudiences = new Map<string, { classes: Id[]; audiences: Id[] }>();
  for (const [dataClass, audiences] of audiencesByClass) {
    const named = audiences.filter((each) => each !== undefined);
    const part = classesByAudiences.get(named.join('\n')) ?? { classes: [], audiences: named };
    if (dataClass !== undefined) part.classes.push(dataClass);
    classesByAudiences.set(named.join('\n'), part);
  }
  const [first] = rows;
  if (first === undefined) return [];
  const { verdict, documentation, sentence, grounds, missing } = first;
  return [...classesByAudiences.values()].map((part) => ({
    ...part,
    verdict,
    documentation,
    sentence,
    grounds,
    missing,
  }));
};

const documentationOrder: readonly DocumentationState[] = ['NONE', 'INCOMPLETE', 'LATE', 'COMPLETE'];

/** The least complete of some states; NONE of none. */
export const worstDocumentation = (states: readonly DocumentationState[]): DocumentationState =>
  documentationOrder.find((state) => states.includes(state)) ?? 'NONE';
