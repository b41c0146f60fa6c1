/** What a column of a list of systems can be. */
export const systemTargets = [
  'system.name',
  'system.vendor',
  'system.product',
  'system.version',
  'system.kind',
  'system.organization',
  'system.custodian',
  'system.lifecycle',
  'system.description',
  'system.identifier',
  'system.hosting',
  'system.classes',
] as const;

/** What a column of a list of interfaces or data flows can be. */
export const flowTargets = [
  'flow.from',
  'flow.to',
  'flow.name',
  'flow.protocol',
  'flow.trigger',
  'flow.schedule',
  'flow.classes',
  'flow.engineRef',
  'flow.description',
  'flow.active',
  'flow.filter',
  'flow.direction',
] as const;

/** What a column of a list is read as. */
export type ColumnTarget = (typeof systemTargets)[number] | (typeof flowTargets)[number];

/** What a list lists. */
export type ListKind = 'SYSTEMS' | 'INTERFACES' | 'DATA_FLOWS';

/** The names of the lists, for people and for the origin of a file. They never change: a newer list is found by them. */
export const listNames: Readonly<Record<ListKind, string>> = {
  SYSTEMS: 'systems list',
  INTERFACES: 'interface list',
  DATA_FLOWS: 'data-flow list',
};

const allTargets: ReadonlySet<string> = new Set([...systemTargets, ...flowTargets]);

/** Returns whether a text names something a column can be read as. */
export const isColumnTarget = (text: string): text is ColumnTarget => allTargets.has(text);

/** Returns whether a target belongs into a list of interfaces or data flows. */
export const isFlowTarget = (target: ColumnTarget): boolean => target.startsWith('flow.');

/** Targets that several columns may share; their cells are put together. */
const shared: ReadonlySet<ColumnTarget> = new Set([
  'system.custodian',
  'system.description',
  'system.identifier',
  'system.hosting',
  'system.classes',
  'flow.protocol',
  'flow.classes',
  'flow.description',
  'flow.filter',
]);

/** Returns whether more than one column may be read as a target. */
export const isShared = (target: ColumnTarget): boolean => shared.has(target);
