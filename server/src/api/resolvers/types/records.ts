import { answerVersions, currentAnswers } from '../../../domain/claim/index.ts';
import type {
  BasisClaimResolvers,
  CarryResolvers,
  ChangeResolvers,
  ConditionAnswerResolvers,
  EvidenceResolvers,
  HoldResolvers,
  ImportRunResolvers,
  ObservationResolvers,
  ReleaseResolvers,
} from '../../gen/resolver-types.ts';
import type { NodeModel } from '../../models.ts';
import { canTakeBack } from '../../../app/undo-import.ts';
import { orThrow } from '../../errors.ts';
import { enumByConcept } from '../concept-fields.ts';
import { historyOf } from './history.ts';
import { referencesBy } from './references.ts';

/** That a system holds a class. */
export const Hold: HoldResolvers = {
  system: ({ system }, _args, { reads }) => reads.refer('System', system),
  dataClass: ({ dataClass }, _args, { reads }) => reads.refer('DataClass', dataClass),
};

/** That a flow carries a class. */
export const Carry: CarryResolvers = {
  dataClass: ({ dataClass }, _args, { reads }) => reads.refer('DataClass', dataClass),
};

/** That a channel releases a class. */
export const Release: ReleaseResolvers = {
  dataClass: ({ dataClass }, _args, { reads }) => reads.refer('DataClass', dataClass),
};

/** Basis claims. */
export const BasisClaim: BasisClaimResolvers = {
  history: historyOf('BasisClaim'),
  restriction: ({ restriction }, _args, { reads }) => reads.refer('Restriction', restriction),
  supersedes: ({ supersedes }, _args, { reads }) =>
    supersedes === undefined ? null : reads.refer('BasisClaim', supersedes),
  answers: (claim) => currentAnswers(claim),
  answerVersions: (claim) => answerVersions(claim),
  evidence: (claim, _args, { reads }) => {
    const ids = new Set(currentAnswers(claim).flatMap(({ evidence }) => evidence));
    return reads.referAll('Evidence', [...ids]);
  },
};

/** Answers to conditions. */
export const ConditionAnswer: ConditionAnswerResolvers = {
  evidence: ({ evidence }, _args, { reads }) => reads.referAll('Evidence', evidence),
};

/** Evidence. */
export const Evidence: EvidenceResolvers = {
  history: historyOf('Evidence'),
  download: ({ id, fileName }) => (fileName === undefined ? null : `/evidence/${encodeURIComponent(id)}`),
  claims: referencesBy('claimsByEvidence'),
};

/** Import runs. */
export const ImportRun: ImportRunResolvers = {
  history: historyOf('ImportRun'),
  observations: referencesBy('observationsByRun'),
  counts: ({ counts }) => countsOf(counts),
  canBeTakenBack: async (run, _args, { services }) => orThrow(await canTakeBack(services.store, run)),
};

/** Observations. */
export const Observation: ObservationResolvers = {
  history: historyOf('Observation'),
  run: ({ run }, _args, { reads }) => reads.refer('ImportRun', run),
  statement: ({ statement }) => jsonOf(statement),
  matches: async ({ matches }, _args, { reads }) => {
    if (matches === undefined) return null;
    const found = await reads.refer(matches.concept, matches.id);
    return { ...found, __typename: matches.concept } as NodeModel;
  },
};

/** JSON that an import keeps as text; `null` for none, and for text that is no JSON. */
const jsonOf = (text: string | undefined): unknown => {
  try {
    return text === undefined ? null : (JSON.parse(text) as unknown);
  } catch {
    return null;
  }
};

const countsOf = (text: string | undefined): readonly { readonly name: string; readonly count: number }[] =>
  Object.entries(jsonOf(text) ?? {}).flatMap(([name, count]) =>
    typeof count === 'number' && Number.isInteger(count) ? [{ name, count }] : [],
  );

/** Entries of the log. */
export const Change: ChangeResolvers = {
  concept: ({ concept }) => enumByConcept[concept],
  changedFields: ({ before, after }) => {
    const [old, fresh] = [fieldsOf(before), fieldsOf(after)];
    const names = new Set([...Object.keys(old), ...Object.keys(fresh)].filter((name) => !stamps.has(name)));
    return [...names].filter((name) => JSON.stringify(old[name]) !== JSON.stringify(fresh[name])).sort();
  },
};

/** What the store stamps on every write says nothing about what changed. */
const stamps: ReadonlySet<string> = new Set(['revision', 'createdAt', 'updatedAt', 'recordedAt']);

const fieldsOf = (document: unknown): Readonly<Record<string, unknown>> =>
  typeof document === 'object' && document !== null ? (document as Record<string, unknown>) : {};
