-- current
CREATE TABLE old (a integer);
GRANT SELECT ON old TO role_a;
COMMENT ON TABLE old IS 'x';

-- desired
-- @renamed from=old
CREATE TABLE new (a integer);
GRANT SELECT ON new TO role_a;
COMMENT ON TABLE new IS 'x';

-- allow
reverse

-- plan
-- careful: whoever still says old gets an error
ALTER TABLE old RENAME TO new;
