import type { Office, Service } from '@paspor-antrean/client';

/** The service that the host page suggests, where the office has it. A choice all the same, which the applicant makes. */
export const suggestedService = (wish: string | null | undefined, office: Office | undefined): Service | undefined =>
  office?.services.find(({ id }) => id === wish)?.id;
