/** Not here: answered with 404. */
export class NotHere extends Error {
  override readonly name = 'NotHere';
}
