import type { ClassSign } from '../facts/facts.ts';

/** The classes a message of a type carries by its purpose, whatever segments it has: this project's own reading of HL7 version 2. */
const classesOfType: Readonly<Record<string, readonly (readonly string[])[]>> = {
  ADT: [['UC-DEM'], ['UC-ENC']],
  ORU: [['UC-LAB', 'UC-IMG', 'UC-CTEST', 'UC-VIT']],
  OUL: [['UC-LAB']],
  ORM: [['UC-ORD']],
  OML: [['UC-ORD']],
  OMG: [['UC-ORD']],
  OMI: [['UC-ORD']],
  ORL: [['UC-ORD']],
  MDM: [['UC-NOTE']],
  VXU: [['UC-IMM']],
  SIU: [['DR-SCHED']],
  SRM: [['DR-SCHED']],
  DFT: [['DR-BILL']],
  BAR: [['DR-BILL']],
  RDE: [['UC-MED']],
  RDS: [['DR-PHARM']],
  RAS: [['DR-EMAR']],
  REF: [['DR-SCHED', 'UC-ORD']],
  PPR: [['UC-PROB']],
};

/** Returns the signs of message types. One that could be several classes is POSSIBLE. */
export const signsOfTypes = (types: readonly string[], pointer: string): readonly ClassSign[] =>
  types.flatMap((type) =>
    (classesOfType[type] ?? []).map((classes): ClassSign => ({
      classes,
      certainty: classes.length === 1 ? 'LIKELY' : 'POSSIBLE',
      reason: `${type} messages carry it`,
      pointer,
    })),
  );
