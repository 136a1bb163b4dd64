//! A criteria set as a page for people, Vietnamese or English.
