-- current
CREATE TEXT SEARCH DICTIONARY d (TEMPLATE = snowball, Language = english, StopWords = english);

-- desired
CREATE TEXT SEARCH DICTIONARY d (TEMPLATE = pg_catalog.snowball, Language = english);

-- plan
ALTER TEXT SEARCH DICTIONARY d (stopwords);
