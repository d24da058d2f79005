import type { Contract, ContractAnswer } from './contract.ts';

/** Something went out, or was to, that GitHub would not send. */
export interface Violation {
  /** The route and status of an answer, or the event and action of a webhook. */
  what: string;
  /** One line for each thing that is wrong, with the path to it. */
  wrong: string[];
}

/** Holds what goes out to a contract, and keeps what broke it. */
export interface Hold {
  violations: Violation[];
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
