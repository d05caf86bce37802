//! Abbreviations: `т. е.`, `и т. д.`, `ул.`, `проф.`; and nouns whose case the word before them shows.

use crate::customs::Customs;
use crate::language::abbreviation::{Listed, Where, at, capital_as};
use crate::language::ru::governors;
use crate::language::ru::tongue::Russian;
use crate::language::slavic::grammar::Case;
use crate::language::slavic::measure;
use crate::place::Place;
use crate::rule::Said;

/// What is written, with a full stop behind each part; where; and the words.
const WORDS: &[Listed<&str>] = &[
    ("т. е.", Where::Anywhere, "то есть"),
    ("т. к.", Where::Anywhere, "так как"),
    ("т. н.", Where::Anywhere, "так называемый"),
    ("т. о.", Where::Anywhere, "таким образом"),
    ("т. д.", Where::Closing, "так далее"),
    ("т. п.", Where::Closing, "тому подобное"),
    ("др.", Where::Closing, "другие"),
    ("пр.", Where::Closing, "прочее"),
    ("в т. ч.", Where::Anywhere, "в том числе"),
    ("до н. э.", Where::Closing, "до нашей эры"),
    ("н. э.", Where::Closing, "нашей эры"),
    ("напр.", Where::Anywhere, "например"),
    ("ок.", Where::Anywhere, "около"),
    ("см.", Where::Anywhere, "смотри"),
    ("прим.", Where::Anywhere, "примечание"),
    ("им.", Where::BeforeName, "имени"),
    ("и. о.", Where::Anywhere, "исполняющий обязанности"),
    ("с. г.", Where::Closing, "сего года"),
    ("ж/д", Where::Anywhere, "железнодорожный"),
    ("б/у", Where::Closing, "бывший в употреблении"),
    ("а/я", Where::Anywhere, "абонентский ящик"),
    ("н/д", Where::Closing, "нет данных"),
    ("кол-во", Where::Closing, "количество"),
    ("кол-ва", Where::Closing, "количества"),
    ("изд-во", Where::Closing, "издательство"),
    ("ин-т", Where::Closing, "институт"),
    ("ун-т", Where::Closing, "университет"),
    ("б-ка", Where::Closing, "библиотека"),
    ("к-т", Where::Closing, "комитет"),
    ("р-ра", Where::Closing, "раствора"),
    ("изд.", Where::Anywhere, "издание"),
    ("ред.", Where::Anywhere, "редактор"),
    ("род.", Where::BeforeNumber, "родился"),
    ("ум.", Where::BeforeNumber, "умер"),
    ("зам.", Where::Anywhere, "заместитель"),
    ("зав.", Where::Anywhere, "заведующий"),
    ("нач.", Where::Anywhere, "начальник"),
    ("пом.", Where::Anywhere, "помощник"),
    ("дир.", Where::Anywhere, "директор"),
    ("доп.", Where::Anywhere, "дополнительный"),
    ("эл. почта", Where::Closing, "электронная почта"),
    ("сокр.", Where::Anywhere, "сокращённо"),
    ("букв.", Where::Anywhere, "буквально"),
    ("соотв.", Where::Anywhere, "соответственно"),
    ("прибл.", Where::Anywhere, "приблизительно"),
    ("греч.", Where::Anywhere, "греческий"),
    ("итал.", Where::Anywhere, "итальянский"),
    ("исп.", Where::Anywhere, "испанский"),
    ("рус.", Where::Anywhere, "русский"),
    ("проф.", Where::Anywhere, "профессор"),
    ("доц.", Where::Anywhere, "доцент"),
    ("акад.", Where::Anywhere, "академик"),
    ("канд.", Where::Anywhere, "кандидат"),
    ("инж.", Where::Anywhere, "инженер"),
    ("гл. обр.", Where::Anywhere, "главным образом"),
    ("тов.", Where::BeforeName, "товарищ"),
    ("гр.", Where::BeforeName, "гражданин"),
    ("св.", Where::BeforeName, "святой"),
    ("ген.", Where::BeforeName, "генерал"),
    ("кап.", Where::BeforeName, "капитан"),
    ("тел.", Where::Anywhere, "телефон"),
    ("моб.", Where::Anywhere, "мобильный"),
    ("доб.", Where::BeforeNumber, "добавочный"),
    ("англ.", Where::Anywhere, "английский"),
    ("лат.", Where::Anywhere, "латинский"),
    ("нем.", Where::Anywhere, "немецкий"),
    ("франц.", Where::Anywhere, "французский"),
    ("макс.", Where::Anywhere, "максимум"),
    ("мин.", Where::BeforeNumber, "минимум"),
];

/// Nouns: what is written, where, and the singular in the order of [`Case`].
const NOUNS: &[Listed<[&str; 6]>] = &[
    ("д-р", Where::BeforeName, ["доктор", "доктора", "доктору", "доктора", "доктором", "докторе"]),
    (
        "респ.",
        Where::BeforeName,
        ["республика", "республики", "республике", "республику", "республикой", "республике"],
    ),
    ("разд.", Where::BeforeNumber, ["раздел", "раздела", "разделу", "раздел", "разделом", "разделе"]),
    (
        "прил.",
        Where::BeforeNumber,
        ["приложение", "приложения", "приложению", "приложение", "приложением", "приложении"],
    ),
    ("абз.", Where::BeforeNumber, ["абзац", "абзаца", "абзацу", "абзац", "абзацем", "абзаце"]),
    ("ул.", Where::Anywhere, ["улица", "улицы", "улице", "улицу", "улицей", "улице"]),
    ("пл.", Where::BeforeName, ["площадь", "площади", "площади", "площадь", "площадью", "площади"]),
    ("пер.", Where::BeforeName, ["переулок", "переулка", "переулку", "переулок", "переулком", "переулке"]),
    (
        "просп.",
        Where::Anywhere,
        ["проспект", "проспекта", "проспекту", "проспект", "проспектом", "проспекте"],
    ),
    ("пр-т", Where::Anywhere, ["проспект", "проспекта", "проспекту", "проспект", "проспектом", "проспекте"]),
    ("пр.", Where::BeforeName, ["проспект", "проспекта", "проспекту", "проспект", "проспектом", "проспекте"]),
    (
        "наб.",
        Where::Anywhere,
        ["набережная", "набережной", "набережной", "набережную", "набережной", "набережной"],
    ),
    ("б-р", Where::Anywhere, ["бульвар", "бульвара", "бульвару", "бульвар", "бульваром", "бульваре"]),
    ("р-н", Where::Anywhere, ["район", "района", "району", "район", "районом", "районе"]),
    ("обл.", Where::Anywhere, ["область", "области", "области", "область", "областью", "области"]),
    ("г.", Where::BeforeName, ["город", "города", "городу", "город", "городом", "городе"]),
    ("гор.", Where::BeforeName, ["город", "города", "городу", "город", "городом", "городе"]),
    ("пос.", Where::BeforeName, ["посёлок", "посёлка", "посёлку", "посёлок", "посёлком", "посёлке"]),
    ("д.", Where::BeforeName, ["деревня", "деревни", "деревне", "деревню", "деревней", "деревне"]),
    ("с.", Where::BeforeName, ["село", "села", "селу", "село", "селом", "селе"]),
    ("оз.", Where::BeforeName, ["озеро", "озера", "озеру", "озеро", "озером", "озере"]),
    ("р.", Where::BeforeName, ["река", "реки", "реке", "реку", "рекой", "реке"]),
    ("о.", Where::BeforeName, ["остров", "острова", "острову", "остров", "островом", "острове"]),
    ("ст.", Where::BeforeName, ["станция", "станции", "станции", "станцию", "станцией", "станции"]),
    ("м.", Where::BeforeName, ["метро", "метро", "метро", "метро", "метро", "метро"]),
    ("д.", Where::BeforeNumber, ["дом", "дома", "дому", "дом", "домом", "доме"]),
    ("корп.", Where::BeforeNumber, ["корпус", "корпуса", "корпусу", "корпус", "корпусом", "корпусе"]),
    ("стр.", Where::BeforeNumber, ["страница", "страницы", "странице", "страницу", "страницей", "странице"]),
    ("с.", Where::BeforeNumber, ["страница", "страницы", "странице", "страницу", "страницей", "странице"]),
    ("кв.", Where::BeforeNumber, ["квартира", "квартиры", "квартире", "квартиру", "квартирой", "квартире"]),
    ("оф.", Where::BeforeNumber, ["офис", "офиса", "офису", "офис", "офисом", "офисе"]),
    ("каб.", Where::BeforeNumber, ["кабинет", "кабинета", "кабинету", "кабинет", "кабинетом", "кабинете"]),
    ("комн.", Where::BeforeNumber, ["комната", "комнаты", "комнате", "комнату", "комнатой", "комнате"]),
    ("под.", Where::BeforeNumber, ["подъезд", "подъезда", "подъезду", "подъезд", "подъездом", "подъезде"]),
    ("эт.", Where::BeforeNumber, ["этаж", "этажа", "этажу", "этаж", "этажом", "этаже"]),
    ("рис.", Where::BeforeNumber, ["рисунок", "рисунка", "рисунку", "рисунок", "рисунком", "рисунке"]),
    ("табл.", Where::BeforeNumber, ["таблица", "таблицы", "таблице", "таблицу", "таблицей", "таблице"]),
    ("гл.", Where::BeforeNumber, ["глава", "главы", "главе", "главу", "главой", "главе"]),
    ("п.", Where::BeforeNumber, ["пункт", "пункта", "пункту", "пункт", "пунктом", "пункте"]),
    ("пп.", Where::BeforeNumber, ["пункты", "пунктов", "пунктам", "пункты", "пунктами", "пунктах"]),
    ("ст.", Where::BeforeNumber, ["статья", "статьи", "статье", "статью", "статьёй", "статье"]),
    ("ч.", Where::BeforeNumber, ["часть", "части", "части", "часть", "частью", "части"]),
    ("т.", Where::BeforeNumber, ["том", "тома", "тому", "том", "томом", "томе"]),
    ("вып.", Where::BeforeNumber, ["выпуск", "выпуска", "выпуску", "выпуск", "выпуском", "выпуске"]),
    (
        "г-н",
        Where::BeforeName,
        ["господин", "господина", "господину", "господина", "господином", "господине"],
    ),
    ("г-жа", Where::BeforeName, ["госпожа", "госпожи", "госпоже", "госпожу", "госпожой", "госпоже"]),
    ("г-на", Where::BeforeName, ["господина"; 6]),
    ("г-ну", Where::BeforeName, ["господину"; 6]),
    ("г-ном", Where::BeforeName, ["господином"; 6]),
    ("г-жи", Where::BeforeName, ["госпожи"; 6]),
    ("г-же", Where::BeforeName, ["госпоже"; 6]),
];

/// Any abbreviation of [`WORDS`].
pub(super) fn word(place: Place<'_>, _: &Customs) -> Option<Said> {
    let (words, length) = at(place, WORDS)?;
    Some(Said::new(length, capital_as(place.rest(), words)))
}

/// Any abbreviation of [`NOUNS`], in the case of the preposition before it.
pub(super) fn noun(place: Place<'_>, _: &Customs) -> Option<Said> {
    let (forms, length) = at(place, NOUNS)?;
    Some(Said::new(length, capital_as(place.rest(), forms[case(place) as usize])))
}

/// `за кг`, `в мин.`
pub(super) fn unit(place: Place<'_>, _: &Customs) -> Option<Said> {
    measure::one_unit::<Russian>(place, &["за", "на", "в"])
}

/// The case of a place or part by the preposition before it: where, if it may be.
fn case(place: Place<'_>) -> Case {
    let Some(word) = governors::word(place) else { return Case::Nominative };
    match word.as_str() {
        "в" | "во" | "на" | "о" | "об" | "при" => Case::Locative,
        "по" | "к" | "ко" => Case::Dative,
        "через" | "за" | "про" | "см" | "смотри" => Case::Accusative,
        "над" | "под" | "перед" | "между" => Case::Instrumental,
        word => governors::governed(word)
            .first()
            .copied()
            .filter(|case| matches!(case, Case::Genitive | Case::Dative))
            .unwrap_or(Case::Nominative),
    }
}

#[cfg(test)]
mod tests {
    use crate::Normaliser;
    use speech::Language;

    fn said(text: &str) -> String {
        Normaliser::new(&Language::new("ru")).read(text).text.as_str().to_owned()
    }

    #[test]
    fn abbreviations_are_words() {
        assert_eq!(said("Он, т.е. сосед, и др."), "Он, то есть сосед, и другие.");
        assert_eq!(said("Проф. Белов"), "Профессор Белов");
        assert_eq!(said("дом на ул. Лесной, д. 3"), "дом на улице Лесной, дом три");
        assert_eq!(said("из г. Клин"), "из города Клин");
        assert_eq!(said("по 3 р. за шт."), "по три рубля за штуку.");
    }

    #[test]
    fn ordinary_words_stay() {
        assert_eq!(said("Спросил др."), "Спросил другие.");
        assert_eq!(said("Тут был пол."), "Тут был пол.");
    }
}
