import type { Concept } from '../gql/graphql.ts';
import type { EditedConcept } from './edited-concept.ts';

/** The catalogues a field can choose a code from. */
export type CodeList = 'systemKinds' | 'channels' | 'practices' | 'drsBranches' | 'purposes';

interface Common {
  readonly name: string;
  readonly label: string;
  readonly required?: boolean;
  readonly hint?: string;
}

/**
 * One field of a form. `classes` are data classes with what is said of each: a role where `roles` says so. `things` are several things of a concept;
 * `list` is text with commas; `target` is a thing with its concept told apart.
 */
export type FieldSpec = Common &
  (
    | { readonly kind: 'text' | 'long' | 'date' | 'list' | 'yesno' }
    | { readonly kind: 'select'; readonly options: readonly (readonly [string, string])[] }
    | { readonly kind: 'code'; readonly codes: CodeList }
    | { readonly kind: 'codes'; readonly codes: CodeList }
    | { readonly kind: 'thing'; readonly concepts: Concept[] }
    | { readonly kind: 'target'; readonly concepts: Concept[] }
    | { readonly kind: 'things'; readonly concepts: Concept[] }
    | { readonly kind: 'classes'; readonly roles: boolean }
  );

const name: FieldSpec = { name: 'name', label: 'Name', kind: 'text', required: true };
const description: FieldSpec = { name: 'description', label: 'More in words', kind: 'long' };
const startedOn: FieldSpec = { name: 'startedOn', label: 'Holds from', kind: 'date', hint: 'Empty: always.' };
const grade: FieldSpec = {
  name: 'grade',
  label: 'How well it is known',
  kind: 'select',
  options: [
    ['ASSERTED', 'asserted: a person says so'],
    ['DOCUMENTED', 'documented: a document says so'],
    ['ADVERTISED', 'advertised: the system says so of itself'],
    ['OBSERVED', 'observed: seen in a running configuration'],
    ['TESTED', 'tested: it was tried'],
  ],
};

/** The fields of the form of each concept, in its order. Names are those of the API's inputs. */
export const formSpecs: Readonly<Record<EditedConcept, readonly FieldSpec[]>> = {
  SYSTEM: [
    name,
    { name: 'kind', label: 'Kind', kind: 'code', codes: 'systemKinds', required: true },
    { name: 'custodian', label: 'Custodian', kind: 'text', hint: 'The team or person who answers for it.' },
    { name: 'holds', label: 'Holds', kind: 'classes', roles: true },
    { name: 'organization', label: 'Organization', kind: 'thing', concepts: ['ORGANIZATION'] },
    { name: 'zone', label: 'Zone', kind: 'text', hint: 'The network or trust zone it stands in.' },
    { name: 'vendor', label: 'Vendor', kind: 'text' },
    { name: 'product', label: 'Product', kind: 'text' },
    { name: 'version', label: 'Version', kind: 'text' },
    {
      name: 'lifecycle',
      label: 'Lifecycle',
      kind: 'select',
      options: [
        ['PLANNED', 'planned'],
        ['ACTIVE', 'active'],
        ['RETIRING', 'retiring'],
        ['RETIRED', 'retired'],
      ],
    },
    { name: 'certified', label: 'Certified', kind: 'yesno' },
    startedOn,
    grade,
    description,
  ],
  FLOW: [
    { ...name, hint: 'Empty: made of its ends.', required: false },
    { name: 'from', label: 'From', kind: 'thing', concepts: ['SYSTEM'], required: true },
    { name: 'to', label: 'To', kind: 'thing', concepts: ['SYSTEM'], required: true },
    {
      name: 'carries',
      label: 'Carries',
      kind: 'classes',
      roles: false,
      hint: 'None named: nobody knows what it carries.',
    },
    { name: 'protocol', label: 'Protocol', kind: 'text', hint: 'For example HL7 v2 ORU^R01.' },
    { name: 'trigger', label: 'Trigger', kind: 'text' },
    { name: 'schedule', label: 'Schedule', kind: 'text' },
    { name: 'engineRef', label: 'In the engine', kind: 'text', hint: 'The name of the interface there.' },
    startedOn,
    grade,
    description,
  ],
  ACCESS_CHANNEL: [
    name,
    { name: 'kind', label: 'Kind', kind: 'code', codes: 'channels', required: true },
    { name: 'system', label: 'Served by', kind: 'thing', concepts: ['SYSTEM'], required: true },
    { name: 'audiences', label: 'For', kind: 'things', concepts: ['AUDIENCE'] },
    { name: 'releases', label: 'Releases', kind: 'classes', roles: false, hint: 'None recorded: unknown.' },
    { name: 'standards', label: 'Standards', kind: 'list', hint: 'With commas between.' },
    { name: 'floor', label: 'At least', kind: 'text', hint: 'For example USCDI v3.' },
    startedOn,
    grade,
    description,
  ],
  DATA_CLASS: [
    name,
    {
      name: 'level',
      label: 'Level',
      kind: 'select',
      required: true,
      options: [
        ['CLASS', 'data class'],
        ['ELEMENT', 'element of a class'],
        ['DOMAIN', 'domain of classes'],
      ],
    },
    { name: 'partOf', label: 'Part of', kind: 'thing', concepts: ['DATA_CLASS'] },
    { name: 'drsBranch', label: 'Branch of the record set', kind: 'code', codes: 'drsBranches' },
    {
      name: 'drsStatus',
      label: 'In the designated record set',
      kind: 'select',
      options: [
        ['YES', 'yes'],
        ['USUALLY', 'usually'],
        ['DEPENDS', 'it depends'],
        ['NO', 'no'],
        ['EXCLUDED', 'excluded'],
        ['UNDECIDED', 'undecided'],
      ],
    },
    { name: 'rationale', label: 'Why', kind: 'long' },
    { name: 'uscdi', label: 'USCDI', kind: 'text', hint: 'The first version that has it.' },
    startedOn,
    grade,
    description,
  ],
  RESTRICTION: [
    name,
    {
      name: 'appliesTo',
      label: 'At',
      kind: 'target',
      concepts: ['SYSTEM', 'FLOW', 'ACCESS_CHANNEL'],
      required: true,
    },
    { name: 'practice', label: 'Practice', kind: 'code', codes: 'practices', required: true },
    {
      name: 'effect',
      label: 'What it does',
      kind: 'select',
      required: true,
      options: [
        ['WITHHOLDS', 'withholds: nothing passes'],
        ['FILTERS', 'filters out the named classes'],
        ['DELAYS', 'delays'],
        ['CHARGES', 'charges for it'],
        ['CONDITIONS', 'sets conditions'],
        ['NARROWS_MANNER', 'narrows the manner'],
      ],
    },
    { name: 'limits', label: 'Data classes', kind: 'things', concepts: ['DATA_CLASS'], hint: 'None: every class.' },
    { name: 'audiences', label: 'Audiences', kind: 'things', concepts: ['AUDIENCE'], hint: 'None: every audience.' },
    { name: 'purposes', label: 'Purposes', kind: 'codes', codes: 'purposes', hint: 'None: every purpose.' },
    {
      name: 'basis',
      label: 'Said to rest on',
      kind: 'select',
      required: true,
      options: [
        ['LAW', 'a law'],
        ['POLICY', 'a policy'],
        ['VENDOR_DEFAULT', 'a vendor’s default'],
        ['CONTRACT', 'a contract'],
        ['TECHNICAL', 'a technical reason'],
        ['PATIENT_REQUEST', 'the patient’s request'],
        ['UNKNOWN', 'nobody knows what'],
      ],
    },
    { name: 'automated', label: 'Automatic', kind: 'yesno' },
    startedOn,
    grade,
    description,
  ],
};
