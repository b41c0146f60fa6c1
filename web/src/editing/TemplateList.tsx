import { useState, type ReactNode } from 'react';
import { useQuery } from '../api/use-query.ts';
import type { SystemTemplatesQuery } from '../gql/graphql.ts';
import { counted, listed } from '../graph-model/words.ts';
import { Notice } from '../ui/Notice.tsx';
import { FailedNotice } from '../ui/standard-notices.tsx';
import { SystemTemplatesDocument } from './documents.ts';
import { newLink, type FormValues } from './form-values.ts';

type Template = SystemTemplatesQuery['systemTemplates'][number];

const noVariables = {};

/** The common systems of the catalogue: choosing one fills in the form of a system with what such a system usually is. */
export const TemplateList = (props: {
  readonly onChoose: (kind: string, preset: FormValues) => void;
  readonly onCancel: () => void;
}): ReactNode => {
  const query = useQuery(SystemTemplatesDocument, noVariables, { fixed: true });
  const [text, setText] = useState('');
  if (query.phase === 'failed')
    return (
      <FailedNotice title="The templates could not be fetched." message={query.error.message} onRetry={query.retry} />
    );
  if (query.phase !== 'ready') return <Notice kind="loading" title="Fetching the templates." />;
  const found = query.data.systemTemplates.filter(({ name, kind }) =>
    `${name} ${kind}`.toLowerCase().includes(text.trim().toLowerCase()),
  );
  return (
    <div className="thing-form">
      <div className="form-field">
        <label htmlFor="template-text">Find a kind of system</label>
        <input
          id="template-text"
          type="search"
          value={text}
          placeholder="laboratory, archive, billing"
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <p className="quiet" role="status">
        {counted(found.length, 'template')}. What a template fills in is usual, not known: look at it before it is
        saved.
      </p>
      <ul className="plain templates">
        {found.map((template) => (
          <li key={template.kind}>
            <button
              type="button"
              className="template"
              onClick={() => props.onChoose(template.kind, presetOf(template))}
            >
              <strong>{template.name}</strong>
              <span className="quiet">{aboutTemplate(template)}</span>
            </button>
          </li>
        ))}
      </ul>
      <div className="row">
        <button type="button" className="button" onClick={props.onCancel}>
          Cancel
        </button>
      </div>
    </div>
  );
};

const presetOf = (template: Template): FormValues => ({
  name: template.name,
  kind: template.kind,
  custodian: template.custodian ?? '',
  holds: template.holds.map((dataClass) => newLink(dataClass, 'ORIGIN')),
});

const aboutTemplate = ({ holds, missing, interfaces, unverified }: Template): string =>
  [
    holds.length === 0 ? '' : `holds ${listed(holds.map(({ name }) => name))}`,
    missing.length === 0 ? '' : `also ${listed(missing)}, which the inventory has not`,
    interfaces.length === 0 ? '' : `connected by ${listed(interfaces)}`,
    unverified ? 'part of this has still to be confirmed' : '',
  ]
    .filter((words) => words !== '')
    .join('; ');
