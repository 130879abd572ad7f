-- The same photo in two cases: found by its digest. Written by hand: the schema's language knows no index of an expression.
CREATE INDEX "cases_photos" ON "cases" USING gin (("data" -> 'photos') jsonb_path_ops);
