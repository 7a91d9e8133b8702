-- AlterEnum
ALTER TYPE "correction_status" ADD VALUE 'undone';

-- AlterEnum
ALTER TYPE "message_kind" ADD VALUE 'correction';

-- DropForeignKey
ALTER TABLE "space_corrections" DROP CONSTRAINT "space_corrections_space_id_fkey";

-- AlterTable
ALTER TABLE "space_corrections" ADD COLUMN     "adds" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "seen" JSONB NOT NULL DEFAULT '{}',
ALTER COLUMN "space_id" DROP NOT NULL;

-- AddForeignKey
ALTER TABLE "space_corrections" ADD CONSTRAINT "space_corrections_space_id_fkey" FOREIGN KEY ("space_id") REFERENCES "spaces"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What was applied can be taken back. (A value that was just added to an enum has no name yet in its own transaction.)
ALTER TABLE "space_corrections" ADD CONSTRAINT "space_corrections_undoable" CHECK ("adds" OR "before" IS NOT NULL OR "status"::text NOT IN ('applied', 'undone'));
