//! A client that says nothing but what nobody can read is sent away after a while.

use super::message::{Message, Unread};
use crate::frame::ClientFrame;

/// So many unreadable messages in a row end the connection.
const PATIENCE: u32 = 100;
/// Close codes (RFC 6455, 7.4.1): a kind of data that is not taken, and data that do not fit their kind.
const WRONG_KIND: u16 = 1003;
const WRONG_DATA: u16 = 1007;

/// Unreadable messages since the last one that could be read.
#[derive(Debug, Default)]
pub(super) struct Abuse(u32);

impl Abuse {
    /// Counts a message; gives a close code if it was one too many.
    pub(super) fn judge(&mut self, frame: ClientFrame<'_>, read: &Result<Message, Unread>) -> Option<u16> {
        self.0 = match read {
            Err(unread) if unread.generation.is_empty() => self.0 + 1,
            _ => 0,
        };
        let code = match frame {
            ClientFrame::Binary(_) => WRONG_KIND,
            ClientFrame::Text(_) | ClientFrame::Body(_) => WRONG_DATA,
        };
        (self.0 > PATIENCE).then_some(code)
    }
}
