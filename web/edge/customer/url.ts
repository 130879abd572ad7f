/** Where a customer's link leads. Short, so that mail programs do not break it. */
export const CUSTOMER_PATH = '/c';

export const customerUrl = (appUrl: string, token: string): string =>
  `${appUrl.replace(/\/$/, '')}${CUSTOMER_PATH}/${token}`;
