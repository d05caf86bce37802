//! The `limits` line: fields of [`Limits`] by name.

use std::time::Duration;

use session::Limits;
use speech::AudioTime;

use crate::transcript::time;

/// Sets the field of this name.
pub(crate) fn set(limits: &mut Limits, name: &str, value: &str) -> Result<(), String> {
    macro_rules! set_one_of {
        ($($field:ident)*) => {
            match name {
                $(stringify!($field) => limits.$field = Value::read(value)?,)*
                _ => return Err(format!("there is no limit {name:?}; there are {}", [$(stringify!($field)),*].join(", "))),
            }
        };
    }
    set_one_of!(
        connections contexts_per_connection message_bytes body_bytes answer_bytes message_characters request_characters request_parts
        part_characters unspoken_bytes pending_acknowledgements segment_characters segment_speech unsent_audio unsent_audio_per_connection
        jobs_per_context jobs_per_connection unsent_events heard_memory strong_release_delay reservation_idle first_audio_wait socket_stall first_message_wait idle
        context_idle context_life connection_life lane_patience ping_every drain queued_jobs
    );
    Ok(())
}

/// What a limit can be.
trait Value: Sized {
    fn read(text: &str) -> Result<Self, String>;
}

impl Value for usize {
    fn read(text: &str) -> Result<Self, String> {
        text.parse().map_err(|_| format!("{text:?} is no whole number"))
    }
}

impl Value for Duration {
    fn read(text: &str) -> Result<Self, String> {
        time::duration(text)
    }
}

impl Value for AudioTime {
    fn read(text: &str) -> Result<Self, String> {
        time::duration(text).map(|time| Self::from_nanos(time.as_nanos() as u64))
    }
}
