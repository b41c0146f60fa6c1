import { useState, type ReactNode } from 'react';
import { useQuery } from '../../api/use-query.ts';
import { ImportKindsDocument } from './documents.ts';

const noVariables = {};

/** What can be imported, fetched when it is opened. */
export const ImportKinds = (): ReactNode => {
  const [open, setOpen] = useState(false);
  return (
    <details className="kinds" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>What can be imported</summary>
      {open ? <Kinds /> : null}
    </details>
  );
};

const Kinds = (): ReactNode => {
  const query = useQuery(ImportKindsDocument, noVariables, { fixed: true });
  if (query.phase === 'failed') return <p className="form-trouble">{query.error.message}</p>;
  if (query.phase !== 'ready') return <p className="quiet">Fetching.</p>;
  return (
    <>
      <p>What a file is, is told by its content; its name does not matter.</p>
      <ul>
        {query.data.importKinds.map((kind) => (
          <li key={kind}>{kind}</li>
        ))}
      </ul>
    </>
  );
};
