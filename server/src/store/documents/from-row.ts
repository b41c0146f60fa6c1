import type { ConceptName, ThingReference } from '../../domain/model/concepts.ts';
import { invariant } from '../../domain/invariant.ts';
import type { DocumentRow, LinkRow } from '../queries/concept-rows.ts';
import { compareClassLinks, type Document, type Plain } from './document.ts';
import { appliesToLinks, linkFields, type LinkField } from './link-fields.ts';

const byIndex = (a: LinkRow, b: LinkRow): number => Number(a.link?.['index']) - Number(b.link?.['index']);

const kindByLabel: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(appliesToLinks).map(([kind, { target }]) => [target, kind]),
);

const toAnswerList = (answers: readonly LinkRow[], evidence: readonly LinkRow[]): readonly Plain[] => {
  const evidenceByAnswer = groupByFrom(evidence);
  return answers.toSorted(byIndex).map(({ to, node }) => {
    const { id: _id, ...answer } = node ?? {};
    return { ...answer, evidence: (evidenceByAnswer.get(to) ?? []).toSorted(byIndex).map((row) => row.to) };
  });
};

const groupByFrom = (rows: readonly LinkRow[]): ReadonlyMap<string, readonly LinkRow[]> => {
  const groups = new Map<string, LinkRow[]>();
  for (const row of rows) {
    const from = row.from ?? '';
    const group = groups.get(from);
    if (group === undefined) groups.set(from, [row]);
    else group.push(row);
  }
  return groups;
};

/** The thing that a property names as `Concept id`: neither holds a space. */
const toNamed = (value: unknown): ThingReference | undefined => {
  if (typeof value !== 'string') return undefined;
  const [concept = '', id = ''] = value.split(' ');
  return { concept: concept as ConceptName, id };
};

/** The value of one field, or `undefined` when the document does not have it. */
const fieldValue = (field: LinkField, { node, links }: DocumentRow): unknown => {
  const rows = links[field.field] ?? [];
  const [first] = rows;
  switch (field.as) {
    case 'ID':
      return first?.to;
    case 'IDS':
      return rows.toSorted(byIndex).map((row) => row.to);
    case 'CLASS_LINKS':
      return rows.map(({ to, link }): Plain => ({ dataClass: to, ...link })).toSorted(compareClassLinks);
    case 'TARGET':
      return first && { kind: kindByLabel[first.label ?? ''], id: first.to };
    case 'MATCH':
      return first && { concept: first.label, id: first.to };
    case 'ANSWERS':
      return toAnswerList(rows, links['evidence'] ?? []);
    case 'NAMED':
      return toNamed(node[field.field]);
    case 'PROPERTY':
      return node[field.field];
  }
};

/** The document that a row was written from. */
export const fromRow = (concept: ConceptName, row: DocumentRow): Document => {
  const { id, sortKey: _sortKey, ...fields } = row.node;
  invariant(typeof id === 'string', `a ${concept} node without an id`);
  const document: Record<string, unknown> & { readonly id: string } = { ...fields, id };
  for (const field of linkFields[concept]) {
    const value = fieldValue(field, row);
    if (value !== undefined) document[field.field] = value;
  }
  return document;
};
