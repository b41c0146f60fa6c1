import { useId, type ReactNode } from 'react';
import type { ImportEntry, Said } from './import-entry.ts';
import { SystemField } from './SystemField.tsx';
import { capabilityKind, keptUnder } from './words.ts';

/** What only a person can say of a file: what it describes, and under which name it is kept. Nothing while nobody knows what the file is. */
export const ImportFields = (props: {
  readonly entry: ImportEntry;
  readonly onSay: (said: Partial<Said>) => void;
}): ReactNode => {
  const { entry, onSay } = props;
  const { step, tried, said } = entry;
  const id = useId();
  const error = step.at === 'failed' ? step.error : undefined;
  const isAsked = tried !== undefined || entry.columns !== undefined || fieldsAsked.has(error?.field ?? '');
  if (!isAsked) return null;
  // Before anything is known of a file, only a statement is asked about by these fields.
  const isStatement = tried === undefined ? entry.columns === undefined : tried.report.kind === capabilityKind;
  const field = (name: 'systemName' | 'origin' | 'url', label: string, hint: string): ReactNode => (
    <>
      <label htmlFor={`${id}-${name}`}>{label}</label>
      <input
        id={`${id}-${name}`}
        value={said[name]}
        maxLength={300}
        autoComplete="off"
        aria-describedby={`${id}-${name}-hint`}
        aria-invalid={error?.field === name}
        onChange={(event) => onSay({ [name]: event.target.value })}
      />
      <p className="quiet" id={`${id}-${name}-hint`}>
        {hint}
      </p>
    </>
  );
  const proposed = keptUnder(tried?.report.origin ?? '');
  return (
    <form
      className="stacked import-fields"
      aria-label={`What ${entry.file.name} does not say`}
      onSubmit={(event) => event.preventDefault()}
    >
      <h4>What the file does not say</h4>
      {isStatement ? (
        field('url', 'Address it was fetched from', 'The base address of the server, when the file does not have it.')
      ) : (
        <>
          {field('systemName', 'Name of the system it describes', 'When the file does not name it.')}
          {field(
            'origin',
            'Keep it under this name',
            `A later file of this name is compared with this one.${proposed === '' || said.origin !== '' ? '' : ` Without one: “${proposed}”.`}`,
          )}
        </>
      )}
      <SystemField chosen={said.system} onChoose={(system) => onSay({ system })} />
    </form>
  );
};

const fieldsAsked: ReadonlySet<string> = new Set(['system', 'url', 'systemName', 'origin', 'columns']);
