-- A foreign key may refer to a unique index that is no constraint: the index is there first and goes last.
-- current
CREATE TABLE a_jobs (id integer, worker text);
-- desired
CREATE TABLE workers (id text NOT NULL);
CREATE UNIQUE INDEX unique_worker ON workers (id);
CREATE TABLE a_jobs (id integer, worker text REFERENCES workers (id));

-- plan
BEGIN;

CREATE TABLE workers (
    id text NOT NULL
);

CREATE UNIQUE INDEX unique_worker ON workers (id);

-- careful: fails if rows of table a_jobs refer to nothing
ALTER TABLE a_jobs ADD CONSTRAINT a_jobs_worker_fkey FOREIGN KEY (worker) REFERENCES workers (id);

COMMIT;
