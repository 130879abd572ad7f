/** A mail that came in, read by an adapter. `references`: what it answers. */
export type IncomingMail = Readonly<{ id: string; references: string }> &
  (
    | Readonly<{ kind: 'bounce'; ofMail: string; permanent: boolean; status: string }>
    | Readonly<{ kind: 'robot' }>
    | Readonly<{
        kind: 'answer';
        /** Lower case; empty where it does not say. */
        from: string;
        text: string;
        files: readonly Readonly<{ name: string; bytes: Uint8Array }>[];
      }>
  );
export type ReadMail = (raw: Uint8Array) => Promise<IncomingMail>;
