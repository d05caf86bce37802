//! Where one connection's news waits for its task.
//!
//! Without a bound of its own, because it is bounded by what the session asked for: no more pieces arrive than
//! `Limits::unsent_audio` and `Limits::jobs_per_context` allow to be under way. It costs nothing while it is empty: a
//! server has thousands of idle connections.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Waker};

use session::EngineEvent;
use speech::JobId;

/// One piece of news.
#[derive(Debug)]
pub enum Letter {
    /// From an engine.
    Engine(JobId, EngineEvent),
    /// The server is closing: finish what was accepted.
    Drain,
    /// The time for that is over.
    Close,
}

/// A queue with many writers and one reader, which sleeps while it is empty.
#[derive(Debug, Default)]
pub struct Mailbox {
    inner: Mutex<Inner>,
}

#[derive(Debug, Default)]
struct Inner {
    letters: VecDeque<Letter>,
    reader: Option<Waker>,
}

impl Mailbox {
    /// Adds a letter and wakes the reader.
    pub fn put(&self, letter: Letter) {
        let reader = {
            let mut inner = self.lock();
            inner.letters.push_back(letter);
            inner.reader.take()
        };
        // Not under the lock, which the reader wants next.
        if let Some(reader) = reader {
            reader.wake();
        }
    }

    /// The next letter, or a wake-up when there is one.
    pub fn poll(&self, cx: &mut Context<'_>) -> Poll<Letter> {
        let mut inner = self.lock();
        if let Some(letter) = inner.letters.pop_front() {
            if inner.letters.is_empty() {
                inner.letters = VecDeque::new();
            }
            return Poll::Ready(letter);
        }
        if !inner.reader.as_ref().is_some_and(|reader| reader.will_wake(cx.waker())) {
            inner.reader = Some(cx.waker().clone());
        }
        Poll::Pending
    }

    fn lock(&self) -> MutexGuard<'_, Inner> {
        // No code under this lock can leave the queue half changed.
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::task::Wake;

    use super::*;

    #[derive(Default)]
    struct Count(AtomicUsize);

    impl Wake for Count {
        fn wake(self: Arc<Self>) {
            self.0.fetch_add(1, Ordering::Relaxed);
        }
    }

    #[test]
    fn a_sleeping_reader_is_woken_once_and_reads_in_order() {
        let (mailbox, count) = (Mailbox::default(), Arc::new(Count::default()));
        let waker = Waker::from(Arc::clone(&count));
        let mut cx = Context::from_waker(&waker);
        assert!(mailbox.poll(&mut cx).is_pending());
        mailbox.put(Letter::Drain);
        mailbox.put(Letter::Close);
        assert_eq!(count.0.load(Ordering::Relaxed), 1);
        assert!(matches!(mailbox.poll(&mut cx), Poll::Ready(Letter::Drain)));
        assert!(matches!(mailbox.poll(&mut cx), Poll::Ready(Letter::Close)));
        assert!(mailbox.poll(&mut cx).is_pending());
    }
}
