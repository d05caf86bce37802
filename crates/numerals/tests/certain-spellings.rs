//! Spellings that every speaker would sign: one small number of each kind, the borders of tens, hundreds, thousands and
//! millions, and the places where the language does something of its own.

#[track_caller]
fn check(language: &str, rule_set: &str, expected: &[(u64, &str)]) {
    for &(number, words) in expected {
        let spelled = numerals::spell(language, rule_set, number);
        assert_eq!(spelled.as_deref(), Some(words), "{number} in {language} by {rule_set}");
    }
}

#[test]
fn english() {
    check(
        "en",
        "spellout-cardinal",
        &[
            (0, "zero"),
            (1, "one"),
            (11, "eleven"),
            (16, "sixteen"),
            (21, "twenty-one"),
            (80, "eighty"),
            (99, "ninety-nine"),
            (100, "one hundred"),
            (101, "one hundred one"),
            (1000, "one thousand"),
            (1999, "one thousand nine hundred ninety-nine"),
            (21_000, "twenty-one thousand"),
            (1_000_000, "one million"),
            (2_000_001, "two million one"),
            (7_000_000_000_000, "seven trillion"),
        ],
    );
    let with_and = [
        (101, "one hundred and one"),
        (1_005, "one thousand and five"),
        (1_105, "one thousand one hundred and five"),
        (123_456, "one hundred and twenty-three thousand, four hundred and fifty-six"),
        (2_000_001, "two million and one"),
    ];
    check("en-GB", "spellout-cardinal-verbose", &with_and);
    let ordinals = [
        (0, "zeroth"),
        (1, "first"),
        (12, "twelfth"),
        (20, "twentieth"),
        (21, "twenty-first"),
        (100, "one hundredth"),
        (103, "one hundred third"),
        (2_000, "two thousandth"),
    ];
    check("en", "spellout-ordinal", &ordinals);
    let years = [
        (1066, "ten sixty-six"),
        (1900, "nineteen hundred"),
        (1905, "nineteen oh-five"),
        (1999, "nineteen ninety-nine"),
        (2000, "two thousand"),
        (2007, "two thousand seven"),
        (2026, "twenty twenty-six"),
    ];
    check("en", "spellout-numbering-year", &years);
}

#[test]
fn german() {
    check(
        "de",
        "spellout-numbering",
        &[
            (0, "null"),
            (1, "eins"),
            (7, "sieben"),
            (11, "elf"),
            (13, "dreizehn"),
            (16, "sechzehn"),
            (17, "siebzehn"),
            (21, "einundzwanzig"),
            (71, "einundsiebzig"),
            (99, "neunundneunzig"),
            (101, "einhunderteins"),
            (1000, "eintausend"),
            (1999, "eintausendneunhundertneunundneunzig"),
            (21_000, "einundzwanzigtausend"),
            (1_000_000, "eine Million"),
            (2_000_001, "zwei Millionen eins"),
        ],
    );
    check(
        "de",
        "spellout-numbering-year",
        &[(1999, "neunzehnhundertneunundneunzig"), (2026, "zweitausendsechsundzwanzig")],
    );
    check("de", "spellout-cardinal-masculine", &[(1, "ein"), (101, "einhundertein")]);
    check("de", "spellout-cardinal-feminine", &[(1, "eine"), (2, "zwei")]);
    let ordinals =
        [(1, "ersten"), (3, "dritten"), (7, "siebten"), (20, "zwanzigsten"), (101, "einhundertersten")];
    check("de", "spellout-ordinal-n", &ordinals);
}

#[test]
fn french() {
    let common = [
        (0, "zéro"),
        (1, "un"),
        (11, "onze"),
        (16, "seize"),
        (17, "dix-sept"),
        (21, "vingt-et-un"),
        (22, "vingt-deux"),
        (100, "cent"),
        (101, "cent un"),
        (200, "deux cents"),
        (201, "deux cent un"),
        (1000, "mille"),
        (21_000, "vingt-et-un mille"),
        (1_000_000, "un million"),
        (2_000_001, "deux millions un"),
    ];
    for country in ["fr", "fr-BE", "fr-CH"] {
        check(country, "spellout-cardinal-masculine", &common);
    }
    let of_france = [
        (71, "soixante-et-onze"),
        (80, "quatre-vingts"),
        (81, "quatre-vingt-un"),
        (91, "quatre-vingt-onze"),
        (99, "quatre-vingt-dix-neuf"),
        (1999, "mille neuf cent quatre-vingt-dix-neuf"),
        (80_000, "quatre-vingt mille"),
    ];
    check("fr-FR", "spellout-cardinal-masculine", &of_france);
    check(
        "fr-BE",
        "spellout-cardinal-masculine",
        &[(71, "septante-et-un"), (80, "quatre-vingts"), (99, "nonante-neuf")],
    );
    check(
        "fr-CH",
        "spellout-cardinal-masculine",
        &[(71, "septante-et-un"), (80, "huitante"), (99, "nonante-neuf")],
    );
    check("fr", "spellout-cardinal-feminine", &[(1, "une"), (21, "vingt-et-une"), (81, "quatre-vingt-une")]);
    check(
        "fr",
        "spellout-ordinal-masculine",
        &[(1, "premier"), (2, "deuxième"), (21, "vingt-et-unième"), (80, "quatre-vingtième")],
    );
    check("fr", "spellout-ordinal-feminine", &[(1, "première"), (5, "cinquième")]);
}

#[test]
fn spanish() {
    let numbering = [
        (0, "cero"),
        (1, "uno"),
        (11, "once"),
        (16, "dieciséis"),
        (21, "veintiuno"),
        (22, "veintidós"),
        (71, "setenta y uno"),
        (99, "noventa y nueve"),
        (100, "cien"),
        (101, "ciento uno"),
        (500, "quinientos"),
        (1000, "mil"),
        (1999, "mil novecientos noventa y nueve"),
        (21_000, "veintiún mil"),
        (1_000_000, "un millón"),
        (2_000_001, "dos millones uno"),
        (1_000_000_000, "mil millones"),
    ];
    check("es", "spellout-numbering", &numbering);
    check("es-MX", "spellout-cardinal-masculine", &[(1, "un"), (21, "veintiún"), (31, "treinta y un")]);
    check("es", "spellout-cardinal-feminine", &[(1, "una"), (21, "veintiuna"), (200, "doscientas")]);
    check("es", "spellout-ordinal-masculine", &[(1, "primero"), (10, "décimo"), (21, "vigésimo primero")]);
}

#[test]
fn italian() {
    let numbering = [
        (0, "zero"),
        (1, "uno"),
        (11, "undici"),
        (16, "sedici"),
        (17, "diciassette"),
        (21, "ventuno"),
        (23, "ventitré"),
        (28, "ventotto"),
        (80, "ottanta"),
        (99, "novantanove"),
        (100, "cento"),
        (101, "centouno"),
        (1000, "mille"),
        (1999, "millenovecentonovantanove"),
        (2000, "duemila"),
        (21_000, "ventunmila"),
        (1_000_000, "un milione"),
        (2_000_001, "due milioni uno"),
    ];
    check("it", "spellout-numbering", &numbering);
    check(
        "it",
        "spellout-ordinal-masculine",
        &[(1, "primo"), (11, "undicesimo"), (23, "ventitreesimo"), (100, "centesimo")],
    );
    check("it", "spellout-ordinal-feminine", &[(3, "terza"), (20, "ventesima")]);
}

#[test]
fn portuguese() {
    let everywhere = [
        (0, "zero"),
        (1, "um"),
        (11, "onze"),
        (21, "vinte e um"),
        (71, "setenta e um"),
        (99, "noventa e nove"),
        (100, "cem"),
        (101, "cento e um"),
        (500, "quinhentos"),
        (1000, "mil"),
        (1100, "mil e cem"),
        (1999, "mil novecentos e noventa e nove"),
        (21_000, "vinte e um mil"),
        (1_000_000, "um milhão"),
        (2_000_001, "dois milhões e um"),
    ];
    for country in ["pt", "pt-BR", "pt-PT"] {
        check(country, "spellout-cardinal-masculine", &everywhere);
    }
    check("pt", "spellout-numbering", &[(16, "dezesseis"), (17, "dezessete"), (1_000_000_000, "um bilhão")]);
    check(
        "pt-PT",
        "spellout-numbering",
        &[(16, "dezasseis"), (17, "dezassete"), (2_000_000_000, "dois mil milhões")],
    );
    check("pt", "spellout-cardinal-feminine", &[(1, "uma"), (2, "duas"), (200, "duzentas")]);
    check(
        "pt",
        "spellout-ordinal-masculine",
        &[(1, "primeiro"), (20, "vigésimo"), (21, "vigésimo primeiro")],
    );
}

#[test]
fn dutch() {
    let numbering = [
        (0, "nul"),
        (1, "een"),
        (11, "elf"),
        (14, "veertien"),
        (16, "zestien"),
        (21, "eenentwintig"),
        (22, "tweeëntwintig"),
        (71, "eenenzeventig"),
        (80, "tachtig"),
        (99, "negenennegentig"),
        (100, "honderd"),
        (101, "honderdeen"),
        (1000, "duizend"),
        (21_000, "eenentwintigduizend"),
        (1_000_000, "een miljoen"),
        (2_000_001, "twee miljoen een"),
    ];
    check("nl", "spellout-numbering", &numbering);
    check("nl", "spellout-numbering-year", &[(1999, "negentiennegenennegentig")]);
    check(
        "nl",
        "spellout-ordinal",
        &[(1, "eerste"), (8, "achtste"), (19, "negentiende"), (20, "twintigste")],
    );
}

#[test]
fn polish() {
    let masculine = [
        (0, "zero"),
        (1, "jeden"),
        (2, "dwa"),
        (11, "jedenaście"),
        (16, "szesnaście"),
        (21, "dwadzieścia jeden"),
        (71, "siedemdziesiąt jeden"),
        (99, "dziewięćdziesiąt dziewięć"),
        (101, "sto jeden"),
        (500, "pięćset"),
        (1000, "tysiąc"),
        (1999, "tysiąc dziewięćset dziewięćdziesiąt dziewięć"),
        (2000, "dwa tysiące"),
        (12_000, "dwanaście tysięcy"),
        (21_000, "dwadzieścia jeden tysięcy"),
        (22_000, "dwadzieścia dwa tysiące"),
        (1_000_000, "milion"),
        (5_000_000, "pięć milionów"),
    ];
    check("pl", "spellout-cardinal-masculine", &masculine);
    check("pl", "spellout-cardinal-feminine", &[(1, "jedna"), (2, "dwie"), (22, "dwadzieścia dwie")]);
    check("pl", "spellout-cardinal-masculine-genitive", &[(2, "dwóch"), (5, "pięciu"), (100, "stu")]);
}

#[test]
fn russian() {
    let masculine = [
        (0, "ноль"),
        (1, "один"),
        (11, "одиннадцать"),
        (21, "двадцать один"),
        (40, "сорок"),
        (90, "девяносто"),
        (99, "девяносто девять"),
        (101, "сто один"),
        (200, "двести"),
        (300, "триста"),
        (500, "пятьсот"),
        (1000, "одна тысяча"),
        (1999, "одна тысяча девятьсот девяносто девять"),
        (5000, "пять тысяч"),
        (11_000, "одиннадцать тысяч"),
        (21_000, "двадцать одна тысяча"),
        (22_000, "двадцать две тысячи"),
        (1_000_000, "один миллион"),
        (2_000_001, "два миллиона один"),
    ];
    check("ru", "spellout-cardinal-masculine", &masculine);
    check("ru", "spellout-cardinal-feminine", &[(1, "одна"), (2, "две"), (21, "двадцать одна")]);
    check(
        "ru",
        "spellout-cardinal-masculine-genitive",
        &[(5, "пяти"), (40, "сорока"), (100, "ста"), (1000, "одной тысячи")],
    );
    check(
        "ru",
        "spellout-ordinal-masculine",
        &[(1, "первый"), (3, "третий"), (40, "сороковой"), (121, "сто двадцать первый")],
    );
    check(
        "ru",
        "spellout-ordinal-masculine-genitive",
        &[(2000, "двухтысячного"), (2026, "две тысячи двадцать шестого")],
    );
}

#[test]
fn turkish() {
    let cardinal = [
        (0, "sıfır"),
        (1, "bir"),
        (11, "on bir"),
        (16, "on altı"),
        (21, "yirmi bir"),
        (71, "yetmiş bir"),
        (80, "seksen"),
        (99, "doksan dokuz"),
        (100, "yüz"),
        (101, "yüz bir"),
        (1000, "bin"),
        (1999, "bin dokuz yüz doksan dokuz"),
        (21_000, "yirmi bir bin"),
        (1_000_000, "bir milyon"),
        (2_000_001, "iki milyon bir"),
    ];
    check("tr", "spellout-cardinal", &cardinal);
    let ordinals =
        [(1, "birinci"), (3, "üçüncü"), (4, "dördüncü"), (6, "altıncı"), (10, "onuncu"), (100, "yüzüncü")];
    check("tr", "spellout-ordinal", &ordinals);
}

#[test]
fn hindi() {
    let cardinal = [
        (0, "शून्य"),
        (1, "एक"),
        (7, "सात"),
        (11, "ग्यारह"),
        (16, "सोलह"),
        (21, "इक्कीस"),
        (71, "इकहत्तर"),
        (80, "अस्सी"),
        (100, "एक सौ"),
        (101, "एक सौ एक"),
        (1000, "एक हज़ार"),
        (21_000, "इक्कीस हज़ार"),
        (100_000, "एक लाख"),
        (1_000_000, "दस लाख"),
        (10_000_000, "एक करोड़"),
    ];
    check("hi", "spellout-cardinal", &cardinal);
    check("hi", "spellout-ordinal-masculine", &[(1, "पहला"), (2, "दूसरा"), (5, "पाँचवाँ")]);
}

#[test]
fn arabic() {
    let numbering = [
        (0, "صفر"),
        (1, "واحد"),
        (7, "سبعة"),
        (10, "عشرة"),
        (16, "ستة عشر"),
        (21, "واحد وعشرون"),
        (71, "واحد وسبعون"),
        (80, "ثمانون"),
        (99, "تسعة وتسعون"),
        (100, "مائة"),
        (101, "مائة وواحد"),
        (200, "مائتان"),
        (1000, "ألف"),
        (3000, "ثلاثة آلاف"),
        (21_000, "واحد وعشرون ألف"),
        (1_000_000, "مليون"),
    ];
    check("ar", "spellout-numbering", &numbering);
}

#[test]
fn chinese() {
    let cardinal = [
        (0, "零"),
        (1, "一"),
        (10, "十"),
        (11, "十一"),
        (16, "十六"),
        (21, "二十一"),
        (80, "八十"),
        (100, "一百"),
        (101, "一百零一"),
        (1000, "一千"),
        (1001, "一千零一"),
        (1010, "一千零一十"),
        (1999, "一千九百九十九"),
        (21_000, "二万一千"),
        (1_000_000, "一百万"),
        (100_000_000, "一亿"),
    ];
    check("zh", "spellout-cardinal", &cardinal);
    check("zh-CN", "spellout-numbering-year", &[(1999, "一九九九"), (2026, "二〇二六")]);
    check("zh", "spellout-ordinal", &[(1, "第一"), (21, "第二十一")]);
}

#[test]
fn japanese() {
    let numbering = [
        (1, "一"),
        (7, "七"),
        (10, "十"),
        (11, "十一"),
        (21, "二十一"),
        (80, "八十"),
        (99, "九十九"),
        (100, "百"),
        (101, "百一"),
        (1000, "千"),
        (1999, "千九百九十九"),
        (10_000, "一万"),
        (21_000, "二万千"),
        (1_000_000, "百万"),
        (100_000_000, "一億"),
    ];
    check("ja", "spellout-numbering", &numbering);
    check("ja", "spellout-ordinal", &[(1, "第一"), (3, "第三")]);
}

#[test]
fn korean() {
    let sinokorean = [
        (0, "영"),
        (1, "일"),
        (7, "칠"),
        (11, "십일"),
        (16, "십육"),
        (21, "이십일"),
        (80, "팔십"),
        (99, "구십구"),
        (100, "백"),
        (101, "백일"),
        (1000, "천"),
        (1999, "천구백구십구"),
        (10_000, "만"),
        (21_000, "이만 천"),
        (1_000_000, "백만"),
    ];
    check("ko", "spellout-cardinal-sinokorean", &sinokorean);
    check("ko", "spellout-cardinal-native", &[(1, "하나"), (2, "둘"), (20, "스물"), (21, "스물하나")]);
    check(
        "ko",
        "spellout-cardinal-native-attributive",
        &[(1, "한"), (2, "두"), (20, "스무"), (21, "스물한")],
    );
}
