//! Who is here: all streams and engines, with every line and sum kept in step.
//!
//! A stream is only ever changed inside [`Roster::change`], which takes it out of its line and out of its engine's sums
//! before, and puts it back after, where it then belongs. So no change can forget to move it.

use std::collections::{BTreeMap, BTreeSet};

use speech::{ConnectionId, Moment};

use crate::StreamKey;
use crate::house::House;
use crate::limits::EngineShare;
use crate::stream::{HouseIndex, Spot, Stream, Tally, streams_of};

#[derive(Debug)]
pub(crate) struct Roster {
    pub(crate) houses: Vec<House>,
    streams: BTreeMap<StreamKey, Stream>,
    /// Streams without jobs whose listeners still hear something, the first to run dry first.
    fading: BTreeSet<(Moment, StreamKey)>,
}

impl Roster {
    pub(crate) fn new(engines: &[EngineShare]) -> Self {
        Self {
            houses: engines.iter().map(House::new).collect(),
            streams: BTreeMap::new(),
            fading: BTreeSet::new(),
        }
    }

    /// The engine of this name. One that nobody announced is taken in with the most cautious share.
    pub(crate) fn house(&mut self, engine: &'static str) -> HouseIndex {
        let known = self.houses.iter().position(|house| house.engine == engine);
        known.unwrap_or_else(|| {
            self.houses.push(House::new(&EngineShare::unannounced(engine)));
            self.houses.len() - 1
        })
    }

    pub(crate) fn stream(&self, key: StreamKey) -> Option<&Stream> {
        self.streams.get(&key)
    }

    pub(crate) fn of_connection(&self, connection: ConnectionId) -> Vec<StreamKey> {
        self.streams.range(streams_of(connection)).map(|(key, _)| *key).collect()
    }

    /// Changes a stream, and forgets it if nothing is left of it. `None` if there is no such stream.
    pub(crate) fn change<T>(&mut self, key: StreamKey, change: impl FnOnce(&mut Stream) -> T) -> Option<T> {
        let mut stream = self.streams.remove(&key)?;
        self.take_out(key, &stream);
        let answer = change(&mut stream);
        if stream.is_needed() {
            self.put_in(key, stream);
        } else {
            self.learn_from(&mut stream);
        }
        Some(answer)
    }

    /// The same for a stream that may be new.
    pub(crate) fn change_or_add(
        &mut self,
        key: StreamKey,
        new: impl FnOnce() -> Stream,
        change: impl FnOnce(&mut Stream),
    ) {
        if !self.streams.contains_key(&key) {
            self.put_in(key, new());
        }
        self.change(key, change);
    }

    pub(crate) fn forget(&mut self, key: StreamKey) {
        if let Some(stream) = self.streams.remove(&key) {
            self.take_out(key, &stream);
        }
    }

    /// Ends the talks of those who have nothing queued and have run dry.
    pub(crate) fn fade(&mut self, now: Moment) {
        while let Some(&(due, key)) = self.fading.first()
            && due <= now
        {
            let Some(mut stream) = self.streams.remove(&key) else { break };
            self.take_out(key, &stream);
            self.learn_from(&mut stream);
            self.put_in(key, stream);
        }
    }

    /// A talk of which nothing came says nothing about how long people talk.
    fn learn_from(&mut self, stream: &mut Stream) {
        if let Some(length) = stream.end_talk().filter(|length| !length.is_zero()) {
            self.houses[stream.house].pace.saw_talk(length);
        }
    }

    fn take_out(&mut self, key: StreamKey, stream: &Stream) {
        self.houses[stream.house].tally -= stream.tally();
        match stream.spot() {
            Spot::Ready(job, hearing) => self.houses[job.house].step_out(key, &job, hearing),
            Spot::Fading(due) => {
                self.fading.remove(&(due, key));
            }
            Spot::Nowhere => {}
        }
    }

    fn put_in(&mut self, key: StreamKey, stream: Stream) {
        self.houses[stream.house].tally += stream.tally();
        match stream.spot() {
            Spot::Ready(job, hearing) => self.houses[job.house].line_up(key, &job, hearing),
            Spot::Fading(due) => {
                self.fading.insert((due, key));
            }
            Spot::Nowhere => {}
        }
        self.streams.insert(key, stream);
    }

    #[cfg(test)]
    pub(crate) fn is_deserted(&self) -> bool {
        self.streams.is_empty() && self.fading.is_empty() && self.houses.iter().all(House::is_deserted)
    }
}

impl std::ops::AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.live += other.live;
        self.speaking += other.speaking;
        self.jobs += other.jobs;
        self.queued += other.queued;
        self.outlook += other.outlook;
    }
}

impl std::ops::SubAssign for Tally {
    fn sub_assign(&mut self, other: Self) {
        self.live -= other.live;
        self.speaking -= other.speaking;
        self.jobs -= other.jobs;
        self.queued -= other.queued;
        self.outlook -= other.outlook;
    }
}
