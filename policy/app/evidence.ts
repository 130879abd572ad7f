/** A photo that is in another case as well, by the digest of its bytes. */
export type SamePhoto = Readonly<{ sha256: string; caseId: string; number: number; orderName: string }>;

export type EvidenceRead = Readonly<{
  /** Cases of the shop, other than `exceptCaseId`, that have one of these photos; newest first, a few of them. */
  samePhotos(shop: string, sha256s: readonly string[], exceptCaseId: string | null): Promise<readonly SamePhoto[]>;
}>;
