import type { Availability, Office, Service } from '@paspor-antrean/client';

/** The service that the host page suggests, where the office has it. A choice all the same, which the applicant makes. */
export const suggestedService = (wish: string | null | undefined, office: Office | undefined): Service | undefined =>
  office?.services.find(({ id }) => id === wish)?.id;

/** The day of the slot that the host page suggests (`2026-12-01T09:00`), where that slot still has room. */
export const suggestedDay = (wish: string | null | undefined, availability: Availability): string | undefined =>
  availability.days.find(({ slots }) => slots.some(({ slot, remaining }) => slot === wish && remaining > 0))?.on;
