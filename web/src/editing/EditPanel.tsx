import { useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { saveActor } from '../api/actor.ts';
import { useActor } from '../api/use-actor.ts';
import { ActorField } from '../ui/ActorField.tsx';
import { AddForm, articled, type Added } from './AddForm.tsx';
import { CaptureForm } from './CaptureForm.tsx';
import { useChangeSink } from './change-sink.ts';
import { writeTask, type EditTask } from './edit-task.ts';
import { conceptNouns, type ThingRef } from './edited-concept.ts';
import { EditForm } from './EditForm.tsx';
import { EndForm } from './EndForm.tsx';
import type { FormValues } from './form-values.ts';
import { SeveralForm } from './SeveralForm.tsx';
import { tell } from './told.ts';
import { TemplateList } from './TemplateList.tsx';
import { usePanelFocus } from './use-panel-focus.ts';
import { useSeveral } from './use-several.ts';
import './mapping.css';

interface PanelProps {
  readonly task: EditTask;
  readonly onDone: (added?: Added) => void;
  readonly onCancel: () => void;
}

/** What one is about to do to the inventory, as a form. `onDone` tells of a thing that was added, so that it can be shown. */
export const EditPanel = (props: PanelProps): ReactNode => (
  // Another task is another form: nothing typed into one ends up in the next.
  <PanelOf key={writeTask(props.task)} {...props} />
);

const PanelOf = (props: PanelProps): ReactNode => {
  const { task, onDone, onCancel } = props;
  const [template, setTemplate] = useState<{ readonly kind: string; readonly preset: FormValues }>();
  const close = (): void => onDone();
  const actor = useActor();
  const sink = useChangeSink();
  const panel = useRef<HTMLElement>(null);
  usePanelFocus(panel);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    // What was typed stays as a draft: Escape closes the form and gives nothing up.
    event.preventDefault();
    event.stopPropagation();
    if (hasDraft(panel.current)) tell('Closed. What you typed is kept and comes back with the form');
    onCancel();
  };
  return (
    <section ref={panel} className="edit-panel" aria-label={titleOf(task)} onKeyDown={onKeyDown}>
      <h2>{titleOf(task)}</h2>
      {actor === undefined && sink === undefined ? (
        <div className="draft-note">
          <p>Nobody knows who you are: the log will name you “local user”.</p>
          <ActorField name={actor} onName={saveActor} />
        </div>
      ) : null}
      {task.kind === 'capture' ? (
        <CaptureForm onCancel={onCancel} />
      ) : task.kind === 'template' ? (
        template === undefined ? (
          <TemplateList onChoose={(kind, preset) => setTemplate({ kind, preset })} onCancel={onCancel} />
        ) : (
          <AddForm
            concept="SYSTEM"
            form={`SYSTEM.template.${template.kind}`}
            preset={template.preset}
            onDone={onDone}
            onCancel={onCancel}
          />
        )
      ) : task.kind === 'add' ? (
        <AddWithEnds task={task} onDone={onDone} onCancel={onCancel} />
      ) : task.kind === 'edit' ? (
        <EditForm
          key={`${task.concept} ${task.id}`}
          concept={task.concept}
          id={task.id}
          onDone={close}
          onCancel={onCancel}
        />
      ) : task.kind === 'end' ? (
        <EndForm things={task.things} onDone={close} onCancel={onCancel} />
      ) : (
        <SeveralForm things={task.things} onDone={close} onCancel={onCancel} />
      )}
    </section>
  );
};

/** Whether the form has kept something that was typed. */
const hasDraft = (panel: HTMLElement | null): boolean => panel?.querySelector('form[data-touched="yes"]') !== null;

/** The form of a new thing, with the ends that the task names filled in. */
const AddWithEnds = (props: {
  readonly task: Extract<EditTask, { kind: 'add' }>;
  readonly onDone: (added?: Added) => void;
  readonly onCancel: () => void;
}): ReactNode => {
  const { task } = props;
  const wanted = useMemo(
    () => [
      ...[task.from, task.to].flatMap((id) => (id === undefined ? [] : [{ concept: 'SYSTEM', id }])),
      ...(task.on === undefined ? [] : [task.on]),
    ],
    [task.from, task.to, task.on],
  );
  const ends = useSeveral(wanted);
  const preset = useMemo((): FormValues => {
    const things = ends.phase === 'ready' ? ends.things : [];
    const end = (id: string | undefined): ThingRef | null => things.find((thing) => thing.id === id) ?? null;
    if (task.concept === 'FLOW') return { from: end(task.from), to: end(task.to) };
    if (task.concept === 'ACCESS_CHANNEL') return { system: end(task.from) };
    return task.concept === 'RESTRICTION' ? { appliesTo: things[0] ?? null } : {};
  }, [ends, task]);
  if (wanted.length > 0 && ends.phase === 'loading') return null;
  return (
    <AddForm
      concept={task.concept}
      form={`new.${writeTask(task)}`}
      preset={preset}
      onDone={props.onDone}
      onCancel={props.onCancel}
    />
  );
};

const titleOf = (task: EditTask): string => {
  switch (task.kind) {
    case 'capture':
      return 'Quick capture';
    case 'template':
      return 'A common system';
    case 'add':
      return `Add ${articled(conceptNouns[task.concept])}`;
    case 'edit':
      return `Edit the ${conceptNouns[task.concept]}`;
    case 'end':
      return task.things.length === 1 ? 'End it' : `End ${task.things.length} things`;
    case 'several':
      return `Change ${task.things.length} at once`;
  }
};
