import { useCallback, useMemo } from 'react';
import { client } from '../../api/client.ts';
import type { ChangeSink } from '../../editing/change-sink.ts';
import { EditedThingDocument } from '../../editing/documents.ts';
import { keepDraft } from '../../editing/drafts.ts';
import { baseOf } from '../../editing/EditForm.tsx';
import { writeTask, type EditTask } from '../../editing/edit-task.ts';
import type { EditedConcept, ThingRef } from '../../editing/edited-concept.ts';
import { endFormName } from '../../editing/EndForm.tsx';
import { newValues } from '../../editing/form-values.ts';
import { thingsOfInput, withInput, type ThingKey } from '../../editing/input-values.ts';
import { todayHere } from '../../editing/today.ts';
import { tell } from '../../editing/told.ts';
import { useEditTask } from '../../editing/use-edit-task.ts';
import type { ChangeRow } from './change-rows.ts';
import { newId } from './new-id.ts';
import { readChange, withRevision } from './read-change.ts';
import { redone, step, undone, withChanges, withoutPlaces, type Supposed } from './sandbox.ts';
import { changeSandbox, readSandbox, sandboxNow, type SandboxOf } from './sandbox-store.ts';
import { fetchNames, knownName } from './use-names.ts';

/** What goes before the drafts of forms whose changes are only supposed; what was typed with names shown is none while they are hidden. */
const draftsOf = (of: SandboxOf): string => (of === 'shown' ? 'what-if.' : 'what-if.hidden.');

/** What can be done with what is supposed. */
export interface Changes {
  readonly task: EditTask | undefined;
  readonly sink: ChangeSink;
  /** Opens a form; where what it is about is changed already, that change. */
  readonly begin: (task: EditTask | undefined) => void;
  /** Opens the form of a change with what it says. */
  readonly reopen: (row: ChangeRow) => void;
  readonly remove: (row: ChangeRow) => void;
  /** Takes the newest revision of a thing as the one that was seen. */
  readonly takeNewest: (place: number, revision: number) => void;
  readonly undo: () => void;
  readonly redo: () => void;
}

/** What is only supposed to be there: the things that changes add. Pure. */
export const supposedThings = ({ changes }: Supposed): readonly ThingRef[] =>
  changes.flatMap((change) => {
    const read = readChange(change);
    return read?.kind === 'add'
      ? [{ concept: read.concept, id: read.id, name: (read.input as { readonly name?: string }).name ?? read.id }]
      : [];
  });

/** The ways to change what this tab supposes, and the form that is open. */
export const useChanges = (supposed: Supposed): Changes => {
  const [task, setTask] = useEditTask();
  const things = useMemo(() => supposedThings(supposed), [supposed]);
  const of = sandboxNow();
  const sink = useMemo(
    (): ChangeSink => ({
      take: (changes) => changeSandbox((sandbox) => withChanges(sandbox, changes, newId)),
      things,
      drafts: draftsOf(of),
    }),
    [things, of],
  );
  const reopen = useCallback(
    (row: ChangeRow): void => {
      void openForm(row).then((opened) => {
        if (opened === undefined) tell('What this change is about could not be fetched. Try again');
        else setTask(opened);
      });
    },
    [setTask],
  );
  const begin = useCallback(
    (next: EditTask | undefined): void => {
      const known = next?.kind === 'edit' ? placeOf(readSandbox().now, next.concept, next.id) : undefined;
      changeSandbox((sandbox) => (sandbox.reopened.length === 0 ? sandbox : { ...sandbox, reopened: [] }));
      if (known === undefined) setTask(next);
      else reopen(known);
    },
    [setTask, reopen],
  );
  return useMemo(
    () => ({
      task,
      sink,
      begin,
      reopen,
      remove: (row) => {
        changeSandbox((sandbox) =>
          row.kind === 'outage' ? withoutPlaces(sandbox, [], [row.place]) : withoutPlaces(sandbox, row.places, []),
        );
        tell('Taken out of the what-if');
      },
      takeNewest: (place, revision) => changeSandbox((sandbox) => step(sandbox, newest(sandbox.now, place, revision))),
      undo: () => changeSandbox(undone),
      redo: () => changeSandbox(redone),
    }),
    [task, sink, begin, reopen],
  );
};

/** Every change of the thing that the change at `place` is about says the same revision. */
const newest = (supposed: Supposed, place: number, revision: number): Supposed => {
  const keyAt = (at: number): string | undefined => {
    const change = supposed.changes[at];
    const read = change === undefined ? undefined : readChange(change);
    return read === undefined || read.kind === 'add' ? undefined : `${read.concept} ${read.id}`;
  };
  const key = keyAt(place);
  return {
    ...supposed,
    changes: supposed.changes.map((change, at) =>
      key !== undefined && keyAt(at) === key ? withRevision(change, revision) : change,
    ),
  };
};

/** The line that adds or changes a thing already. */
const placeOf = (supposed: Supposed, concept: EditedConcept, id: string): ChangeRow | undefined => {
  for (const [place, change] of supposed.changes.entries()) {
    const read = readChange(change);
    if (read !== undefined && read.kind !== 'end' && read.concept === concept && read.id === id)
      return { kind: read.kind, key: '', read, places: [place] };
  }
  return undefined;
};

/** Puts what a change says into the draft of its form; the task that opens it, or undefined when the thing could not be fetched. */
const openForm = async (row: ChangeRow): Promise<EditTask | undefined> => {
  if (row.kind === 'outage') return undefined;
  const { signal } = new AbortController();
  const of = sandboxNow();
  const drafts = draftsOf(of);
  const own = supposedThings(readSandbox(of).now);
  const nameOf = (thing: ThingKey): string => own.find(({ id }) => id === thing.id)?.name ?? knownName(thing);
  const mark = (): void => changeSandbox((sandbox) => ({ ...sandbox, reopened: row.places }), of);
  if (row.kind === 'end') {
    const [first] = row.ends;
    const things = row.ends.map(({ concept, id }) => ({ concept, id }));
    keepDraft(`${drafts}${endFormName(things)}`, {
      base: { revision: 0, values: { reason: '', endedOn: todayHere(), withHanging: 'yes' } },
      values: { reason: first?.reason ?? '', endedOn: first?.endedOn ?? todayHere(), withHanging: 'no' },
    });
    mark();
    return { kind: 'end', things };
  }
  const { concept, id, input } = row.read;
  await fetchNames(
    thingsOfInput(concept, input).filter((thing) => !own.some((each) => each.id === thing.id)),
    signal,
  );
  if (row.read.kind === 'add') {
    const task: EditTask = { kind: 'add', concept };
    const values = newValues(concept);
    keepDraft(`${drafts}new.${writeTask(task)}`, {
      base: { revision: 0, values },
      values: withInput(concept, values, input, nameOf),
    });
    mark();
    return task;
  }
  const found = await client(EditedThingDocument, { concept, id }, { signal });
  if (!found.ok || !found.value.node) return undefined;
  const base = baseOf(concept, found.value.node);
  keepDraft(`${drafts}${concept}.${id}`, { base, values: withInput(concept, base.values, input, nameOf) });
  mark();
  return { kind: 'edit', concept, id };
};
