import type { ReactNode } from 'react';
import type { EditTask } from '../../editing/edit-task.ts';
import { EditPanel } from '../../editing/EditPanel.tsx';
import type { MapEditing } from './use-map-editing.ts';

/** What can be done to the inventory with what is selected, and the form of what was begun. */
export const MapEdits = ({ editing }: { readonly editing: MapEditing }): ReactNode => {
  const { task, begin } = editing;
  if (task !== undefined) return <EditPanel task={task} onDone={editing.onDone} onCancel={() => begin(undefined)} />;
  if (editing.offered.length === 0) return null;
  return (
    <section aria-label="Edit">
      <h3>Edit the inventory</h3>
      <p className="button-row">
        {editing.offered.map(({ title, keys, task: next, act }) => (
          <button
            key={title}
            type="button"
            className="button"
            title={keys === undefined ? undefined : `${title} (${keys})`}
            onClick={() => run(next, act, begin)}
          >
            {title}
          </button>
        ))}
      </p>
    </section>
  );
};

const run = (
  task: EditTask | undefined,
  act: (() => void) | undefined,
  begin: (task: EditTask | undefined) => void,
): void => {
  if (act !== undefined) act();
  else begin(task);
};
