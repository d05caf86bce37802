//! Lines on their way to where they are written: a bounded queue that never makes its writers wait.
//!
//! It knows nothing of formats or levels. Read [`Queue`] first.

use std::collections::VecDeque;
use std::io::{self, Write};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// How many entries may wait, some hundred kilobytes.
const CAPACITY: usize = 4_096;

/// What waits to be written. Whoever adds to it goes on at once, whether there was room or not.
pub(super) struct Queue {
    waiting: Mutex<Waiting>,
    /// Something came, or everything has left.
    changed: Condvar,
    /// How many lines are missing, as a line.
    gap: fn(u64) -> Vec<u8>,
}

#[derive(Default)]
struct Waiting {
    entries: VecDeque<Entry>,
    /// One was taken out and may not be written yet.
    writing: bool,
}

#[derive(Debug, PartialEq)]
enum Entry {
    Line(Vec<u8>),
    /// So many lines came here while there was no room.
    Gap(u64),
}

impl Queue {
    /// An empty one, which will say with `gap` how many lines it had no room for.
    pub(super) fn new(gap: fn(u64) -> Vec<u8>) -> Self {
        Self { waiting: Mutex::default(), changed: Condvar::new(), gap }
    }

    /// Adds a line, or counts it as missing.
    pub(super) fn push(&self, line: Vec<u8>) {
        let mut waiting = self.lock();
        if waiting.entries.len() < CAPACITY {
            waiting.entries.push_back(Entry::Line(line));
        } else if let Some(Entry::Gap(missing)) = waiting.entries.back_mut() {
            *missing += 1;
        } else {
            waiting.entries.push_back(Entry::Gap(1));
        }
        drop(waiting);
        self.changed.notify_all();
    }

    /// Writes what comes, for ever. What cannot be written is lost: there is nobody to tell.
    pub(super) fn write_all_to(&self, mut out: impl Write) {
        loop {
            let line = match self.take() {
                Entry::Line(line) => line,
                Entry::Gap(missing) => (self.gap)(missing),
            };
            let _ = out.write_all(&line);
            self.lock().writing = false;
            self.changed.notify_all();
        }
    }

    fn take(&self) -> Entry {
        let mut waiting = self.lock();
        loop {
            if let Some(entry) = waiting.entries.pop_front() {
                waiting.writing = true;
                return entry;
            }
            waiting = self.changed.wait(waiting).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Waits until all is written, but not longer than this.
    pub(super) fn flush_within(&self, longest: Duration) {
        let unwritten = |waiting: &mut Waiting| waiting.writing || !waiting.entries.is_empty();
        drop(self.changed.wait_timeout_while(self.lock(), longest, unwritten));
    }

    fn lock(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Every write is taken for a whole line, which is how the subscriber writes.
impl Write for &Queue {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        self.push(line.to_vec());
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, mpsc};

    use super::*;

    fn gap(missing: u64) -> Vec<u8> {
        format!("{missing} missing").into_bytes()
    }

    /// Hands over what is written, in pieces as they came.
    struct Paper(mpsc::Sender<Vec<u8>>);

    impl Write for Paper {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.send(bytes.to_vec()).map_err(io::Error::other)?;
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    fn written_by(queue: &Arc<Queue>) -> mpsc::Receiver<Vec<u8>> {
        let (paper, read) = mpsc::channel();
        let queue = Arc::clone(queue);
        std::thread::spawn(move || queue.write_all_to(Paper(paper)));
        read
    }

    #[test]
    fn lines_without_room_are_counted_where_they_are_missing() {
        let queue = Arc::new(Queue::new(gap));
        for number in 0..CAPACITY + 3 {
            queue.push(number.to_string().into_bytes());
        }
        assert_eq!(queue.lock().entries.len(), CAPACITY + 1);
        let read = written_by(&queue);
        for number in 0..CAPACITY {
            assert_eq!(read.recv().unwrap(), number.to_string().into_bytes());
        }
        assert_eq!(read.recv().unwrap(), b"3 missing");
        queue.push(b"after".to_vec());
        assert_eq!(read.recv().unwrap(), b"after");
    }

    #[test]
    fn a_flush_waits_for_what_is_written_and_not_for_ever() {
        let queue = Arc::new(Queue::new(gap));
        queue.push(b"a".to_vec());
        queue.flush_within(Duration::from_millis(1));
        assert_eq!(queue.lock().entries, [Entry::Line(b"a".to_vec())], "nobody writes");
        let read = written_by(&queue);
        queue.flush_within(Duration::from_secs(60));
        assert_eq!(read.try_recv().unwrap(), b"a");
    }

    #[test]
    fn what_cannot_be_written_is_lost_and_the_next_is_tried() {
        let queue = Arc::new(Queue::new(gap));
        drop(written_by(&queue));
        queue.push(b"a".to_vec());
        queue.push(b"b".to_vec());
        queue.flush_within(Duration::from_secs(60));
        assert!(queue.lock().entries.is_empty());
    }
}
