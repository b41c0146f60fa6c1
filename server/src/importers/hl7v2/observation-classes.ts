/** Services that make orders and results (OBR-24, HL7 table 0074) and the class of what they observe: this project's own reading. */
const services: Readonly<Record<string, readonly [name: string, classes: readonly string[]]>> = {
  BG: ['blood gases', ['UC-LAB']],
  BLB: ['blood bank', ['UC-LAB', 'DR-TRANSF']],
  CG: ['cytogenetics', ['UC-LAB']],
  CH: ['chemistry', ['UC-LAB']],
  CP: ['cytopathology', ['UC-LAB']],
  GE: ['genetics', ['UC-LAB', 'DR-GENOMIC']],
  HM: ['hematology', ['UC-LAB']],
  IMM: ['immunology', ['UC-LAB']],
  LAB: ['a laboratory', ['UC-LAB']],
  MB: ['microbiology', ['UC-LAB']],
  MCB: ['mycobacteriology', ['UC-LAB']],
  MYC: ['mycology', ['UC-LAB']],
  OSL: ['an outside laboratory', ['UC-LAB']],
  PAR: ['parasitology', ['UC-LAB']],
  PAT: ['pathology', ['UC-LAB']],
  SP: ['surgical pathology', ['UC-LAB']],
  SR: ['serology', ['UC-LAB']],
  TX: ['toxicology', ['UC-LAB']],
  URN: ['urinalysis', ['UC-LAB']],
  VR: ['virology', ['UC-LAB']],
  CT: ['computed tomography', ['UC-IMG']],
  CUS: ['cardiac ultrasound', ['UC-IMG']],
  IMG: ['imaging', ['UC-IMG']],
  NMR: ['magnetic resonance', ['UC-IMG']],
  NMS: ['nuclear medicine', ['UC-IMG']],
  OUS: ['obstetric ultrasound', ['UC-IMG']],
  RAD: ['radiology', ['UC-IMG']],
  RUS: ['ultrasound', ['UC-IMG']],
  RX: ['radiography', ['UC-IMG']],
  VUS: ['vascular ultrasound', ['UC-IMG']],
  XRC: ['cineradiography', ['UC-IMG']],
  AU: ['audiology', ['UC-CTEST']],
  CTH: ['cardiac catheterization', ['UC-CTEST', 'DR-IMG-CARD']],
  EC: ['electrocardiography', ['UC-CTEST', 'DR-ECG']],
  EN: ['neurophysiology', ['UC-CTEST']],
  PF: ['pulmonary function', ['UC-CTEST']],
  ICU: ['bedside monitoring', ['UC-VIT', 'DR-WAVE-ICU']],
  NRS: ['nursing measures', ['UC-VIT', 'DR-NURS']],
  OT: ['occupational therapy', ['DR-REHAB']],
  PT: ['physical therapy', ['DR-REHAB']],
  RT: ['radiation therapy', ['DR-RADONC']],
};

/** LOINC codes of the vital signs of USCDI, as US Core lists them. No other code is so plain by itself. */
const vitalSigns = new Set(
  (
    '85353-1 8716-3 9279-1 8867-4 2708-6 59408-5 3150-6 8310-5 8302-2 8306-3 8287-5 9843-4 29463-7 3141-9 39156-5 59574-4 59576-9 ' +
    '77606-2 8289-1 85354-9 96607-7 8480-6 8462-4 3151-8'
  ).split(' '),
);

/** What an observation shows itself to be, and by what. */
export interface ObservedKind {
  readonly classes: readonly string[];
  readonly says: string;
}

const ofService: ReadonlyMap<string, ObservedKind> = new Map(
  Object.entries(services).map(([name, [words, classes]]) => [name, { classes, says: `OBR-24 names ${words}` }]),
);
const vitalSign: ObservedKind = { classes: ['UC-VIT'], says: 'OBX-3 is a vital sign in LOINC' };

/** Returns what the service that made a result is (OBR-24), always the same object; `undefined` for local words. Pure. */
export const kindOfService = (section: string): ObservedKind | undefined => ofService.get(section.trim().toUpperCase());

/** Returns the kind of an observation by its LOINC code, always the same object; `undefined` where the code alone is not plain. Pure. */
export const kindOfLoinc = (code: string): ObservedKind | undefined => (vitalSigns.has(code) ? vitalSign : undefined);
