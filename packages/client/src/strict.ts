import { type Answer, checkAnswer, type Endpoint, type EndpointName, endpoints } from '@paspor-antrean/contract';
import { type AntreanClient, withHelpers } from './antrean-client.ts';
import { type BareClient, type ClientOptions, createBareClient } from './client.ts';
import { Refused, UnexpectedAnswer } from './errors.ts';

/**
 * The same client, with every answer and every refusal checked whole: a field that is missing, one too many, or of
 * another shape is an {@link UnexpectedAnswer}, whose `cause` names it. For tests; weighs valibot and every schema.
 */
export const createAntreanClient = (options: ClientOptions = {}): AntreanClient =>
  withHelpers(createCheckedClient, options);

const createCheckedClient = (options: ClientOptions): BareClient => {
  const client = Object.entries(createBareClient(options)) as [EndpointName, Call][];
  return Object.fromEntries(client.map(([name, call]) => [name, checked(name, call)])) as unknown as BareClient;
};

type Call = (...given: unknown[]) => Promise<Answer<EndpointName>>;

const checked = (name: EndpointName, call: Call): Call => {
  const { answer: shape, status }: Endpoint = endpoints[name];
  return async (...given) => {
    const answer = await call(...given).catch((error: unknown) => {
      if (error instanceof Refused) hold(name, error.status, checkAnswer('Problem', error.problem));
      throw error;
    });
    if (shape) hold(name, status ?? 200, checkAnswer(shape, answer));
    return answer;
  };
};

const hold = (name: string, status: number, faults: ReturnType<typeof checkAnswer>) => {
  if (faults.length === 0) return;
  const listed = faults.map(({ field, code }) => `${field} ${code}`).join(', ');
  throw new UnexpectedAnswer(status, { cause: new TypeError(`${name} answered what the contract forbids: ${listed}`) });
};
