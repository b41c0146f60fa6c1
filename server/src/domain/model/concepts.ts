import type { CalendarDate, Entity, Id, Instant, Lifespan, Provenance, Revision } from './entity.ts';

/** A link to a data class, with its own provenance and lifespan: part of the document of whatever it leaves from. */
export interface ClassLink extends Provenance, Lifespan {
  readonly dataClass: Id;
}

/** A legal or operating party. `actorRoles` (45 CFR 171.102): catalogue `actors`. */
export interface Organization extends Entity {
  readonly actorRoles: readonly string[];
}

export const holdRoles = ['ORIGIN', 'COPY', 'TRANSIT'] as const;
export type HoldRole = (typeof holdRoles)[number];

/** `(:System)-[:HOLDS]->(:DataClass)`. */
export interface Hold extends ClassLink {
  readonly role: HoldRole;
  readonly format?: string;
  readonly retention?: string;
}

/**
 * Something that holds or moves EHI. `kind`: catalogue `system-kinds`. `zone`: the network or trust zone it stands in. `identifiers`: addresses
 * it is known by (base URL, AE title).
 */
export interface System extends Entity {
  readonly kind: string;
  readonly vendor?: string;
  readonly product?: string;
  readonly version?: string;
  readonly custodian?: string;
  readonly organization?: Id;
  readonly certified?: boolean;
  readonly lifecycle?: string;
  readonly zone?: string;
  readonly identifiers: readonly string[];
  readonly holds: readonly Hold[];
}

export const dataClassLevels = ['DOMAIN', 'CLASS', 'ELEMENT'] as const;
export type DataClassLevel = (typeof dataClassLevels)[number];

export const drsStatuses = ['YES', 'USUALLY', 'DEPENDS', 'NO', 'EXCLUDED', 'UNDECIDED'] as const;
export type DrsStatus = (typeof drsStatuses)[number];

/**
 * A data class of the designated record set (45 CFR 164.501), a domain above it or an element below it.
 * `partOf` builds the tree (element < class < domain). `catalogue` names the reference entry it stands for,
 * `uscdi` the USCDI version that introduced it (`v1` …), `drsBranch` the 164.501 branch (`DRS-i` …).
 */
export interface DataClass extends Entity {
  readonly level: DataClassLevel;
  readonly partOf?: Id;
  readonly catalogue?: string;
  readonly drsBranch?: string;
  readonly drsStatus: DrsStatus;
  readonly exclusion?: string;
  readonly rationale?: string;
  readonly uscdi?: string;
  readonly fhirResources: readonly string[];
  readonly overlays: readonly string[];
}

/** `(:Flow)-[:CARRIES]->(:DataClass)`. `transform` says in words what happens to the class on the way. */
export interface Carry extends ClassLink {
  readonly transform?: string;
}

/** `from` sends to `to`. `engineRef` names the interface in the integration engine. */
export interface Flow extends Entity {
  readonly from: Id;
  readonly to: Id;
  readonly protocol?: string;
  readonly trigger?: string;
  readonly schedule?: string;
  readonly engineRef?: string;
  readonly carries: readonly Carry[];
}

/** A kind of requester: `PATIENT`, `PROXY`, `PROVIDER_TREAT` … (catalogue `audiences`). */
export type Audience = Entity;

/**
 * A way out, served by one system. `releases` empty means nobody recorded what it releases (outcome UNKNOWN).
 * `floor` is what the channel must at least carry (catalogue `channels`).
 */
export interface AccessChannel extends Entity {
  readonly kind: string;
  readonly standards: readonly string[];
  readonly floor?: string;
  readonly system: Id;
  readonly identifiers: readonly string[];
  readonly releases: readonly ClassLink[];
  readonly audiences: readonly Id[];
}

export const effects = ['WITHHOLDS', 'FILTERS', 'DELAYS', 'CHARGES', 'CONDITIONS', 'NARROWS_MANNER'] as const;
export type Effect = (typeof effects)[number];

/** WITHHOLDS and FILTERS stop the limited classes; the other effects let them pass and leave the path limited. */
export const stopsRelease = (effect: Effect): boolean => effect === 'WITHHOLDS' || effect === 'FILTERS';

export const targetKinds = ['SYSTEM', 'FLOW', 'CHANNEL'] as const;
export type TargetKind = (typeof targetKinds)[number];

/** Where a restriction sits. */
export interface RestrictionTarget {
  readonly kind: TargetKind;
  readonly id: Id;
}

/**
 * Something that holds EHI back at one place. `practice`: catalogue `practices`. `basis` is what is said to ground it
 * (LAW, POLICY, VENDOR_DEFAULT, CONTRACT, TECHNICAL, UNKNOWN). `limits` empty: every class; `audiences` empty: every
 * audience; `purposes` empty: every purpose.
 */
export interface Restriction extends Entity {
  readonly practice: string;
  readonly effect: Effect;
  readonly basis: string;
  readonly automated: boolean;
  readonly appliesTo: RestrictionTarget;
  readonly limits: readonly Id[];
  readonly audiences: readonly Id[];
  readonly purposes: readonly string[];
}

export const claimStatuses = ['DRAFT', 'SUBMITTED', 'APPROVED', 'RETURNED', 'WITHDRAWN', 'SUPERSEDED'] as const;
export type ClaimStatus = (typeof claimStatuses)[number];

/**
 * `(:BasisClaim)-[:ANSWERS]->(:ConditionAnswer)-[:EVIDENCED_BY]->(:Evidence)`. `condition` is a citation, e.g. `171.201(b)`.
 * An answer is never edited: a later one to the same condition is its next version, and the last one counts.
 */
export interface ConditionAnswer {
  readonly condition: string;
  readonly answer: 'MET' | 'NOT_MET' | 'UNKNOWN';
  readonly rationale?: string;
  readonly answeredAt: Instant;
  readonly answeredBy: string;
  readonly evidence: readonly Id[];
}

/**
 * The ground claimed for a restriction: an exception of 45 CFR Part 171 (`exception`, e.g. `EX-HARM`) or a law (`lawCitation`).
 * `answers` holds every version, oldest first. `supersedes`: the claim it takes the place of once it is approved.
 */
export interface BasisClaim extends Entity {
  readonly restriction: Id;
  readonly exception?: string;
  readonly lawCitation?: string;
  readonly rulePack?: string;
  readonly status: ClaimStatus;
  readonly claimedAt: Instant;
  readonly submittedBy?: string;
  readonly submittedAt?: Instant;
  readonly decidedBy?: string;
  readonly decidedAt?: Instant;
  readonly decisionReason?: string;
  readonly supersedes?: Id;
  readonly reviewBy?: CalendarDate;
  readonly answers: readonly ConditionAnswer[];
}

/**
 * A document that supports an answer: a link (`uri`), or a file by its SHA-256. `dated` is the document's own date; `fileName`,
 * `mediaType` and `bytes` are there when the file is kept beside the database.
 */
export interface Evidence extends Entity {
  readonly uri?: string;
  readonly sha256?: string;
  readonly dated?: CalendarDate;
  readonly fileName?: string;
  readonly mediaType?: string;
  readonly bytes?: number;
}

export const findingStates = ['OPEN', 'ACCEPTED', 'REMEDIATED', 'FALSE_POSITIVE'] as const;
export type FindingState = (typeof findingStates)[number];

/**
 * What people decided about a finding: `finding` is its stable id, `explanation` what it said then, `dueOn` the day by which it is to be dealt
 * with. Absent review: open, nobody's, by no day.
 */
export interface FindingReview extends Entity {
  readonly finding: string;
  readonly rule: string;
  readonly state: FindingState;
  readonly owner?: string;
  readonly dueOn?: CalendarDate;
  readonly rationale?: string;
  readonly explanation?: string;
}

export const workshopStates = ['PLANNED', 'OPEN', 'CLOSED'] as const;
export type WorkshopState = (typeof workshopStates)[number];

/**
 * People before one screen on one day. `topics` is the agenda (JSON of `WorkshopTopic[]`), `attendees` who was there. Opening and closing stamp
 * the time, the inventory's revision and how much of it was unknown then, by kind (JSON of `UnknownCounts`).
 */
export interface Workshop extends Entity {
  readonly facilitator: string;
  readonly heldOn: CalendarDate;
  readonly state: WorkshopState;
  readonly topics?: string;
  readonly attendees: readonly string[];
  readonly openedAt?: Instant;
  readonly closedAt?: Instant;
  readonly openedRevision?: Revision;
  readonly closedRevision?: Revision;
  readonly unknownsAtOpen?: string;
  readonly unknownsAtClose?: string;
}

export const workshopItemKinds = ['PROPOSAL', 'PARKED', 'DECISION', 'QUESTION', 'UNKNOWN', 'PICTURE', 'NOTE'] as const;
export type WorkshopItemKind = (typeof workshopItemKinds)[number];

export const workshopItemStates = ['OPEN', 'DONE', 'DROPPED'] as const;
export type WorkshopItemState = (typeof workshopItemStates)[number];

/** A thing of the inventory that a record is about. */
export interface ThingReference {
  readonly concept: ConceptName;
  readonly id: Id;
}

/**
 * What was said in a workshop: `name` in short, `description` in full; `source` is who said it. `topic` is the id of a topic of its agenda.
 * `revisions` are the log entries that an accepted PROPOSAL wrote, and of a PICTURE the revision it shows; `picture` is the evidence that keeps
 * it, `link` the place in the page that it was taken of or that the item is about.
 */
export interface WorkshopItem extends Entity {
  readonly workshop: Id;
  readonly kind: WorkshopItemKind;
  readonly state: WorkshopItemState;
  readonly topic?: string;
  readonly about?: ThingReference;
  readonly agreedBy: readonly string[];
  readonly objectedBy: readonly string[];
  readonly assignee?: string;
  readonly dueOn?: CalendarDate;
  readonly answer?: string;
  readonly answeredBy?: string;
  readonly answeredAt?: Instant;
  readonly revisions: readonly Revision[];
  readonly picture?: Id;
  readonly link?: string;
}

export const scenarioStates = ['DRAFT', 'PROPOSED', 'ACCEPTED', 'RETURNED', 'DISCARDED'] as const;
export type ScenarioState = (typeof scenarioStates)[number];

/**
 * What if: `changes` to the inventory (JSON of the API's `ChangeInput[]`) and `outages` (JSON of `ThingReference[]`), thought up at
 * `baseRevision`. `revisions` are the log entries that accepting it wrote.
 */
export interface Scenario extends Entity {
  readonly state: ScenarioState;
  readonly baseRevision: Revision;
  readonly changes?: string;
  readonly outages?: string;
  readonly workshop?: Id;
  /** Everybody who saved it, the last one last; absent: only its source did. */
  readonly savedBy?: readonly string[];
  readonly proposedBy?: string;
  readonly proposedAt?: Instant;
  readonly decidedBy?: string;
  readonly decidedAt?: Instant;
  readonly decisionReason?: string;
  readonly revisions: readonly Revision[];
}

/** Stops in an order, each a place in the page (JSON of `WalkthroughStop[]`). `atRevision`: shown as the inventory stood then. */
export interface Walkthrough extends Entity {
  readonly stops?: string;
  readonly workshop?: Id;
  readonly atRevision?: Revision;
}

/**
 * One import of one artefact. `file` is the file's name without its folder, `bytes` its length, `title` what it is in words, `dated` its
 * own date. `origin` is the stable name of what the file describes: a later file of the same kind and origin is compared with it.
 * `counts` says how many facts of each kind it had and what became of them; `settings` what the person who imported it said, so that the
 * next file of its kind finds it again. `baseRevision` is the inventory's revision before it: what it changed stands after that.
 */
export interface ImportRun extends Entity {
  readonly kind: string;
  readonly file: string;
  readonly sha256: string;
  readonly startedAt: Instant;
  readonly finishedAt?: Instant;
  readonly status: 'RUNNING' | 'DONE' | 'FAILED' | 'UNDONE';
  readonly warnings: readonly string[];
  readonly title?: string;
  readonly origin?: string;
  readonly dated?: string;
  readonly bytes?: number;
  readonly baseRevision?: Revision;
  /** The parts of the world that the file describes whole: what was declared there and is not in it is absent. */
  readonly covers?: readonly string[];
  /** JSON: numbers by name. */
  readonly counts?: string;
  /** JSON: texts by name. */
  readonly settings?: string;
  readonly undoneBy?: string;
  readonly undoneAt?: Instant;
  readonly undoReason?: string;
}

export const observationDecisions = ['ACCEPTED', 'MERGED', 'REJECTED', 'DEFERRED'] as const;
export type ObservationDecision = (typeof observationDecisions)[number];

/**
 * One fact an artefact states, as it states it: `(:ImportRun)-[:OBSERVED]->(:Observation)-[:MATCHES]->(node)`.
 * `fact` is a short code (`system`, `channel`, `exposes`, `expects`, `cannot-tell` …), `pointer` the place in the file. One with a `key`
 * is the same observation in every later file of its origin: `run` is the last that saw it, and when a complete file no longer has it, it
 * ends. `statement` is the fact as data (JSON of `ObservedStatement`). `decision` is what a person decided about it; then `matches`, if
 * there, is what they said it stands for.
 */
export interface Observation extends Entity {
  readonly run: Id;
  readonly fact: string;
  readonly pointer: string;
  readonly detail?: string;
  readonly matches?: ThingReference;
  readonly outcome: 'MATCHED' | 'ADDED' | 'CONFLICTING' | 'AMBIGUOUS' | 'NOTED';
  readonly key?: string;
  readonly origin?: string;
  readonly scope?: string;
  readonly statement?: string;
  readonly decision?: ObservationDecision;
  readonly decidedBy?: string;
  readonly decidedAt?: Instant;
  readonly decisionReason?: string;
}

/** Every concept by the name it has in the store (its label) and in the API (its type). */
export interface Concepts {
  readonly Organization: Organization;
  readonly System: System;
  readonly DataClass: DataClass;
  readonly Flow: Flow;
  readonly Audience: Audience;
  readonly AccessChannel: AccessChannel;
  readonly Restriction: Restriction;
  readonly BasisClaim: BasisClaim;
  readonly Evidence: Evidence;
  readonly ImportRun: ImportRun;
  readonly Observation: Observation;
  readonly FindingReview: FindingReview;
  readonly Workshop: Workshop;
  readonly Scenario: Scenario;
  readonly Walkthrough: Walkthrough;
  readonly WorkshopItem: WorkshopItem;
}
export type ConceptName = keyof Concepts;

/** In an order in which each concept only refers to concepts before it (a claim's evidence comes first). */
export const conceptNames = [
  'Organization',
  'DataClass',
  'Audience',
  'System',
  'Flow',
  'AccessChannel',
  'Restriction',
  'Evidence',
  'BasisClaim',
  'ImportRun',
  'Observation',
  'FindingReview',
  'Workshop',
  'Scenario',
  'Walkthrough',
  'WorkshopItem',
] as const satisfies readonly ConceptName[];
