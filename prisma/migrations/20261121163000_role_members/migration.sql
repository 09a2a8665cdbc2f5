-- DropIndex
DROP INDEX "member_roles_role_id_idx";

-- CreateIndex
CREATE INDEX "member_roles_role_id_user_id_idx" ON "member_roles"("role_id", "user_id");
