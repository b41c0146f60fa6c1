import type { SystemFact } from '../facts/facts.ts';
import { redactAddress } from '../redact.ts';
import { longestKept, normaliseName } from './cells.ts';
import { setKind, systemKey, systemNamed, type Draft, type ListFacts } from './list-facts.ts';
import { describedBy, type RowCells } from './row-cells.ts';

/** Reads a row of a list of systems. Mutates `facts`. */
export const readSystemRow = (facts: ListFacts, row: RowCells): void => {
  const { place, scope } = row;
  const raw = row.raw('system.name').trim();
  const title = row.title('system.name');
  if (raw.length > longestKept) {
    facts.warnings.leaveOut(
      place,
      `the name in "${title}" has ${raw.length} characters, a name has at most ${longestKept}`,
      'Shorten it, and put the rest into a description.',
    );
    return;
  }
  const name = row.text('system.name');
  if (name === undefined) {
    facts.warnings.leaveOut(place, 'the row has no name of a system', `Fill in "${title}", or delete the row.`);
    return;
  }
  const key = systemKey(name);
  const before = facts.listedAt.get(key);
  if (before !== undefined && !row.isCarried('system.name')) {
    facts.warnings.add(
      place,
      `"${name.slice(0, 80)}" was in ${before} already; this row is not read`,
      'Give each system a name of its own, or make one row of the two.',
    );
    return;
  }
  const system = systemNamed(facts, name, { scope, pointer: place });
  if (before === undefined) {
    facts.listedAt.set(system.key, place);
    // It may have been an end of an interface in another sheet; its own row says more.
    Object.assign(system, { scope, pointer: place });
    fill(facts, system, row);
  }
  const addresses = row.values('system.identifier').map((value) => redactAddress(value));
  system.identifiers = [...new Set([...system.identifiers, ...addresses])].slice(0, 100);
  addHoldings(facts, system, row);
};

const plainFields = [
  ['vendor', 'system.vendor'],
  ['product', 'system.product'],
  ['version', 'system.version'],
  ['organization', 'system.organization'],
  ['lifecycle', 'system.lifecycle'],
] as const;

const fill = (facts: ListFacts, system: Draft<SystemFact>, row: RowCells): void => {
  for (const [field, target] of plainFields) {
    const text = row.text(target);
    if (text !== undefined) system[field] = text;
  }
  const custodian = row.custodian();
  if (custodian !== undefined) system.custodian = custodian;
  const type = row.text('system.kind');
  const named = type === undefined ? undefined : facts.kinds.ofCell(type);
  if (named !== undefined) setKind(facts, system, named);
  else if (system.kind === undefined && system.product !== undefined)
    setKind(facts, system, facts.kinds.ofName(system.product));
  const description = describedBy([
    ...row.texts('system.description'),
    // What the catalogue has no kind for is not lost.
    ...(type === undefined || named?.certainty === 'CERTAIN' ? [] : [{ title: 'Type', text: type }]),
    ...row.texts('system.hosting'),
  ]);
  if (description !== undefined) system.description = description;
};

/** Each thing the list says the system holds is one holding: a newer list shows which of them went. */
const addHoldings = (facts: ListFacts, system: Draft<SystemFact>, row: RowCells): void => {
  for (const name of row.values('system.classes')) {
    const key = `holding:${normaliseName(system.name)}>${normaliseName(name)}`;
    if (facts.holdings.has(key)) continue;
    facts.holdings.set(key, {
      key,
      scope: row.scope,
      name,
      pointer: row.place,
      system: system.key,
      parts: [],
      classes: facts.signs(name, row.place),
    });
  }
};
