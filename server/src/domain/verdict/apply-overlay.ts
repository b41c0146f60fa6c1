import type { RulePack } from './rule-pack.ts';

/** The pack as it would read with a proposal in force: its exceptions in place of those of the pack, what it removes left out. Pure. */
export const applyOverlay = (base: RulePack, overlay: RulePack): RulePack => {
  const replaced = new Map(overlay.exceptions.map((exception) => [exception.id, exception]));
  const added = overlay.exceptions.filter(({ id }) => !base.exceptions.some((exception) => exception.id === id));
  const kept = base.exceptions
    .filter(({ id }) => !overlay.removes.includes(id))
    .map((exception) => replaced.get(exception.id) ?? exception);
  return {
    ...base,
    id: overlay.id,
    title: overlay.title,
    version: overlay.version,
    status: overlay.status,
    note: overlay.note,
    overlays: base.id,
    removes: overlay.removes,
    exceptions: [...kept, ...added],
  };
};
