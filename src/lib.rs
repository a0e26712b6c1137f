//! An embeddable quiz that shows which careers fit, why, and what to do next.
//!
//! Read the modules in this order; each uses only those before it. The first three are pure: no clock, no
//! randomness, no browser. ARCHITECTURE.md tells why.

#[cfg(feature = "cli")]
pub mod cli;
pub mod config;
#[cfg(feature = "widget")]
pub mod embed;
pub mod matcher;
pub mod quiz;
#[cfg(feature = "widget")]
pub mod widget;
