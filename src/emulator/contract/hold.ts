import type { Contract, ContractAnswer, ContractRequest } from './contract.ts';

/** Something went out, or was to, that GitHub would not send; or came in and was taken that GitHub does not know. */
export interface Violation {
  /** The route of a request, the route and status of an answer, or the event and action of a webhook. */
  what: string;
  /** One line for each thing that is wrong, with the path to it. */
  wrong: string[];
}

/** Holds what comes in and goes out to a contract, and keeps what broke it. */
export interface Hold {
  violations: Violation[];
  /** @throws ContractError for a request that asks for what GitHub does not know. */
  request(request: Omit<ContractRequest, 'body'> & { body: string }): void;
  /** @throws ContractError for an answer that GitHub would not give. */
  answer(answer: ContractAnswer): void;
  /** @throws ContractError for a payload that GitHub would not send. */
  webhook(event: string, payload: Record<string, unknown>): void;
}

class ContractError extends Error {}

export function createHold(contract: Contract | null): Hold {
  const violations: Violation[] = [];
  const judge = (what: string, wrong: string[]) => {
    if (wrong.length === 0) return;
    violations.push({ what, wrong });
    throw new ContractError(`${what} is not as GitHub describes it:\n${wrong.map((line) => `  ${line}`).join('\n')}`);
  };
  return {
    violations,
    request({ route, query, body }) {
      const value: unknown = body.trim() === '' ? undefined : JSON.parse(body);
      if (contract) judge(`request ${route}`, contract.checkRequest({ route, query, body: value }));
    },
    answer(answer) {
      if (contract) judge(`${answer.route ?? 'no route'} ${answer.status}`, contract.checkAnswer(answer));
    },
    webhook(event, payload) {
      const { action } = payload;
      const name = typeof action === 'string' ? `${event}.${action}` : event;
      if (contract) judge(`webhook ${name}`, contract.checkWebhook(event, payload));
    },
  };
}
