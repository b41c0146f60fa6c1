import { useId, useState, type ReactNode } from 'react';
import { useQuery } from '../../api/use-query.ts';
import { SystemSearchDocument } from './documents.ts';
import type { Said } from './import-entry.ts';

/** Which system of the inventory a file is about, found by its name. */
export const SystemField = (props: {
  readonly chosen: Said['system'];
  readonly onChoose: (system: Said['system']) => void;
}): ReactNode => {
  const { chosen } = props;
  const id = useId();
  const [text, setText] = useState('');
  const words = text.trim();
  const found = useQuery(SystemSearchDocument, words === '' ? undefined : { text: words }, { keep: true });
  const results = found.phase === 'ready' && words !== '' ? found.data.search : [];
  return (
    <>
      <label htmlFor={id}>System of the inventory it is about</label>
      {chosen === undefined ? (
        <input
          id={id}
          value={text}
          placeholder="Find it by name"
          autoComplete="off"
          aria-describedby={`${id}-hint`}
          onChange={(event) => setText(event.target.value)}
        />
      ) : (
        <div className="row spread">
          <output id={id}>{chosen.name}</output>
          <button type="button" className="button" onClick={() => props.onChoose(undefined)}>
            Another one
          </button>
        </div>
      )}
      {chosen !== undefined || words === '' ? (
        <p className="quiet" id={`${id}-hint`}>
          Without one it is found by address or name.
        </p>
      ) : (
        <ul className="plain" id={`${id}-hint`}>
          {results.map((each) => (
            <li key={each.id}>
              <button
                type="button"
                className="text-button"
                onClick={() => {
                  setText('');
                  props.onChoose({ id: each.id, name: each.name });
                }}
              >
                {each.name} <span className="quiet">{each.id}</span>
              </button>
            </li>
          ))}
          {results.length > 0 ? null : (
            <li className="quiet" role="status">
              {found.phase === 'failed'
                ? 'The search does not answer. Type again to try again.'
                : found.phase === 'ready' && !found.refreshing
                  ? `No system is called “${words}”.`
                  : 'Searching.'}
            </li>
          )}
        </ul>
      )}
    </>
  );
};
