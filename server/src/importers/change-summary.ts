import { documentToEntry } from '../domain/inventory/concept-codecs.ts';
import type { InventoryDocument } from '../domain/inventory/inventory-documents.ts';
import type { ConceptName } from '../domain/model/concepts.ts';
import type { EhiGraph } from '../domain/model/ehi-graph.ts';
import type { Id } from '../domain/model/entity.ts';
import type { Write } from '../store/port.ts';

/** What one write changes, for people: the fields that differ, each before and after as text; `''` for nothing. */
export interface ChangeSummary {
  readonly concept: ConceptName;
  readonly id: Id;
  readonly name: string;
  readonly action: Write['action'];
  readonly fields: readonly { readonly field: string; readonly before: string; readonly after: string }[];
}

/** Returns what writes change, observations and import runs left out. Lists show what is added or gone, not everything they hold. Pure. */
export const summariseChanges = (graph: EhiGraph, writes: readonly Write[]): readonly ChangeSummary[] =>
  writes.flatMap(({ concept, document, action }) => {
    if (concept === 'Observation' || concept === 'ImportRun') return [];
    const before = entryOf(concept, graph[concept].get(document.id));
    const after = entryOf(concept, document);
    const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])]
      .filter((field) => field !== 'id' && JSON.stringify(before[field]) !== JSON.stringify(after[field]))
      .map((field) => ({ field, ...difference(before[field], after[field]) }));
    return [{ concept, id: document.id, name: document.name, action, fields }];
  });

const entryOf = (concept: ConceptName, document: unknown): Readonly<Record<string, unknown>> =>
  document === undefined
    ? {}
    : documentToEntry(concept, document as InventoryDocument<ConceptName>, { source: '', recordedAt: '' });

const difference = (before: unknown, after: unknown): { readonly before: string; readonly after: string } => {
  if (!Array.isArray(before) && !Array.isArray(after)) return { before: label(before), after: label(after) };
  const [old, now] = [labels(before), labels(after)];
  return {
    before: old.filter((item) => !now.includes(item)).join(', '),
    after: now.filter((item) => !old.includes(item)).join(', '),
  };
};

const labels = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(label) : []);

/** A class link is called by its class. */
const label = (value: unknown): string => {
  if (value === undefined) return '';
  if (typeof value !== 'object' || value === null) return String(value);
  const { class: dataClass } = value as { readonly class?: unknown };
  return typeof dataClass === 'string' ? dataClass : JSON.stringify(value);
};
