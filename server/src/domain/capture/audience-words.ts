/** What people call the audiences of the catalogue, in the singular: this project's own reading. */
export const audienceWords: Readonly<Record<string, readonly string[]>> = {
  PATIENT: ['patient', 'individual', 'consumer'],
  PROXY: ['proxy', 'representative', 'parent', 'caregiver', 'guardian', 'family', 'proxy user'],
  PROVIDER_TREAT: [
    'provider',
    'clinician',
    'doctor',
    'physician',
    'outside provider',
    'referring provider',
    'treating provider',
    'other provider',
  ],
  PAYER: ['payer', 'insurer', 'health plan', 'plan', 'insurance'],
  PUBLIC_HEALTH: ['public health', 'public health agency', 'health department', 'state'],
  APP_DEV: ['app', 'developer', 'app developer', 'third party app'],
  RESEARCHER: ['researcher', 'research'],
  HIN: ['network', 'exchange', 'health information exchange'],
  LEGAL: ['attorney', 'lawyer', 'court', 'legal'],
  OTHER_ACTOR_SWITCH: ['successor vendor', 'successor system', 'successor system vendor'],
};
