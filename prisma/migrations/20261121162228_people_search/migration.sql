-- The beginnings of names, whatever their case and the collation of the database. Prisma knows no index over an expression.
CREATE INDEX "users_username_beginning" ON "users"(lower("username") text_pattern_ops);
CREATE INDEX "users_display_name_beginning" ON "users"(lower("display_name") text_pattern_ops);
