//! Small words and letters of the languages with Latin letters, and how much of a text is theirs. Read [`Support`] first.

use std::sync::LazyLock;

use crate::Expected;
use crate::latin::{INITIAL, LETTERS, OWN_LETTERS, WORD};

/// What tells a language from others.
pub(crate) struct Vocabulary {
    /// Its primary tag.
    pub(crate) tag: &'static str,
    /// Words that hardly a sentence goes without, and of which others have few.
    words: &'static str,
    /// Letters beside `a` to `z`, as they stand within words of lower case.
    letters: &'static str,
}

/// In the order in which a tie is decided.
pub(crate) static LANGUAGES: [Vocabulary; 18] = [
    Vocabulary {
        tag: "en",
        words: "the and of to in is was are were that this it he she they we you your his her their my our for with on at from by not be been have has had will would can could should there here when what who which how why if but or as do does did don't it's than then them him us me i a an all any some no one two three after before about into over up out more most very just only also please new every each its let's i'm you're that's didn't isn't won't can't yes hello hi thanks thank good morning see so met die war man men under son con den van per hat come made tell ten sole tot make says said know knows get got go goes going open close call press enter ask wait much many first last today tomorrow yesterday next day days week month year years hour hours minute minutes number name again still never always doesn't wasn't aren't we're they're i'll you'll we'll he's she's what's there's i've we've couldn't shouldn't wouldn't mon tue wed thu fri sat am pm run runs",
        letters: "",
    },
    Vocabulary {
        tag: "de",
        words: "der die das und ist nicht ich sie wir ihr er es ein eine einen einem einer eines den dem des zu im am vom zum zur mit auf für von bei aus nach über unter vor wird werden wurde wurden hat haben hatte war waren sind sein seine ihre auch noch nur schon aber oder wenn dass wie was wer wo kann können muss müssen soll sollte bitte kein keine mehr sehr als um bis uhr heute morgen gestern dann durch gegen ohne seit jeder jede diese dieser dieses beim ins sich uns mir mich man kostet gibt liegt beträgt steht kommt geht hallo guten tag danke ja nein gut gleich rechts links unser unsere unseren unserem unserer ihren ihrem ihrer meine meinen deine wieder immer alles alle viel viele etwas nichts niemand keiner lautet beginnt bitten antworten kommen gehen rufen kennt kennen zahlen brauchen euro jahr jahre jahren woche monat stunden minuten erst letzte nächste ab bin bist hier dort da doch weil damit zwischen während ob vielleicht deshalb danach davon dazu daran selbst",
        letters: "äöüß",
    },
    Vocabulary {
        tag: "nl",
        words: "de het een en van is niet ik je jij u hij zij ze wij we dat die dit deze op in te met voor aan bij naar uit over onder door om als maar ook nog al wel geen zijn was waren heeft hebben had wordt worden werd kan kunnen moet moeten zal zullen wil er hier daar waar wat wie hoe toen dan of tot tegen na zonder sinds elke elk alle mijn jouw haar hun ons onze uw meer zeer uur vandaag morgen gisteren kost staat ligt komt gaat alleen tussen niemand iedereen volgens per hallo goedemorgen goedendag bedankt dank ja nee goed weer altijd alles veel iets niets begint komen gaan bellen betaal betaalt kosten jaar jaren week maand uren minuten eerste laatste volgende ben bent doe doet me mij omdat terwijl misschien daarna graag euro's vóór jullie",
        letters: "ëïé",
    },
    Vocabulary {
        tag: "fr",
        words: "le la les un une des du de et est sont était ne pas je tu il elle on nous vous ils elles ce cette ces cet se sa son ses leur leurs mon ma mes notre votre à au aux en dans sur sous pour par avec sans chez vers entre qui que quoi dont où quand comme mais ou donc car si plus moins très bien tout tous toute toutes a ont avait avez avons sera fait faut peut être avoir y c'est l d j n s c qu m t depuis jusqu après avant aussi encore déjà jour heures coûte ans personne rien bonjour merci oui non bonne bon vos nos quel quelle quels quelles alors ici là toujours beaucoup peu puis prends prenez appelez tapez voyez voir dit va vont vient ville compte coûtent premier première dernier prochain semaine mois année années minutes euros veuillez s'il parce lui eux moi toi aucun chaque autre autres même mêmes ainsi presque seulement ni",
        letters: "éèêàâçùûôîïœë",
    },
    Vocabulary {
        tag: "es",
        words: "el la los las un una unos unas de del y e o que no se es son era fue fueron está están estaba hay ha han había yo tú él ella nosotros ellos ellas usted su sus mi mis tu tus al a en con por para sin sobre entre desde hasta como cuando donde quien qué cómo cuándo dónde quién pero más menos muy también ya si sí le les lo me te nos este esta estos estas ese esa eso todo toda todos todas cada tiene tienen puede hace ser hoy ayer mañana después antes cuesta años nadie nada según ni hola gracias buenos buenas días bien nuestro nuestra nuestros aquí ahí allí ahora siempre nunca mucho mucha muchos poco algo otra otro otros mismo luego tarde año semana mes horas minutos euros primero primera último próxima llegó llega empieza marque lleva mide pesa dura sube funciona vende vive sigue cerró abre será soy eres somos porque aunque mientras casi solo sólo fuera",
        letters: "ñáéíóúü",
    },
    Vocabulary {
        tag: "it",
        words: "il lo la i gli le un uno una di del dello della dei degli delle a al allo alla ai agli alle da dal dalla dai in nel nella nei nelle con su sul sulla per tra fra e ed o ma che chi cui non è sono era erano ha hanno ho abbiamo aveva si ci mi ti vi se come quando dove perché più meno molto anche già ancora suo sua suoi sue mio mia nostro questo questa questi queste quello quella ogni tutto tutti tutta essere fare viene costa oggi ieri domani dopo prima ore anni senza fino circa nessuno solo dell all nell dall sull l d c quest ciao grazie buongiorno sì bene nostra nostri vostro qui lì sempre mai poco altro altra altri stesso poi anno settimana mese minuti euro primo ultimo prossimo arriva comincia inizia apre chiude vive misura pesa dura cerca chiama scrivi premi hai avete siamo sei io tu lui lei noi voi loro mentre quasi però quindi invece secondo dalle dieci quanto quanti quale quali sarà può deve vale",
        letters: "àèéìòù",
    },
    Vocabulary {
        tag: "pt",
        words: "o a os as um uma uns umas de do da dos das e ou que não se é são era foi foram está estão estava há tem têm tinha eu tu ele ela nós eles elas você vocês seu sua seus suas meu minha ao à aos às em no na nos nas com por pelo pela para sem sobre entre desde até como quando onde quem qual mas mais menos muito também já ainda lhe me te este esta isto esse essa isso aquele tudo todo toda todos todas cada pode faz ser hoje ontem amanhã depois antes custa anos ninguém nada só num numa nem horas olá obrigado obrigada bom boa dia sim bem nosso nossa nossos aqui ali agora sempre nunca muita muitos pouco algo outra outro outros mesmo logo tarde ano semana mês minutos euros reais primeiro primeira último próxima chegou chega começa ligue leva mede pesa dura sobe funciona vende vive fica abre fecha será sou somos porque embora enquanto quase segundo fora vai vão pelas dele dela deles",
        letters: "ãõçáâàéêíóôú",
    },
    Vocabulary {
        tag: "pl",
        words: "i w we z ze na do od za po o u nie się jest są był była było byli być to ten ta te tego tej tym tych że jak co kto gdzie kiedy czy ale lub albo oraz bo więc już jeszcze tylko też także bardzo ja ty on ona my wy oni mnie mi go mu jej ich nam nas wam was jego swój przez przed przy pod nad bez dla między aż każdy wszystko wszyscy nic nikt może można trzeba ma mają miał będzie będą zł roku dziś wczoraj jutro teraz tu tam proszę dni lat godzinie ul dzień dobry cześć dziękuję dzięki tak dobrze nasz nasza nasze wasz tutaj zawsze nigdy dużo mało coś inny inne inna potem rok lata latach tydzień miesiąc godzin godziny minut minuty pierwszy ostatni następny kosztuje kosztują trwa wynosi wynosiła wynik mamy macie mam masz jestem jesteś jesteśmy około prawie dlatego ponieważ mieszka idź wejdź kup dodaj osób ludzi razy rozdz czynny powstanie przyszło mieście",
        letters: "ąęłśżźćńó",
    },
    Vocabulary {
        tag: "sv",
        words: "och att det är en ett som på av för med inte den jag du han hon vi ni de har hade var vara till från om men eller så när där här hur vad vem kan ska skulle måste vill blir blev under över efter före utan mellan sedan också bara redan mycket mer min din sin vår ert deras denna detta alla varje någon inget idag igår imorgon klockan kronor kostar finns hej tack ja nej bra god morgon vårt alltid aldrig något annan år månad vecka timmar minuter första sista nästa kommer går tar heter bor varför",
        letters: "åäö",
    },
    Vocabulary {
        tag: "da",
        words: "og at det er en et som på af for med ikke den jeg du han hun vi de har havde var være til fra om men eller så når der her hvor hvad hvem kan skal skulle må vil bliver blev under over efter før uden mellem siden også kun allerede meget mere min din sin vores deres denne dette alle hver nogen intet i dag går morgen klokken kroner koster findes hej tak ja nej god godt altid aldrig noget anden år måned uge timer minutter første sidste næste kommer tager hvorfor hvordan",
        letters: "åæø",
    },
    Vocabulary {
        tag: "nb",
        words: "og at det er en et ei som på av for med ikke den jeg du han hun vi de har hadde var være til fra om men eller så når der her hvor hva hvem kan skal skulle må vil blir ble under over etter før uten mellom siden også bare allerede mye mer min din sin vår deres denne dette alle hver noen ingenting i dag går morgen klokka klokken kroner koster finnes hei takk ja nei god godt alltid aldri noe annen år måned uke timer minutter første siste neste kommer tar hvorfor hvordan",
        letters: "åæø",
    },
    Vocabulary {
        tag: "fi",
        words: "ja on ei se että hän minä sinä me te he oli olivat ovat olla ole mutta tai kun jos niin kuin myös vain jo vielä hyvin tämä tuo nämä mikä mitä kuka missä mihin miten joka jotka kanssa ennen jälkeen kello euroa tänään eilen huomenna minun sinun hänen meidän teidän heidän kaikki sen sitä siellä täällä ettei voi pitää",
        letters: "äöå",
    },
    Vocabulary {
        tag: "cs",
        words: "a v ve s se si na do z ze za po o u k ke je jsou byl byla bylo byli být není to ten ta ty toho té tom že jak co kdo kde kdy ale nebo ani už ještě jen také velmi já on ona my vy oni mě mi ho mu jí jejich nám nás vám vás jeho její svůj přes před při pod nad bez pro mezi až každý všechno nic nikdo může musí má mají měl bude budou dnes včera zítra teď tady tam prosím korun roku hodin",
        letters: "áčďéěíňóřšťúůýž",
    },
    Vocabulary {
        tag: "hu",
        words: "a az egy és hogy nem is van volt lesz ez azt ezt de ha vagy mint csak már még meg el ki be fel le én te ő mi ti ők minden nagyon több kell lehet után előtt alatt között nélkül ma tegnap holnap forint óra órakor itt ott aki ami ahol mikor hol miért kérem szerint",
        letters: "áéíóöőúüű",
    },
    Vocabulary {
        tag: "ro",
        words: "și în la de pe cu din pentru nu este sunt era au a fost fi să se că ce care cine unde când cum dar sau dacă mai foarte doar deja încă eu tu el ea noi voi ei ele meu mea lui lor un o unui unei al ale ai această acest aceste toate tot fiecare după înainte fără între până azi ieri mâine ora lei costă are avea poate trebuie",
        letters: "ăâîșțşţ",
    },
    Vocabulary {
        tag: "tr",
        words: "ve bir bu şu o da de ki mi mı mu mü ile için ama veya ya çok daha en gibi kadar sonra önce göre değil var yok ne kim nerede nasıl neden her hiç ben sen biz siz onlar bana sana ona bizim sizin olarak olan oldu olur olacak lütfen bugün dün yarın şimdi saat lira yıl yılında tarihinde ise hem diye üzere bile artık sadece yeni iki üç dedi merhaba günaydın teşekkürler evet hayır iyi burada orada zaman asla biraz başka ay hafta gün dakika ilk son sonraki başlıyor geldi gitti gelecek gidiyor kaldı etti eder edin arayın sorun dikkat kaç yalnızca yaklaşık geçen tam hemen önümüzdeki bunu şunu onu bunun onun çünkü ancak fakat hangi bütün tüm derece",
        letters: "çğıöşü",
    },
    Vocabulary {
        tag: "vi",
        words: "và là của có không được trong cho với một những các này đó khi để từ đến tôi bạn anh chị em chúng ta họ ông bà nó rất cũng đã đang sẽ thì mà như nếu vì nhưng hay hoặc ở trên dưới ra vào lại nữa nhiều hơn ai gì đâu sao nào giờ ngày năm hôm nay",
        letters: "ăâđêôơưàáãèéìíòóõùúýạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ",
    },
    Vocabulary {
        tag: "id",
        words: "dan yang di ke dari ini itu untuk dengan tidak adalah akan sudah telah belum bisa dapat harus pada dalam oleh sebagai juga atau tetapi tapi karena jika kalau saya kamu anda dia kami kita mereka ada bukan lebih sangat hanya masih lagi setelah sebelum antara tanpa seperti semua setiap apa siapa kapan bagaimana mengapa hari tahun jam pukul rupiah besok kemarin sekarang",
        letters: "",
    },
];

/// A word and the languages that have it, as bits in the order of [`LANGUAGES`].
type Entry = (&'static str, u32);

/// All words, in order.
static WORDS: LazyLock<Vec<Entry>> = LazyLock::new(|| {
    let bits = LANGUAGES.iter().enumerate().map(|(at, language)| (language, 1_u32 << at));
    let mut words: Vec<Entry> =
        bits.flat_map(|(language, bit)| language.words.split(' ').map(move |word| (word, bit))).collect();
    words.sort_unstable();
    words.dedup_by(|next, kept| {
        let same = next.0 == kept.0;
        kept.1 |= if same { next.1 } else { 0 };
        same
    });
    words
});

/// How many points each language has in a text.
pub(crate) struct Support {
    points: [u32; LANGUAGES.len()],
    /// The small words that were heard: the same one again says nothing new.
    heard: Vec<usize>,
}

/// A language and its points.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Supported {
    pub(crate) tag: &'static str,
    pub(crate) points: u32,
}

impl Support {
    /// What the words of a text say.
    pub(crate) fn of(text: &str) -> Self {
        let mut support = Self { points: [0; LANGUAGES.len()], heard: Vec::new() };
        let is_apart = |character: char| !character.is_alphabetic() && !is_apostrophe(character);
        for written in text.split(is_apart).filter(|word| !word.is_empty()) {
            support.hear(written);
        }
        support
    }

    fn hear(&mut self, written: &str) {
        let word = written.to_lowercase().replace('’', "'").replace(DOT_ABOVE, "");
        if !self.knows(&word) && word.contains('\'') {
            for part in word.split('\'') {
                self.knows(part);
            }
        }
        if !word.is_ascii() {
            let points = self.spell(&word);
            // A word with a capital may be a name from anywhere.
            let share = if written.starts_with(char::is_lowercase) { 1 } else { 2 };
            self.give(points.0, points.1 / share);
        }
    }

    /// Whether it is a small word of any language.
    fn knows(&mut self, word: &str) -> bool {
        let Ok(at) = WORDS.binary_search_by_key(&word, |(known, _)| known) else { return false };
        if !self.heard.contains(&at) {
            self.heard.push(at);
            self.give(WORDS[at].1, if word.chars().nth(1).is_none() { INITIAL } else { WORD });
        }
        true
    }

    /// Who has all of a word's letters, and what that is worth.
    fn spell(&self, word: &str) -> (u32, u32) {
        let accents = word.chars().filter(|letter| !letter.is_ascii() && letter.is_alphabetic());
        let has_all = |language: &Vocabulary| accents.clone().all(|letter| language.letters.contains(letter));
        let who = LANGUAGES
            .iter()
            .enumerate()
            .fold(0, |who, (at, language)| who | u32::from(has_all(language)) << at);
        (who, if who.is_power_of_two() { OWN_LETTERS } else { LETTERS })
    }

    fn give(&mut self, who: u32, points: u32) {
        for (at, sum) in self.points.iter_mut().enumerate() {
            *sum += points * (who >> at & 1);
        }
    }

    /// More points for one.
    pub(crate) fn add(&mut self, tag: &str, points: u32) {
        let all = self.points.iter_mut().zip(&LANGUAGES);
        all.filter(|(_, language)| language.tag == tag).for_each(|(sum, _)| *sum += points);
    }

    fn each(&self) -> impl Iterator<Item = Supported> {
        let all = LANGUAGES.iter().zip(self.points);
        all.map(|(language, points)| Supported { tag: language.tag, points })
    }

    /// Who has the most; the first of several.
    pub(crate) fn best(&self) -> Supported {
        let first = Supported { tag: LANGUAGES[0].tag, points: self.points[0] };
        self.each().fold(first, |best, next| if next.points > best.points { next } else { best })
    }

    /// The most points that one of those has that are expected, `tag` aside.
    pub(crate) fn beside(&self, tag: &str, expected: Expected<'_>) -> u32 {
        let others = self.each().filter(|each| each.tag != tag && expected.has(each.tag));
        others.map(|each| each.points).max().unwrap_or(0)
    }
}

/// What small letters leave of the dot of a Turkish `İ`.
const DOT_ABOVE: char = '\u{307}';

fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '’')
}
