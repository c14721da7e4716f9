-- 记录起始日: no meeting is missed before this day. The ledger has no column for it.
ALTER TABLE organisation ADD COLUMN records_from TEXT;
