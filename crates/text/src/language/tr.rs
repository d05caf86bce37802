//! Turkish.

use super::{Customs, Nouns, Ordinals, Quotations, Script};

pub(super) const CUSTOMS: Customs = Customs {
    tag: "tr",
    never: NEVER,
    titles: TITLES,
    before_number: BEFORE_NUMBER,
    last: LAST,
    streets: &[],
    endings: &[],
    names: NAMES,
    openers: OPENERS,
    subjects: SUBJECTS,
    labels: LABELS,
    articles: &[],
    letters: LETTERS,
    months: MONTHS,
    counted: COUNTED,
    determiners: &[],
    quoting: QUOTING,
    particles: &[],
    phrases: PHRASES,
    ordinals: Ordinals::BeforeNouns,
    nouns: Nouns::Small,
    script: Script::Latin,
    quotations: Quotations::Tight,
};

const NEVER: &[&str] = &[
    "a.g.e", "apt", "bkz", "blv", "bul", "cad", "haz", "krş", "mah", "sok", "yak", "yakl", "yay", "çev",
    "ör", "örn",
];

const TITLES: &[&str] = &[
    "Av", "Gör", "alb", "bnb", "doç", "dr", "gen", "hz", "korg", "mim", "mr", "mrs", "müh", "op", "org",
    "prof", "sn", "st", "tüm", "tğm", "uzm", "yrd", "yzb", "öğr", "üstğm",
];

const BEFORE_NUMBER: &[&str] = &[
    "bl", "böl", "c", "cilt", "m", "md", "no", "nu", "s", "sf", "ss", "sy", "tab", "tel", "yk", "çiz", "şek",
];

const LAST: &[&str] = &[
    "a.ş", "ad", "apt", "ara", "ağu", "blv", "böl", "cad", "cd", "cm", "cmt", "cum", "d", "dk", "ds", "eki",
    "eyl", "gn", "gr", "haz", "kas", "kat", "kg", "km", "lt", "m", "m.s", "m.ö", "mah", "mar", "may", "mm",
    "müd", "nis", "oca", "ort", "paz", "per", "pzt", "sa", "sal", "san", "sk", "sn", "sok", "t.c", "tem",
    "tic", "vb", "vd", "vdr", "vs", "yy", "çar", "şti", "şub",
];

const NAMES: &[&str] = &["corp", "inc", "ltd"];

const OPENERS: &[&str] = &[
    "Acaba",
    "Ama",
    "Ancak",
    "Artık",
    "Aslında",
    "Az",
    "Bana",
    "Bazen",
    "Bazı",
    "Belki",
    "Ben",
    "Beni",
    "Benim",
    "Bir",
    "Biraz",
    "Birden",
    "Biri",
    "Birçok",
    "Biz",
    "Bize",
    "Bizim",
    "Bu",
    "Bugün",
    "Buna",
    "Bunu",
    "Bunun",
    "Bununla",
    "Bütün",
    "Da",
    "Daha",
    "De",
    "Dün",
    "En",
    "Evet",
    "Eğer",
    "Fakat",
    "Gerçekten",
    "Geçen",
    "Hangi",
    "Hatta",
    "Hayır",
    "Hem",
    "Henüz",
    "Hep",
    "Her",
    "Herkes",
    "Hiç",
    "Hiçbir",
    "Hâlâ",
    "Kaç",
    "Kendi",
    "Kim",
    "Kimse",
    "Lütfen",
    "Mi",
    "Nasıl",
    "Ne",
    "Neden",
    "Nerede",
    "Nereye",
    "Neyse",
    "O",
    "Olan",
    "Ona",
    "Ondan",
    "Onlar",
    "Onu",
    "Onun",
    "Oysa",
    "Peki",
    "Sadece",
    "Sanki",
    "Sen",
    "Seni",
    "Senin",
    "Siz",
    "Sizin",
    "Son",
    "Sonra",
    "Sonuçta",
    "Tabii",
    "Tamam",
    "Tüm",
    "Ve",
    "Veya",
    "Ya",
    "Yalnızca",
    "Yani",
    "Yarın",
    "Yeni",
    "Yine",
    "Yok",
    "Zaten",
    "Çok",
    "Çünkü",
    "Önce",
    "Üstelik",
    "İki",
    "İlk",
    "İyi",
    "İşte",
    "Şimdi",
    "Şu",
];

const SUBJECTS: &[&str] = &["Ama", "Ben", "Biz", "Bu", "O", "Onlar", "Sen", "Siz", "Ve", "Şu"];

const LABELS: &[&str] = &[
    "blok", "bölge", "bölüm", "ek", "grup", "hat", "hepatit", "model", "nokta", "peron", "plan", "seri",
    "seviye", "seçenek", "sınıf", "tip", "vitamin",
];

const LETTERS: &[&str] = &["o"];

const MONTHS: &[&str] = &[
    "Aralık", "Ağustos", "Ekim", "Eylül", "Haziran", "Kasım", "Mart", "Mayıs", "Nisan", "Ocak", "Temmuz",
    "Şubat",
];

const COUNTED: &[&str] = &[
    "Asliye",
    "Ağır",
    "Bölge",
    "Cadde",
    "Caddesi",
    "Daire",
    "Dünya",
    "Gün",
    "Hafta",
    "Kat",
    "Kolordu",
    "Lig",
    "Noter",
    "Ordu",
    "Sokak",
    "Sokağı",
    "Sulh",
    "Sınıf",
    "Ulusal",
    "Uluslararası",
    "Yüzyıl",
    "Yıl",
    "İcra",
];

const QUOTING: &[&str] = &["bağırdı", "dedi", "sordu"];

const PHRASES: &[&str] = &[
    "ama", "ancak", "da", "de", "eğer", "fakat", "gibi", "hem", "ile", "için", "kadar", "ki", "sonra", "ve",
    "veya", "ya", "yani", "çünkü", "önce",
];
