/**
 * Profiles of guides and releases the USCDI catalogue does not list, by the last part of their address, with the
 * catalogue class they belong to: US Core 3.1.1 to 9.0.0 (HL7), Argonaut Data Query and DAF (DSTU2, STU3), and the
 * vital signs profiles of the FHIR core. Also the one class meant where the catalogue lists a profile under several.
 */
const classByProfileName: Readonly<Record<string, string>> = {
  'adi-documentreference': 'UC-GOAL',
  'argo-condition': 'UC-PROB',
  'argo-diagnosticreport': 'UC-LAB',
  'argo-documentreference': 'UC-NOTE',
  'argo-observationresults': 'UC-LAB',
  'argo-procedure': 'UC-PROC',
  'argo-smokingstatus': 'UC-HSA',
  'argo-vitalsigns': 'UC-VIT',
  bmi: 'UC-VIT',
  bodyheight: 'UC-VIT',
  bodytemp: 'UC-VIT',
  bodyweight: 'UC-VIT',
  bp: 'UC-VIT',
  'daf-condition': 'UC-PROB',
  'daf-diagnosticreport': 'UC-LAB',
  'daf-documentreference': 'UC-NOTE',
  'daf-problem': 'UC-PROB',
  'daf-procedure': 'UC-PROC',
  'daf-resultobs': 'UC-LAB',
  'daf-smokingstatus': 'UC-HSA',
  'daf-vitalsigns': 'UC-VIT',
  headcircum: 'UC-VIT',
  heartrate: 'UC-VIT',
  oxygensat: 'UC-VIT',
  resprate: 'UC-VIT',
  'us-core-adi-documentreference': 'UC-GOAL',
  'us-core-bmi': 'UC-VIT',
  'us-core-condition': 'UC-PROB',
  'us-core-condition-problems-health-concerns': 'UC-PROB',
  'us-core-diagnosticreport': 'UC-LAB',
  'us-core-diagnosticreport-note': 'UC-NOTE',
  'us-core-head-circumference': 'UC-VIT',
  'us-core-observation-clinical-test': 'UC-CTEST',
  'us-core-observation-imaging': 'UC-IMG',
  'us-core-observation-sdoh-assessment': 'UC-HSA',
  'us-core-observation-sexual-orientation': 'UC-DEM',
  'us-core-observation-social-history': 'UC-HSA',
  'us-core-observation-survey': 'UC-HSA',
  'us-core-observationresults': 'UC-LAB',
  vitalsigns: 'UC-VIT',
  vitalspanel: 'UC-VIT',
};

/** Only these publishers' names are known to mean what the table says. */
const knownPublisher = /^https?:\/\/(hl7\.org\/fhir\/|fhir\.org\/guides\/argonaut)/i;

/** Returns the id of the catalogue class (`UC-LAB`) a profile by its address is known to be for; `undefined` when the table does not know. Pure. */
export const classOfKnownProfile = (profile: string): string | undefined => {
  const name = profile.split('/').at(-1) ?? '';
  return knownPublisher.test(profile) && Object.hasOwn(classByProfileName, name) ? classByProfileName[name] : undefined;
};
