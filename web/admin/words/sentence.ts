import { said } from '../messages/index.ts';

/**
 * Reasons and errors of the server's come in lower case, to fit into any sentence; alone they begin one. A first word that is a name
 * (an address, a number, an RMA) keeps its form.
 */
export const sentence = (worded: string): string => {
  const text = said(worded);
  const [first = ''] = text.split(' ');
  return /[./@#\d]/.test(first.slice(0, -1)) ? text : text.charAt(0).toUpperCase() + text.slice(1);
};

/**
 * What an entry of a history says. A note is somebody's own words, and stays as it was written.
 * @param instantsIn  writes the instants in it as the page writes them
 */
export const entrySentence = (
  { event, text }: Readonly<{ event: string; text: string }>,
  instantsIn: (text: string) => string,
): string => (event === 'case.note' ? text : instantsIn(sentence(text)));
