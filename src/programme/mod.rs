//! The national programme: what provinces report, what is made of all reports, pilots, milestones and the residents' voice.
