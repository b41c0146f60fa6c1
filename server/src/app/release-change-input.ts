import type { AccessChannel, ClassLink, Flow, Restriction } from '../domain/model/concepts.ts';
import type { EhiGraph } from '../domain/model/ehi-graph.ts';
import type { CalendarDate, Id } from '../domain/model/entity.ts';
import type { ReleaseChange } from '../domain/release-sets/index.ts';
import type { CreateOrUpdate } from './change-input.ts';
import { nameToId } from './text-rules.ts';

/** The class and audience that changes are for, and the day from which they are to hold. */
export interface ReleasedFrom {
  readonly dataClass: Id;
  readonly audience: Id;
  readonly asOf: CalendarDate;
}

/** The id of a flow that is not there yet: the same for the same ends. */
export const newFlowId = ({ Flow: flows }: Pick<EhiGraph, 'Flow'>, from: Id, to: Id): Id => {
  const id = nameToId(`${from} to ${to}`).slice(0, 100) || 'new-flow';
  for (let number = 1; ; number += 1) {
    const numbered = number === 1 ? id : `${id}-${number}`;
    if (!flows.has(numbered)) return numbered;
  }
};

/** A change as the API takes it (`ChangeInput`), so that it can be made or put into a scenario. Throws where it names what is not there. Pure. */
export const releaseChangeInput = (graph: EhiGraph, released: ReleasedFrom, change: ReleaseChange): CreateOrUpdate => {
  const { dataClass, audience, asOf } = released;
  switch (change.kind) {
    case 'RELEASE_CLASS': {
      const channel = there<AccessChannel>(graph.AccessChannel, change.channel);
      return { updateAccessChannel: updated(channel, { releases: withClass(channel.releases, dataClass) }) };
    }
    case 'SERVE_AUDIENCE': {
      const channel = there<AccessChannel>(graph.AccessChannel, change.channel);
      return { updateAccessChannel: updated(channel, { audiences: [...channel.audiences, audience] }) };
    }
    case 'CARRY_CLASS': {
      const flow = there<Flow>(graph.Flow, change.flow);
      return { updateFlow: updated(flow, { carries: withClass(flow.carries, dataClass) }) };
    }
    case 'ADD_FLOW': {
      const name = (id: Id): string => graph.System.get(id)?.name ?? id;
      return {
        createFlow: {
          id: newFlowId(graph, change.from, change.to),
          name: `${name(change.from)} to ${name(change.to)}`,
          startedOn: asOf,
          from: change.from,
          to: change.to,
          carries: [{ dataClass }],
        },
      };
    }
    case 'LIFT_RESTRICTION': {
      const restriction = there<Restriction>(graph.Restriction, change.restriction);
      if (change.lifting === 'FOR_AUDIENCE') {
        // For everybody but one can only be written as the others that there are today; the words of the change say so.
        const all = restriction.audiences.length > 0 ? restriction.audiences : [...graph.Audience.keys()];
        return { updateRestriction: updated(restriction, { audiences: all.filter((id) => id !== audience) }) };
      }
      if (change.lifting === 'FOR_CLASS')
        return {
          updateRestriction: updated(restriction, { limits: restriction.limits.filter((id) => id !== dataClass) }),
        };
      const what = graph.DataClass.get(dataClass)?.name ?? dataClass;
      const whom = graph.Audience.get(audience)?.name ?? audience;
      const { id, revision: expectedRevision } = restriction;
      const reason = `So that "${what}" is released to: ${whom}`;
      return { end: { concept: 'RESTRICTION', id, expectedRevision, endedOn: asOf, reason } };
    }
  }
};

const there = <T>(things: ReadonlyMap<Id, T>, id: Id): T => {
  const thing = things.get(id);
  if (thing === undefined) throw new Error(`there is no ${id} in the graph that release sets were searched in`);
  return thing;
};

const updated = ({ id, revision }: { readonly id: Id; readonly revision: number }, input: object) => ({
  id,
  expectedRevision: revision,
  input,
});

/** The links as an input names them, with one to the class from now on. A link that is over makes room for the new one: the log keeps it. */
const withClass = (
  links: readonly (ClassLink & { readonly transform?: string })[],
  dataClass: Id,
): readonly object[] => [
  ...links
    .filter((link) => link.dataClass !== dataClass)
    .map(({ dataClass: id, transform, startedOn, endedOn, endReason }) => ({
      dataClass: id,
      ...(transform === undefined ? {} : { transform }),
      ...(startedOn === undefined ? {} : { startedOn }),
      ...(endedOn === undefined ? {} : { endedOn }),
      ...(endReason === undefined ? {} : { endReason }),
    })),
  { dataClass },
];
