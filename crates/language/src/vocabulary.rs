//! Small words and letters of the languages with Latin letters, as data; [`table`](crate::table) looks things up in them.

/// What tells a language from others.
pub(crate) struct Vocabulary {
    /// Its primary tag.
    pub(crate) tag: &'static str,
    /// Words that hardly a sentence goes without, and of which others have few; a space between two.
    pub(crate) words: &'static str,
    /// Letters beside `a` to `z`, as they stand within words of lower case.
    pub(crate) letters: &'static str,
}

/// How many languages are known.
pub(crate) const COUNT: usize = 31;

/// In the order in which a tie is decided.
pub(crate) static LANGUAGES: [Vocabulary; COUNT] = [
    Vocabulary {
        tag: "en",
        words: "the and of to in is was are were that this it he she they we you your his her their my our for with on at from by not be been have has had will would can could should there here when what who which how why if but or as do does did don't it's than then them him us me i a an all any some no one two three after before about into over up out more most very just only also please new every each its let's i'm you're that's didn't isn't won't can't yes hello hi thanks thank good morning see so met die war man men under son con den van per hat come made tell ten sole tot make says said know knows get got go goes going open close call press enter ask wait much many first last today tomorrow yesterday next day days week month year years hour hours minute minutes number name again still never always doesn't wasn't aren't we're they're i'll you'll we'll he's she's what's there's i've we've couldn't shouldn't wouldn't mon tue wed thu fri sat am pm run runs turn left right keep soon ahead take play playing near toward towards onto through until off down back help sure sorry okay love like want let i'd there'll it'll who's where's great best calling dear set find found read because while between during against without too even such those these myself yourself both few other another same yet means mean monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december little big small long old better well ever own since being done having plus size via once due solo ben care mint mind gilt chose car ton pale seal sad bit sin dice vale pot dig sent use used using",
        letters: "",
    },
    Vocabulary {
        tag: "de",
        words: "der die das und ist nicht ich sie wir ihr er es ein eine einen einem einer eines den dem des zu im am vom zum zur mit auf für von bei aus nach über unter vor wird werden wurde wurden hat haben hatte war waren sind sein seine ihre auch noch nur schon aber oder wenn dass wie was wer wo kann können muss müssen soll sollte bitte kein keine mehr sehr als um bis uhr heute morgen gestern dann durch gegen ohne seit jeder jede diese dieser dieses beim ins sich uns mir mich man kostet gibt liegt beträgt steht kommt geht hallo guten tag danke ja nein gut gleich rechts links unser unsere unseren unserem unserer ihren ihrem ihrer meine meinen deine wieder immer alles alle viel viele etwas nichts niemand keiner lautet beginnt bitten antworten kommen gehen rufen kennt kennen zahlen brauchen euro jahr jahre jahren woche monat stunden minuten erst letzte nächste ab bin bist hier dort da doch weil damit zwischen während ob vielleicht deshalb danach davon dazu daran selbst denn mal hast habe sonst leider jetzt gerade möchte möchten würde würden hätte hätten wäre dies dich dir ihm ihn ihnen euch dein deinen mein welche welcher welches wohin woher allerdings außerdem bereits sobald solange etwa jedoch sondern falls leid zurück weiter vielen bald habt wollen will mag läuft fährt geben nennen einmal zwei drei vier fünf sechs sieben acht neun zehn ans je in an so also tot hin her los gilt bleibt bleiben liegen fehlt endet lang lange gern statt frei fertig warten öffnen sagte sagten kam ging gehört machen macht machte nehmen nimmt halten hält später rund überall niemals stets jeweils ganze ganz großen große kleine kleinen neue neuen neuer ersten zweiten dritten nächsten nächster letzten lassen lässt ließ zeigt finden findet stehen anrufen hilft helfen suchen sagen dürfen darf könnte könnten sollen sollten hatten allen alten meisten beide beiden würd hinter neben trotz wegen ihres seinem seinen seiner seines via plus metern meter biegen folgen du hörst",
        letters: "äöüß",
    },
    Vocabulary {
        tag: "nl",
        words: "de het een en van is niet ik je jij u hij zij ze wij we dat die dit deze op in te met voor aan bij naar uit over onder door om als maar ook nog al wel geen zijn was waren heeft hebben had wordt worden werd kan kunnen moet moeten zal zullen wil er hier daar waar wat wie hoe toen dan of tot tegen na zonder sinds elke elk alle mijn jouw haar hun ons onze uw meer zeer uur vandaag morgen gisteren kost staat ligt komt gaat alleen tussen niemand iedereen volgens per hallo goedemorgen goedendag bedankt dank ja nee goed weer altijd alles veel iets niets begint komen gaan bellen betaal betaalt kosten jaar jaren week maand uren minuten eerste laatste volgende ben bent doe doet me mij omdat terwijl misschien daarna graag euro's vóór jullie wilt welke waarom waarmee waarvoor spijt even nu eens dus want maken heb hebt zou zouden linksaf rechtsaf rechtdoor af mee mag zodat hen iemand via twee drie vier vijf zes zeven acht negen tien a man ten open maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli augustus september oktober november december mensen blijft blijven vrij toe zei zegt binnen buiten dagen gesloten bereikbaar nieuwe nieuw oude grote kleine klein beter beste minder vele weinig zoals zelf samen eerst later vroeger toch nooit ooit reeds pas zich zult mocht hoor laat laten gaf geeft geven neem neemt staan zit zitten rond ongeveer achter naast boven beneden elkaar eigen ander andere anders wacht wachten zoek vindt vinden meteen direct binnenkort plus meter sla volg helaas",
        letters: "ëïé",
    },
    Vocabulary {
        tag: "fr",
        words: "le la les un une des du de et est sont était ne pas je tu il elle on nous vous ils elles ce cette ces cet se sa son ses leur leurs mon ma mes notre votre à au aux en dans sur sous pour par avec sans chez vers entre qui que quoi dont où quand comme mais ou donc car si plus moins très bien tout tous toute toutes a ont avait avez avons sera fait faut peut être avoir y c'est l d j n s c qu m t depuis jusqu après avant aussi encore déjà jour heures coûte ans personne rien bonjour merci oui non bonne bon vos nos quel quelle quels quelles alors ici là toujours beaucoup peu puis prends prenez appelez tapez voyez voir dit va vont vient ville compte coûtent premier première dernier prochain semaine mois année années minutes euros veuillez s'il parce lui eux moi toi aucun chaque autre autres même mêmes ainsi presque seulement ni suis sommes êtes pouvez puis-je vais voulez voudrais désolé quelque chose cela ça celui celle ceux rendez-vous aujourd'hui demain hier soir matin heure est-ce pouvons deux trois quatre cinq six sept huit neuf dix gauche droite lorsque pendant selon afin mal vraiment maintenant j'ai n'ai n'est qu'il d'un d'une l'un passe me in jours siècle reste arrive arrivent attend samedi dimanche lundi mardi mercredi jeudi vendredi janvier février mars avril mai juin juillet août septembre octobre novembre décembre vite été ouvert fermé seul seule loin près trop mieux dessus dessous dedans dehors nouveau nouvelle grand grande petit petite personnes problème avais étaient étais serait seront auront aura devez doit doivent dois veut voit fois ouvrir attendre chacun plusieurs vingt trente cent mille milliards voici voilà certes ci gens peut-être lequel laquelle auquel s'est d'abord jusqu'à celle-ci n'y t'il via mètres tournez suivez",
        letters: "éèêàâçùûôîïœë",
    },
    Vocabulary {
        tag: "es",
        words: "el la los las un una unos unas de del y e o que no se es son era fue fueron está están estaba hay ha han había yo tú él ella nosotros ellos ellas usted su sus mi mis tu tus al a en con por para sin sobre entre desde hasta como cuando donde quien qué cómo cuándo dónde quién pero más menos muy también ya si sí le les lo me te nos este esta estos estas ese esa eso todo toda todos todas cada tiene tienen puede hace ser hoy ayer mañana después antes cuesta años nadie nada según ni hola gracias buenos buenas días bien nuestro nuestra nuestros aquí ahí allí ahora siempre nunca mucho mucha muchos poco algo otra otro otros mismo luego tarde año semana mes horas minutos euros primero primera último próxima llegó llega empieza marque lleva mide pesa dura sube funciona vende vive sigue cerró abre será soy eres somos porque aunque mientras casi solo sólo fuera he hemos sido estoy estás ayudar ayudarle puedo puedes podemos necesito necesita quiero quiere favor siento entendido gire derecha izquierda dos cuatro cinco seis siete ocho nueve diez vez aún cuál cuánto esto ello contigo conmigo tengo tenemos tienes vamos voy va van hacer durante hacia do lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre libre igual acaba dinero noche noches persona personas cien mil dijo dice decir nuevo nueva gran grande pequeño mejor peor tan tanto tanta cual cuales cuyo alguien alguno alguna ningún ninguna aquel aquella aquellos cerca lejos dentro afuera abajo arriba espere espera abra estamos has habían sería sean sea haya tuvo estuvo tras ante bajo mediante además entonces todavía apenas quizás tal ir viene ven pasa paso queda debe deben debo llame siga come via plus vale metros",
        letters: "ñáéíóúü",
    },
    Vocabulary {
        tag: "it",
        words: "il lo la i gli le un uno una di del dello della dei degli delle a al allo alla ai agli alle da dal dalla dai in nel nella nei nelle con su sul sulla per tra fra e ed o ma che chi cui non è sono era erano ha hanno ho abbiamo aveva si ci mi ti vi se come quando dove perché più meno molto anche già ancora suo sua suoi sue mio mia nostro questo questa questi queste quello quella ogni tutto tutti tutta essere fare viene costa oggi ieri domani dopo prima ore anni senza fino circa nessuno solo dell all nell dall sull l d c quest ciao grazie buongiorno sì bene nostra nostri vostro qui lì sempre mai poco altro altra altri stesso poi anno settimana mese minuti euro primo ultimo prossimo arriva comincia inizia apre chiude vive misura pesa dura cerca chiama scrivi premi hai avete siamo sei io tu lui lei noi voi loro mentre quasi però quindi invece secondo dalle dieci quanto quanti quale quali sarà può deve vale posso puoi possiamo dispiace capito attenda vorrei voglio sta stato stata stati due quattro cinque sette otto nove destra sinistra ciò cosa così adesso ora ecco ne favore perciò dobbiamo devi devo pure volta verso durante no it me lunedì martedì mercoledì giovedì venerdì sabato domenica gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre fu va vai via vicino fuori entro niente troppo basta presto dentro chiuso aperto persone città piano volte tre cento mila resta restano rimane dice disse detto fatto avere andare venire possono vuole nuovo nuova grande piccolo meglio peggio tanto tanti tutte nulla qualcosa qualcuno alcuni alcune forse subito dietro davanti sotto sopra contro presso attraverso ero eri fosse sarebbe siano sia ebbe vado vengo vieni prenda apra chiami guardi c'è c'era com'è dov'è cos'è sole tot plus giri svolti prosegua metri chilometri preferisce purtroppo chiamata",
        letters: "àèéìòù",
    },
    Vocabulary {
        tag: "pt",
        words: "o a os as um uma uns umas de do da dos das e ou que não se é são era foi foram está estão estava há tem têm tinha eu tu ele ela nós eles elas você vocês seu sua seus suas meu minha ao à aos às em no na nos nas com por pelo pela para sem sobre entre desde até como quando onde quem qual mas mais menos muito também já ainda lhe me te este esta isto esse essa isso aquele tudo todo toda todos todas cada pode faz ser hoje ontem amanhã depois antes custa anos ninguém nada só num numa nem horas olá obrigado obrigada bom boa dia sim bem nosso nossa nossos aqui ali agora sempre nunca muita muitos pouco algo outra outro outros mesmo logo tarde ano semana mês minutos euros reais primeiro primeira último próxima chegou chega começa ligue leva mede pesa dura sobe funciona vende vive fica abre fecha será sou somos porque embora enquanto quase segundo fora vai vão pelas dele dela deles posso podemos desculpe favor preciso precisa quero quer estou dois duas três quatro cinco seis sete oito nove dez direita esquerda então durante vez tenho temos vou vamos us segunda terça quarta quinta sexta sábado domingo janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro acaba dinheiro noite noites pessoa pessoas cem mil novo nova grande pequeno melhor pior tão tanto quais cujo alguém algum alguma nenhum nenhuma aquela aqueles perto longe dentro abaixo acima espere abra esteve teve sendo seja haja havia tinham após perante além talvez disse diz dizer vem venha vejo veja fique ficou deve devem devo siga lá cá pra pro ir estamos eram éramos mim ti conosco vezes come via plus metros vire senhor senhora",
        letters: "ãõçáâàéêíóôú",
    },
    Vocabulary {
        tag: "pl",
        words: "i w we z ze na do od za po o u nie się jest są był była było byli być to ten ta te tego tej tym tych że jak co kto gdzie kiedy czy ale lub albo oraz bo więc już jeszcze tylko też także bardzo ja ty on ona my wy oni mnie mi go mu jej ich nam nas wam was jego swój przez przed przy pod nad bez dla między aż każdy wszystko wszyscy nic nikt może można trzeba ma mają miał będzie będą zł roku dziś wczoraj jutro teraz tu tam proszę dni lat godzinie ul dzień dobry cześć dziękuję dzięki tak dobrze nasz nasza nasze wasz tutaj zawsze nigdy dużo mało coś inny inne inna potem rok lata latach tydzień miesiąc godzin godziny minut minuty pierwszy ostatni następny kosztuje kosztują trwa wynosi wynosiła wynik mamy macie mam masz jestem jesteś jesteśmy około prawie dlatego ponieważ mieszka idź wejdź kup dodaj osób ludzi razy rozdz czynny powstanie przyszło mieście pan pani państwa państwo państwu panu mogę możesz możemy przepraszam skręć lewo prawo dzisiaj przystanek został została zostało zostały czym które który która których gdy żeby aby jeśli ani dwa trzy cztery pięć sześć osiem dziewięć dziesięć pana wpół chwilę jeden jedna sto poniedziałek wtorek środa środę czwartek piątek sobota sobotę niedziela niedzielę stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia wieczorem rano były siebie sobie końca miejsc strony stoi temu kogo komu czego czemu ciebie nami wami nimi niej nim niego nową nowy nowa nowe duży duża małe mały lepiej gorzej więcej mniej wiele kilka każda każde inaczej razem osobno dalej blisko daleko wewnątrz obok koło wśród podczas według mimo choć chociaż zatem jednak natomiast również ponadto nadal wciąż znowu właśnie tyle ile jaki jaka jakie którzy którym musisz muszę chcę chcesz chce idę idziesz jadę mieć robić zrobić powiedział powiedziała mówi tysiąc tysięcy im dnia odjeżdża przyjeżdża via plus metrów niestety",
        letters: "ąęłśżźćńó",
    },
    Vocabulary {
        tag: "sv",
        words: "och att det är en ett som på av för med inte den jag du han hon vi ni de har hade var vara till från om men eller så när där här hur vad vem kan ska skulle måste vill blir blev under över efter före utan mellan sedan också bara redan mycket mer min din sin vår ert deras denna detta alla varje någon inget idag igår imorgon klockan kronor kostar finns hej tack ja nej bra god morgon vårt alltid aldrig något annan år månad vecka timmar minuter första sista nästa kommer går tar heter bor varför dig mig oss er sig hjälpa någonting fråga tyvärr gärna varsågod ditt vilken vilket nu snart två tre fyra fem sex sju åtta nio tio vänster höger sväng blivit dem än ju man son per i so måndag tisdag onsdag torsdag fredag lördag söndag januari februari mars april maj juni juli augusti september oktober november december via plus",
        letters: "åäö",
    },
    Vocabulary {
        tag: "da",
        words: "og at det er en et som på af for med ikke den jeg du han hun vi de har havde var være til fra om men eller så når der her hvor hvad hvem kan skal skulle må vil bliver blev under over efter før uden mellem siden også kun allerede meget mere min din sin vores deres denne dette alle hver nogen intet i dag går morgen klokken kroner koster findes hej tak ja nej god godt altid aldrig noget anden år måned uge timer minutter første sidste næste kommer tager hvorfor hvordan dig mig os jer sig kl hjælpe desværre gerne hvilken hvilket nu snart to tre fire fem seks syv otte ni ti venstre højre drej blevet dem end jo man son mandag tirsdag onsdag torsdag fredag lørdag søndag januar februar marts april maj juni juli august september oktober november december via plus",
        letters: "åæø",
    },
    Vocabulary {
        tag: "nb",
        words: "og at det er en et ei som på av for med ikke den jeg du han hun vi de har hadde var være til fra om men eller så når der her hvor hva hvem kan skal skulle må vil blir ble under over etter før uten mellom siden også bare allerede mye mer min din sin vår deres denne dette alle hver noen ingenting i dag går morgen klokka klokken kroner koster finnes hei takk ja nei god godt alltid aldri noe annen år måned uke timer minutter første siste neste kommer tar hvorfor hvordan deg meg oss dere seg kl hjelpe dessverre gjerne hvilken hvilket nå snart to tre fire fem seks sju åtte ni ti venstre høyre sving blitt dem enn jo man mandag tirsdag onsdag torsdag fredag lørdag søndag januar februar mars april mai juni juli august september oktober november desember via plus",
        letters: "åæø",
    },
    Vocabulary {
        tag: "fi",
        words: "ja on ei se että hän minä sinä me te he oli olivat ovat olla ole mutta tai kun jos niin kuin myös vain jo vielä hyvin tämä tuo nämä mikä mitä kuka missä mihin miten joka jotka kanssa ennen jälkeen kello euroa tänään eilen huomenna minun sinun hänen meidän teidän heidän kaikki sen sitä siellä täällä ettei voi pitää voin voinko auttaa tilauksenne teille teitä minulle sinulle anteeksi kiitos hyvää päivää huomenta ovatko onko en saapuu olen olet olemme yksi kaksi kolme neljä viisi kuusi seitsemän kahdeksan yhdeksän kymmenen vasemmalle oikealle nyt sitten koska siitä tämän maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai torstaina",
        letters: "äöå",
    },
    Vocabulary {
        tag: "cs",
        words: "a v ve s se si na do z ze za po o u k ke je jsou byl byla bylo byli být není to ten ta ty toho té tom že jak co kdo kde kdy ale nebo ani už ještě jen také velmi já on ona my vy oni mě mi ho mu jí jejich nám nás vám vás jeho její svůj přes před při pod nad bez pro mezi až každý všechno nic nikdo může musí má mají měl bude budou dnes včera zítra teď tady tam prosím korun roku hodin vaše váš děkuji dobrý den můžu mohu můžete omlouvám jsem jste jsme odbočte vlevo vpravo protože když který která které jeden dva tři čtyři pět šest sedm osm devět deset objednávka dorazí potom možná pondělí úterý středu čtvrtek pátek sobotu neděli",
        letters: "áčďéěíňóřšťúůýž",
    },
    Vocabulary {
        tag: "hu",
        words: "a az egy és hogy nem is van volt lesz ez azt ezt de ha vagy mint csak már még meg el ki be fel le én te ő mi ti ők minden nagyon több kell lehet után előtt alatt között nélkül ma tegnap holnap forint óra órakor itt ott aki ami ahol mikor hol miért kérem szerint köszönöm jó napot vagyok segíthetek önnek ön sajnos érkezik balra jobbra forduljon kettő három négy öt hat hét nyolc kilenc tíz mert hogyan mit milyen amely ezek azok hétfő kedd szerda csütörtök péntek szombat vasárnap csütörtökön",
        letters: "áéíóöőúüű",
    },
    Vocabulary {
        tag: "ro",
        words: "și în la de pe cu din pentru nu este sunt era au a fost fi să se că ce care cine unde când cum dar sau dacă mai foarte doar deja încă eu tu el ea noi voi ei ele meu mea lui lor un o unui unei al ale ai această acest aceste toate tot fiecare după înainte fără între până azi ieri mâine ora lei costă are avea poate trebuie dumneavoastră vă ajuta îmi pare rog bună ziua mulțumesc comanda sunteți suntem pot puteți stânga dreapta unu doi trei patru cinci șase șapte opt nouă zece nostru noastră va vor luni marți miercuri joi vineri sâmbătă duminică",
        letters: "ăâîșțşţ",
    },
    Vocabulary {
        tag: "tr",
        words: "ve bir bu şu o da de ki mi mı mu mü ile için ama veya ya çok daha en gibi kadar sonra önce göre değil var yok ne kim nerede nasıl neden her hiç ben sen biz siz onlar bana sana ona bizim sizin olarak olan oldu olur olacak lütfen bugün dün yarın şimdi saat lira yıl yılında tarihinde ise hem diye üzere bile artık sadece yeni iki üç dedi merhaba günaydın teşekkürler evet hayır iyi burada orada zaman asla biraz başka ay hafta gün dakika ilk son sonraki başlıyor geldi gitti gelecek gidiyor kaldı etti eder edin arayın sorun dikkat kaç yalnızca yaklaşık geçen tam hemen önümüzdeki bunu şunu onu bunun onun çünkü ancak fakat hangi bütün tüm derece yardımcı olabilirim olabilir misiniz mısınız sağa sola dönün üzgünüm bekleyin beklerim size sizi siparişiniz ediyorum ediyoruz istiyorum isterim musunuz değilim günü tekrar doğru sol sağ kişi dört beş altı yedi sekiz dokuz on pazartesi salı çarşamba perşembe cuma cumartesi pazar ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık tarihi verdi açıldı bitti su yer yerde tarafından karşı başladı bitiyor ederim edebilirim misin mısın mıyım olmak olması olduğu olduğunu etmek yapmak yapın alın verin gelin gidin bakın böyle şöyle öyle birkaç birçok birlikte ayrıca üstelik henüz hala hâlâ belki elbette tabii neredeyse içinde dışında üzerinde altında arasında yanında önünde arkasında sağda solda büyük küçük eski yirmi otuz kırk elli yüz bin milyon milyar burası orası hangisi kimse kaçta acaba beni seni bizi onları benim senin onların kendi not via plus metre maalesef",
        letters: "çğıöşü",
    },
    Vocabulary {
        tag: "vi",
        words: "và là của có không được trong cho với một những các này đó khi để từ đến tôi bạn anh chị em chúng ta họ ông bà nó rất cũng đã đang sẽ thì mà như nếu vì nhưng hay hoặc ở trên dưới ra vào lại nữa nhiều hơn ai gì đâu sao nào giờ ngày năm hôm nay đơn hàng xin chào cảm ơn vui lòng giúp rẽ trái phải hai ba bốn sáu bảy tám chín mười thứ",
        letters: "ăâđêôơưàáãèéìíòóõùúýạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ",
    },
    Vocabulary {
        tag: "id",
        words: "dan yang di ke dari ini itu untuk dengan tidak adalah akan sudah telah belum bisa dapat harus pada dalam oleh sebagai juga atau tetapi tapi karena jika kalau saya kamu anda dia kami kita mereka ada bukan lebih sangat hanya masih lagi setelah sebelum antara tanpa seperti semua setiap apa siapa kapan bagaimana mengapa hari tahun jam pukul rupiah besok kemarin sekarang maaf terima kasih silakan bantu membantu pesanan belok kiri kanan satu dua tiga empat lima enam tujuh delapan sembilan sepuluh saja sedang senin selasa rabu kamis jumat sabtu minggu",
        letters: "",
    },
    Vocabulary {
        tag: "sk",
        words: "a v vo s so si na do z zo za po o u k ku je sú bol bola bolo boli byť nie to ten tá toho tom že ako čo kto kde kedy ale alebo ani už ešte len tiež veľmi ja on ona my vy oni ma mi ho mu jej ich nám nás vám vás jeho svoj cez pred pri pod nad bez pre medzi až každý všetko nič nikto môže môžem môžete musí má majú bude budú dnes včera zajtra teraz tu tam prosím ďakujem dobrý deň vaša vaše váš zásielka objednávka som ste sme doľava doprava odbočte pretože keď ktorý ktorá ktoré potom hodín minút jeden dva tri štyri päť šesť sedem osem deväť desať ľutujem prepáčte",
        letters: "áäčďéíĺľňóôŕšťúýž",
    },
    Vocabulary {
        tag: "hr",
        words: "i u na je su se da ne od za s sa iz o po do kao što koji koja koje kako kada kad gdje ali ili jer ako još već samo vrlo ja ti on ona ono mi vi oni me te ga mu joj ih nam nas vam vas moj tvoj njegov naš vaš vaša vaše biti bio bila bilo bili će ću ćete ćemo sam si smo ste može mogu možete mora ima imaju nije nisu nema između prije poslije nakon pred pod nad bez kroz danas jučer sutra sada ovdje tamo molim hvala dobar dan bok svaki sve ništa nitko ovaj ova ovo taj ta to sati minuta jedan dva tri četiri pet šest sedam osam devet deset lijevo desno skrenite žao stići",
        letters: "čćđšž",
    },
    Vocabulary {
        tag: "sl",
        words: "in v na je so se da ne od za s z iz o po do kot ki kako kdaj kje ali ker če še že samo le zelo jaz ti on ona mi vi oni me te ga mu jo jih nam nas vam vas moj tvoj njegov naš vaš vaša vaše biti bil bila bilo bili bo bom boste bodo bomo sem si smo ste lahko mora ima imajo ni niso med pred pod nad brez skozi danes včeraj jutri zdaj tukaj tam prosim hvala dober dan vsak vse nič nihče ta to ura uro uri minut ena dva tri štiri pet šest sedem osem devet deset levo desno zavijte žal kaj kdo tudi pa",
        letters: "čšž",
    },
    Vocabulary {
        tag: "ca",
        words: "el la els les un una uns unes de del dels i o que no es és són era eren està estan hi ha han jo tu ell ella nosaltres vostè vostès seu seva meu meva amb per sense sobre entre des fins com quan on qui què però més menys molt molta també ja si sí li ho em et us ens aquest aquesta aquests això tot tota tots cada té tenen pot fa avui ahir demà després abans hores anys any dia dies res ningú hola gràcies bon bona bé nostre nostra aquí allà ara sempre mai poc altre altra mateix sigui puc vull arribarà ajudar dreta esquerra dos tres quatre cinc sis set vuit nou deu perquè encara només al als pel",
        letters: "àçèéíïòóúü",
    },
    Vocabulary {
        tag: "et",
        words: "ja on ei see et ta ma mina sina te me nad oli olid olla aga või kui siis nii ka ainult veel väga mis kes kus millal kuidas kas miks minu sinu tema meie teie nende kõik selle seda siin seal võib peab saab enne pärast vahel koos ilma täna eile homme kell tund tundi minutit palun tere aitäh päev hea üks kaks kolm neli viis kuus seitse kaheksa üheksa kümme vasakule paremale teid teile mulle sulle jõuab juba nüüd sest kuid kella",
        letters: "äöõüšž",
    },
    Vocabulary {
        tag: "lt",
        words: "ir yra buvo bus ne kad kaip kas kur kada bet ar arba jei jau dar tik labai aš tu jis ji mes jūs jie man tau jam mus jums jūsų mano tavo jo jos mūsų į iš su be prie nuo iki per po prieš tarp už apie ant šis ši tai tas ta visi viskas nieko kiekvienas gali turi reikia šiandien vakar rytoj dabar čia ten prašau ačiū labas diena dieną valandos valandą minučių vienas du trys keturi penki šeši septyni aštuoni devyni dešimt kairėn dešinėn atsiprašau",
        letters: "ąčęėįšųūž",
    },
    Vocabulary {
        tag: "lv",
        words: "un ir bija būs nav ne ka kā kas kur kad bet vai ja jau vēl tikai ļoti es tu viņš viņa mēs jūs viņi man tev viņam mums jums jūsu mans tavs mūsu no uz ar bez pie līdz par pēc pirms starp šis šī tas tā tie visi viss neko katrs var vajag šodien vakar rīt tagad šeit tur lūdzu paldies labdien diena dienā pulksten stundas minūtes viens divi trīs četri pieci seši septiņi astoņi deviņi desmit pa kreisi labi tiks",
        letters: "āčēģīķļņšūž",
    },
    Vocabulary {
        tag: "af",
        words: "die en van is nie het ek jy hy sy ons hulle dit wat om te in op met vir aan by uit oor onder deur as maar ook nog al wel geen was word sal kan moet wil my jou haar hul julle u hier daar waar hoe toe dan of tot teen na sonder elke alle meer baie vandag môre gister tussen niemand goeie dankie asseblief ja nee hallo een twee drie vier vyf ses sewe agt nege tien links regs draai hierdie daardie wees gaan kom nou sê",
        letters: "êëôî",
    },
    Vocabulary {
        tag: "sq",
        words: "dhe të në e i me për nga është janë ishte nuk që si do ka kanë një ky kjo ai ajo ne ju ata mua ty tij saj tonë juaj më por ose nëse edhe vetëm shumë kur ku kush çfarë pse mes midis pas para deri mbi nën pa çdo gjithçka asgjë askush mund duhet sot dje nesër tani këtu atje lutem faleminderit mirë ditë orë orës minuta dy tre katër pesë gjashtë shtatë tetë nëntë dhjetë majtas djathtas",
        letters: "ëç",
    },
    Vocabulary {
        tag: "eu",
        words: "eta da dira zen ziren izan izango ez bai baina edo ere oso hau hori hura hemen hor han non noiz nola zer nor zein zergatik ni zu gu zuek haiek nire zure gure haren bere dut duzu du dugu dute naiz zara gara zarete dago daude gaur atzo bihar orain mesedez eskerrik asko kaixo egun on arte artean gabe bezala bat bi hiru lau bost sei zazpi zortzi bederatzi hamar ezkerrera eskuinera zion dio digu dizu behar",
        letters: "ñ",
    },
    Vocabulary {
        tag: "sw",
        words: "na ya wa kwa ni za la cha vya katika kutoka hii hiyo hizi huyu yake yako yangu wangu wako wake chako changu lakini au kama pia sana mimi wewe yeye sisi ninyi wao nini nani wapi lini vipi kwamba ambao ambayo kila hakuna kuna baada kabla kati bila hadi leo jana kesho sasa hapa pale tafadhali asante habari jambo ndiyo hapana saa siku mwaka moja mbili tatu nne tano sita saba nane tisa kumi kushoto kulia geuka unaweza ninaweza nitakusaidia samahani",
        letters: "",
    },
    Vocabulary {
        tag: "is",
        words: "og að er í á ekki það sem við ég þú hann hún þeir þær þau um af til frá með fyrir en eða ef þegar hér þar hvar hvað hver hvernig hvenær var voru vera verður hefur hafa mér þér honum henni okkur ykkur þeim minn þinn sinn okkar ykkar þeirra þessi þetta allt ekkert mjög bara líka undir yfir eftir áður milli án dag gær morgun klukkan vinsamlegast takk góðan daginn halló já nei einn tveir þrír fjórir fimm sex sjö átta níu tíu vinstri hægri getur get þarf kemur",
        letters: "áæéðíóöúýþ",
    },
    Vocabulary {
        tag: "eo",
        words: "la kaj de en estas estis estos ne ke al por kun sur el ĉe da pri per sen sub inter ĝis antaŭ post kiel kiu kio kie kiam kial sed aŭ ĉar se jam ankoraŭ nur tre ankaŭ mi vi li ŝi ĝi ni ili min vin lin mia via lia ŝia nia ilia tiu tio tie ĉi ĉiu ĉio ĉiuj nenio neniu hodiaŭ hieraŭ morgaŭ nun bonvolu dankon saluton jes bonan unu du tri kvar kvin ses sep ok naŭ dek povas devas havas maldekstren dekstren",
        letters: "ĉĝĥĵŝŭ",
    },
];

/// Articles and prepositions that stand in names from everywhere, of people, streets, dishes and works. In order.
pub(crate) static PARTICLES: [&str; 64] = [
    "a", "aan", "al", "alla", "alle", "am", "an", "au", "auf", "aux", "bei", "d", "da", "dal", "das", "de",
    "degli", "dei", "del", "dell", "della", "delle", "den", "der", "des", "di", "die", "do", "dos", "du",
    "e", "el", "en", "et", "i", "il", "im", "in", "l", "la", "las", "le", "les", "lo", "los", "ob", "of",
    "op", "sous", "sur", "ten", "ter", "the", "tot", "uit", "und", "unter", "van", "vom", "von", "y", "zu",
    "zum", "zur",
];

/// Words of courtesy and the English `I`, which have a capital within a sentence. In order.
pub(crate) static COURTEOUS: [&str; 19] = [
    "anda", "i", "i'd", "i'll", "i'm", "i've", "ihnen", "ihr", "ihre", "ihrem", "ihren", "ihrer", "ihres",
    "pan", "pani", "państwa", "państwo", "państwu", "sie",
];
