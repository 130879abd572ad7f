-- A write that somebody else came before fails as a statement, so that the COMMIT can travel with it: behind a failed
-- statement it rolls back.
CREATE FUNCTION "all_written"(written bigint, wanted bigint, otherwise text) RETURNS void LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF written <> wanted THEN RAISE EXCEPTION USING ERRCODE = 'MG409', MESSAGE = otherwise; END IF;
END $$;
