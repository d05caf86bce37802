//! What the endings of Polish nouns tell of gender and life, and the common nouns of which they tell wrong. A number is
//! all that depends on it: a word that is missing here is read as if it followed its ending.

use crate::language::slavic::lists::{ends_in, has};

/// Words behind a number that are not what it counts.
pub(super) const NO_NOUNS: &str = "\
    i a w we z ze na po do od o u za dla przy bez pod nad nie to że jak co czy lub oraz ale jest są był \
    była było były rano wieczorem nocy południu też także już jeszcze przez przed między ponad około \
    albo się zostało będzie który która które bo więc lecz tylko temu dalej później wcześniej dziennie \
    tygodniowo miesięcznie rocznie razem łącznie przeciw przeciwko obok wśród tam tu tutaj";

/// Whether `word` ends in one of `endings`.
pub(super) fn ends_any(word: &str, endings: &[&str]) -> bool {
    endings.iter().any(|ending| word.ends_with(ending))
}

/// Whether a word looks like an adjective; `dni` and the like do not.
pub(super) fn is_adjective(word: &str) -> bool {
    const ENDINGS: &str = "\
        owy owa owe owych owymi owym owej ową ny na ne nych nymi nym nej ną ski ska skie skich skimi \
        skim skiej ską cki cka ckie ckich ckimi wych szych łych tych rych żych dych ych ich ymi imi iego \
        ego emu kich duży duża duże dużą mały mała małe małą nowy nowa nowe nową stary stara stare starą \
        białe czarne czerwone dobre różne młode całe pełne";
    const NOUNS: &str = "\
        strona stronie wagony tony godziny strony zmiany okna wina kina piętna ściany rodziny dziewczyny \
        maszyny rośliny telefony balony godzina tona ściana rodzina maszyna zmiana roślina osobna trony \
        plany banany dywany korony kolumny kolumna cytryny sceny scena ceny cena żony żona bramki deski \
        deska wioski wioska dyski miski miska maski ucznia godzinę słowa głowa sprawa umowa krowa \
        rozmowa zdjęcie kobiety owoce drzewa piwa prawa zadania studentom milionów miliony tonę stronę \
        stawy szyny wanny panny firany łany organy ekrany klany rany fontanny przyczyny rocznica kantyny \
        doliny jaskinia drużyny drużyna kabiny terminy kominy młyny czyny syny tkaniny skarbony salony \
        regiony sezony schrony kanony bony fony zakony betony baseny treny areny geny domeny imiona \
        imion plemiona nasiona ramiona dzieciny mieszkania studni śniadania jagodne";
    ends_in(word, ENDINGS) && !has(NOUNS, word) && word.chars().count() > 3
}

/// Nouns that are counted with collective numerals.
pub(super) fn is_collective(noun: &str) -> bool {
    const WORDS: &str = "\
        dzieci dzieciom dziećmi dzieciach wnucząt niemowląt kurcząt kociąt szczeniąt bliźniąt drzwi \
        skrzypiec nożyczek spodni rodzeństwa źrebiąt cieląt piskląt jagniąt prosiąt dziewcząt sań";
    has(WORDS, noun)
}

/// Nouns of men, or of men and women, in the genitive plural; also `ludzi`, `braci`.
pub(super) fn is_person(noun: &str) -> bool {
    const ENDINGS: &str = "\
        arzy erzy cieli istów ystów owców niarzy logów dentów jentów antów torów sorów manów jczyków \
        ańczyków czyków awców owiczów kierów ierów ejczyków wników";
    const THINGS: &str = "\
        wariantów diamentów brylantów hydrantów restaurantów fundamentów tramwajów traktorów motorów \
        reaktorów procesorów tranzystorów monitorów sektorów wektorów torów faktorów kalendarzy \
        korytarzy egzemplarzy komentarzy cmentarzy talerzy rowerzy halerzy inwentarzy słowników papierów \
        kwadrantów kierów serwantów formularzy ołtarzy kołnierzy pancerzy autorytetów transformatorów \
        generatorów kaloryferów rezerwatorów silników projektorów wentylatorów komputerów filtrów wzorów \
        procentów procedentów";
    const WORDS: &str = "\
        ludzi braci mężczyzn panów synów ojców mężów chłopców chłopaków uczniów gości kolegów przyjaciół \
        sąsiadów posłów senatorów ministrów prezydentów królów księży żołnierzy policjantów strażaków \
        pasażerów kierowców pracowników robotników rolników górników zawodników piłkarzy graczy kibiców \
        widzów słuchaczy czytelników mieszkańców obywateli Polaków polaków niemców anglików francuzów \
        rosjan ukraińców amerykanów naukowców inżynierów lekarzy pacjentów chorych rannych zabitych \
        radnych uczestników kandydatów turystów klientów świadków więźniów członków wyborców bohaterów \
        autorów aktorów artystów poetów pisarzy muzyków malarzy dziadków wnuków kuzynów wujków rodziców \
        małżonków partnerów szefów dyrektorów kierowników przedsiębiorców rycerzy marynarzy pilotów \
        astronautów kosmonautów imigrantów uchodźców specjalistów ekspertów studentów nauczycieli \
        profesorów doktorów magistrów adwokatów sędziów prawników urzędników ochotników abonentów \
        użytkowników młodzieńców żeglarzy biegaczy pływaków kolarzy tenisistów trenerów jeźdźców \
        myśliwych krewnych znajomych dorosłych podróżnych bezrobotnych emerytów rencistów harcerzy \
        wojowników krawców szewców kucharzy kelnerów listonoszy sprzedawców handlarzy kupców elektryków";
    (has(WORDS, noun) || ends_in(noun, ENDINGS)) && !has(THINGS, noun)
}

/// Men and animals in the accusative singular, which looks like a feminine nominative.
pub(super) fn is_alive(noun: &str) -> bool {
    const ENDINGS: &[&str] = &["arza", "ciela", "enta", "anta", "owca", "nika", "era", "ora"];
    const THINGS: &[&str] = &[
        "kariera", "litera", "afera", "sfera", "bariera", "cera", "pora", "kora", "zmora", "komora",
        "cholera", "motyka",
    ];
    const WORDS: &str = "\
        kota psa konia ptaka wilka lwa królika słonia misia chomika byka barana koguta indyka pająka \
        węża karpia śledzia pacjenta studenta ucznia brata syna człowieka kolegę pana chłopca chłopaka \
        gościa kandydata klienta pasażera gracza zawodnika lekarza pracownika mieszkańca posła żołnierza \
        świadka uczestnika banana papierosa złodzieja chłopa króla księdza sąsiada wnuka ojca męża \
        pomidora hamburgera pączka maila smsa";
    (has(WORDS, noun) || ends_any(noun, ENDINGS)) && !THINGS.contains(&noun)
}

/// Whether a noun in the plural can be its nominative: not the genitive, as after a negation.
pub(super) fn is_direct_plural(noun: &str) -> bool {
    const GENITIVES: &[&str] =
        &["dni", "groszy", "nocy", "koni", "części", "osoby", "godzin", "miesięcy", "tysięcy"];
    match noun.chars().next_back() {
        Some('y') => !ends_any(noun, &["ęcy", "szy", "rzy", "czy"]) || ends_any(noun, &["oczy"]),
        Some('i') if noun == "dni" => true,
        Some('i') => ends_any(noun, &["ki", "gi", "ści", "ći", "ici"]) && !GENITIVES.contains(&noun),
        Some('e' | 'a') => true,
        _ => noun.is_empty(),
    }
}

/// Whether a nominative plural is feminine, so that two of them are `dwie`.
pub(super) fn is_feminine_plural(noun: &str) -> bool {
    if has(MASCULINE, noun) {
        return false;
    }
    if has(FEMININE, noun) {
        return true;
    }
    if ends_any(
        noun,
        &[
            "iki", "yki", "aki", "oki", "uki", "ęki", "ąki", "unki", "ynki", "ocinki", "adki", "ądki",
            "iątki", "ingi",
        ],
    ) {
        return false;
    }
    let endings: &[&str] = &[
        "ki", "ce", "cje", "sje", "zje", "nie", "iny", "yny", "any", "ści", "ury", "ąty", "ety", "uty",
        "arty", "wy", "by", "apy", "asy", "iary", "ary", "ale", "ile", "ule", "óże", "ieże", "ie", "rie",
        "ęgi", "udy", "izy", "oby", "epki",
    ];
    ends_any(noun, endings)
}

/// Whether an instrumental plural is surely feminine: `dwiema siostrami`.
pub(super) fn is_feminine_instrumental(noun: &str) -> bool {
    let Some(stem) = noun.strip_suffix("ami") else { return false };
    is_feminine_plural(&format!("{stem}y"))
        || is_feminine_plural(&format!("{stem}i"))
        || is_feminine_plural(&format!("{stem}e"))
}

const MASCULINE: &str = "\
    dni tygodnie miesiące konie kamienie ognie korzenie stopnie grzebienie promienie płomienie \
    pierścienie tysiące zające pałace place koce piece owoce wieńce kolce palce tańce końce krańce \
    chodniki wypadki przypadki dodatki kwiatki świadki środki ośrodki wnioski dyski kroki spodki zamki \
    zarobki początki wyjątki wątki wydatki podatki obrazki upominki napiwki garnki domki koszyki pociski \
    spadki odcinki pierścionki statki kubki ołówki znaczki kawałki listki bilety pakiety banki dzwonki \
    kotki pieski słoiki pokoje kraje plany banany dywany ekrany klany stany organy fortepiany kominy \
    terminy młyny czyny magazyny lwy stawy rowy zęby dęby kluby skarby ogrody etapy sklepy nosy lasy \
    czasy psy pasy atlasy kompasy obcasy hałasy dary zegary dolary hektary towary bary wymiary zamiary \
    pomiary mury sznury kaptury garnitury kapelusze bagaże garaże hotele modele fotele bile cele kawale \
    medale szpitale kanały festiwale portale sygnały style profile aktywa uczynki sznurki rogaliki \
    samoloty zeszyty skoroszyty autobusy wyrazy gazy obrazy zakazy rozkazy talerze ręczniki bochenki \
    kalafiory tomy filmy domy albumy problemy programy systemy atomy krzaki posiłki kwartały bilony \
    poziomy szczyty skoki pomidory wykłady egzaminy rekiny delfiny pingwiny bociany barany wulkany \
    tulipany kurczaki tunele panele kable litry grosze centy rowery";

const FEMININE: &str = "\
    strony tony korony zasłony opony żony ikony anteny sceny ceny hieny areny domeny wanny panny \
    fontanny kolumny siostry kury góry pary ofiary cyfry litery kariery afery komory pory szkoły skały \
    siły chwile pszczoły kobyły cegły igły mgły jodły mamy zimy firmy bramy reklamy formy normy ramy \
    damy dramy głowy krowy osoby kobiety karty minuty oferty gazety rakiety soboty wizyty herbaty chaty \
    noty roboty daty rolety monety diety kwoty raty cnoty waty sekundy metody szkody jagody wody zagrody \
    nagrody przygody grudy brygady porady szuflady rundy bandy lady trasy klasy kasy rasy prasy masy \
    kiełbasy rosy kosy osy bazy fazy frazy wazy brzozy kozy dawki mapy lampy zupy grupy próby ryby \
    liczby doby nogi drogi księgi figi wagi uwagi flagi podłogi ligi muchy cechy pończochy cioche noce \
    rzeczy części myśli mysz myszy twarze burze wieże plaże kałuże podróże róże gruszki sale fale role \
    kule cebule koszule niedziele szable krople butelki kuchnie ręce łodzie powieści kości wsie godziny \
    rodziny sztuki apteki biblioteki opieki rzeki matki córki ulice lekcje stacje racje kolacje gwiazdy \
    jazdy planety prawdy nuty chusty kuchenki dziewczynki ławki świnie babcie ciocie linie serie \
    kategorie historie teorie baterie galerie opinie zasady przesady wystawy sprawy potrawy zabawy szafy \
    strefy katastrofy olimpiady dekady trudności kolejki kołdry";

/// Neuter nouns on `-e`, whose nominative looks like a locative.
pub(super) fn is_neuter_e(noun: &str) -> bool {
    ends_any(noun, &["anie", "enie", "ące", "isko", "rce", "łońce", "morze", "pole", "zdjęcie", "życie"])
        && !ends_any(
            noun,
            &[
                "ścianie", "stanie", "planie", "dywanie", "bananie", "ranie", "zmianie", "scenie", "cenie",
                "terenie",
            ],
        )
}

/// Feminine nouns in the locative on `-e`.
pub(super) fn is_feminine_locative(noun: &str) -> bool {
    const WORDS: &str = "\
        minucie godzinie klasie stronie rundzie połowie sekundzie dobie fazie grupie dekadzie kwarcie \
        próbie bazie turze parze sile szkole lidze drodze zmianie osobie kobiecie gazecie rodzinie \
        firmie trasie sali ramie sprawie umowie głowie mapie lampie cenie ścianie scenie wyprawie \
        wystawie strefie karcie wojnie dacie chwile";
    has(WORDS, noun) || (ends_any(noun, &["ce", "dze"]) && !ends_any(noun, &["miejsce", "słońce", "serce"]))
}

/// Feminine nouns that end in a consonant.
pub(super) fn is_feminine_soft(noun: &str) -> bool {
    const WORDS: &str = "\
        noc moc pomoc rzecz część kość powieść wieś twarz sól myśl podróż kolej łódź krew mysz odpowiedź \
        wypowiedź sieć nić dłoń jesień broń pieśń gałąź kieszeń przestrzeń dziedzina jabłoń młodzież \
        straż podaż sprzedaż garść treść";
    has(WORDS, noun) || noun.ends_with("ość")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_tell_most_genders() {
        for feminine in ["książki", "ulice", "stacje", "godziny", "osoby", "nagrody"] {
            assert!(is_feminine_plural(feminine), "{feminine}");
        }
        for other in ["koty", "domy", "punkty", "okna", "pociągi", "budynki", "dni", "bilety", "samochody"] {
            assert!(!is_feminine_plural(other), "{other}");
        }
        assert!(is_feminine_instrumental("córkami") && !is_feminine_instrumental("psami"));
    }

    #[test]
    fn persons_are_known() {
        for person in ["aktorów", "turystów", "gości", "ludzi", "lekarzy", "studentów"] {
            assert!(is_person(person), "{person}");
        }
        for thing in ["kotów", "komentarzy", "monitorów", "domów", "stołów"] {
            assert!(!is_person(thing), "{thing}");
        }
    }
}
