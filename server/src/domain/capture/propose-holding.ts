import { isLiveOn } from '../model/entity.ts';
import { coveredBy, distinct, linksWith, listed, replacedNotes } from './class-links.ts';
import type { ParsedLine } from './parsed-line.ts';
import { described } from './described.ts';
import { notSaidYet } from './not-said-yet.ts';
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
  const rest = sketch.restOf(said.rest);
  const holder = sketch.system(said.holder, 'holder', { holds, ...described(undefined, rest) });
  const sentence = said.isOrigin
    ? `${holder.name} is the source of ${listed(classes)}.`
    : `${holder.name} holds a copy of ${listed(classes)}.`;
  const place = /^(?:in|on|at|within) (.+)$/i.exec(said.rest ?? '')?.[1];
  if (place !== undefined)
    sketch.notes.push(`If "${place}" is a system, say what it holds in a line of its own: "${place} holds …".`);
  const system = holder.isNew ? undefined : graph.System.get(holder.id);
  if (system === undefined) return sentence;
  const counts = system.holds.filter((hold) => isLiveOn(hold, asOf) && (!said.isOrigin || hold.role === 'ORIGIN'));
  const missing = classes.filter(({ id }) => !coveredBy(sketch, counts, id)).map(({ id }) => id);
  const more = notSaidYet(system, rest);
  if (missing.length === 0) {
    sketch.notes.push(`${system.name} is recorded so already.`);
    if (more.description !== undefined)
      sketch.changes.push({ updateSystem: { id: system.id, expectedRevision: system.revision, input: more } });
    return sentence;
  }
  const becoming = new Set(said.isOrigin ? missing : []);
  const kept = system.holds.filter((hold) => !(becoming.has(hold.dataClass) && isLiveOn(hold, asOf)));
  if (kept.length < system.holds.length) sketch.notes.push('It was recorded as a copy until now.');
  sketch.notes.push(...replacedNotes(sketch, kept, missing, role));
  const input = {
    holds: linksWith(kept, missing, asOf, ['role', 'format', 'retention'], { role }),
    ...more,
  };
  sketch.changes.push({ updateSystem: { id: system.id, expectedRevision: system.revision, input } });
  return sentence;
};
