-- What waits to be scanned or made ready: there are few at any time, and every minute they are looked for.
CREATE INDEX "files_in_work" ON "files" ("object_id") WHERE "state" IN ('SCANNING', 'PROCESSING');
