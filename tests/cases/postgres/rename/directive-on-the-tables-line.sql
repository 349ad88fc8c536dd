-- current
CREATE TABLE u (aa integer, b text);
CREATE TABLE w (aa integer, b text);
-- rows
INSERT INTO u VALUES (1, 'x');
INSERT INTO w VALUES (2, 'y');
-- desired
CREATE TABLE u ( /* @renamed from=aa */ a integer, b text);
CREATE TABLE w (a integer, -- @renamed from=aa
    b text);

-- plan
BEGIN;

-- careful: whoever still says aa gets an error
ALTER TABLE u RENAME COLUMN aa TO a;

-- careful: whoever still says aa gets an error
ALTER TABLE w RENAME COLUMN aa TO a;

COMMIT;
