-- current
CREATE TABLE p (code text);
CREATE UNIQUE INDEX p_code ON p (code);
CREATE TABLE c (code text REFERENCES p (code));
-- desired
CREATE TABLE p (code text, CONSTRAINT p_code UNIQUE (code));
CREATE TABLE c (code text REFERENCES p (code));

-- plan
BEGIN;

ALTER TABLE c DROP CONSTRAINT c_code_fkey;

DROP INDEX p_code;

-- careful: fails if rows of table p are equal in the key
ALTER TABLE p ADD CONSTRAINT p_code UNIQUE (code);

-- careful: fails if rows of table c refer to nothing
ALTER TABLE c ADD CONSTRAINT c_code_fkey FOREIGN KEY (code) REFERENCES p (code);

COMMIT;
