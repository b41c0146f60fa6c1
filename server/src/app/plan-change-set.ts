import { ulid } from 'ulid';
import { entityReferences } from '../domain/inventory/entity-references.ts';
import type { InventoryDocument } from '../domain/inventory/inventory-documents.ts';
import type { ConceptName, Concepts } from '../domain/model/concepts.ts';
import type { EhiGraph } from '../domain/model/ehi-graph.ts';
import type { Id, Revision } from '../domain/model/entity.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { DanglingReference, Write } from '../store/port.ts';
import { buildDocument } from './build-document.ts';
import type { PlacedProblem, SetChange, SetPlan, SetProblem } from './change-set.ts';
import { checkAmong } from './check-among.ts';
import { checkClosedClaim } from './check-closed-claim.ts';
import { checkDocument } from './check-document.ts';
import { draftOver, type DraftGraph } from './draft-graph.ts';
import { checkEndInput, endedDocument } from './end-entity.ts';
import { inputInvalid } from './input-invalid.ts';
import type { KnownCodes } from './read-field.ts';
import type { Stamp } from './read-links.ts';
import { isId, nameToId } from './text-rules.ts';

/** Who writes and when, and the codes that are known. */
export interface PlanContext {
  readonly stamp: Stamp;
  readonly codes: KnownCodes;
}

/**
 * Returns what a set of changes would write on this inventory, each change made on top of the ones before it, or what is wrong with each; and
 * the inventory as it would be.
 * A change that fails only because one before it did is not told of twice. Apart from ids it makes up, it is pure.
 */
export const planChangeSet = (
  graph: EhiGraph,
  changes: readonly SetChange[],
  context: PlanContext,
): SetPlan & { readonly graph: EhiGraph } => {
  const draft = draftOver(graph);
  const writes: { readonly at: number; readonly write: Write }[] = [];
  const problems: PlacedProblem[] = [];
  const written = new Set<string>();
  const failed = new Set<string>();
  changes.forEach((change, at) => {
    const planned = planOne(draft, graph, change, context);
    if (!planned.ok) {
      const isEcho = failed.has(keyOfProblem(change, planned.error));
      if (!isEcho) problems.push({ at, error: planned.error });
      const id = idOf(change);
      if (id !== undefined && change.kind === 'CREATE') failed.add(`${change.concept} ${id}`);
      return;
    }
    const { concept, document, expected, action } = planned.value;
    const key = `${concept} ${document.id}`;
    // The first write of a thing is held to what was seen; the ones after it follow under the same lock.
    const write = { concept, document, action, ...(written.has(key) ? {} : { expected }) } as unknown as Write;
    written.add(key);
    writes.push({ at, write });
    draft.put(concept, document);
  });
  return { writes, problems, graph: draft.graph };
};

interface PlannedChange {
  readonly concept: ConceptName;
  readonly document: InventoryDocument<ConceptName>;
  readonly expected: Revision;
  readonly action: Write['action'];
}

const planOne = (
  draft: DraftGraph,
  graph: EhiGraph,
  change: SetChange,
  context: PlanContext,
): Result<PlannedChange, SetProblem> => {
  const target = targetOf(draft, graph, change);
  if (!target.ok) return target;
  const { id, before } = target.value;
  const { concept } = change;
  const expected = graph[concept].get(id)?.revision ?? 0;
  if (change.kind === 'END') {
    const wrong = checkEndInput(change);
    if (wrong !== undefined) return err(wrong);
    const ended = endedDocument(concept, before as Concepts[ConceptName], change);
    return ended.ok ? ok({ concept, document: ended.value, expected, action: 'END' }) : ended;
  }
  const built = buildDocument(change.concept, id, before, change.patch, context);
  if (!built.ok) return built;
  const document = built.value;
  const wrong =
    checkDocument(change.concept, document) ??
    checkClosedClaim(concept, before, document) ??
    findMissing(draft.graph, concept, document) ??
    checkAmong(change.concept, document, before, draft.graph);
  if (wrong !== undefined) return err(wrong);
  return ok({
    concept,
    document,
    expected,
    action: before === undefined ? 'CREATE' : 'UPDATE',
  });
};

interface Target {
  readonly id: Id;
  readonly before: Concepts[ConceptName] | undefined;
}

const targetOf = (draft: DraftGraph, graph: EhiGraph, change: SetChange): Result<Target, SetProblem> => {
  const { concept } = change;
  if (change.kind === 'CREATE') {
    const id = idOf(change) ?? ulid();
    if (!isId(id)) return err(inputInvalid('id', notAnId(id)));
    const before = draft.graph[concept].get(id);
    if (before === undefined) return ok({ id, before: undefined });
    if (change.id === undefined) return ok({ id: `${id}-${ulid().slice(-6).toLowerCase()}`, before: undefined });
    const actual = graph[concept].get(id)?.revision ?? 0;
    return actual === 0
      ? err(inputInvalid('id', `The id "${id}" is given twice in this call. Choose another id for one of the two.`))
      : err({ type: 'Conflict', concept, id, expected: 0, actual });
  }
  const { id, expected } = change;
  const before = draft.graph[concept].get(id);
  if (before === undefined) return err({ type: 'EntityNotFound', concept, id });
  if (before.revision !== expected) return err({ type: 'Conflict', concept, id, expected, actual: before.revision });
  return ok({ id, before });
};

const notAnId = (id: string): string =>
  `"${id}" is not an id: use 1 to 128 of A-Z a-z 0-9 . _ : - and begin with a letter or digit.`;

/** The id a change names, or would get from its name; `undefined` for a name that gives none. */
const idOf = (change: SetChange): Id | undefined =>
  change.kind === 'CREATE' ? (change.id ?? (nameToId(String(change.patch['name'] ?? '')) || undefined)) : change.id;

const findMissing = (
  graph: EhiGraph,
  concept: ConceptName,
  document: InventoryDocument<ConceptName>,
): DanglingReference | undefined => {
  const missing = entityReferences(concept, document).find((to) => !graph[to.concept].has(to.id));
  if (missing === undefined) return undefined;
  const field = String(missing.path[0]);
  return {
    type: 'DanglingReference',
    concept,
    id: document.id,
    field: field === 'for' ? 'audiences' : field,
    target: missing.id,
  };
};

/** What a problem is about, as far as it may be the echo of a creation that failed. */
const keyOfProblem = (change: SetChange, error: SetProblem): string => {
  if (error.type === 'EntityNotFound') return `${change.concept} ${error.id}`;
  return error.type === 'DanglingReference' ? `${conceptOfField(change, error)} ${error.target}` : '';
};

const conceptOfField = (change: SetChange, { field }: DanglingReference): ConceptName | '' => {
  if (field === 'appliesTo' && change.kind !== 'END') {
    const [kind] = Object.keys(change.patch['appliesTo'] ?? {});
    return kind === 'flow' ? 'Flow' : kind === 'channel' ? 'AccessChannel' : 'System';
  }
  return conceptByField[field] ?? '';
};

const conceptByField: Readonly<Record<string, ConceptName>> = {
  from: 'System',
  to: 'System',
  system: 'System',
  organization: 'Organization',
  partOf: 'DataClass',
  holds: 'DataClass',
  carries: 'DataClass',
  releases: 'DataClass',
  limits: 'DataClass',
  audiences: 'Audience',
};
