import { useEffect, type ReactNode } from 'react';
import { useKindNames } from '../../api/use-kind-names.ts';
import { useSourceWords } from '../../api/use-source-words.ts';
import { useQuery } from '../../api/use-query.ts';
import type { Concept, RecordQuery } from '../../gql/graphql.ts';
import { kindName, type KindNames } from '../../graph-model/catalogue-words.ts';
import { documentationWords, effectWords, sentenceCase } from '../../graph-model/words.ts';
import { Link } from '../../ui/Link.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { FailedNotice, LonePage } from '../../ui/standard-notices.tsx';
import { useLocation } from '../../ui/use-location.ts';
import { Claims } from '../../ui/Claims.tsx';
import { RecordDocument } from './documents.ts';
import { RecordEdits } from './RecordEdits.tsx';
import { RecordFacts } from './RecordFacts.tsx';

type Found = NonNullable<RecordQuery['node']>;

/** One system, flow, channel or restriction: its facts, and the data classes it has to do with, each a link to its trace with this selected. */
export const RecordPage = (): ReactNode => {
  const url = useLocation();
  const concept = url.searchParams.get('concept') as Concept | null;
  const id = url.searchParams.get('id');
  // Another thing is another page: a record never stands under the name of another.
  return <RecordAt key={`${concept ?? ''} ${id ?? ''}`} concept={concept} id={id} />;
};

const RecordAt = ({ concept, id }: { readonly concept: Concept | null; readonly id: string | null }): ReactNode => {
  const query = useQuery(RecordDocument, concept === null || id === null ? undefined : { concept, id }, { keep: true });
  const name = query.phase === 'ready' ? query.data.node?.name : undefined;
  useEffect(() => {
    document.title = `${name ?? 'Record'} · EHI Atlas`;
  }, [name]);
  if (query.phase === 'failed') {
    return (
      <LonePage>
        <FailedNotice title="The record could not be fetched." message={query.error.message} onRetry={query.retry} />
      </LonePage>
    );
  }
  if (query.phase === 'loading') {
    return (
      <LonePage>
        <Notice kind="loading" title="Fetching the record." />
      </LonePage>
    );
  }
  const node = query.phase === 'ready' ? query.data.node : undefined;
  if (node === undefined || node === null) {
    return (
      <LonePage>
        <Notice kind="empty" title="The inventory has no such thing.">
          Search for it above by name.
        </Notice>
      </LonePage>
    );
  }
  return <RecordOf node={node} names={query.phase === 'ready' ? namesIn(query.data.catalogue) : new Map()} />;
};

const namesIn = ({ practices, purposes, exceptions }: RecordQuery['catalogue']): ReadonlyMap<string, string> =>
  new Map([...practices, ...purposes, ...exceptions].map(({ id, name }) => [id, name]));

const RecordOf = (props: { readonly node: Found; readonly names: ReadonlyMap<string, string> }): ReactNode => {
  const { node, names } = props;
  const classes = classesOf(node);
  const kindNames = useKindNames();
  const source = useSourceWords(node.source);
  return (
    <main className="home" id="main">
      <h1>{node.name}</h1>
      <RecordEdits node={node} />
      <p className="quiet">{subtitle(node, kindNames)}</p>
      {node.description ? <p className="sentence">{node.description}</p> : null}
      <p>
        Source {source} · {node.grade.toLowerCase()} · recorded {node.recordedAt.slice(0, 10)}
        {node.startedOn ? ` · since ${node.startedOn}` : ''}
        {node.endedOn ? ` · ended ${node.endedOn}${node.endReason ? `: ${node.endReason}` : ''}` : ''}
      </p>
      <RecordFacts node={node} names={names} />
      {node.__typename === 'System' || node.__typename === 'AccessChannel' ? (
        <p>
          <Link href={`/map?around=${encodeURIComponent(selectionOf(node))}`}>Show on the map</Link>
        </p>
      ) : null}
      {node.__typename === 'Restriction' ? (
        <>
          <p>
            <Link href={`/restriction?id=${encodeURIComponent(node.id)}`}>
              Document it: the whole story, claims and checklist
            </Link>
          </p>
          <h2>Claims</h2>
          <Claims claims={node.claims.nodes} nameOf={(code) => names.get(code) ?? code} />
        </>
      ) : null}
      <h2>Data classes</h2>
      {classes.length === 0 ? (
        <Notice
          kind="empty"
          title={
            node.__typename === 'Restriction' ? 'It limits every data class.' : 'No data class is recorded here yet.'
          }
        />
      ) : (
        <ul className="plain columns">
          {classes.map((entry) => (
            <li key={entry.id}>
              <Link href={`/trace?class=${encodeURIComponent(entry.id)}&sel=${encodeURIComponent(selectionOf(node))}`}>
                {entry.name}
              </Link>
              {entry.note === undefined ? null : <span className="quiet">{entry.note}</span>}
            </li>
          ))}
        </ul>
      )}
    </main>
  );
};

const subtitle = (node: Found, kindNames: KindNames): string => {
  const words = ((): readonly (string | null | undefined)[] => {
    switch (node.__typename) {
      case 'System':
        return ['System', kindName(node.kind, kindNames), node.vendor, node.product, node.custodian];
      case 'Flow':
        return ['Flow', `${node.from.name} to ${node.to.name}`, node.protocol];
      case 'AccessChannel':
        return ['Access channel', `served by ${node.system.name}`, ...node.standards];
      case 'Restriction':
        return [
          'Restriction',
          `${sentenceCase(effectWords(node.effect))} data at ${node.appliesTo.name}`,
          documentationWords(node.documentation),
        ];
      default:
        return [node.__typename];
    }
  })();
  return words.filter((word) => word !== null && word !== undefined && word !== '').join(' · ');
};

const roleWords = { ORIGIN: 'origin', COPY: 'copy', TRANSIT: 'passes it on' } as const;

interface ClassEntry {
  readonly id: string;
  readonly name: string;
  readonly note: string | undefined;
}

const classesOf = (node: Found): readonly ClassEntry[] => {
  switch (node.__typename) {
    case 'System':
      return node.holds.map(({ dataClass, role }) => ({ ...dataClass, note: roleWords[role] }));
    case 'Flow':
      return node.carries.map(({ dataClass }) => ({ ...dataClass, note: undefined }));
    case 'AccessChannel':
      return node.releases.map(({ dataClass }) => ({ ...dataClass, note: undefined }));
    case 'Restriction':
      return node.limits.map((dataClass) => ({ ...dataClass, note: undefined }));
    default:
      return [];
  }
};

const selectionOf = (node: Found): string => {
  if (node.__typename === 'Restriction') return `restriction:${node.id}`;
  const kind = { System: 'system', Flow: 'flow', AccessChannel: 'channel' }[
    node.__typename as 'System' | 'Flow' | 'AccessChannel'
  ];
  return `${kind}:${node.id}`;
};
