/** An answer of the REST API as it goes out. */
export interface ContractAnswer {
  /** As the table of routes has it: `GET /repos/{owner}/{repo}`; null where no route answered. */
  route: string | null;
  status: number;
  contentType: string | null;
  /** What the client asked for by `Accept`. */
  accept: string;
  /** The value that goes out as JSON; undefined where there is none. */
  body: unknown;
}

/** A request to the REST API that was not refused. */
export interface ContractRequest {
  /** As the table of routes has it. */
  route: string;
  query: URLSearchParams;
  /** Read as JSON; undefined where none came. */
  body: unknown;
}

/**
 * What GitHub publishes of requests, answers and webhooks. Each function says what is wrong, one line for each thing, with the
 * path to it; an empty list says that all is as GitHub describes it.
 */
export interface Contract {
  checkRequest(request: ContractRequest): string[];
  checkAnswer(answer: ContractAnswer): string[];
  checkWebhook(event: string, payload: Record<string, unknown>): string[];
}

let usual: Contract | null = null;

/** From now on every emulator in this process is held to the contract, unless it is started with another or null. */
export function holdEmulatorsTo(contract: Contract | null): void {
  usual = contract;
}

export function usualContract(): Contract | null {
  return usual;
}
