//! The child's side: the C library in a loop.

#![expect(unsafe_code, reason = "eSpeak NG is a C library")]

use std::ffi::{CStr, CString, OsString, c_int};
use std::io::{self, BufRead, Write};
use std::process::ExitCode;
use std::ptr;
use std::time::{Duration, Instant};

use espeak_rs_sys as sys;
use speech::{SampleCount, SampleRate};

use super::Spoken;
use crate::accounting::own;

/// What the voice host asks for, too: the least that the library accepts.
const BUFFER_MS: c_int = 60;
/// The library's own rate with this data.
const RATE: SampleRate = SampleRate::known(22_050);

/// The child's whole life. `args` are the voice and the folder with its data.
pub(crate) fn run(args: impl Iterator<Item = OsString>) -> ExitCode {
    match speak_lines(args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            println!("{problem}");
            ExitCode::FAILURE
        }
    }
}

fn speak_lines(mut args: impl Iterator<Item = OsString>) -> Result<(), String> {
    let (Some(voice), Some(data)) = (args.next(), args.next()) else {
        return Err("needs voice and folder".to_owned());
    };
    // The library holds paths in short buffers.
    std::env::set_current_dir(&data).map_err(|error| error.to_string())?;
    let voice = CString::new(voice.into_encoded_bytes()).map_err(|error| error.to_string())?;
    let mut library = Library::open(&voice)?;
    let mut out = io::stdout().lock();
    for line in io::stdin().lock().lines() {
        let line = line.map_err(|error| error.to_string())?;
        let text = CString::new(line).map_err(|error| error.to_string())?;
        let spoken = library.speak(&text)?;
        writeln!(out, "{}", spoken.write()).and_then(|()| out.flush()).map_err(|error| error.to_string())?;
    }
    Ok(())
}

/// The initialised library with its voice: only this process's single thread has it.
struct Library(());

/// What the library's callback fills in.
struct Listener {
    called: Instant,
    first: Option<Duration>,
    samples: u64,
}

impl Library {
    fn open(voice: &CStr) -> Result<Self, String> {
        // SAFETY: called once, before any other function of the library, on the only thread; all pointers are valid
        // for their calls.
        let status = unsafe {
            sys::espeak_ng_InitializePath(c".".as_ptr());
            let mut context: sys::espeak_ng_ERROR_CONTEXT = ptr::null_mut();
            check(sys::espeak_ng_Initialize(&raw mut context), "initialise")?;
            let mode = sys::espeak_ng_OUTPUT_MODE_ENOUTPUT_MODE_SYNCHRONOUS;
            check(sys::espeak_ng_InitializeOutput(mode, BUFFER_MS, ptr::null()), "open its output")?;
            sys::espeak_ng_SetVoiceByName(voice.as_ptr())
        };
        check(status, "set the voice")?;
        Ok(Self(()))
    }

    fn speak(&mut self, text: &CStr) -> Result<Spoken, String> {
        let cpu_before = own();
        let mut listener = Listener { called: Instant::now(), first: None, samples: 0 };
        // SAFETY: the text is NUL-terminated and outlives the call. In synchronous mode the callback runs only within
        // this call, on this thread, with the address of `listener`, which outlives it.
        let status = unsafe {
            sys::espeak_SetSynthCallback(Some(on_buffer));
            sys::espeak_ng_Synthesize(
                text.as_ptr().cast(),
                text.to_bytes_with_nul().len(),
                0,
                sys::espeak_POSITION_TYPE_POS_CHARACTER,
                0,
                sys::espeakCHARS_UTF8 | sys::espeakENDPAUSE,
                ptr::null_mut(),
                (&raw mut listener).cast(),
            )
        };
        check(status, "speak")?;
        let audio = SampleCount(listener.samples).time_at(RATE).as_duration();
        let first = listener.first.ok_or("no sound")?;
        Ok(Spoken { first, cpu: own().saturating_sub(cpu_before), audio })
    }
}

fn check(status: sys::espeak_ng_STATUS, what: &str) -> Result<(), String> {
    let done = status == sys::espeak_ng_STATUS_ENS_OK;
    done.then_some(()).ok_or_else(|| format!("the library could not {what}: status {status}"))
}

unsafe extern "C" fn on_buffer(samples: *mut i16, count: c_int, events: *mut sys::espeak_EVENT) -> c_int {
    if events.is_null() || samples.is_null() || count <= 0 {
        return 0;
    }
    // SAFETY: each event carries the `user_data` of `Library::speak`, which waits for this call to return and does not
    // touch its listener meanwhile.
    let listener = unsafe { &mut *(*events).user_data.cast::<Listener>() };
    listener.first.get_or_insert_with(|| listener.called.elapsed());
    listener.samples += count.unsigned_abs() as u64;
    0
}
