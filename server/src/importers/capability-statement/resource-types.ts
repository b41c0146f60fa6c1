/** Names a resource type had in an earlier release, with its name in R4. */
const currentNameByFormer: Readonly<Record<string, string>> = {
  BodySite: 'BodyStructure',
  Conformance: 'CapabilityStatement',
  DeviceUseRequest: 'DeviceRequest',
  DiagnosticOrder: 'ServiceRequest',
  MedicationOrder: 'MedicationRequest',
  ProcedureRequest: 'ServiceRequest',
  ReferralRequest: 'ServiceRequest',
};

/** Returns the R4 name of a resource type, the name itself when it never changed. Pure and total. */
export const currentTypeName = (type: string): string =>
  Object.hasOwn(currentNameByFormer, type) ? (currentNameByFormer[type] ?? type) : type;

/**
 * Types that hold many kinds of data: the type alone does not say which USCDI class a server offers. A profile does, or
 * a search parameter that sorts by category or code.
 */
export const ambiguousTypes: ReadonlySet<string> = new Set([
  'Condition',
  'DiagnosticReport',
  'DocumentReference',
  'Observation',
  'Procedure',
]);

/** Types that other records point to, or that describe the server: offering one does not show a class of the record. */
export const supportingTypes: ReadonlySet<string> = new Set([
  'Basic',
  'Binary',
  'Bundle',
  'Endpoint',
  'Group',
  'HealthcareService',
  'List',
  'Medication',
  'Organization',
  'OrganizationAffiliation',
  'Practitioner',
  'PractitionerRole',
  'Questionnaire',
  'RelatedPerson',
  'Schedule',
  'Slot',
  'Specimen',
]);

/** Types that other releases than R4 have (DSTU2, STU3, R4B, R5) and R4 does not. */
const otherReleases: ReadonlySet<string> = new Set(
  (
    'DataElement DeviceComponent EligibilityRequest EligibilityResponse ExpansionProfile ImagingManifest ' +
    'ImagingObjectSelection Order OrderResponse ProcessRequest ProcessResponse Sequence ServiceDefinition ' +
    'AdministrableProductDefinition Citation ClinicalUseDefinition EvidenceReport Ingredient ManufacturedItemDefinition ' +
    'MedicinalProductDefinition NutritionProduct PackagedProductDefinition RegulatedAuthorization SubscriptionStatus ' +
    'SubscriptionTopic SubstanceDefinition ActorDefinition ArtifactAssessment BiologicallyDerivedProductDispense ' +
    'ConditionDefinition DeviceAssociation DeviceDispense DeviceUsage EncounterHistory FormularyItem GenomicStudy ' +
    'ImagingSelection InventoryItem InventoryReport NutritionIntake Permission RequestOrchestration Requirements ' +
    'TestPlan Transport'
  ).split(' '),
);

/** Returns whether some FHIR release from DSTU2 to R5 has a resource type of this name, once brought to its R4 name. Pure and total. */
export const isKnownType = (type: string): boolean => r4TypeSet.has(type) || otherReleases.has(type);

/** The resource types of FHIR R4 (4.0.1, https://hl7.org/fhir/R4/resourcelist.html), in alphabetical order. */
export const r4Types: readonly string[] = (
  'Account ActivityDefinition AdverseEvent AllergyIntolerance Appointment AppointmentResponse AuditEvent Basic Binary ' +
  'BiologicallyDerivedProduct BodyStructure Bundle CapabilityStatement CarePlan CareTeam CatalogEntry ChargeItem ' +
  'ChargeItemDefinition Claim ClaimResponse ClinicalImpression CodeSystem Communication CommunicationRequest ' +
  'CompartmentDefinition Composition ConceptMap Condition Consent Contract Coverage CoverageEligibilityRequest ' +
  'CoverageEligibilityResponse DetectedIssue Device DeviceDefinition DeviceMetric DeviceRequest DeviceUseStatement ' +
  'DiagnosticReport DocumentManifest DocumentReference EffectEvidenceSynthesis Encounter Endpoint EnrollmentRequest ' +
  'EnrollmentResponse EpisodeOfCare EventDefinition Evidence EvidenceVariable ExampleScenario ExplanationOfBenefit ' +
  'FamilyMemberHistory Flag Goal GraphDefinition Group GuidanceResponse HealthcareService ImagingStudy Immunization ' +
  'ImmunizationEvaluation ImmunizationRecommendation ImplementationGuide InsurancePlan Invoice Library Linkage List ' +
  'Location Measure MeasureReport Media Medication MedicationAdministration MedicationDispense MedicationKnowledge ' +
  'MedicationRequest MedicationStatement MedicinalProduct MedicinalProductAuthorization ' +
  'MedicinalProductContraindication MedicinalProductIndication MedicinalProductIngredient ' +
  'MedicinalProductInteraction MedicinalProductManufactured MedicinalProductPackaged MedicinalProductPharmaceutical ' +
  'MedicinalProductUndesirableEffect MessageDefinition MessageHeader MolecularSequence NamingSystem NutritionOrder ' +
  'Observation ObservationDefinition OperationDefinition OperationOutcome Organization OrganizationAffiliation ' +
  'Patient PaymentNotice PaymentReconciliation Person PlanDefinition Practitioner PractitionerRole Procedure ' +
  'Provenance Questionnaire QuestionnaireResponse RelatedPerson RequestGroup ResearchDefinition ' +
  'ResearchElementDefinition ResearchStudy ResearchSubject RiskAssessment RiskEvidenceSynthesis Schedule ' +
  'SearchParameter ServiceRequest Slot Specimen SpecimenDefinition StructureDefinition StructureMap Subscription ' +
  'Substance SubstanceNucleicAcid SubstancePolymer SubstanceProtein SubstanceReferenceInformation ' +
  'SubstanceSourceMaterial SubstanceSpecification SupplyDelivery SupplyRequest Task TerminologyCapabilities ' +
  'TestReport TestScript ValueSet VerificationResult VisionPrescription'
).split(' ');

const r4TypeSet: ReadonlySet<string> = new Set(r4Types);
