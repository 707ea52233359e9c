-- The functions that run with every command look up each row by its key, whatever the planner knew of the tables when it first saw them: plans are kept,
-- and one that was made when a table was small reads all of it when it is large. So they read by index only, row by row, and join nothing.

CREATE FUNCTION entries_balance() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM added a
        LEFT JOIN LATERAL (SELECT COUNT(*) AS n, COALESCE(SUM(l.minor), 0) AS total FROM legs l WHERE l.series_id = a.series_id AND l.entry = a.entry) t ON true
        WHERE t.n < 2 OR t.total <> 0)
    THEN RAISE EXCEPTION 'an entry does not balance' USING ERRCODE = 'check_violation', CONSTRAINT = 'entries_balance'; END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER entries_balance AFTER INSERT ON entries REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION entries_balance();

CREATE FUNCTION legs_closed() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM (SELECT DISTINCT series_id, entry FROM added) a WHERE (SELECT COUNT(*) FROM entries e WHERE e.series_id = a.series_id AND e.entry = a.entry) > 0)
    THEN RAISE EXCEPTION 'an entry is closed' USING ERRCODE = 'check_violation', CONSTRAINT = 'legs_closed'; END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER legs_closed AFTER INSERT ON legs REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION legs_closed();

CREATE FUNCTION run_unreleased() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM (SELECT DISTINCT series_id, run FROM added) a
        WHERE (SELECT COUNT(*) FROM approvals p WHERE p.series_id = a.series_id AND p.id = a.run AND p.checker IS NOT NULL) = 0)
    THEN RAISE EXCEPTION 'a run has not been released' USING ERRCODE = 'check_violation', CONSTRAINT = 'run_unreleased'; END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER run_unreleased AFTER INSERT ON payments REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION run_unreleased();

CREATE FUNCTION one_guard() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM added a WHERE (SELECT COUNT(*) FROM balances b WHERE b.series_id = a.series_id AND b.book = a.book AND b.account = a.account AND b.guard <> a.guard) > 0)
    THEN RAISE EXCEPTION 'an account keeps its guard' USING ERRCODE = 'check_violation', CONSTRAINT = 'one_guard'; END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER one_guard AFTER INSERT ON balances REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION one_guard();

-- Adds to the balances that are there under the same guard, and tells which of the changes, counted from 1, found theirs. Few are looked up one by one;
-- many in one statement, planned anew each time on the size that the table has now. There the series is joined and not given: the planner takes a given one
-- for a small part of the table, which it is not while one large series is loaded.
CREATE FUNCTION change_balances(series text, books text[], accounts text[], units text[], guards text[], minors bigint[])
RETURNS SETOF bigint LANGUAGE plpgsql SET enable_seqscan = off SET random_page_cost = 1.1 AS $$
DECLARE c record;
BEGIN
    IF cardinality(books) > 16 THEN
        RETURN QUERY EXECUTE
            'UPDATE balances b SET minor = b.minor + c.minor
             FROM unnest(array_fill($1, ARRAY[cardinality($2)]), $2, $3, $4, $5, $6) WITH ORDINALITY AS c (series_id, book, account, unit, guard, minor, n)
             WHERE b.series_id = c.series_id AND b.book = c.book AND b.account = c.account AND b.unit = c.unit AND b.guard = c.guard RETURNING c.n'
            USING series, books, accounts, units, guards, minors;
        RETURN;
    END IF;
    FOR c IN SELECT * FROM unnest(books, accounts, units, guards, minors) WITH ORDINALITY AS t (book, account, unit, guard, minor, n) LOOP
        UPDATE balances b SET minor = b.minor + c.minor
        WHERE b.series_id = series AND b.book = c.book AND b.account = c.account AND b.unit = c.unit AND b.guard = c.guard;
        IF FOUND THEN RETURN NEXT c.n; END IF;
    END LOOP;
END $$;

CREATE TRIGGER approvals_final BEFORE UPDATE ON approvals FOR EACH ROW WHEN (OLD.checker IS NOT NULL) EXECUTE FUNCTION refuse('approvals_final');
CREATE TRIGGER approvals_kept BEFORE DELETE ON approvals FOR EACH ROW EXECUTE FUNCTION refuse('approvals_kept');
CREATE TRIGGER balances_kept BEFORE DELETE ON balances FOR EACH ROW EXECUTE FUNCTION refuse('balances_kept');

-- An intent goes forward only: intended, sent, confirmed.
CREATE TRIGGER outbox_forward BEFORE UPDATE ON outbox FOR EACH ROW
WHEN ((CASE NEW.state WHEN 'intended' THEN 0 WHEN 'sent' THEN 1 ELSE 2 END) <> (CASE OLD.state WHEN 'intended' THEN 0 WHEN 'sent' THEN 1 ELSE 2 END) + 1
   OR NEW.series_id <> OLD.series_id OR NEW.id <> OLD.id OR NEW.run <> OLD.run OR NEW.holder <> OLD.holder)
EXECUTE FUNCTION refuse('outbox_forward');
CREATE TRIGGER outbox_kept BEFORE DELETE ON outbox FOR EACH ROW EXECUTE FUNCTION refuse('outbox_kept');
