import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Catalogues } from '../../server/src/domain/catalogue/index.ts';
import type { RulePacks } from '../../server/src/app/load-rule-packs.ts';
import type {
  AccessChannel,
  BasisClaim,
  ConditionAnswer,
  DataClass,
  Evidence,
  Organization,
  Restriction,
  System,
} from '../../server/src/domain/model/concepts.ts';
import { emptyGraph, type EhiGraph } from '../../server/src/domain/model/ehi-graph.ts';
import type { Entity } from '../../server/src/domain/model/entity.ts';
import {
  classesOfLaw,
  federalCalendar,
  judgeRestriction,
  type Truth,
  type Verdict,
} from '../../server/src/domain/verdict/index.ts';

type AnswerAsWritten =
  | Truth
  | {
      readonly answer: Truth;
      readonly evidence?: readonly { readonly dated?: string; readonly recordedAt?: string }[];
    };

/** A golden case as its YAML file has it; `test/golden/README.md` says what each field means. */
export interface GoldenCase {
  readonly id: string;
  readonly title: string;
  readonly restriction: Pick<Restriction, 'practice' | 'effect' | 'basis' | 'limits' | 'audiences'> &
    Partial<Pick<Restriction, 'automated' | 'startedOn' | 'purposes'>>;
  /** What the party that holds back is, 45 CFR 171.102; absent: nobody recorded it. */
  readonly actor?: readonly string[];
  readonly channel: string;
  /** Whom the channel is for; absent: those of the restriction. */
  readonly audiences?: readonly string[];
  readonly standards?: readonly string[];
  readonly classes: Readonly<Record<string, Partial<DataClass> | null>>;
  readonly claims: readonly {
    readonly exception?: string;
    readonly lawCitation?: string;
    readonly status?: BasisClaim['status'];
    readonly answers?: Readonly<Record<string, AnswerAsWritten>>;
  }[];
  readonly asOf: string;
  readonly rulePack: string;
  readonly expect: readonly {
    readonly classes?: readonly string[];
    readonly audiences?: readonly string[];
    readonly verdict: string;
    readonly documentation?: string;
  }[];
  readonly why: string;
}

const folder = new URL('cases/', import.meta.url);

/** Every golden case of `cases/*.yaml`, in file order. */
export const goldenCases = (): readonly GoldenCase[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .toSorted()
    .flatMap((file) => parse(readFileSync(new URL(file, folder), 'utf8')) as readonly GoldenCase[]);

const at = '2025-01-01T00:00:00.000Z';
const entity = (id: string): Entity => ({
  id,
  name: id,
  source: 'golden case',
  grade: 'ASSERTED',
  recordedAt: at,
  createdAt: at,
  updatedAt: at,
  revision: 1,
});

/** The inventory a case describes: one restriction on one channel, its classes, claims and evidence. */
export const inventoryOf = (golden: GoldenCase): { readonly graph: EhiGraph; readonly restriction: Restriction } => {
  const evidence: Evidence[] = [];
  const claims = golden.claims.map((written, number): BasisClaim => {
    const id = `claim-${number}`;
    return {
      ...entity(id),
      restriction: 'restriction',
      ...(written.exception === undefined ? {} : { exception: written.exception }),
      ...(written.lawCitation === undefined ? {} : { lawCitation: written.lawCitation }),
      status: written.status ?? 'APPROVED',
      claimedAt: at,
      answers: Object.entries(written.answers ?? {}).map(([condition, answer]): ConditionAnswer => {
        const { answer: said, evidence: papers = [] } = typeof answer === 'string' ? { answer } : answer;
        const ids = papers.map((paper, paperNumber) => {
          const paperId = `${id}-${condition}-${paperNumber}`;
          const recordedOn = paper.recordedAt ?? paper.dated ?? '2025-01-01';
          evidence.push({
            ...entity(paperId),
            recordedAt: `${recordedOn.slice(0, 10)}T00:00:00.000Z`,
            ...(paper.dated === undefined ? {} : { dated: paper.dated }),
          });
          return paperId;
        });
        return {
          condition,
          answer: said,
          rationale: 'As the case says.',
          answeredAt: at,
          answeredBy: 'A',
          evidence: ids,
        };
      }),
    };
  });
  const channel: AccessChannel = {
    ...entity('channel'),
    kind: golden.channel,
    standards: golden.standards ?? [],
    system: 'system',
    identifiers: [],
    releases: [],
    audiences: golden.audiences ?? golden.restriction.audiences,
  };
  const classes = Object.entries(golden.classes).map(([id, own]): DataClass => ({
    ...entity(id),
    level: 'CLASS',
    drsStatus: 'YES',
    fhirResources: [],
    overlays: [],
    ...own,
  }));
  const restriction: Restriction = {
    ...entity('restriction'),
    automated: false,
    purposes: [],
    ...golden.restriction,
    appliesTo: { kind: 'CHANNEL', id: 'channel' },
  };
  const organization: Organization = { ...entity('organization'), actorRoles: golden.actor ?? [] };
  const system: System = {
    ...entity('system'),
    kind: 'SYS-EHR',
    organization: 'organization',
    identifiers: [],
    holds: [],
  };
  const byId = <T extends Entity>(items: readonly T[]): ReadonlyMap<string, T> =>
    new Map(items.map((item) => [item.id, item]));
  return {
    restriction,
    graph: {
      ...emptyGraph,
      Organization: byId([organization]),
      System: byId([system]),
      DataClass: byId(classes),
      Audience: byId((golden.audiences ?? []).map(entity)),
      AccessChannel: byId([channel]),
      Restriction: byId([restriction]),
      BasisClaim: byId(claims),
      Evidence: byId(evidence),
    },
  };
};

/** The verdict on a case. */
export const judgeCase = (golden: GoldenCase, catalogues: Catalogues, packs: RulePacks): Verdict => {
  const { graph, restriction } = inventoryOf(golden);
  const pack = packs.packs.find(({ id }) => id === golden.rulePack);
  if (pack === undefined) throw new Error(`${golden.id}: there is no rule pack ${golden.rulePack}`);
  return judgeRestriction(restriction, {
    graph,
    catalogues,
    pack,
    calendar: federalCalendar(),
    asOf: golden.asOf,
    claims: [...graph.BasisClaim.values()],
    lawClasses: () => classesOfLaw(graph.DataClass, catalogues),
  });
};
