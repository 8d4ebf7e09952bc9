-- The local day since which the plan has its pace; none: since its start.
ALTER TABLE plan ADD COLUMN paced_on TEXT;
