/** A rule that a body breaks, with the place, in Discord's words as far as they are known. */
export interface Fault {
  readonly path: readonly (string | number)[];
  readonly code: string;
  readonly message: string;
}

/** Discord's own refusals: HTTP status, code, message. https://docs.discord.com/developers/topics/opcodes-and-status-codes */
const refusals = {
  unauthorized: [401, 0, '401: Unauthorized'],
  'not-found': [404, 0, '404: Not Found'],
  'method-not-allowed': [405, 0, '405: Method Not Allowed'],
  'unknown-application': [404, 10002, 'Unknown Application'],
  'unknown-channel': [404, 10003, 'Unknown Channel'],
  'unknown-guild': [404, 10004, 'Unknown Guild'],
  'unknown-member': [404, 10007, 'Unknown Member'],
  'unknown-message': [404, 10008, 'Unknown Message'],
  'unknown-user': [404, 10013, 'Unknown User'],
  'unknown-webhook': [404, 10015, 'Unknown Webhook'],
  'unknown-interaction': [404, 10062, 'Unknown interaction'],
  'unknown-command': [404, 10063, 'Unknown application command'],
  'too-many-commands': [400, 30032, 'Maximum number of application commands reached'],
  'too-many-creates': [400, 30034, 'Max number of daily application command creates has been reached (200)'],
  'too-large': [413, 40005, 'Request entity too large'],
  acknowledged: [400, 40060, 'Interaction has already been acknowledged.'],
  'missing-access': [403, 50001, 'Missing Access'],
  'not-the-author': [403, 50005, 'Cannot edit a message authored by another user'],
  'empty-message': [400, 50006, 'Cannot send an empty message'],
  'missing-permissions': [403, 50013, 'Missing Permissions'],
  'expired-token': [401, 50027, 'Invalid Webhook Token'],
  'invalid-body': [400, 50035, 'Invalid Form Body'],
  'invalid-json': [400, 50109, 'The request body contains invalid JSON.'],
} as const;

export type RefusalName = keyof typeof refusals;

/** An answer of status 4xx, with Discord's body. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: number;
  readonly body: Readonly<Record<string, unknown>>;

  constructor(name: RefusalName, faults: readonly Fault[] = []) {
    const [status, code, message] = refusals[name];
    super([message, ...faults.map((fault) => `${fault.path.join('.')}: ${fault.message}`)].join('; '));
    this.status = status;
    this.code = code;
    this.body = { message, code, ...(faults.length > 0 && { errors: nest(faults) }) };
  }
}

/** Throws Discord's 50035 if there are any faults. */
export function refuseIf(faults: readonly Fault[]): void {
  if (faults.length > 0) throw new Refusal('invalid-body', faults);
}

interface Nested {
  [key: string]: Nested | { code: string; message: string }[];
}

/** `data.embeds[0].title` becomes `{data: {embeds: {0: {title: {_errors: […]}}}}}`. */
function nest(faults: readonly Fault[]): Nested {
  const errors: Nested = Object.create(null);
  for (const { path, code, message } of faults) {
    let at = errors;
    for (const key of path) {
      at[key] ??= Object.create(null) as Nested;
      at = at[key] as Nested;
    }
    const here = (at._errors as { code: string; message: string }[] | undefined) ?? [];
    at._errors = [...here, { code, message }];
  }
  return errors;
}
