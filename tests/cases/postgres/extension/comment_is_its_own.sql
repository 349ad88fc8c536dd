-- current
CREATE EXTENSION hstore;

-- desired
CREATE EXTENSION hstore;
CREATE EXTENSION IF NOT EXISTS plpgsql;
COMMENT ON EXTENSION plpgsql IS 'PL/pgSQL procedural language';

-- needs
extension hstore

-- plan
