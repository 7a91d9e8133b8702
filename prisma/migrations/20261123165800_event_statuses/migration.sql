-- By themselves: PostgreSQL lets nothing use a new value in the transaction that adds it.
ALTER TYPE "event_status" ADD VALUE 'draft';
ALTER TYPE "rsvp_status" ADD VALUE 'asked';
ALTER TYPE "rsvp_status" ADD VALUE 'offered';
ALTER TYPE "rsvp_status" ADD VALUE 'maybe';
ALTER TYPE "rsvp_status" ADD VALUE 'declined';
