-- Also where previews are taken away, which leaves an empty list.
DROP TRIGGER "message_search_follow" ON "messages";

CREATE TRIGGER "message_search_follow" AFTER UPDATE OF "content", "deleted_at", "embeds", "poll", "pinned_at" ON "messages" FOR EACH ROW
  WHEN (OLD."content" <> NEW."content" OR (OLD."deleted_at" IS NULL) <> (NEW."deleted_at" IS NULL)
    OR OLD."embeds" IS DISTINCT FROM NEW."embeds" OR (OLD."poll" IS NULL) <> (NEW."poll" IS NULL)
    OR (OLD."pinned_at" IS NULL) <> (NEW."pinned_at" IS NULL))
  EXECUTE FUNCTION "message_search_follow"();
