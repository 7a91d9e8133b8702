-- AlterTable
ALTER TABLE "sign_in_codes" ADD COLUMN     "refused_at" TIMESTAMPTZ(3);
