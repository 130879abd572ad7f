/** What Shopify answers instead of doing it: GraphQL shows it as `userErrors`, the control calls as 422. */
export type UserError = Readonly<{ field: readonly string[] | null; message: string; code?: string | null }>;

export class Refused extends Error {
  override readonly name = 'Refused';
  readonly errors: readonly UserError[];
  constructor(errors: readonly UserError[]) {
    super(errors.map((error) => error.message).join('; '));
    this.errors = errors;
  }
}

export const refusal = (field: readonly string[] | null, message: string, code: string | null = null): Refused =>
  new Refused([{ field, message, code }]);

/** Refuses where a value was wanted. */
export const refuse = (field: readonly string[] | null, message: string, code: string | null = null): never => {
  throw refusal(field, message, code);
};
