//! Priorities: what a place should do next, in a stated order with the reasons; and a result by the objectives of a resolution.

mod local;
mod objectives;
mod order;
mod write;

pub use local::{LocalPriorities, LocalPriority};
pub use objectives::{Objective, ObjectiveResult, Objectives};
pub use order::{Priorities, Priority, PriorityKey, PriorityOptions, priorities};
pub use write::{OBJECTIVE_COLUMNS, PRIORITY_COLUMNS};
