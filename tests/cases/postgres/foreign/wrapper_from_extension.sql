-- current

-- desired
CREATE EXTENSION file_fdw;
CREATE SERVER files FOREIGN DATA WRAPPER file_fdw;

-- needs
extension file_fdw

-- plan
BEGIN;

CREATE EXTENSION IF NOT EXISTS file_fdw;

CREATE SERVER files FOREIGN DATA WRAPPER file_fdw;

COMMIT;
