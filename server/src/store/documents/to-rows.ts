import type { ConceptName, ConditionAnswer, RestrictionTarget, ThingReference } from '../../domain/model/concepts.ts';
import { invariant } from '../../domain/invariant.ts';
import type { Properties } from '../queries/concept-rows.ts';
import type { CypherValue } from '../queries/cypher-query.ts';
import type { AnswerWriteRow } from '../queries/links/answers.ts';
import type { LinkName } from '../queries/links/index.ts';
import type { LinkWriteRow } from '../queries/link-rows.ts';
import type { Document, Plain } from './document.ts';
import { sortKeyOf } from './sort-key.ts';
import { appliesToLinks, linkFields, matchesLinks, type LinkField } from './link-fields.ts';

/** One relationship to write, and of which kind. */
export interface Link {
  readonly link: LinkName;
  readonly row: LinkWriteRow;
}

const asProperties = (plain: Plain): Properties => plain as Readonly<Record<string, CypherValue>>;

const isProperty = ({ as }: LinkField): boolean => as === 'PROPERTY' || as === 'NAMED';

const isText = (value: unknown): boolean => typeof value === 'string';

/** What both databases keep as a property, and give back as it was. */
const isStorable = (value: unknown): boolean =>
  isText(value) ||
  typeof value === 'boolean' ||
  Number.isSafeInteger(value) ||
  (Array.isArray(value) && (value.every(isText) || value.every(Number.isSafeInteger)));

const namedText = ({ concept, id }: ThingReference): string => `${concept} ${id}`;

/** The node's properties: every field that is not stored as relationships, and what its name is sorted by. */
export const toNode = (concept: ConceptName, document: Document): Properties => {
  const elsewhere = new Set(linkFields[concept].filter((one) => !isProperty(one)).map((one) => one.field));
  const named = new Set(linkFields[concept].filter(({ as }) => as === 'NAMED').map(({ field }) => field));
  const properties = Object.entries(document)
    .filter(([key]) => !elsewhere.has(key))
    .map(([key, value]): [string, unknown] => [key, named.has(key) ? namedText(value as ThingReference) : value]);
  for (const [key, value] of properties) {
    invariant(isStorable(value), `${concept}.${key} of ${document.id} is not plain data`);
  }
  return asProperties({ ...Object.fromEntries(properties), sortKey: sortKeyOf(String(document['name'])) });
};

/** The id of the node that holds one answer of a claim. `#` is in no entity's id, so it is nobody else's. */
const answerId = (claim: string, index: number): string => `${claim}#${index}`;

const linksOfField = (field: LinkField, owner: string, value: unknown): readonly Link[] => {
  const to = (link: LinkName, target: string, props: Properties = {}, from = owner): Link => ({
    link,
    row: { owner: from, target, props },
  });
  switch (field.as) {
    case 'ID':
      return [to(field.link, value as string)];
    case 'IDS':
      return (value as readonly string[]).map((target, index) => to(field.link, target, { index }));
    case 'CLASS_LINKS':
      return (value as readonly Plain[]).map(({ dataClass, ...props }) =>
        to(field.link, String(dataClass), asProperties(props)),
      );
    case 'TARGET': {
      const { kind, id } = value as RestrictionTarget;
      return [to(appliesToLinks[kind].link, id)];
    }
    case 'MATCH': {
      const { concept, id } = value as ThingReference;
      return [to(matchesLinks[concept], id)];
    }
    case 'ANSWERS':
      return (value as readonly ConditionAnswer[]).flatMap(({ evidence }, place) =>
        evidence.map((target, index) => to('evidenced-by', target, { index }, answerId(owner, place))),
      );
    case 'NAMED':
    case 'PROPERTY':
      return [];
  }
};

/** Every relationship of a document, those of its answers included. */
export const toLinks = (concept: ConceptName, document: Document): readonly Link[] =>
  linkFields[concept].flatMap((field) => {
    const value = document[field.field];
    return value === undefined ? [] : linksOfField(field, document.id, value);
  });

/** The answer nodes of a claim; `[]` for every other concept. */
export const toAnswers = (concept: ConceptName, document: Document): readonly AnswerWriteRow[] =>
  concept !== 'BasisClaim'
    ? []
    : (document['answers'] as readonly ConditionAnswer[]).map(({ evidence: _evidence, ...answer }, index) => ({
        claim: document.id,
        index,
        node: { ...answer, id: answerId(document.id, index) },
      }));
