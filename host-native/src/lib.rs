//! The native host of Schema Sync.
