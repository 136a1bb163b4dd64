//! The residents' voice: from survey answers, one row for each respondent, to shares that can be published and assessed.
//!
//! 1. A [`Survey`] describes columns, questions, sampling and the smallest cell that may be shown.
//! 2. A [`VoiceReader`] reads answers piece by piece and keeps sums only; columns with personal data are refused.
//! 3. A [`Voice`] holds shares, Wilson intervals with the effective number of answers, and what is hidden.
//! 4. [`Voice::to_city`] makes observations of a criteria set of it.

mod cells;
mod city;
mod figure;
mod header;
mod intake;
mod personal;
mod read;
mod result;
mod rows;
mod sample;
mod survey;
mod tally;
mod write;

pub use figure::VoiceFigure;
pub(super) use figure::percent;
pub use intake::VoiceReader;
pub use result::{QuestionVoice, SampleNeed, Voice, VoiceCell};
pub use sample::sample_size;
pub use survey::{Question, QuestionAnswer, QuestionKind, Survey, WeightColumn};
pub use write::VOICE_COLUMNS;
