#![doc = include_str!("../README.md")]
#![no_std]

extern crate alloc;

#[cfg(feature = "sdmx")]
pub mod sdmx;
