import type { ReactNode } from 'react';
import type { Concept, RecordQuery } from '../../gql/graphql.ts';
import { effectWords, sentenceCase } from '../../graph-model/words.ts';
import { Link } from '../../ui/Link.tsx';
import { recordHref } from './record-href.ts';
import { basisWords } from '../../graph-model/basis-words.ts';

type Found = NonNullable<RecordQuery['node']>;

/** A thing that has a page of its own. */
interface Related {
  readonly concept: Concept;
  readonly id: string;
  readonly name: string;
}

interface Field {
  readonly label: string;
  readonly text?: string | null | undefined;
  readonly things?: readonly Related[];
  /** How many there are, where not all are listed. */
  readonly total?: number;
}

/** Every recorded field of a thing that has a value, those that are things themselves as links to their pages. */
export const RecordFacts = ({
  node,
  names,
}: {
  readonly node: Found;
  /** The catalogue's names of practices and purposes by code. */
  readonly names: ReadonlyMap<string, string>;
}): ReactNode => (
  <dl className="facts">
    {fieldsOf(node, names)
      .filter(({ text, things }) => (things === undefined ? text : things.length > 0))
      .map((field) => (
        <div key={field.label} className="fact">
          <dt>{field.label}</dt>
          <dd>{field.things === undefined ? field.text : <Things things={field.things} total={field.total} />}</dd>
        </div>
      ))}
  </dl>
);

const Things = (props: { readonly things: readonly Related[]; readonly total: number | undefined }): ReactNode => (
  <ul className="plain">
    {props.things.map(({ concept, id, name }) => (
      <li key={id}>{concept === 'AUDIENCE' ? name : <Link href={recordHref(concept, id)}>{name}</Link>}</li>
    ))}
    {props.total !== undefined && props.total > props.things.length ? (
      <li className="quiet">and {props.total - props.things.length} more</li>
    ) : null}
  </ul>
);

interface Page {
  readonly totalCount: number;
  readonly nodes: readonly { readonly id: string; readonly name: string }[];
}

const page = (label: string, concept: Concept, { nodes, totalCount }: Page): Field => ({
  label,
  things: nodes.map((node) => ({ ...node, concept })),
  total: totalCount,
});

const one = (label: string, concept: Concept, thing: { readonly id: string; readonly name: string }): Field => ({
  label,
  things: [{ id: thing.id, name: thing.name, concept }],
});

const fieldsOf = (node: Found, names: ReadonlyMap<string, string>): readonly Field[] => {
  switch (node.__typename) {
    case 'System':
      return [
        { label: 'Vendor', text: node.vendor },
        { label: 'Product', text: node.product },
        { label: 'Version', text: node.version },
        { label: 'Custodian', text: node.custodian ?? 'nobody recorded' },
        { label: 'Zone', text: node.zone },
        { label: 'Organization', text: node.organization?.name },
        { label: 'Lifecycle', text: node.lifecycle?.toLowerCase() },
        { label: 'Certified', text: yesNo(node.certified) },
        page('Flows in', 'FLOW', node.flowsIn),
        page('Flows out', 'FLOW', node.flowsOut),
        page('Access channels', 'ACCESS_CHANNEL', node.channels),
        page('Restrictions', 'RESTRICTION', node.restrictions),
      ];
    case 'Flow':
      return [
        one('From', 'SYSTEM', node.from),
        one('To', 'SYSTEM', node.to),
        { label: 'Protocol', text: node.protocol },
        { label: 'Trigger', text: node.trigger },
        { label: 'Schedule', text: node.schedule },
        { label: 'In the engine', text: node.engineRef },
        page('Restrictions', 'RESTRICTION', node.restrictions),
      ];
    case 'AccessChannel':
      return [
        one('Served by', 'SYSTEM', node.system),
        { label: 'Standards', text: node.standards.join(', ') },
        { label: 'At least', text: node.floor },
        {
          label: 'Audiences',
          things: node.audiences.map((audience) => ({ ...audience, concept: 'AUDIENCE' as const })),
        },
        page('Restrictions', 'RESTRICTION', node.restrictions),
      ];
    case 'Restriction':
      return [
        { label: 'Effect', text: `${sentenceCase(effectWords(node.effect))} the data` },
        { label: 'Practice', text: names.get(node.practice) ?? node.practice },
        { label: 'Automatic', text: yesNo(node.automated) },
        { label: 'Said to rest on', text: basisWords(node.basis) },
        one('At', conceptOf[node.appliesTo.__typename], node.appliesTo),
        { label: 'Audiences', text: node.audiences.map((each) => each.name).join(', ') || 'every audience' },
        {
          label: 'Purposes',
          text: node.purposes.map((code) => names.get(code) ?? code).join(', ') || 'every purpose',
        },
      ];
    default:
      return [];
  }
};

const conceptOf = { System: 'SYSTEM', Flow: 'FLOW', AccessChannel: 'ACCESS_CHANNEL' } as const;

const yesNo = (value: boolean | null | undefined): string | undefined =>
  value === null || value === undefined ? undefined : value ? 'yes' : 'no';
