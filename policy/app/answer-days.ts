/** P5: the customer reads that a request is answered by this deadline, which is of this kind. */
export const ANSWER_DUE = 'answer-due';
/** Days within which a person answers a request: what most shops promise. */
export const ANSWER_DAYS = 3;
