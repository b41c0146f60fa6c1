import { useMemo, type ReactNode } from 'react';
import type { RecordQuery } from '../../gql/graphql.ts';
import { useCommands, type Command } from '../../ui/commands.ts';
import { navigate } from '../../ui/use-location.ts';
import type { EditTask } from '../../editing/edit-task.ts';
import type { EditedConcept } from '../../editing/edited-concept.ts';
import { WhatIfLinks } from '../../editing/WhatIfLinks.tsx';
import { EditPanel } from '../../editing/EditPanel.tsx';
import { useEditTask } from '../../editing/use-edit-task.ts';
import { useView } from '../../view/use-view.ts';
import { recordHref } from './record-href.ts';

type Found = NonNullable<RecordQuery['node']>;

/** What can be done to a recorded thing: buttons, palette commands, and the form of what was begun. */
export const RecordEdits = ({ node }: { readonly node: Found }): ReactNode => {
  const [task, begin] = useEditTask();
  const { isReadOnly } = useView();
  const actions = useMemo(() => (isReadOnly ? [] : actionsOf(node)), [isReadOnly, node]);
  useCommands(
    useMemo(
      () =>
        actions.map(({ title, task: next }): Command => ({
          id: title,
          group: 'This screen',
          title,
          run: () => begin(next),
        })),
      [actions, begin],
    ),
  );
  if (actions.length === 0) return null;
  return (
    <>
      <div className="row" role="group" aria-label="Edit">
        {actions.map(({ title, task: next }) => (
          <button key={title} type="button" className="button" onClick={() => begin(next)}>
            {title}
          </button>
        ))}
      </div>
      {concepts[node.__typename] === undefined ? null : (
        <WhatIfLinks concept={concepts[node.__typename] ?? ''} id={node.id} />
      )}
      {task === undefined ? null : (
        <div className="sheet">
          <EditPanel
            task={task}
            onDone={(added) => {
              begin(undefined);
              if (added !== undefined) navigate(recordHref(added.concept, added.id));
            }}
            onCancel={() => begin(undefined)}
          />
        </div>
      )}
    </>
  );
};

interface Action {
  readonly title: string;
  readonly task: EditTask;
}

const concepts: Readonly<Record<string, EditedConcept>> = {
  System: 'SYSTEM',
  Flow: 'FLOW',
  AccessChannel: 'ACCESS_CHANNEL',
  DataClass: 'DATA_CLASS',
  Restriction: 'RESTRICTION',
};

const actionsOf = (node: Found): readonly Action[] => {
  const concept = concepts[node.__typename];
  if (concept === undefined) return [];
  const { id } = node;
  const restrict: Action = {
    title: 'Add a restriction here',
    task: { kind: 'add', concept: 'RESTRICTION', on: { concept, id } },
  };
  return [
    { title: 'Edit', task: { kind: 'edit', concept, id } },
    ...(node.__typename === 'System'
      ? ([
          { title: 'Add a flow from here', task: { kind: 'add', concept: 'FLOW', from: id } },
          { title: 'Add a flow to here', task: { kind: 'add', concept: 'FLOW', to: id } },
          { title: 'Add an access channel', task: { kind: 'add', concept: 'ACCESS_CHANNEL', from: id } },
        ] satisfies readonly Action[])
      : []),
    ...(concept === 'RESTRICTION' || concept === 'DATA_CLASS' ? [] : [restrict]),
    ...(node.endedOn ? [] : ([{ title: 'End', task: { kind: 'end', things: [{ concept, id }] } }] satisfies Action[])),
  ];
};
