//! expecting
