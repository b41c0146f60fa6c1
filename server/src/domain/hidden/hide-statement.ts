import type { ClassSign, ObservedStatement } from '../reconcile/observed.ts';
import { knownProtocol } from './protocols.ts';
import type { Hiding } from './rules.ts';

/** Returns what an import saw, as the JSON of its observation, without what it is called in the file; left out when it cannot be read. */
export const statement = (value: string, hiding: Hiding): string | undefined => {
  try {
    return JSON.stringify(hideStatement(JSON.parse(value) as ObservedStatement, hiding));
  } catch {
    return undefined;
  }
};

/** Returns a sign without the words of the file. */
export const hideSign = ({ classes, certainty }: ClassSign): ClassSign => ({
  classes,
  certainty,
  reason: 'why is not shown while names are hidden',
  pointer: 'its place in the file',
});

const hideStatement = (seen: ObservedStatement, { names }: Hiding): ObservedStatement => {
  switch (seen.kind) {
    case 'SYSTEM': {
      const { kind, isSelf, isUnresolved, systemKind, certainty } = seen;
      const ofKind = systemKind === undefined || !names.catalogues.isCode(systemKind) ? {} : { systemKind };
      return { kind, isSelf, isUnresolved, ...ofKind, identifiers: [], certainty };
    }
    case 'FLOW': {
      const { kind, from, to, protocol, isActive, carries, isComplete, certainty } = seen;
      const known = protocol === undefined ? undefined : knownProtocol(protocol);
      return {
        kind,
        from,
        to,
        ...(known === undefined ? {} : { protocol: known }),
        ...(isActive === undefined ? {} : { isActive }),
        carries: carries.map(hideSign),
        isComplete,
        certainty,
      };
    }
    case 'CHANNEL': {
      const { kind, system, channelKind, standards, audiences, releases, isComplete, certainty } = seen;
      return {
        kind,
        system,
        channelKind: names.catalogues.isCode(channelKind) ? channelKind : names.numbered('Kind', channelKind),
        standards: standards.filter(names.catalogues.isCode),
        identifiers: [],
        audiences,
        releases: releases.map(hideSign),
        isComplete,
        certainty,
      };
    }
    case 'HOLDING': {
      const { kind, system, role, parts, classes } = seen;
      return {
        kind,
        system,
        ...(role === undefined ? {} : { role }),
        parts: parts.map((part, at) => ({
          name: `Column ${at + 1}`,
          ...(part.key === undefined ? {} : { key: part.key }),
          classes: part.classes.map(hideSign),
        })),
        classes: classes.map(hideSign),
      };
    }
    case 'FILTER': {
      const { kind, at, nature, effect, classes, certainty } = seen;
      return { kind, at, nature, effect, classes: classes.map(hideSign), certainty };
    }
    case 'NOTE':
      return { kind: 'NOTE', code: 'note', ...(seen.about === undefined ? {} : { about: seen.about }) };
  }
};
