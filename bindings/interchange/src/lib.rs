#![doc = include_str!("../README.md")]
#![no_std]

extern crate alloc;

#[cfg(any(feature = "ngsi", feature = "oscal"))]
mod facts;
#[cfg(feature = "ngsi")]
pub mod ngsi;
#[cfg(feature = "oscal")]
pub mod oscal;
#[cfg(feature = "sdmx")]
pub mod sdmx;
