import { useEffect, useState, type ReactNode } from 'react';
import { useQuery } from '../../api/use-query.ts';
import type { ImportRunsQuery } from '../../gql/graphql.ts';
import { toCsv } from '../../graph-model/csv.ts';
import { statement } from '../../graph-model/statement.ts';
import { counted } from '../../graph-model/words.ts';
import { download } from '../../ui/download.ts';
import { useAnnounce } from '../../ui/live.ts';
import { Notice } from '../../ui/Notice.tsx';
import { ImportRunsDocument, ImportSystemsDocument } from './documents.ts';
import { DropZone } from './DropZone.tsx';
import { FileCard } from './FileCard.tsx';
import './imports.css';
import { RunList } from './RunList.tsx';
import { changeWords, runStatusWords } from './words.ts';

/** How many imports are listed at first, and how many more each time. */
const step = 25;
const largest = 200;

interface Chosen {
  readonly key: number;
  readonly file: File;
}

/** Files to import, and the imports there were. */
export const ImportsPage = (): ReactNode => {
  const [files, setFiles] = useState<readonly Chosen[]>([]);
  const [first, setFirst] = useState(step);
  const runs = useQuery(ImportRunsDocument, { first }, { keep: true });
  const systems = useQuery(ImportSystemsDocument, files.length === 0 ? undefined : {}, { keep: true });
  const announce = useAnnounce();
  useEffect(() => {
    document.title = 'Imports · EHI Atlas';
  }, []);
  const add = (added: readonly File[]): void =>
    setFiles((before) => {
      const next = before.reduce((most, { key }) => Math.max(most, key), 0) + 1;
      return [...before, ...added.map((file, at) => ({ key: next + at, file }))];
    });
  const known = systems.phase === 'ready' ? systems.data.systems.nodes : [];
  return (
    <main className="home" id="main">
      <h1>Imports</h1>
      <p className="sentence">What real systems say of themselves, beside what people declared.</p>
      <DropZone onFiles={add} />
      {runs.phase === 'ready' ? (
        <details className="stacked">
          <summary>What can be imported</summary>
          <ul>
            {runs.data.importKinds.map((kind) => (
              <li key={kind}>{kind}</li>
            ))}
          </ul>
        </details>
      ) : null}
      {files.map(({ key, file }) => (
        <FileCard
          key={key}
          file={file}
          systems={known}
          onDone={runs.retry}
          onRemove={() => setFiles((before) => before.filter((each) => each.key !== key))}
        />
      ))}
      <section className="sheet" aria-label="Imports there were">
        <h2>Imports there were</h2>
        <Runs
          query={runs}
          onUndone={(words) => {
            announce(words);
            runs.retry();
          }}
          onMore={() => setFirst(Math.min(largest, first + step))}
          hasMore={first < largest}
        />
      </section>
      <p className="quiet">{statement}</p>
    </main>
  );
};

const Runs = ({
  query,
  onUndone,
  onMore,
  hasMore,
}: {
  readonly query: ReturnType<typeof useQuery<ImportRunsQuery, { first: number }>>;
  readonly onUndone: (words: string) => void;
  readonly onMore: () => void;
  readonly hasMore: boolean;
}): ReactNode => {
  const [told, setTold] = useState('');
  if (query.phase === 'failed')
    return (
      <Notice
        kind="failed"
        title="The imports could not be fetched."
        action={{ label: 'Try again', onClick: query.retry }}
      >
        {query.error.message}
      </Notice>
    );
  if (query.phase !== 'ready') return <Notice kind="loading" title="Fetching the imports." />;
  const { nodes, totalCount } = query.data.importRuns;
  if (nodes.length === 0)
    return (
      <Notice kind="empty" title="Nothing was imported yet.">
        Begin with what a FHIR server answers at /metadata, or with an export of the interface engine.
      </Notice>
    );
  return (
    <>
      <div className="row spread">
        <p>
          Showing {nodes.length} of {counted(totalCount, 'import')}.
        </p>
        <button type="button" className="button" onClick={() => save(nodes)}>
          Save CSV
        </button>
      </div>
      {told === '' ? null : (
        <p role="status" className="next-step">
          {told}
        </p>
      )}
      <RunList
        runs={nodes}
        onUndone={(words) => {
          setTold(words);
          onUndone(words);
        }}
      />
      {nodes.length < totalCount && hasMore ? (
        <button type="button" className="button" onClick={onMore}>
          Show more
        </button>
      ) : null}
    </>
  );
};

const save = (runs: ImportRunsQuery['importRuns']['nodes']): void => {
  const rows = [
    ['file', 'what', 'kind', 'started', 'finished', 'status', 'since the last file', 'notes', 'run'],
    ...runs.map((run) => [
      run.file,
      run.title ?? '',
      run.kind,
      run.startedAt,
      run.finishedAt ?? '',
      runStatusWords[run.status],
      run.counts.length === 0 ? '' : changeWords(run.counts),
      run.warnings.join(' '),
      run.id,
    ]),
    [statement],
  ];
  download('imports.csv', new Blob([toCsv(rows)], { type: 'text/csv;charset=utf-8' }));
};
