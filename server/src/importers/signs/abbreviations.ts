import { wordsOf } from './words-of.ts';

/**
 * What the shortened words in names of tables and columns of record systems usually stand for. Only for names somebody made for a
 * database: in prose these letters mean other things.
 */
const abbreviations: Readonly<Record<string, string>> = {
  acct: 'account',
  addr: 'address',
  adm: 'admission',
  alg: 'allergy',
  anes: 'anesthesia',
  appt: 'appointment',
  asmt: 'assessment',
  auth: 'authorization',
  cardio: 'cardiology',
  chg: 'charge',
  clm: 'claim',
  cmt: 'comment',
  cvg: 'coverage',
  demog: 'demographic',
  diag: 'diagnosis',
  dx: 'diagnosis',
  enc: 'encounter',
  fam: 'family',
  hosp: 'hospital',
  hsp: 'hospital',
  hx: 'history',
  imm: 'immunization',
  immune: 'immunization',
  imms: 'immunization',
  immun: 'immunization',
  ins: 'insurance',
  meas: 'measurement',
  med: 'medication',
  msg: 'message',
  obs: 'observation',
  ord: 'order',
  pat: 'patient',
  pmt: 'payment',
  pt: 'patient',
  prob: 'problem',
  proc: 'procedure',
  px: 'procedure',
  rad: 'radiology',
  rfl: 'referral',
  rslt: 'result',
  rx: 'prescription',
  sched: 'schedule',
  surg: 'surgery',
  vacc: 'vaccine',
};

/** Returns the words of a name of a table or column, its shortened words written out: `PAT_ENC_DX` gives `patient encounter diagnosis`. Pure. */
export const expanded = (name: string): string =>
  wordsOf(name)
    .map((word) => (Object.hasOwn(abbreviations, word) ? abbreviations[word] : word))
    .join(' ');
