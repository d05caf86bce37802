//! Every codec in every container at every rate opens, or says what is not on offer.

mod sound;

use audio::{AudioStream, CODECS, CONTAINERS, FormError, Rates, check, media_type};
use sound::{Told, chunk, form, plain, reason, speech_like};
use speech::{CodecId, ContainerId, OutputForm};

const RATES: [u32; 12] =
    [8_000, 8_001, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 47_999, 48_000, 17_321];

fn all_forms() -> impl Iterator<Item = OutputForm> {
    CODECS.iter().flat_map(|codec| {
        CONTAINERS
            .iter()
            .flat_map(move |container| RATES.into_iter().map(move |hz| form(codec.id, container.id, hz)))
    })
}

#[test]
fn a_form_opens_or_its_error_names_the_thing() {
    for form in all_forms() {
        let error = reason(form);
        assert_eq!(check(&form).err(), error, "{form:?}");
        match error {
            None => {}
            Some(FormError::NotTogether { codec, container }) => {
                assert_eq!((codec, container), (form.codec, form.container));
            }
            Some(FormError::Rate { codec, rate, offered }) => {
                assert_eq!((codec, rate), (form.codec, form.rate));
                assert!(!offered.contains(&rate.hz()));
            }
            Some(other) => panic!("{form:?}: {other}"),
        }
    }
}

#[test]
fn what_opens_makes_sound() {
    for form in all_forms().filter(|form| check(form).is_ok()) {
        let mut stream = AudioStream::open(form).unwrap();
        let mut out = Vec::new();
        stream.push_into(&chunk(22_050, &speech_like(22_050, 4_410)), &mut out);
        stream.settle_into(&mut out);
        // A fifth of a second at one byte a sample, or at 8 kbit/s.
        assert!(out.len() >= 200, "{form:?}: {} bytes", out.len());
        assert_eq!(stream.card().id, form.codec);
        assert_eq!(stream.form(), &form);
    }
}

#[test]
fn every_codec_goes_somewhere_and_its_card_is_sound() {
    for (place, card) in CODECS.iter().enumerate() {
        assert!(CODECS[..place].iter().all(|other| other.id != card.id), "{} is there twice", card.id.0);
        let hz = match card.rates {
            Rates::Any => 8_000,
            Rates::Only(rates) => {
                assert!(rates.is_sorted());
                rates[0]
            }
        };
        let plain = plain(card.id, hz);
        assert_eq!(check(&plain), Ok(()));
        assert!(media_type(&plain).starts_with("audio/"), "{}", media_type(&plain));
        let encoder = (card.open)(&plain).unwrap();
        assert_eq!(encoder.delay().0 > 0, card.has_memory);
    }
}

#[test]
fn wav_refuses_what_it_does_not_hold() {
    let error = reason(form(CodecId::PCM_S16BE, ContainerId::WAV, 8_000)).unwrap();
    assert_eq!(error.to_string(), "codec pcm_s16be does not go into container wav; choose one of raw");
    #[cfg(feature = "mp3")]
    assert!(reason(form(CodecId::MP3, ContainerId::WAV, 8_000)).is_some());
}

#[test]
fn unknown_names_are_named() {
    let no_codec = reason(form(CodecId("speex"), ContainerId::RAW, 8_000)).unwrap().to_string();
    assert!(no_codec.starts_with("codec speex is not on offer; choose one of pcm_s16le, "), "{no_codec}");
    let no_container = reason(form(CodecId::PCM_S16LE, ContainerId("avi"), 8_000)).unwrap().to_string();
    let known: Vec<_> = CONTAINERS.iter().map(|card| card.id.0).collect();
    assert_eq!(no_container, format!("container avi is not on offer; choose one of {}", known.join(", ")));
    assert_eq!(media_type(&form(CodecId("speex"), ContainerId::RAW, 8_000)), "application/octet-stream");
}

#[test]
fn media_types_name_the_rate_where_the_bytes_do_not() {
    let of = |codec, container| media_type(&form(codec, container, 24_000));
    assert_eq!(of(CodecId::PCM_S16LE, ContainerId::WAV), "audio/wav");
    assert_eq!(of(CodecId::PCM_S16BE, ContainerId::RAW), "audio/L16;rate=24000;channels=1");
    assert_eq!(of(CodecId::MULAW, ContainerId::RAW), "audio/PCMU;rate=24000");
    #[cfg(feature = "mp3")]
    assert_eq!(of(CodecId::MP3, ContainerId::RAW), "audio/mpeg");
    #[cfg(feature = "flac")]
    assert_eq!(of(CodecId::FLAC, ContainerId::FLAC), "audio/flac");
    #[cfg(feature = "opus")]
    assert_eq!(of(CodecId::OPUS, ContainerId::WEBM), "audio/webm;codecs=opus");
}

#[cfg(feature = "mp3")]
#[test]
fn mp3_has_a_closed_list_of_rates() {
    let error = reason(form(CodecId::MP3, ContainerId::RAW, 17_321)).unwrap().to_string();
    assert!(
        error.starts_with("sample rate of 17321 Hz is not on offer for codec mp3; choose one of 8000, "),
        "{error}"
    );
}

#[cfg(not(feature = "mp3"))]
#[test]
fn without_the_feature_mp3_is_not_on_offer() {
    assert_eq!(
        reason(form(CodecId::MP3, ContainerId::RAW, 24_000)),
        Some(FormError::UnknownCodec(CodecId::MP3))
    );
}
