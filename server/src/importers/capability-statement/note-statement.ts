import type { Id } from '../../domain/model/entity.ts';
import type { ObservationLog } from '../observation-log.ts';
import type { CapabilityFacts, SideFact } from './facts.ts';
import type { MappedType } from './map-side.ts';
import { writingInteractions } from './exposure.ts';
import type { MissingClass } from './missing-classes.ts';

/** Notes (mutates the log) what a statement says beside classes: how it is protected, its operations, other exchanges, and how complete it is. */
export const noteStatement = (facts: CapabilityFacts, log: ObservationLog): void => {
  for (const side of facts.sides) noteSide(side, log);
  for (const { kind, pointer, detail } of facts.others)
    log.note({ fact: kind, name: `States ${kind}`, pointer, detail, outcome: 'NOTED' });
  if (facts.truncated)
    log.note({ fact: 'truncated', name: 'The list of types breaks off', pointer: '$.rest', outcome: 'NOTED' });
  if (facts.platformDefault)
    log.note({ fact: 'platform-default', name: 'Lists what the platform can do', pointer: '$.rest', outcome: 'NOTED' });
};

/** Notes (mutates the log) the types that do not show a class, and those that are written to the server. */
export const noteUnmapped = (types: readonly MappedType[], log: ObservationLog): void => {
  for (const { resource, by, mapping } of types) {
    const pointer = resource.pointers[0] ?? '$';
    if (mapping.unclear !== undefined) {
      const isOpen = mapping.unclear.candidates.length > 0;
      log.note({
        fact: isOpen ? 'cannot-tell' : 'other-type',
        name: `${resource.type} by ${by.join(', ')}`,
        pointer,
        detail: mapping.unclear.reason,
        outcome: isOpen ? 'AMBIGUOUS' : 'NOTED',
      });
    }
  }
};

/** Notes (mutates the log) the classes a complete statement leaves out, at the channel it describes. */
export const noteMissing = (missing: readonly MissingClass[], channel: Id, log: ObservationLog): void => {
  for (const { name, reason, pointer } of missing)
    log.note({
      fact: 'missing-resource',
      name: `No ${name} in the statement`,
      pointer,
      detail: reason,
      matches: { concept: 'AccessChannel', id: channel },
      outcome: 'NOTED',
    });
};

/** Notes (mutates the log) the types a side accepts: what flows in, not out. */
export const noteAccepted = (side: SideFact, log: ObservationLog): void => {
  for (const resource of side.resources) {
    const writes = writingInteractions(resource);
    if (writes.length === 0) continue;
    log.note({
      fact: 'accepts',
      name: `Accepts ${resource.type}`,
      pointer: resource.pointers[0] ?? '$',
      detail: writes.join(', '),
      outcome: 'NOTED',
    });
  }
};

const noteSide = (side: SideFact, log: ObservationLog): void => {
  for (const { services, smartCapabilities, oauthAddresses, pointer } of side.security) {
    const detail = [...services, ...smartCapabilities, ...Object.keys(oauthAddresses).map((name) => `${name} address`)];
    if (detail.length > 0)
      log.note({
        fact: 'security',
        name: 'States how it is protected',
        pointer,
        detail: detail.join(', '),
        outcome: 'NOTED',
      });
  }
  for (const { name, pointer } of [...side.operations, ...side.resources.flatMap(({ operations }) => operations)])
    log.note({ fact: 'operation', name: `States the operation $${name}`, pointer, outcome: 'NOTED' });
};
