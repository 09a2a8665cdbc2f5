-- CreateEnum
CREATE TYPE "verification_level" AS ENUM ('NONE', 'LOW', 'MEDIUM', 'HIGH');

-- CreateEnum
CREATE TYPE "relationship_type" AS ENUM ('FRIEND', 'INCOMING', 'OUTGOING', 'BLOCKED');

-- CreateEnum
CREATE TYPE "report_status" AS ENUM ('OPEN', 'RESOLVED', 'DISMISSED');

-- CreateEnum
CREATE TYPE "automod_trigger" AS ENUM ('KEYWORD', 'PATTERN', 'MENTION_SPAM', 'REPEATED_TEXT', 'INVITE_LINK', 'RAID');

-- CreateEnum
CREATE TYPE "forum_sort" AS ENUM ('ACTIVITY', 'CREATION');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "message_type" ADD VALUE 'RECIPIENT_ADD';
ALTER TYPE "message_type" ADD VALUE 'RECIPIENT_REMOVE';
ALTER TYPE "message_type" ADD VALUE 'ICON_CHANGE';
ALTER TYPE "message_type" ADD VALUE 'THREAD_CREATED';
ALTER TYPE "message_type" ADD VALUE 'AUTOMOD_ALERT';

-- DropIndex
DROP INDEX "channels_parent_id_idx";

-- AlterTable
ALTER TABLE "channels" ADD COLUMN     "access_version" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "archived_at" TIMESTAMPTZ(3),
ADD COLUMN     "auto_archive" INTEGER NOT NULL DEFAULT 4320,
ADD COLUMN     "dm_key" TEXT,
ADD COLUMN     "forum_sort" "forum_sort" NOT NULL DEFAULT 'ACTIVITY',
ADD COLUMN     "icon" TEXT,
ADD COLUMN     "last_message_at" TIMESTAMPTZ(3),
ADD COLUMN     "locked" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "owner_id" BIGINT,
ADD COLUMN     "pinned_at" TIMESTAMPTZ(3),
ADD COLUMN     "slowmode" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "tag_ids" BIGINT[],
ALTER COLUMN "server_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "members" ADD COLUMN     "invite_code" TEXT,
ADD COLUMN     "inviter_id" BIGINT,
ADD COLUMN     "pending" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "messages" ADD COLUMN     "details" JSONB,
ADD COLUMN     "origin_id" BIGINT;

-- AlterTable
ALTER TABLE "servers" ADD COLUMN     "description" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "min_account_age" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "rules" TEXT[],
ADD COLUMN     "verification_level" "verification_level" NOT NULL DEFAULT 'NONE';

-- AlterTable
ALTER TABLE "users" ADD COLUMN     "banner_color" INTEGER,
ADD COLUMN     "pronouns" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "status_expires_at" TIMESTAMPTZ(3),
ADD COLUMN     "status_text" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "joins" (
    "id" BIGINT NOT NULL,
    "server_id" BIGINT NOT NULL,
    "user_id" BIGINT NOT NULL,
    "inviter_id" BIGINT,
    "invite_code" TEXT,
    "joined_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "joins_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bans" (
    "server_id" BIGINT NOT NULL,
    "user_id" BIGINT NOT NULL,
    "moderator_id" BIGINT,
    "reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "bans_pkey" PRIMARY KEY ("server_id","user_id")
);

-- CreateTable
CREATE TABLE "audit_log_entries" (
    "id" BIGINT NOT NULL,
    "server_id" BIGINT NOT NULL,
    "actor_id" BIGINT,
    "action" TEXT NOT NULL,
    "target_id" BIGINT,
    "target_name" TEXT,
    "changes" JSONB NOT NULL DEFAULT '[]',
    "reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_log_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reports" (
    "id" BIGINT NOT NULL,
    "server_id" BIGINT,
    "reporter_id" BIGINT NOT NULL,
    "target_user_id" BIGINT NOT NULL,
    "channel_id" BIGINT,
    "message_id" BIGINT,
    "category" TEXT NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "evidence" JSONB,
    "status" "report_status" NOT NULL DEFAULT 'OPEN',
    "resolver_id" BIGINT,
    "resolution" TEXT NOT NULL DEFAULT '',
    "resolved_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "automod_rules" (
    "id" BIGINT NOT NULL,
    "server_id" BIGINT NOT NULL,
    "name" TEXT NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "trigger" "automod_trigger" NOT NULL,
    "config" JSONB NOT NULL,
    "actions" JSONB NOT NULL,
    "exempt_roles" BIGINT[],
    "exempt_channels" BIGINT[],
    "creator_id" BIGINT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "automod_rules_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "incidents" (
    "id" BIGINT NOT NULL,
    "server_id" BIGINT NOT NULL,
    "actor_id" BIGINT,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "summary" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "incidents_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "incident_evidence" (
    "incident_id" BIGINT NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "data" JSONB NOT NULL,

    CONSTRAINT "incident_evidence_pkey" PRIMARY KEY ("incident_id","number")
);

-- CreateTable
CREATE TABLE "relationships" (
    "user_id" BIGINT NOT NULL,
    "other_id" BIGINT NOT NULL,
    "type" "relationship_type",
    "ignored" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "relationships_pkey" PRIMARY KEY ("user_id","other_id")
);

-- CreateTable
CREATE TABLE "recipients" (
    "channel_id" BIGINT NOT NULL,
    "user_id" BIGINT NOT NULL,
    "joined_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "pinned_at" TIMESTAMPTZ(3),
    "archived_at" TIMESTAMPTZ(3),
    "muted_until" TIMESTAMPTZ(3),

    CONSTRAINT "recipients_pkey" PRIMARY KEY ("channel_id","user_id")
);

-- CreateTable
CREATE TABLE "thread_members" (
    "channel_id" BIGINT NOT NULL,
    "user_id" BIGINT NOT NULL,
    "joined_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "thread_members_pkey" PRIMARY KEY ("channel_id","user_id")
);

-- CreateTable
CREATE TABLE "forum_tags" (
    "id" BIGINT NOT NULL,
    "channel_id" BIGINT NOT NULL,
    "name" TEXT NOT NULL,
    "emoji" TEXT,
    "moderated" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL,

    CONSTRAINT "forum_tags_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "channel_followers" (
    "channel_id" BIGINT NOT NULL,
    "target_id" BIGINT NOT NULL,
    "creator_id" BIGINT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "channel_followers_pkey" PRIMARY KEY ("channel_id","target_id")
);

-- CreateIndex
CREATE INDEX "joins_server_id_joined_at_idx" ON "joins"("server_id", "joined_at");

-- CreateIndex
CREATE INDEX "joins_server_id_inviter_id_idx" ON "joins"("server_id", "inviter_id");

-- CreateIndex
CREATE INDEX "bans_user_id_idx" ON "bans"("user_id");

-- CreateIndex
CREATE INDEX "bans_server_id_created_at_user_id_idx" ON "bans"("server_id", "created_at", "user_id");

-- CreateIndex
CREATE INDEX "audit_log_entries_server_id_id_idx" ON "audit_log_entries"("server_id", "id");

-- CreateIndex
CREATE INDEX "audit_log_entries_server_id_actor_id_id_idx" ON "audit_log_entries"("server_id", "actor_id", "id");

-- CreateIndex
CREATE INDEX "audit_log_entries_server_id_action_id_idx" ON "audit_log_entries"("server_id", "action", "id");

-- CreateIndex
CREATE INDEX "audit_log_entries_server_id_target_id_id_idx" ON "audit_log_entries"("server_id", "target_id", "id");

-- CreateIndex
CREATE INDEX "reports_server_id_status_id_idx" ON "reports"("server_id", "status", "id");

-- CreateIndex
CREATE INDEX "reports_reporter_id_message_id_idx" ON "reports"("reporter_id", "message_id");

-- CreateIndex
CREATE INDEX "reports_reporter_id_target_user_id_idx" ON "reports"("reporter_id", "target_user_id");

-- CreateIndex
CREATE INDEX "automod_rules_server_id_id_idx" ON "automod_rules"("server_id", "id");

-- CreateIndex
CREATE INDEX "incidents_server_id_id_idx" ON "incidents"("server_id", "id");

-- CreateIndex
CREATE INDEX "relationships_other_id_idx" ON "relationships"("other_id");

-- CreateIndex
CREATE INDEX "recipients_user_id_idx" ON "recipients"("user_id");

-- CreateIndex
CREATE INDEX "thread_members_user_id_idx" ON "thread_members"("user_id");

-- CreateIndex
CREATE INDEX "forum_tags_channel_id_idx" ON "forum_tags"("channel_id");

-- CreateIndex
CREATE INDEX "channel_followers_target_id_idx" ON "channel_followers"("target_id");

-- CreateIndex
CREATE UNIQUE INDEX "channels_dm_key_key" ON "channels"("dm_key");

-- CreateIndex
CREATE INDEX "channels_parent_id_archived_at_last_message_at_id_idx" ON "channels"("parent_id", "archived_at", "last_message_at", "id");

-- CreateIndex
CREATE INDEX "members_server_id_inviter_id_idx" ON "members"("server_id", "inviter_id");

-- CreateIndex
CREATE INDEX "messages_author_id_id_idx" ON "messages"("author_id", "id");

-- CreateIndex
CREATE INDEX "messages_origin_id_idx" ON "messages"("origin_id");

-- AddForeignKey
ALTER TABLE "joins" ADD CONSTRAINT "joins_server_id_fkey" FOREIGN KEY ("server_id") REFERENCES "servers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bans" ADD CONSTRAINT "bans_server_id_fkey" FOREIGN KEY ("server_id") REFERENCES "servers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bans" ADD CONSTRAINT "bans_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_log_entries" ADD CONSTRAINT "audit_log_entries_server_id_fkey" FOREIGN KEY ("server_id") REFERENCES "servers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reports" ADD CONSTRAINT "reports_server_id_fkey" FOREIGN KEY ("server_id") REFERENCES "servers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "automod_rules" ADD CONSTRAINT "automod_rules_server_id_fkey" FOREIGN KEY ("server_id") REFERENCES "servers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incidents" ADD CONSTRAINT "incidents_server_id_fkey" FOREIGN KEY ("server_id") REFERENCES "servers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident_evidence" ADD CONSTRAINT "incident_evidence_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incidents"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "relationships" ADD CONSTRAINT "relationships_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "relationships" ADD CONSTRAINT "relationships_other_id_fkey" FOREIGN KEY ("other_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recipients" ADD CONSTRAINT "recipients_channel_id_fkey" FOREIGN KEY ("channel_id") REFERENCES "channels"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recipients" ADD CONSTRAINT "recipients_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread_members" ADD CONSTRAINT "thread_members_channel_id_fkey" FOREIGN KEY ("channel_id") REFERENCES "channels"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread_members" ADD CONSTRAINT "thread_members_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "forum_tags" ADD CONSTRAINT "forum_tags_channel_id_fkey" FOREIGN KEY ("channel_id") REFERENCES "channels"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "channel_followers" ADD CONSTRAINT "channel_followers_channel_id_fkey" FOREIGN KEY ("channel_id") REFERENCES "channels"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "channel_followers" ADD CONSTRAINT "channel_followers_target_id_fkey" FOREIGN KEY ("target_id") REFERENCES "channels"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The newest message of each channel.
UPDATE "channels" SET "last_message_at" = m."created_at" FROM "messages" m WHERE m."channel_id" = "channels"."id" AND m."seq" = "channels"."last_seq";
