import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Policy, PolicyDraft, Settings } from '../../../edge/admin/contract.ts';

type Scoped = Readonly<Record<string, unknown>>;

/** Where a value may differ: a country (`DE`), a product (the digits of its id), a collection (`collection:` and its digits). */
type Root = 'markets' | 'products' | 'collections';
const COLLECTION = /^collection:(\d+)$/;
export const collectionScope = (id: string): string => `collection:${id}`;

const placeOf = (scope: string): Readonly<{ root: Root; id: string }> => {
  const [, collection] = COLLECTION.exec(scope) ?? [];
  if (collection !== undefined) return { root: 'collections', id: collection };
  return { root: /^\d+$/.test(scope) ? 'products' : 'markets', id: scope };
};

const scopesOf = (settings: Settings, root: Root): Readonly<Record<string, Scoped>> =>
  (settings[root] ?? {}) as Readonly<Record<string, Scoped>>;

/** What differs in a country, for a product, or for the products of a collection. */
export const ownAt = (settings: Settings, scope: string | null): Scoped => {
  if (scope === null) return {};
  const { root, id } = placeOf(scope);
  const own = scopesOf(settings, root)[id] ?? {};
  return root === 'collections' ? ((own.settings ?? {}) as Scoped) : own;
};

/** @param scope a country, product or collection, or null for the shop's own value; undefined: as for the shop */
export const valueAt = (settings: Settings, scope: string | null, name: string): unknown =>
  scope === null ? settings[name] : ownAt(settings, scope)[name];

export const countriesOf = (settings: Settings): string[] => Object.keys(scopesOf(settings, 'markets')).sort();
export const productsOf = (settings: Settings): string[] => Object.keys(scopesOf(settings, 'products')).sort();
export const collectionsOf = (settings: Settings): string[] => Object.keys(scopesOf(settings, 'collections')).sort();

/** Products that a collection's values hold for. */
export const productsIn = (settings: Settings, collection: string): readonly string[] =>
  (scopesOf(settings, 'collections')[collection]?.productIds ?? []) as readonly string[];

const withScope = (settings: Settings, root: Root, id: string, own: Scoped): Settings => ({
  ...settings,
  [root]: { ...scopesOf(settings, root), [id]: own },
});

/** @param value undefined takes it away, so that it is as for the shop */
export const withValue = (settings: Settings, scope: string | null, name: string, value: unknown): Settings => {
  if (scope === null) return { ...settings, [name]: value };
  const { root, id } = placeOf(scope);
  const { [name]: _, ...rest } = ownAt(settings, scope);
  const own = value === undefined ? rest : { ...rest, [name]: value };
  return withScope(
    settings,
    root,
    id,
    root === 'collections' ? { productIds: productsIn(settings, id), settings: own } : own,
  );
};

export const withProducts = (settings: Settings, collection: string, productIds: readonly string[]): Settings =>
  withScope(settings, 'collections', collection, {
    productIds,
    settings: ownAt(settings, collectionScope(collection)),
  });

export const withoutScope = (settings: Settings, scope: string): Settings => {
  const { root, id } = placeOf(scope);
  const { [id]: _, ...rest } = scopesOf(settings, root);
  return { ...settings, [root]: rest };
};

/** Names in order, and places in which nothing differs left out: equal settings give equal text. */
const textOf = (settings: Settings): string => {
  const full = (root: Root, differs: (id: string) => boolean): object =>
    Object.fromEntries(Object.entries(scopesOf(settings, root)).filter(([id]) => differs(id)));
  const differsAt = (scope: string): boolean => Object.keys(ownAt(settings, scope)).length > 0;
  const filled = {
    markets: full('markets', differsAt),
    products: full('products', differsAt),
    collections: full('collections', (id) => differsAt(collectionScope(id)) || productsIn(settings, id).length > 0),
  };
  const ordered = (value: unknown): unknown =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, inner]) => [key, ordered(inner)]),
        )
      : value;
  return JSON.stringify(ordered({ ...settings, ...filled }));
};

export type PolicyForm = Readonly<{
  /** As they would be saved now. */
  settings: Settings;
  dirty: boolean;
  /** Version of the draft that the changes rest on; null: there was none. */
  restsOn: number | null;
  /** Somebody saved, published or discarded while this was being changed. */
  moved: boolean;
  /** Fields that hold what can't be read, by their ids. */
  bad: ReadonlySet<string>;
  /** Fields are drawn anew under another key: what was typed into them is gone. */
  key: number;
  change(settings: Settings): void;
  /** What was typed is the draft now, under this version. */
  saved(draft: PolicyDraft): void;
  markBad(field: string, bad: boolean): void;
  reset(): void;
}>;

/** `restsOn`, `base`: the draft that was shown when somebody began to type, or that was saved last. */
type Edits = Readonly<{ settings: Settings; restsOn: number | null; base: string; savedText: string | null }>;

/** What is being typed, on top of the draft (else of what is in force). Newer data never overwrites what is not saved. */
export const usePolicyForm = (policy: Policy | null): PolicyForm | null => {
  const [edits, setEdits] = useState<Edits | null>(null);
  const [bad, setBad] = useState<ReadonlySet<string>>(new Set());
  const [key, setKey] = useState(0);
  /** What the fields were drawn with, or have been typed to and saved as. */
  const drawn = useRef<string | null>(null);
  const base = policy && (policy.draft?.settings ?? policy.current.settings);
  const baseName = policy === null ? '' : nameOf(policy.draft, policy.current.number);
  const restsOn = policy?.draft?.version ?? null;
  const baseText = useMemo(() => (base === null ? null : textOf(base)), [base]);
  const text = useMemo(() => (edits === null ? null : textOf(edits.settings)), [edits]);
  const dirty = bad.size > 0 || (text !== null && text !== baseText && text !== edits?.savedText);

  // Another draft has come from the server: it is shown, unless something is not saved.
  useEffect(() => {
    if (dirty || baseText === null) return;
    const another = drawn.current !== null && drawn.current !== baseText;
    drawn.current = baseText;
    setEdits((old) => (old !== null && old.base !== baseName ? old : null));
    if (another) setKey((old) => old + 1);
  }, [baseText, baseName, dirty]);

  const change = useCallback(
    (settings: Settings): void =>
      setEdits((old) => (old === null ? { restsOn, base: baseName, savedText: null, settings } : { ...old, settings })),
    [baseName, restsOn],
  );
  const saved = useCallback((draft: PolicyDraft): void => {
    const savedText = textOf(draft.settings);
    drawn.current = savedText;
    setEdits((old) => old && { ...old, restsOn: draft.version, base: nameOf(draft, 0), savedText });
  }, []);
  const markBad = useCallback((field: string, isBad: boolean): void => {
    setBad((old) => {
      if (old.has(field) === isBad) return old;
      const next = new Set(old);
      if (isBad) next.add(field);
      else next.delete(field);
      return next;
    });
  }, []);
  const reset = useCallback((): void => {
    setEdits(null);
    setBad(new Set());
    setKey((old) => old + 1);
  }, []);

  if (base === null) return null;
  return {
    settings: edits?.settings ?? base,
    dirty,
    restsOn: edits?.restsOn ?? restsOn,
    moved: dirty && edits !== null && edits.base !== baseName,
    bad,
    key,
    change,
    saved,
    markBad,
    reset,
  };
};

const nameOf = (draft: Pick<PolicyDraft, 'id' | 'version'> | null, version: number): string =>
  draft === null ? `version ${version}` : `${draft.id} ${draft.version}`;
