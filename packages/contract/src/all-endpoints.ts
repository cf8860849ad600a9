import { counterEndpoints } from './counter-endpoints.ts';
import { endpoints } from './endpoints.ts';

/** What the API serves: the endpoints of applicants and those of staff. */
export const allEndpoints = { ...endpoints, ...counterEndpoints };
