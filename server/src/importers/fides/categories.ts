/** A data category of fideslang and the class it means for a patient: this project's own reading. Several classes: any of them. */
export interface CategoryMeaning {
  readonly category: string;
  readonly classes: readonly string[];
  readonly reason: string;
}

/** The categories that mean data about a person's health or identity, the narrower before the wider. */
export const categoryMeanings: readonly CategoryMeaning[] = [
  { category: 'user.health_and_medical.insurance_beneficiary_id', classes: ['UC-INS'], reason: 'an insurance number' },
  { category: 'user.health_and_medical.record_id', classes: ['UC-DEM'], reason: 'a medical record number' },
  { category: 'user.health_and_medical.genetic', classes: ['DR-GENOMIC'], reason: 'genetic data' },
  {
    category: 'user.health_and_medical',
    classes: ['UC-PROB', 'UC-OBS', 'UC-NOTE'],
    reason: 'health data of some kind',
  },
  { category: 'user.biometric.health', classes: ['UC-VIT', 'UC-OBS'], reason: 'health measurements' },
  { category: 'user.payment', classes: ['DR-BILL'], reason: 'payment data' },
  { category: 'user.financial', classes: ['DR-BILL'], reason: 'financial data' },
  { category: 'user.name', classes: ['UC-DEM'], reason: 'a name' },
  { category: 'user.contact', classes: ['UC-DEM'], reason: 'contact data' },
  { category: 'user.demographic', classes: ['UC-DEM'], reason: 'demographic data' },
  { category: 'user.government_id', classes: ['UC-DEM'], reason: 'a government number' },
  { category: 'user.unique_id', classes: ['UC-DEM'], reason: 'an identifier of a person' },
];

/** Returns what a category means: the entry for it, or for the nearest category above it; `undefined` for none. */
export const meaningOf = (category: string): CategoryMeaning | undefined =>
  categoryMeanings.find((each) => category === each.category || category.startsWith(`${each.category}.`));
