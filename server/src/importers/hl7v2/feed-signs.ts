import type { ClassVocabulary } from '../importer.ts';
import { signsOfSegment, type UnplacedSign } from '../signs/segment-signs.ts';
import type { MessageType } from './collect-feeds.ts';

const certainties = ['POSSIBLE', 'LIKELY', 'CERTAIN'] as const;

/**
 * Returns what messages of some types carry, by their segments, each set of classes once and the surest sign of it. Orders and results whose
 * segment could carry several classes are told apart by the service that made them and by codes that are plain; what remains stays open. Pure.
 */
export const feedSigns = (
  types: readonly MessageType[],
  vocabulary: Pick<ClassVocabulary, 'segmentSigns'>,
): readonly UnplacedSign[] => {
  const found = new Map<string, UnplacedSign>();
  for (const sign of types.flatMap((type) => signsOfType(type, vocabulary))) {
    const key = sign.classes.join();
    const known = found.get(key);
    if (known === undefined || certainties.indexOf(sign.certainty) > certainties.indexOf(known.certainty))
      found.set(key, sign);
  }
  return [...found.values()];
};

const signsOfType = (type: MessageType, vocabulary: Pick<ClassVocabulary, 'segmentSigns'>): readonly UnplacedSign[] =>
  [...type.inMessages].flatMap(([segment, inMessages]) =>
    signsOfSegment(vocabulary, segment, type.code).flatMap((sign) => {
      const reason = `segment ${segment} in ${inMessages} of ${type.messages} ${type.name} messages`;
      const plain = { ...sign, reason };
      if (sign.classes.length === 1 || (segment !== 'OBR' && segment !== 'OBX')) return [plain];
      const kinds = [...type.kinds[segment]];
      const open = type.total[segment] - kinds.reduce((all, [, count]) => all + count, 0);
      const signs = kinds.map(([{ classes, says }, count]): UnplacedSign => ({
        classes,
        certainty: classes.length === 1 ? 'CERTAIN' : 'POSSIBLE',
        reason: `${reason}; ${says} for ${count} of ${type.total[segment]}`,
      }));
      return open === 0 ? signs : [...signs, plain];
    }),
  );
