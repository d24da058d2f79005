/** One entry of `errors` in a 422; source: GitHub docs, Troubleshooting the REST API, Validation failed. */
export interface FieldError {
  resource: string;
  /** None where it is about the whole. */
  field?: string;
  code:
    | 'missing'
    | 'missing_field'
    | 'invalid'
    | 'already_exists'
    | 'unprocessable'
    | 'unauthorized'
    | 'already_org_admin'
    | 'custom';
  value?: unknown;
  message?: string;
}

/** GitHub says no. REST answers with its status, GraphQL with its type; both with its message. */
export class Refusal extends Error {
  readonly status: number;
  readonly type: string;
  readonly errors: FieldError[] | undefined;
  /** What stands in the place of `errors` where GitHub speaks of no field. */
  readonly reasons: string | string[] | undefined;

  constructor(
    status: number,
    message: string,
    options: { type?: string; errors?: FieldError[]; reasons?: string | string[] } = {},
  ) {
    super(message);
    this.status = status;
    this.type = options.type ?? (status === 404 ? 'NOT_FOUND' : status === 403 ? 'FORBIDDEN' : 'UNPROCESSABLE');
    this.errors = options.errors;
    this.reasons = options.reasons;
  }
}

export function notFound(message = 'Not Found'): Refusal {
  return new Refusal(404, message);
}

export function unauthorized(message: string): Refusal {
  return new Refusal(401, message);
}

export function forbidden(message: string): Refusal {
  return new Refusal(403, message);
}

/** As everything of an installation that is suspended. */
export function suspended(): Refusal {
  return forbidden('This installation has been suspended');
}

/** To an installation or a workflow that lacks a permission; REST and GraphQL say it in the same words. */
export function notPermitted(): Refusal {
  return forbidden('Resource not accessible by integration');
}

export function invalid(...errors: FieldError[]): Refusal {
  return new Refusal(422, 'Validation Failed', { errors });
}

export function unprocessable(message: string): Refusal {
  return new Refusal(422, message);
}

/** As the routes of reviews refuse: all that is wrong comes as one sentence. */
export function unprocessableEntity(...reasons: string[]): Refusal {
  const sentence = new Intl.ListFormat('en').format(reasons);
  return new Refusal(422, 'Unprocessable Entity', { reasons: [sentence] });
}
