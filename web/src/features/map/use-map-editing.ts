import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Added } from '../../editing/AddForm.tsx';
import type { EditTask } from '../../editing/edit-task.ts';
import { useEditTask } from '../../editing/use-edit-task.ts';
import { mapId, thingOf, type MapThing } from '../../graph-model/map/map-picture.ts';
import type { MapBox, MapLine } from '../../graph-model/map/map-view.ts';
import { useCommands, type Command } from '../../ui/commands.ts';
import { isTyping, useKeyHelp, type KeyHelp } from '../../ui/key-help.ts';
import type { MapActions } from './use-map-actions.ts';
import type { MapSelection } from './use-map-selection.ts';
import { useView } from '../../view/use-view.ts';

/** One thing that can be done to the inventory now: a form to begin, or something at once. */
export interface OfferedEdit {
  readonly title: string;
  readonly keys?: string;
  readonly task?: EditTask;
  readonly act?: () => void;
}

/** Editing from the picture: what was begun, what can be, and a flow whose end is being chosen. */
export interface MapEditing {
  readonly task: EditTask | undefined;
  readonly begin: (task: EditTask | undefined) => void;
  readonly offered: readonly OfferedEdit[];
  /** The system that a flow is drawn from, while its other end is being chosen. */
  readonly connecting: MapBox | undefined;
  readonly onDone: (added?: Added) => void;
}

const help: readonly KeyHelp[] = [
  { where: 'Map: edit', keys: ['Q'], does: 'Quick capture: write down what is said in a line' },
  { where: 'Map: edit', keys: ['A'], does: 'Add a system' },
  {
    where: 'Map: edit',
    keys: ['C'],
    does: 'Connect: a flow from the selected system to the next one that is selected',
  },
  { where: 'Map: edit', keys: ['F2'], does: 'Edit what is selected; several systems at once' },
  { where: 'Map: edit', keys: ['Del'], does: 'End what is selected, with a reason' },
];

/** Editing of the map, by buttons, by the palette and by keys. The keys rest where one types. */
export const useMapEditing = (
  selection: MapSelection,
  actions: MapActions,
  select: (id: string) => void,
  say: (words: string) => void,
): MapEditing => {
  const { isReadOnly } = useView();
  const [asked, begin] = useEditTask();
  const task = isReadOnly ? undefined : asked;
  const [connecting, setConnecting] = useState<MapBox>();
  useKeyHelp(help);
  const { one, boxes, lines } = selection;

  const connect = useCallback(
    (from: MapBox) => {
      setConnecting(from);
      say(`Where does ${from.name} send to? Select a system. Escape lets go.`);
    },
    [say],
  );
  useEffect(() => {
    const to = one === undefined || one === connecting ? undefined : systemOf(one);
    const from = connecting === undefined ? undefined : systemOf(connecting);
    if (from === undefined || to === undefined || from.id === to.id) return;
    setConnecting(undefined);
    begin({ kind: 'add', concept: 'FLOW', from: from.id, to: to.id });
  }, [one, connecting, begin]);

  const offered = useMemo(
    () => (isReadOnly ? [] : offeredEdits({ one, boxes, lines }, connect)),
    [isReadOnly, one, boxes, lines, connect],
  );
  useCommands(
    useMemo(
      () =>
        offered.map((edit): Command => ({
          id: `edit ${edit.title}`,
          group: 'This screen',
          title: edit.title,
          ...(edit.keys === undefined ? {} : { keys: edit.keys }),
          run: () => (edit.act === undefined ? begin(edit.task) : edit.act()),
        })),
      [offered, begin],
    ),
  );

  const latest = useRef({ offered, connecting, task });
  latest.current = { offered, connecting, task };
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (latest.current.task !== undefined) {
        restWhileFormIsOpen(event, () => begin(undefined));
        return;
      }
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      if (event.target instanceof Element && event.target.closest('dialog, [role="menu"]') !== null) return;
      if (event.key === 'Escape' && latest.current.connecting !== undefined) {
        event.preventDefault();
        setConnecting(undefined);
        return;
      }
      const pressed = event.key === 'Delete' ? 'Del' : event.key.length === 1 ? event.key.toUpperCase() : event.key;
      const edit = latest.current.offered.find(({ keys }) => keys === pressed);
      if (edit === undefined) return;
      event.preventDefault();
      if (edit.act === undefined) begin(edit.task);
      else edit.act();
    };
    // Before the keys of the picture, so that Escape first lets go of a connection.
    document.addEventListener('keydown', onKeyDown, true);
    return () => document.removeEventListener('keydown', onKeyDown, true);
  }, [begin]);

  const onDone = useCallback(
    (added?: Added) => {
      begin(undefined);
      if (added === undefined) return;
      if (added.concept === 'SYSTEM' || added.concept === 'ACCESS_CHANNEL') actions.show([mapId(added)]);
      else if (added.ends.length > 0) {
        actions.show(added.ends.map((id) => mapId({ concept: 'SYSTEM', id })));
        const [from, to] = added.ends;
        select(`${from ?? ''}>${to ?? ''}`);
      }
    },
    [begin, actions, select],
  );
  return { task, begin, offered, connecting, onDone };
};

/**
 * While a form is open the keys of the picture rest: somebody who types before the focus is in a field must not take things out of it. Escape
 * closes the form from wherever the focus is; within the form that is its own.
 */
const restWhileFormIsOpen = (event: KeyboardEvent, close: () => void): void => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
  if (
    event.target instanceof Element &&
    event.target.closest('dialog, [role="menu"], details.menu, .edit-panel') !== null
  )
    return;
  if (event.key === 'Escape') close();
  else if (event.key.length > 1 || event.key === '?') return;
  event.stopPropagation();
};

const systemOf = (thing: MapBox | MapLine): MapThing | undefined => {
  const named = thingOf(thing.id);
  return named?.concept === 'SYSTEM' ? named : undefined;
};

/** What can be done with what is selected; what can always be done comes last. Pure but for what connecting begins. */
const offeredEdits = (
  { one, boxes, lines }: Pick<MapSelection, 'one' | 'boxes' | 'lines'>,
  connect: (from: MapBox) => void,
): readonly OfferedEdit[] => {
  const things = boxes
    .flatMap((box) => (box.members.length > 0 ? box.members : [box.id]))
    .flatMap((id) => thingOf(id) ?? []);
  const flows = lines.flatMap((line) => line.flows.map(({ id }) => ({ concept: 'FLOW', id })));
  const ending = [...things, ...flows];
  const always: readonly OfferedEdit[] = [
    { title: 'Quick capture', keys: 'Q', task: { kind: 'capture' } },
    { title: 'Add a system', keys: 'A', task: { kind: 'add', concept: 'SYSTEM' } },
    { title: 'Add a common system', task: { kind: 'template' } },
  ];
  const end: readonly OfferedEdit[] =
    ending.length === 0
      ? []
      : [
          {
            title: ending.length === 1 ? 'End' : `End all ${ending.length}`,
            keys: 'Del',
            task: { kind: 'end', things: ending },
          },
        ];
  const box = one !== undefined && 'lane' in one ? one : undefined;
  const [thing] = things;
  if (box !== undefined && thing !== undefined && things.length === 1) {
    const isSystem = thing.concept === 'SYSTEM';
    return [
      { title: 'Edit', keys: 'F2', task: { kind: 'edit', concept: thing.concept, id: thing.id } },
      ...(isSystem
        ? ([
            { title: 'Connect', keys: 'C', act: () => connect(box) },
            { title: 'Add an access channel', task: { kind: 'add', concept: 'ACCESS_CHANNEL', from: thing.id } },
          ] satisfies readonly OfferedEdit[])
        : []),
      { title: 'Add a restriction', task: { kind: 'add', concept: 'RESTRICTION', on: thing } },
      ...end,
      ...always,
    ];
  }
  const [flow] = flows;
  if (one !== undefined && flow !== undefined && flows.length === 1) {
    return [
      { title: 'Edit the flow', keys: 'F2', task: { kind: 'edit', concept: 'FLOW', id: flow.id } },
      { title: 'Add a restriction', task: { kind: 'add', concept: 'RESTRICTION', on: flow } },
      ...end,
      ...always,
    ];
  }
  const systems = things.filter(({ concept }) => concept === 'SYSTEM');
  const [from, to] = systems;
  return [
    ...(systems.length > 1
      ? ([
          { title: 'Change all at once', keys: 'F2', task: { kind: 'several', things: systems } },
        ] satisfies OfferedEdit[])
      : []),
    ...(systems.length === 2 && from !== undefined && to !== undefined
      ? ([
          {
            title: 'Connect these two',
            keys: 'C',
            task: { kind: 'add', concept: 'FLOW', from: from.id, to: to.id },
          },
        ] satisfies OfferedEdit[])
      : []),
    ...end,
    ...always,
  ];
};
