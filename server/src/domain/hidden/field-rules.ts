import type {
  AccessChannel,
  Carry,
  ClassLink,
  ConceptName,
  Concepts,
  ConditionAnswer,
  Flow,
  Hold,
} from '../model/concepts.ts';
import type { Entity } from '../model/entity.ts';
import { knownProtocol } from './protocols.ts';
import {
  code,
  codes,
  keep,
  leaveOut,
  none,
  numbered,
  ownName,
  people,
  person,
  source,
  text,
  type Hiding,
  type Rule,
} from './rules.ts';
import { address, json } from './hide-json.ts';
import { statement } from './hide-statement.ts';

/** One rule for each field: a new field without one does not compile, so that none is shown by mistake. */
export type FieldRules<T> = { readonly [F in keyof T]-?: Rule<NonNullable<T[F]>> };

const ofLinks = { source, grade: keep, recordedAt: keep, startedOn: keep, endedOn: keep, endReason: text } as const;

const ofEntities: FieldRules<Entity> = {
  ...ofLinks,
  id: keep,
  name: ownName,
  description: leaveOut,
  createdAt: keep,
  updatedAt: keep,
  revision: keep,
};

/** Returns an object with every field hidden by its rule. Pure. */
export const hideFields = <T extends object>(rules: FieldRules<T>, value: T, hiding: Hiding): T =>
  Object.fromEntries(
    Object.entries(value).flatMap(([field, member]) => {
      const rule = (rules as Readonly<Record<string, Rule<unknown> | undefined>>)[field];
      const shown = member === undefined || rule === undefined ? undefined : rule(member, hiding);
      return shown === undefined ? [] : [[field, shown]];
    }),
  ) as T;

const each =
  <T extends object>(rules: FieldRules<T>) =>
  (values: readonly T[], hiding: Hiding): readonly T[] =>
    values.map((value) => hideFields(rules, value, hiding));

const releases: FieldRules<ClassLink> = { ...ofLinks, dataClass: keep };
const holds: FieldRules<Hold> = { ...releases, role: keep, format: leaveOut, retention: leaveOut };
const carries: FieldRules<Carry> = { ...releases, transform: leaveOut };

const answers: FieldRules<ConditionAnswer> = {
  condition: keep,
  answer: keep,
  rationale: text,
  answeredAt: keep,
  answeredBy: person,
  evidence: keep,
};

const protocol = (value: NonNullable<Flow['protocol']>): string => knownProtocol(value) ?? 'another protocol';

/** A standard of the reference data; a rule looks for FHIR and US Core in the names of others. */
const standards = (values: AccessChannel['standards'], { names }: Hiding): readonly string[] =>
  values.map((value) =>
    names.catalogues.isCode(value)
      ? value
      : (/FHIR|SMART|170\.215|US Core/i.exec(value)?.[0] ?? names.numbered('Standard', value)),
  );

/** What imports describe is compared by its name, of which the kind says what it is: `ehi-export-docs:…`, `export:…`, `table:…`. */
const afterKind =
  (label: string) =>
  (value: string, { names }: Hiding): string => {
    const [kind] = /^[a-z][a-z0-9-]*:/.exec(value) ?? [];
    return kind === undefined
      ? names.numbered(label, value)
      : `${kind}${names.numbered(label, value.slice(kind.length))}`;
  };

/** Findings go by the ids of what they are about, one kind by the name of an export. */
const finding = (value: string, { names }: Hiding): string => {
  const [, before, name] = /^(.*@export:)(.*)$/s.exec(value) ?? [];
  return before === undefined ? value : `${before}${names.numbered('Scope', name ?? '')}`;
};

/** What becomes of each field when names are hidden. */
export const fieldRules: { readonly [C in ConceptName]: FieldRules<Concepts[C]> } = {
  Organization: { ...ofEntities, actorRoles: codes('Role') },
  System: {
    ...ofEntities,
    kind: code('Kind'),
    vendor: numbered('Vendor'),
    product: numbered('Product'),
    version: leaveOut,
    custodian: person,
    organization: keep,
    certified: keep,
    lifecycle: keep,
    zone: numbered('Zone'),
    identifiers: none,
    holds: each(holds),
  },
  DataClass: {
    ...ofEntities,
    level: keep,
    partOf: keep,
    catalogue: code('Entry'),
    drsBranch: code('Branch'),
    drsStatus: keep,
    exclusion: code('Exclusion'),
    rationale: text,
    uscdi: code('Version'),
    fhirResources: codes('Resource'),
    overlays: codes('Category'),
  },
  Flow: {
    ...ofEntities,
    from: keep,
    to: keep,
    protocol,
    trigger: leaveOut,
    schedule: leaveOut,
    engineRef: ownName,
    carries: each(carries),
  },
  Audience: ofEntities,
  AccessChannel: {
    ...ofEntities,
    kind: code('Kind'),
    standards,
    floor: code('Floor'),
    system: keep,
    identifiers: none,
    releases: each(releases),
    audiences: keep,
  },
  Restriction: {
    ...ofEntities,
    practice: code('Practice'),
    effect: keep,
    basis: keep,
    automated: keep,
    appliesTo: keep,
    limits: keep,
    audiences: keep,
    purposes: keep,
  },
  BasisClaim: {
    ...ofEntities,
    restriction: keep,
    exception: keep,
    lawCitation: (value, { names }) => names.catalogues.lawsIn(value) || text(value),
    rulePack: keep,
    status: keep,
    claimedAt: keep,
    submittedBy: person,
    submittedAt: keep,
    decidedBy: person,
    decidedAt: keep,
    decisionReason: text,
    supersedes: keep,
    reviewBy: keep,
    answers: each(answers),
  },
  Evidence: {
    ...ofEntities,
    uri: leaveOut,
    sha256: leaveOut,
    dated: keep,
    fileName: leaveOut,
    mediaType: leaveOut,
    bytes: leaveOut,
  },
  ImportRun: {
    ...ofEntities,
    kind: keep,
    file: numbered('File'),
    sha256: () => '',
    startedAt: keep,
    finishedAt: keep,
    status: keep,
    warnings: (values) => values.map(text),
    title: ownName,
    origin: afterKind('Origin'),
    dated: leaveOut,
    bytes: leaveOut,
    baseRevision: keep,
    covers: (values, hiding) => values.map((value) => afterKind('Scope')(value, hiding)),
    counts: keep,
    settings: leaveOut,
    undoneBy: person,
    undoneAt: keep,
    undoReason: text,
  },
  Observation: {
    ...ofEntities,
    run: keep,
    fact: keep,
    pointer: () => 'its place in the file',
    detail: leaveOut,
    matches: keep,
    outcome: keep,
    key: afterKind('Key'),
    origin: afterKind('Origin'),
    scope: afterKind('Scope'),
    statement,
    decision: keep,
    decidedBy: person,
    decidedAt: keep,
    decisionReason: text,
  },
  FindingReview: {
    ...ofEntities,
    finding,
    rule: keep,
    state: keep,
    owner: person,
    dueOn: keep,
    rationale: text,
    explanation: text,
  },
  Workshop: {
    ...ofEntities,
    facilitator: person,
    heldOn: keep,
    state: keep,
    topics: json,
    attendees: people,
    openedAt: keep,
    closedAt: keep,
    openedRevision: keep,
    closedRevision: keep,
    unknownsAtOpen: json,
    unknownsAtClose: json,
  },
  WorkshopItem: {
    ...ofEntities,
    workshop: keep,
    kind: keep,
    state: keep,
    topic: keep,
    about: keep,
    agreedBy: people,
    objectedBy: people,
    assignee: person,
    dueOn: keep,
    answer: text,
    answeredBy: person,
    answeredAt: keep,
    revisions: keep,
    picture: keep,
    link: address,
  },
  Scenario: {
    ...ofEntities,
    state: keep,
    baseRevision: keep,
    changes: json,
    outages: json,
    workshop: keep,
    savedBy: people,
    proposedBy: person,
    proposedAt: keep,
    decidedBy: person,
    decidedAt: keep,
    decisionReason: text,
    revisions: keep,
  },
  Walkthrough: { ...ofEntities, stops: json, workshop: keep, atRevision: keep },
};
