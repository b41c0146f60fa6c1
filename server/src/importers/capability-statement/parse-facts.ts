import { err, ok, type Result } from '../../domain/result.ts';
import { cleanText, field, items, textField, type Located } from '../json-value.ts';
import { cleanAddress, cleanCanonical } from '../web-address.ts';
import { judgeCompleteness } from './completeness.ts';
import type { CapabilityFacts, OtherExchangeFact, StatementNature } from './facts.ts';
import { parseIdentity } from './identity.ts';
import { parseSides } from './parse-rest.ts';
import { recogniseRelease } from './recognise.ts';
import { untypedResources, wrongShapes, type WrongShape } from './shape.ts';

/** Why a JSON value is not read as a statement, and how to mend it; both without a full stop. */
export interface StatementRefused {
  readonly message: string;
  readonly mend: string;
}

/**
 * Returns the facts of a FHIR CapabilityStatement (STU3, R4, R4B) or Conformance (DSTU2). Extensions it does not know,
 * narrative and documentation are passed over. Error: what the value is instead, or
 * which part of it has the wrong JSON type. Pure.
 */
export const parseCapabilityStatement = (value: unknown): Result<CapabilityFacts, StatementRefused> => {
  const recognised = recogniseRelease(value);
  if (!recognised.ok)
    return err({
      message: `the file is ${recognised.error}, not a FHIR CapabilityStatement or Conformance`,
      mend: 'fetch the statement from the base address of the server followed by /metadata',
    });
  const statement: Located = { value, pointer: '$' };
  const [wrong, ...others] = wrongShapes(statement);
  if (wrong !== undefined) return err(describeWrong(wrong, others.length));
  const untyped = untypedResources(items(statement, 'rest').flatMap((rest) => items(rest, 'resource')));
  const nature = natureOf(value);
  const { identity, warnings } = parseIdentity(value, nature);
  const sides = parseSides(statement);
  const { truncated, platformDefault } = judgeCompleteness(sides);
  const { release, fhirVersion } = recognised.value;
  const date = /^\d{4}(-\d{2}(-\d{2})?)?/.exec(textField(value, 'date') ?? '')?.[0];
  return ok({
    release,
    ...(fhirVersion === undefined ? {} : { fhirVersion }),
    nature,
    ...(date === undefined ? {} : { date }),
    identity,
    guides: guidesOf(value),
    sides,
    others: [...messaging(statement), ...documents(statement)],
    truncated,
    platformDefault,
    warnings: [
      ...recognised.value.warnings,
      ...warnings,
      ...untyped.map((pointer) => `${pointer} names no resource type: it is passed over.`),
      ...(sides.length === 0 ? ['The statement has no "rest": it says nothing about resources.'] : []),
      ...(truncated
        ? ['The list of resource types breaks off in the alphabet: what it lacks is not known to be absent.']
        : []),
      ...(platformDefault
        ? [
            'The statement lists nearly every type with the same interactions: a platform default, which does not say what the database holds.',
          ]
        : []),
    ],
  });
};

const describeWrong = ({ pointer, wanted, given }: WrongShape, others: number): StatementRefused => ({
  message: `${pointer} is ${given}, and must be ${wanted}${others === 0 ? '' : ` (and ${others} more parts have the wrong type)`}`,
  mend: `write ${wanted === 'a list' ? '[ … ]' : '{ … }'} there, or fetch the statement from the server again`,
});

const natureOf = (statement: unknown): StatementNature => {
  const kind = textField(statement, 'kind');
  return kind === 'requirements' ? 'REQUIREMENTS' : kind === 'capability' ? 'CAPABILITY' : 'INSTANCE';
};

const guidesOf = (statement: unknown): readonly string[] =>
  ['implementationGuide', 'instantiates'].flatMap((key) => {
    const list = field(statement, key);
    if (!Array.isArray(list)) return [];
    return list.flatMap((item: unknown) => {
      const text = cleanText(item);
      return text === undefined ? [] : [cleanCanonical(text, true)];
    });
  });

const messaging = (statement: Located): readonly OtherExchangeFact[] =>
  items(statement, 'messaging').map((entry) => {
    const addresses = items(entry, 'endpoint').flatMap(({ value }) => {
      const text = textField(value, 'address') ?? cleanCode(field(value, 'address'));
      return text === undefined ? [] : [cleanAddress(text)?.address ?? 'an address that cannot be read'];
    });
    const messages = [
      ...items(entry, 'event').flatMap(({ value }) => textField(field(value, 'code'), 'code') ?? []),
      ...items(entry, 'supportedMessage').flatMap(({ value }) => supportedMessage(value)),
    ];
    return {
      kind: 'messaging',
      pointer: entry.pointer,
      detail: [`${messages.length} message types`, ...messages.slice(0, 10), ...addresses].join(', '),
    };
  });

const documents = (statement: Located): readonly OtherExchangeFact[] =>
  items(statement, 'document').map(({ value, pointer }) => ({
    kind: 'document',
    pointer,
    detail: `documents as ${textField(value, 'mode') ?? 'producer or consumer'}`,
  }));

const supportedMessage = (value: unknown): readonly string[] => {
  const definition = textField(value, 'definition');
  return definition === undefined ? [] : [cleanCanonical(definition)];
};

const cleanCode = (value: unknown): string | undefined => textField(value, 'value');
