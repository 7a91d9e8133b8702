-- AlterTable
ALTER TABLE "groups" ADD COLUMN     "member_count" INTEGER NOT NULL DEFAULT 0;

UPDATE "groups" SET "member_count" = (SELECT count(*) FROM "group_members" WHERE "group_id" = "groups"."id");

-- By statement: whoever is erased leaves all their groups at once. A group that goes with its members is gone already.
CREATE FUNCTION group_members_counted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE groups SET member_count = member_count + changed.by FROM (
    SELECT group_id, sum(CASE TG_OP WHEN 'INSERT' THEN 1 ELSE -1 END)::int AS by FROM changed_rows GROUP BY group_id
  ) AS changed WHERE groups.id = changed.group_id;
  RETURN NULL;
END $$;
CREATE TRIGGER group_members_joined AFTER INSERT ON "group_members"
  REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION group_members_counted();
CREATE TRIGGER group_members_left AFTER DELETE ON "group_members"
  REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION group_members_counted();

-- CreateIndex
CREATE INDEX "groups_member_count_name_idx" ON "groups"("member_count" DESC, "name");

-- Words anywhere in a name or a town.
CREATE INDEX "groups_name_trgm" ON "groups" USING gin ("name" gin_trgm_ops);
CREATE INDEX "groups_city_trgm" ON "groups" USING gin ("city" gin_trgm_ops);

-- DropIndex
DROP INDEX "space_corrections_status_idx";

-- CreateIndex
CREATE INDEX "space_corrections_status_decided_at_idx" ON "space_corrections"("status", "decided_at");

-- What waits for an administrator is little among all there ever was.
CREATE INDEX "space_claims_waiting" ON "space_claims" ("asked_at", "id") WHERE "asked_at" IS NOT NULL AND ("refused_at" IS NULL OR "asked_at" > "refused_at");
CREATE INDEX "space_owners_objected" ON "space_owners" ("objected_at") WHERE "objected_at" IS NOT NULL;
CREATE INDEX "users_mail_refused" ON "users" ("mail_refused_at") WHERE "mail_refused_at" IS NOT NULL;
CREATE INDEX "freelancers_demo" ON "freelancers" ("id") WHERE "demo";

-- Who looks for what still goes on looks back a day and what the clocks may add to it, and no further.
ALTER TABLE "events" ADD CONSTRAINT "events_last_a_day" CHECK ("ends_at" - "starts_at" <= interval '26 hours');
