//! Types that no statement in a source makes: the server's own and those of extensions, as far as they are known, and the
//! fault that nothing brings one.

use super::builder::Builder;
use super::fault::Fault;
use super::names::{Name, missing};
use crate::dialect::postgres::canon::builtin::extensions;
use crate::model::{Kind, ObjectId};

impl Builder {
    /// Whether a type that no statement makes may be there all the same: the server's own, or an extension's. Many keep
    /// files that do not say which extensions there are, so that the types of well-known ones count without.
    pub(super) fn may_be_brought(&self, name: &Name) -> bool {
        let own = |schema: &str| schema == "information_schema" || schema.starts_with("pg_");
        let base = name.name.strip_prefix('_').unwrap_or(&name.name);
        let of_extension = |name: &str| extensions::type_named(name).is_some() || WELL_KNOWN.contains(&name);
        self.from_server
            || name.schema.as_deref().is_some_and(own)
            || of_extension(&name.name)
            || of_extension(base)
            || self.makes_unknown_extension()
    }

    /// Whether an extension that was made so far brings a type of that name.
    pub(super) fn is_brought(&self, name: &str) -> bool {
        let made = |extension: &str| self.schema.contains(&ObjectId::new(Kind::Extension, "", extension));
        let base = name.strip_prefix('_').unwrap_or(name);
        let known =
            [name, base].into_iter().filter_map(extensions::type_named).any(|row| made(row.extension));
        known || WELL_KNOWN.contains(&name) && self.makes_unknown_extension()
    }

    /// Whether an extension was made of which not all types are known.
    fn makes_unknown_extension(&self) -> bool {
        let made = self.schema.objects.range(ObjectId::new(Kind::Extension, "", "")..).map(|(id, _)| id);
        let mut made = made.take_while(|id| id.kind == Kind::Extension);
        made.any(|id| !KNOWN.contains(&id.name.as_str()))
    }
}

/// Extensions whose types are all known.
const KNOWN: &[&str] = &[
    "btree_gin",
    "citext",
    "cube",
    "file_fdw",
    "fuzzystrmatch",
    "hstore",
    "intarray",
    "isn",
    "ltree",
    "pg_trgm",
    "pgcrypto",
    "plpgsql",
    "postgres_fdw",
    "seg",
    "unaccent",
    "uuid-ossp",
];

/// Types of extensions that do not come with PostgreSQL: PostGIS, pgvector, ip4r, hll, h3, age and the like.
const WELL_KNOWN: &[&str] = &[
    "agtype",
    "box2d",
    "box3d",
    "debversion",
    "geography",
    "geometry",
    "geometry_dump",
    "h3index",
    "halfvec",
    "hll",
    "ip4",
    "ip4r",
    "ip6",
    "ip6r",
    "ipaddress",
    "iprange",
    "mpq",
    "mpz",
    "prefix_range",
    "raster",
    "roaringbitmap",
    "semver",
    "sparsevec",
    "tdigest",
    "topogeometry",
    "uint1",
    "uint2",
    "uint4",
    "uint8",
    "ulid",
    "unit",
    "vector",
];

/// The fault that nothing brings a type.
pub(super) fn unknown(name: &Name) -> Fault {
    let fault = missing("type", &name.display(), name.span);
    let (Fault::Missing(mut diagnostic) | Fault::Bad(mut diagnostic)) = fault;
    let help = "no statement in the given sources creates it; where an extension brings it, let them say";
    diagnostic.help = Some(format!("{help} CREATE EXTENSION"));
    Fault::Missing(diagnostic)
}
