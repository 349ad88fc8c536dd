-- needs
extension postgis
-- current
CREATE EXTENSION postgis;
CREATE TABLE places (id integer, geom geometry(Point,4326) DEFAULT NULL);
CREATE INDEX places_geom ON places USING gist (geom);
CREATE VIEW near AS
 SELECT id, ST_Distance(geom, ST_SetSRID(ST_MakePoint(1, 2), 4326)) AS d, (ST_Dump(geom)).geom AS part
   FROM places WHERE geom && ST_MakeEnvelope(0, 0, 1, 1, 4326) AND ST_Intersects(geom, geom);
-- desired
CREATE EXTENSION postgis;
CREATE TABLE places (id integer, geom public.geometry(point,4326) DEFAULT NULL::public.geometry);
CREATE INDEX places_geom ON places USING gist (geom gist_geometry_ops_2d);
CREATE VIEW near AS
 SELECT places.id,
    public.st_distance(places.geom, public.st_setsrid(public.st_makepoint((1)::double precision, (2)::double precision), 4326)) AS d,
    (public.st_dump(places.geom)).geom AS part
   FROM places
  WHERE ((places.geom OPERATOR(public.&&) public.st_makeenvelope((0)::double precision, (0)::double precision, (1)::double precision, (1)::double precision, 4326)) AND public.st_intersects(places.geom, places.geom));

-- plan
