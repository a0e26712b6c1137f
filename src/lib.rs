//! An embeddable quiz that shows which careers fit, why, and what to do next.
//!
//! Read the modules in this order: [`config`], [`matcher`], [`quiz`], [`lab`], then `widget` and `embed`, or `cli`.
//! Each uses only those before it. The first four are pure: no clock, no randomness, no browser. ARCHITECTURE.md
//! tells why.

pub mod adaptive;
#[cfg(feature = "cli")]
pub mod cli;
pub mod config;
#[cfg(feature = "widget")]
pub mod embed;
#[cfg(feature = "lab")]
pub mod lab;
pub mod matcher;
mod numeric;
pub mod quiz;
#[doc(hidden)]
pub mod random;
mod sorting;
pub mod text;
#[cfg(feature = "widget")]
pub mod widget;
