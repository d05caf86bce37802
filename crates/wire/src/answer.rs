//! An HTTP answer that is sent as it arises: a head, pieces of a body, and its end, each at the right time and once.

use speech::Refusal;

use crate::actions::Actions;
use crate::frame::ServerFrame;
use crate::head::HttpReply;

/// Close codes (RFC 6455, 7.4.1); the second breaks the body off.
const NORMAL: u16 = 1000;
const BROKEN: u16 = 1011;

/// How far an answer has come.
#[derive(Debug)]
pub(crate) enum Answer {
    /// Nothing is out. With a head, what is asked was understood, and this begins the answer to it.
    Waiting(Option<HttpReply>),
    /// The head is out, and maybe some of the body.
    Begun,
    /// All is out.
    Over,
}

impl Answer {
    /// To what has not been read.
    pub(crate) const fn new() -> Self {
        Self::Waiting(None)
    }

    /// What was asked will be answered by a 200 with these headers, once there is something to send.
    pub(crate) fn will_be(&mut self, headers: Vec<(&'static str, String)>) {
        *self = Self::Waiting(Some(HttpReply { status: 200, headers, body: Vec::new() }));
    }

    /// Whether the head is out.
    pub(crate) const fn has_begun(&self) -> bool {
        !matches!(self, Self::Waiting(_))
    }

    /// Sends a piece of the body, after the head.
    pub(crate) fn piece(&mut self, bytes: Vec<u8>, out: &mut Actions) {
        if self.begin(out) {
            out.send(ServerFrame::Body(bytes));
        }
    }

    /// That was all, and it may have been nothing.
    pub(crate) fn end(&mut self, out: &mut Actions) {
        if self.begin(out) {
            *self = Self::Over;
            out.close(NORMAL, "");
        }
    }

    /// All of it at once, in place of what was announced.
    pub(crate) fn whole(&mut self, reply: HttpReply, out: &mut Actions) {
        if matches!(self, Self::Waiting(_)) {
            *self = Self::Over;
            out.send(ServerFrame::Head(reply));
            out.close(NORMAL, "");
        }
    }

    /// Something was declined: `reply` says so instead of an answer. Once a head is out, only a broken body can still tell.
    pub(crate) fn refuse(
        &mut self,
        refusal: &Refusal,
        reply: impl FnOnce(&Refusal) -> HttpReply,
        out: &mut Actions,
    ) {
        match self {
            Self::Waiting(_) => self.whole(reply(refusal), out),
            Self::Begun => {
                *self = Self::Over;
                out.close(BROKEN, refusal.message.clone());
            }
            Self::Over => {}
        }
    }

    /// Sends the head, once; says whether a body may follow.
    fn begin(&mut self, out: &mut Actions) -> bool {
        if let Self::Waiting(head) = self
            && let Some(head) = head.take()
        {
            out.send(ServerFrame::Head(head));
            *self = Self::Begun;
        }
        matches!(self, Self::Begun)
    }
}

#[cfg(test)]
mod tests {
    use speech::RefusalKind;

    use super::*;
    use crate::actions::Action;

    fn names(mut out: Actions) -> Vec<String> {
        let name = |action| match action {
            Action::Send(ServerFrame::Head(head)) => format!("head {}", head.status),
            Action::Send(ServerFrame::Body(_)) => "body".to_owned(),
            Action::Close(close) => format!("close {}", close.code),
            other => format!("{other:?}"),
        };
        out.drain().map(name).collect()
    }

    /// What comes of an answer to which this is done.
    fn told(does: fn(&mut Answer, &mut Actions)) -> Vec<String> {
        let (mut answer, mut out) = (Answer::new(), Actions::new());
        answer.will_be(Vec::new());
        does(&mut answer, &mut out);
        names(out)
    }

    fn refuse(answer: &mut Answer, out: &mut Actions) {
        let refusal = Refusal::new(RefusalKind::EngineFailed, "it failed");
        answer.refuse(&refusal, |_| HttpReply { status: 500, headers: Vec::new(), body: Vec::new() }, out);
    }

    #[test]
    fn a_head_goes_before_all_else_and_once() {
        let two = |answer: &mut Answer, out: &mut Actions| {
            answer.piece(vec![1], out);
            answer.piece(vec![2], out);
            answer.end(out);
        };
        assert_eq!(told(two), ["head 200", "body", "body", "close 1000"]);
        assert_eq!(told(|answer, out| answer.end(out)), ["head 200", "close 1000"]);
    }

    #[test]
    fn a_refusal_is_the_answer_or_breaks_it_off_and_is_the_end() {
        let late = |answer: &mut Answer, out: &mut Actions| {
            answer.piece(vec![1], out);
            refuse(answer, out);
            refuse(answer, out);
            answer.piece(vec![2], out);
            answer.end(out);
        };
        assert_eq!(told(late), ["head 200", "body", "close 1011"]);
        assert_eq!(told(refuse), ["head 500", "close 1000"]);
    }
}
