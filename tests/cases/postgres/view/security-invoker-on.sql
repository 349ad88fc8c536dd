-- current
CREATE TABLE public.profiles (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), username text UNIQUE, is_public boolean DEFAULT false);
CREATE VIEW public.public_profiles AS SELECT id, username FROM public.profiles WHERE is_public;
-- desired
CREATE TABLE public.profiles (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), username text UNIQUE, is_public boolean DEFAULT false);
CREATE VIEW public.public_profiles WITH (security_invoker = on) AS SELECT id, username FROM public.profiles WHERE is_public;

-- needs
version 15

-- plan
ALTER VIEW public_profiles SET (security_invoker = on);
