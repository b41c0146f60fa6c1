import { isLiveOn } from '../model/entity.ts';
import { coveredBy, distinct, linksWith, listed } from './class-links.ts';
import type { ParsedLine } from './parsed-line.ts';
import { described } from './propose-flow.ts';
import type { Sketch } from './sketch.ts';

type Said = Extract<ParsedLine, { readonly kind: 'HOLDING' }>;

/**
 * Adds to a sketch that a system holds classes (mutates it), and returns the sentence. Who "holds" has a copy; only "is the source of" and
 * the like say that it begins there. A copy that turns out to be the source is changed, never the other way round.
 */
export const proposeHolding = (sketch: Sketch, said: Said): string => {
  const { graph, asOf } = sketch.context;
  const classes = distinct(said.classes.map(sketch.dataClass));
  const role = said.isOrigin ? 'ORIGIN' : 'COPY';
  const holds = classes.map(({ id }) => ({ dataClass: id, role }));
  const holder = sketch.system(said.holder, 'holder', { holds, ...described(undefined, said.rest) });
  const sentence = said.isOrigin
    ? `${holder.name} is the source of ${listed(classes)}.`
    : `${holder.name} holds a copy of ${listed(classes)}.`;
  const system = holder.isNew ? undefined : graph.System.get(holder.id);
  if (system === undefined) return sentence;
  const counts = system.holds.filter((hold) => isLiveOn(hold, asOf) && (!said.isOrigin || hold.role === 'ORIGIN'));
  const missing = classes.filter(({ id }) => !coveredBy(sketch, counts, id)).map(({ id }) => id);
  if (missing.length === 0) {
    sketch.notes.push(`${system.name} (${system.id}) is recorded so already.`);
    return sentence;
  }
  const becoming = new Set(said.isOrigin ? missing : []);
  const kept = system.holds.filter((hold) => !(becoming.has(hold.dataClass) && isLiveOn(hold, asOf)));
  if (kept.length < system.holds.length) sketch.notes.push('It was recorded as a copy until now.');
  const input = {
    holds: linksWith(kept, missing, asOf, ['role', 'format', 'retention'], { role }),
    ...(said.rest === undefined ? {} : described(system.description, said.rest)),
  };
  sketch.changes.push({ updateSystem: { id: system.id, expectedRevision: system.revision, input } });
  return sentence;
};
