-- current

-- desired
COMMENT ON SCHEMA public IS 'ours';

-- plan
COMMENT ON SCHEMA public IS 'ours';
