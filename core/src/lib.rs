//! The core of Schema Sync.
