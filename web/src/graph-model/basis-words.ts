const wordsByBasis: Readonly<Record<string, string>> = {
  LAW: 'a law',
  POLICY: 'a policy',
  VENDOR_DEFAULT: 'a vendor’s default',
  CONTRACT: 'a contract',
  TECHNICAL: 'a technical reason',
  PATIENT_REQUEST: 'the patient’s request',
  UNKNOWN: 'nobody recorded what',
};

/** What a restriction is said to rest on, to go after "Said to rest on"; a code that is not the model's in lower case. */
export const basisWords = (basis: string): string => wordsByBasis[basis] ?? basis.toLowerCase().replaceAll('_', ' ');
