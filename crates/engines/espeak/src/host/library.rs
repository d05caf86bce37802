//! The C library behind safe functions.
//!
//! The library keeps its state in globals: one utterance at a time, one thread. [`Library`] is the token that it is
//! initialised; only this process's single thread has it. What it does not do: sockets, processes.

#![expect(unsafe_code, reason = "eSpeak NG is a C library")]

use std::ffi::{CStr, CString, c_char, c_int, c_void};
use std::ops::ControlFlow;
use std::ptr;

use espeak_rs_sys as sys;

/// Milliseconds of sound that the library computes before it hands them over: the least that it accepts.
const BUFFER_MS: c_int = 60;
/// UTF-8 text, and the usual pause after its end. SSML is not switched on, and `[[names of sounds]]` only by
/// [`Library::take_names`].
const FLAGS: u32 = sys::espeakCHARS_UTF8 | sys::espeakENDPAUSE;
/// `espeak_TextToPhonemes`: International Phonetic Alphabet.
const IPA: c_int = 0x02;

/// What is heard of an utterance. Positions count samples from its start.
pub(super) trait Listener {
    /// The next samples.
    fn audio(&mut self, samples: &[i16]);
    /// A word begins; `character` counts from 0.
    fn word(&mut self, character: u32, sample: u32);
    /// A phoneme begins; one without a name is a pause.
    fn phoneme(&mut self, ipa: &str, sample: u32);
    /// All of this buffer's samples and events were told; says whether anybody still listens.
    fn buffer_done(&mut self) -> ControlFlow<()>;
}

/// The initialised library with its language.
pub(super) struct Library {
    flags: u32,
}

impl Library {
    /// Loads the data from the current folder and sets the language.
    ///
    /// The current folder, because the library holds paths in buffers of 160 characters.
    pub(super) fn open(language: &str) -> Result<Self, String> {
        // SAFETY: called once, before any other function of the library, on the only thread.
        unsafe {
            std::hint::black_box(sonicGetSpeed as *const c_void);
            sys::espeak_ng_InitializePath(c".".as_ptr());
            let mut context: sys::espeak_ng_ERROR_CONTEXT = ptr::null_mut();
            check(sys::espeak_ng_Initialize(&raw mut context))?;
            let mode = sys::espeak_ng_OUTPUT_MODE_ENOUTPUT_MODE_SYNCHRONOUS;
            check(sys::espeak_ng_InitializeOutput(mode, BUFFER_MS, ptr::null()))?;
            check(sys::espeak_ng_SetPhonemeEvents(1, 1))?;
            let rate = sys::espeak_ng_GetSampleRate();
            if u32::try_from(rate) != Ok(crate::voices::RATE.hz()) {
                return Err(format!("its data is for {rate} samples a second"));
            }
            let name = CString::new(language).map_err(|error| error.to_string())?;
            check(sys::espeak_ng_SetVoiceByName(name.as_ptr()))?;
        }
        Ok(Self { flags: FLAGS })
    }

    /// Changes the tone of the voice.
    pub(super) fn set_variant(&mut self, variant: &str) -> Result<(), String> {
        let name = CString::new(format!("!v/{variant}")).map_err(|error| error.to_string())?;
        // SAFETY: the library is initialised and has one thread, and a language is set. The name is NUL-terminated,
        // outlives the calls, and is one of ours; a test in `voices` sees to it that they fit.
        check(unsafe {
            let voice = LoadVoice(name.as_ptr(), CHANGE_TONE_ONLY);
            if voice.is_null() {
                return Err(format!("its variant {variant} is not in the voice data"));
            }
            DoVoiceChange(voice)
        })
    }

    /// Starts the library's random numbers, which some variants of tone use, from a known place.
    pub(super) fn seed(&mut self, seed: u64) {
        // SAFETY: sets a global number; single thread.
        unsafe { sys::espeak_ng_SetRandSeed(seed as _) };
    }

    /// Sets pace (words a minute) and pitch (0 to 99) for what follows.
    pub(super) fn tune(&mut self, words_per_minute: u32, pitch: u32) -> Result<(), String> {
        let set = |parameter, value: u32| {
            // SAFETY: sets a parameter within its documented range; single thread.
            check(unsafe { sys::espeak_ng_SetParameter(parameter, value as c_int, 0) })
        };
        set(sys::espeak_PARAMETER_espeakRATE, words_per_minute)?;
        set(sys::espeak_PARAMETER_espeakPITCH, pitch)
    }

    /// Takes `[[names]]` in what follows for names of sounds. Whoever calls this sees to it that there are no others.
    pub(super) fn take_names(&mut self) {
        self.flags |= sys::espeakPHONEMES;
        // SAFETY: a global number, which decides for `espeak_TextToPhonemes` what the flag does for speech; single thread.
        unsafe { option_phoneme_input = 1 };
    }

    /// Speaks the text to the listener.
    pub(super) fn speak(&mut self, text: &CStr, listener: &mut dyn Listener) -> Result<(), String> {
        let mut hearing = Hearing { listener, heard: 0 };
        let user_data = (&raw mut hearing).cast::<c_void>();
        // SAFETY: the text is NUL-terminated and outlives the call. In synchronous mode the callback runs only within
        // this call, on this thread, with `user_data` pointing to `hearing`, which outlives it.
        check(unsafe {
            sys::espeak_SetSynthCallback(Some(on_buffer));
            sys::espeak_ng_Synthesize(
                text.as_ptr().cast(),
                text.to_bytes_with_nul().len(),
                0,
                sys::espeak_POSITION_TYPE_POS_CHARACTER,
                0,
                self.flags,
                ptr::null_mut(),
                user_data,
            )
        })
    }

    /// The phonemes of the text in IPA, one line a clause.
    pub(super) fn phonemes(&mut self, text: &CStr) -> String {
        let mut rest: *const c_void = text.as_ptr().cast();
        let mut lines = Vec::new();
        while !rest.is_null() {
            // SAFETY: `rest` points into `text`, which is NUL-terminated, and the library sets it to null at its end.
            let clause =
                unsafe { sys::espeak_TextToPhonemes(&raw mut rest, sys::espeakCHARS_UTF8 as c_int, IPA) };
            if clause.is_null() {
                break;
            }
            // SAFETY: a NUL-terminated string in the library's own buffer, valid until its next call.
            let clause = unsafe { CStr::from_ptr(clause) }.to_string_lossy();
            lines.extend(Some(clause.trim().to_owned()).filter(|line| !line.is_empty()));
        }
        lines.join("\n")
    }
}

fn check(status: sys::espeak_ng_STATUS) -> Result<(), String> {
    if status == sys::espeak_ng_STATUS_ENS_OK {
        return Ok(());
    }
    let mut text: [c_char; 256] = [0; 256];
    // SAFETY: the buffer is as long as told, and the library terminates what it writes.
    let text = unsafe {
        sys::espeak_ng_GetStatusCodeMessage(status, text.as_mut_ptr(), text.len());
        CStr::from_ptr(text.as_ptr())
    };
    Err(text.to_string_lossy().to_lowercase())
}

/// What the callback knows.
struct Hearing<'a> {
    listener: &'a mut dyn Listener,
    /// The samples of all buffers before.
    heard: u32,
}

/// The library's callback: samples and events of one buffer. Returns 0 for "go on", 1 for "stop".
unsafe extern "C" fn on_buffer(samples: *mut i16, count: c_int, events: *mut sys::espeak_EVENT) -> c_int {
    if events.is_null() {
        return 0;
    }
    // SAFETY: the list ends with an event of type LIST_TERMINATED, and each event carries the `user_data` of
    // `Library::speak`, which waits for this call to return. The samples are as many as told.
    let (hearing, events, samples) = unsafe {
        let hearing = &mut *(*events).user_data.cast::<Hearing<'_>>();
        let mut length = 0;
        while (*events.add(length)).type_ != sys::espeak_EVENT_TYPE_espeakEVENT_LIST_TERMINATED {
            length += 1;
        }
        let silent = samples.is_null() || count <= 0;
        let samples = if silent { &[][..] } else { std::slice::from_raw_parts(samples, count as usize) };
        (hearing, std::slice::from_raw_parts(events, length), samples)
    };
    c_int::from(hearing.hear(samples, events).is_break())
}

impl Hearing<'_> {
    fn hear(&mut self, samples: &[i16], events: &[sys::espeak_EVENT]) -> ControlFlow<()> {
        if !samples.is_empty() {
            self.listener.audio(samples);
        }
        let length = samples.len() as u32;
        let offset = |event: &sys::espeak_EVENT| (event.sample.max(0) as u32).saturating_sub(self.heard);
        for event in events {
            tell(event, self.heard + offset(event).min(length), self.listener);
        }
        self.heard += length;
        self.listener.buffer_done()
    }
}

fn tell(event: &sys::espeak_EVENT, sample: u32, listener: &mut dyn Listener) {
    match event.type_ {
        // The library counts characters from 1.
        sys::espeak_EVENT_TYPE_espeakEVENT_WORD => {
            listener.word((event.text_position - 1).max(0) as u32, sample)
        }
        sys::espeak_EVENT_TYPE_espeakEVENT_PHONEME => {
            // SAFETY: for events of this type the union holds the string: up to eight bytes, padded with zeros.
            let bytes = unsafe { event.id.string }.map(|byte| byte as u8);
            let text = bytes.split(|byte| *byte == 0).next().unwrap_or_default();
            // Longer names are cut by the library, maybe within a character.
            let whole = text.utf8_chunks().next().map_or("", |chunk| chunk.valid());
            listener.phoneme(whole, sample);
        }
        _ => {}
    }
}

/// For [`LoadVoice`].
const CHANGE_TONE_ONLY: c_int = 2;

unsafe extern "C" {
    /// What `espeak_ng_SetVoiceByName` does for a variant after it has loaded the language anew, which takes 6 ms for
    /// Russian. Null if there is no such file. Source: `voices.c` of eSpeak NG 1.52.
    fn LoadVoice(name: *const c_char, control: c_int) -> *mut c_void;
    /// Lets the next sound have the tone of a loaded voice. Source: `synthesize.c` of eSpeak NG 1.52.
    fn DoVoiceChange(voice: *mut c_void) -> sys::espeak_ng_STATUS;
    /// Whether `[[` begins names of sounds. Source: `translate.c` of eSpeak NG 1.52.
    static mut option_phoneme_input: c_int;
    /// Named here only so that the linker keeps libsonic, which stands before eSpeak NG on its command line: some
    /// linkers look at each library once and would drop it before they see who needs it.
    fn sonicGetSpeed(stream: *mut c_void) -> f32;
}
