//! How structs and enumerations are read. Each lists its fields or variants a second time; one that is forgotten does not
//! compile.

/// Reads a struct from an object.
///
/// `reads!(Type { a, b, c })`: each field may be left out and then has the value that the type's default has.
/// `reads!(Type { a, b; c; d })`: `a` and `b` must be there (unless they are options), `c` may be left out, `d` is never in
/// a document.
#[macro_export]
macro_rules! reads {
    ($type:ident { $($field:ident),+ $(,)? }) => {
        impl $crate::value::FromValue for $type {
            fn from_value(value: serde_json::Value) -> Result<Self, $crate::value::Unread> {
                let mut fields = $crate::value::Fields::of(value)?;
                let mut out = $type::default();
                let $type { $($field),+ } = &mut out;
                $(fields.fill(stringify!($field), $field);)+
                fields.done().map(|()| out)
            }
        }
    };
    ($type:ident { $($field:ident),+; $($optional:ident),* $(; $($never:ident),+)? $(,)? }) => {
        impl $crate::value::FromValue for $type {
            fn from_value(value: serde_json::Value) -> Result<Self, $crate::value::Unread> {
                let mut fields = $crate::value::Fields::of(value)?;
                let out = $type {
                    $($field: fields.take(stringify!($field))?,)+
                    $($optional: fields.optional(stringify!($optional))?,)*
                    $($($never: Default::default(),)+)?
                };
                fields.done().map(|()| out)
            }
        }
    };
}

/// Reads and writes an enumeration as the names of its variants: `named!(Action { NoAction = "no_action", .. })`.
#[macro_export]
macro_rules! named {
    ($type:ident { $($variant:ident = $name:literal),+ $(,)? }) => {
        impl $type {
            /// What documents call the variants.
            pub const NAMES: &'static [&'static str] = &[$($name),+];

            /// What documents call it.
            pub fn name(self) -> &'static str {
                match self {
                    $($type::$variant => $name),+
                }
            }
        }

        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.name())
            }
        }

        impl $crate::value::FromValue for $type {
            fn from_value(value: serde_json::Value) -> Result<Self, $crate::value::Unread> {
                match value.as_str() {
                    $(Some($name) => Ok($type::$variant),)+
                    Some(name) => Err($crate::value::Unread::unknown(name, $type::NAMES)),
                    None => Err($crate::value::Unread::other(&value, "a name")),
                }
            }
        }
    };
}

/// Reads and writes an enumeration, each variant of which holds one thing, as objects of one field:
/// `tagged!(IndexKey { Column = "column", .. })`.
#[macro_export]
macro_rules! tagged {
    ($type:ident { $($variant:ident = $name:literal),+ $(,)? }) => {
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeMap;
                let mut map = serializer.serialize_map(Some(1))?;
                match self {
                    $($type::$variant(content) => map.serialize_entry($name, content)?),+
                }
                map.end()
            }
        }

        impl $crate::value::FromValue for $type {
            fn from_value(value: serde_json::Value) -> Result<Self, $crate::value::Unread> {
                let (name, content) = $crate::value::variant(value)?;
                match name.as_str() {
                    $($name => $crate::value::from_value(content).map($type::$variant),)+
                    _ => return Err($crate::value::Unread::unknown(&name, &[$($name),+])),
                }
                .map_err(|fault| fault.of_field(&name))
            }
        }
    };
}

/// Reads and writes a struct of one field as that field: `transparent!(Position)`.
#[macro_export]
macro_rules! transparent {
    ($($type:ident),+) => {$(
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.0.serialize(serializer)
            }
        }

        impl $crate::value::FromValue for $type {
            fn from_value(value: serde_json::Value) -> Result<Self, $crate::value::Unread> {
                $crate::value::from_value(value).map($type)
            }
        }
    )+};
}
