/** Names of code systems of HL7 table 0396 that orders and observations are coded in; `99…` is a site's own that it has named. */
const known = new Set(
  (
    'ACR ALPHAID2006 ANS+ ART AS4 AS4E ATC C4 C5 CAS CD2 CDCA CDCM CDCREC CDS CE CLP CPTM CPT CST CVX DCM E E5 E6 E7 ENZC EPASRS FDDC FDDX ' +
    'FDK HB HCPCS HHC HI HPC I10 I10C I10G4 I10P I9 I9C I9CDX I9CP IBT IBTNNNN ICD10 ICD10AM ICD10CA ICDO ICDO3 ICS ICSD ISO+ IUPC IUPP JC10 ' +
    'JC8 JJ1017 L LB LN LOINC MCD MCR MDDX MEDC MEDR MEDX MGPI MVX NAACCR NAICS NCPDP NDA NDC NDFRT NIC NPI NUBC NULLFL OHA PHINQUESTION ' +
    'PHINVS POS RC RXNORM SCT SCT2 SDM SIC SNM SNM3 SNOMED SNT SOC UB04FL14 UB04FL15 UC UCUM UMD UML UNII UPC UPIN USPS W1 W2 W4 WC'
  ).split(' '),
);

/** Other names by which systems call LOINC. */
const loinc = new Set(['LN', 'LOINC', 'LNC', '2.16.840.1.113883.6.1']);

/** The code system of a field, for counts: `LOINC`, another one by its name, a local one, or none. */
export type CodeSystem = string;

/** What stands for code systems that are not named: their name could be something else in the wrong place. */
export const [localSystem, noSystem] = ['a local code system', 'no code system'];

/** Returns the name of a code system to be counted. Only names that are known are kept: in a field written wrongly, a text can stand there. Pure. */
export const codeSystemNamed = (written: string): CodeSystem => {
  const name = written.trim().toUpperCase();
  if (name === '') return noSystem;
  if (loinc.has(name)) return 'LOINC';
  if (name === 'L' || /^99[A-Z0-9]{3,8}$/.test(name)) return localSystem;
  return known.has(name) || /^(?:HL7|IBT|ISO)\d{4}$/.test(name) ? name : localSystem;
};

/** A coding of a field: its code, and its system as `codeSystemNamed` gives it. */
export interface Coding {
  readonly code: string;
  readonly system: CodeSystem;
}

/** Returns the one or two codings of a coded field, `[]` for an empty one. The texts beside the codes are not looked at. Pure. */
export const codingsIn = (field: string, component: string): readonly Coding[] => {
  const [code = '', , system = '', second = '', , secondSystem = ''] =
    component === '' ? [field] : field.split(component, 6);
  const first = code === '' && system === '' ? [] : [{ code: code.trim(), system: codeSystemNamed(system) }];
  return second === '' && secondSystem === ''
    ? first
    : [...first, { code: second.trim(), system: codeSystemNamed(secondSystem) }];
};
