-- current

-- desired
GRANT CREATE ON SCHEMA public TO PUBLIC;

-- options
manage all

-- plan
GRANT CREATE ON SCHEMA public TO PUBLIC;
