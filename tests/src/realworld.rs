//! realworld
