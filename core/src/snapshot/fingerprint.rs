//! The fingerprint of a schema: a SHA-256 over its objects. What a dump says of itself and a person does not is left out.

use super::text::Writer;
use crate::collections::BTreeMap;
use crate::model::{Facet, Kind, Object, ObjectId, Schema};
use crate::pair::Pair;
use sha2::{Digest, Sha256};
use std::cmp::Reverse;
use std::fmt::Write;

/// The SHA-256 fingerprint of a schema: equal schemas have equal ones.
pub fn fingerprint(schema: &Schema) -> String {
    fingerprints(Pair::new(schema, &Schema::default())).current
}

/// The fingerprints of two schemas. What is the same in both, which is most, is written once.
pub fn fingerprints(pair: Pair<&Schema>) -> Pair<String> {
    let mut hashes = pair.map(Hash::new);
    let writer = Writer::counting();
    let text = |id: &ObjectId, object: &Object| {
        let mut text = String::new();
        writer.write(id, object, &mut text);
        text + "\n"
    };
    let mut desired = pair.desired.objects.iter().peekable();
    for (id, object) in &pair.current.objects {
        while let Some((id, wanted)) = desired.next_if(|(other, _)| *other < id) {
            hashes.desired.take(id, wanted, &text(id, wanted));
        }
        let line = text(id, object);
        hashes.current.take(id, object, &line);
        match desired.next_if(|(other, _)| *other == id) {
            Some((_, wanted)) if wanted == object => hashes.desired.take(id, wanted, &line),
            Some((_, wanted)) => hashes.desired.take(id, wanted, &text(id, wanted)),
            None => {}
        }
    }
    desired.for_each(|(id, wanted)| hashes.desired.take(id, wanted, &text(id, wanted)));
    hashes.map(Hash::finish)
}

/// A fingerprint in the making.
struct Hash<'a> {
    sha: Sha256,
    /// The default owner.
    owner: Option<&'a str>,
}

impl<'a> Hash<'a> {
    fn new(schema: &'a Schema) -> Self {
        Hash { sha: Sha256::new(), owner: default_owner(schema) }
    }

    fn take(&mut self, id: &ObjectId, object: &Object, line: &str) {
        if !self.unsaid(id, object) {
            self.sha.update(line.as_bytes());
        }
    }

    /// What is not compared where one side alone says it: an extension's comment, which it brings along; the default owner; who
    /// read it.
    fn unsaid(&self, id: &ObjectId, object: &Object) -> bool {
        match object {
            _ if tells_reader(id) => true,
            Object::Owner(owner) => owner.is_empty() || Some(owner.as_str()) == self.owner,
            Object::Comment(_) => id.kind == Kind::Extension && id.facet == Facet::Comment,
            _ => false,
        }
    }

    fn finish(self) -> String {
        let mut out = String::from("sha256:");
        for byte in self.sha.finalize() {
            let _ = write!(out, "{byte:02x}");
        }
        out
    }
}

/// Whether an entry says who read the schema from its server rather than what is in it.
fn tells_reader(id: &ObjectId) -> bool {
    id.kind == Kind::Database && id.name == "current_user"
}

/// The role that a source which tells every object's owner names most often: whose database it is.
fn default_owner(schema: &Schema) -> Option<&str> {
    let mut owners: BTreeMap<&str, usize> = BTreeMap::new();
    for (id, object) in &schema.objects {
        if let Object::Owner(owner) = object
            && !tells_reader(id)
        {
            *owners.entry(owner).or_default() += 1;
        }
    }
    // The empty owner marks such a source.
    owners.remove("")?;
    owners.into_iter().max_by_key(|(name, number)| (*number, Reverse(*name))).map(|(name, _)| name)
}
