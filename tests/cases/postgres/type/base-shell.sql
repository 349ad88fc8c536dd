-- current


-- desired
CREATE TYPE shell;

-- plan
CREATE TYPE public.shell;
