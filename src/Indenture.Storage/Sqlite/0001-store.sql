CREATE TRIGGER entries_balance BEFORE INSERT ON entries
WHEN (SELECT COUNT(*) < 2 OR SUM(minor) <> 0 FROM legs WHERE legs.series_id = NEW.series_id AND legs.entry = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'entries_balance'); END;

CREATE TRIGGER legs_closed BEFORE INSERT ON legs
WHEN EXISTS (SELECT 1 FROM entries WHERE entries.series_id = NEW.series_id AND entries.entry = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'legs_closed'); END;

CREATE TRIGGER run_unreleased BEFORE INSERT ON payments
WHEN NOT EXISTS (SELECT 1 FROM approvals WHERE approvals.series_id = NEW.series_id AND approvals.id = NEW.run AND approvals.checker IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'run_unreleased'); END;

CREATE TRIGGER one_guard BEFORE INSERT ON balances
WHEN EXISTS (SELECT 1 FROM balances b WHERE b.series_id = NEW.series_id AND b.book = NEW.book AND b.account = NEW.account AND b.guard <> NEW.guard)
BEGIN SELECT RAISE(ABORT, 'one_guard'); END;

CREATE TRIGGER approvals_final BEFORE UPDATE ON approvals
WHEN OLD.checker IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'approvals_final'); END;

CREATE TRIGGER approvals_kept BEFORE DELETE ON approvals
BEGIN SELECT RAISE(ABORT, 'approvals_kept'); END;

CREATE TRIGGER balances_kept BEFORE DELETE ON balances
BEGIN SELECT RAISE(ABORT, 'balances_kept'); END;

-- An intent goes forward only: intended, sent, confirmed.
CREATE TRIGGER outbox_forward BEFORE UPDATE ON outbox
WHEN (CASE NEW.state WHEN 'intended' THEN 0 WHEN 'sent' THEN 1 ELSE 2 END) <> (CASE OLD.state WHEN 'intended' THEN 0 WHEN 'sent' THEN 1 ELSE 2 END) + 1
  OR NEW.series_id <> OLD.series_id OR NEW.id <> OLD.id OR NEW.run <> OLD.run OR NEW.holder <> OLD.holder
BEGIN SELECT RAISE(ABORT, 'outbox_forward'); END;

CREATE TRIGGER outbox_kept BEFORE DELETE ON outbox
BEGIN SELECT RAISE(ABORT, 'outbox_kept'); END;
