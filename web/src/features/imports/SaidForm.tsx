import type { ReactNode } from 'react';
import type { Said } from './use-file-import.ts';

/** What the file does not say, to be said by whoever imports it. */
export const SaidForm = ({
  said,
  systems,
  isStatement,
  onChange,
}: {
  readonly said: Said;
  readonly systems: readonly { readonly id: string; readonly name: string }[];
  readonly isStatement: boolean;
  readonly onChange: (said: Said) => void;
}): ReactNode => (
  <details className="stacked">
    <summary>Say what the file does not</summary>
    <div className="filters">
      <label>
        The system of the inventory it is about
        <select value={said.system ?? ''} onChange={(event) => onChange({ ...said, system: event.target.value })}>
          <option value="">not said</option>
          {systems.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {isStatement ? (
        <label>
          The address it was fetched from
          <input
            type="url"
            value={said.url ?? ''}
            onChange={(event) => onChange({ ...said, url: event.target.value })}
          />
        </label>
      ) : (
        <>
          <label>
            Or the name of a new system
            <input
              value={said.systemName ?? ''}
              onChange={(event) => onChange({ ...said, systemName: event.target.value })}
            />
          </label>
          <label>
            Keep it under this name, for the next file of it
            <input value={said.origin ?? ''} onChange={(event) => onChange({ ...said, origin: event.target.value })} />
          </label>
        </>
      )}
    </div>
  </details>
);
