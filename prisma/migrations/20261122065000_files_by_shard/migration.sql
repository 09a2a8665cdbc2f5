-- The hundredths in which the store is held against the rows.
CREATE INDEX "files_by_shard" ON "files"(("object_id" % 100));
