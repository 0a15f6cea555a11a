"""The phrases of Polish."""

from belisha.clues.languages import Language


class Polish(Language):
    """Polish, as it is typed in chats: with and without the Polish letters, and with ``cb``, ``nwm`` and ``wgl``."""

    code = "pl"
    common = (
        "ja ty on ona my wy oni mi mnie cie ci tobie ciebie sie jest jestem jestes sa byl byla bylo mam masz ma mamy "
        "i a ale nie nic tak no ze zeby z ze do na w we od po dla przy przez za u o co kto jak gdzie kiedy czemu "
        "dlaczego czy moge mozesz chce chcesz musze wiem wiesz mow powiedz daj wyslij dzis dzisiaj jutro teraz zawsze "
        "nigdy juz jeszcze tez tylko bardzo to ta ten te tego tej twoj twoja twoje moj moja moje czesc hej siema "
        "dzieki dobra fajnie nikt nikomu wszystko wszyscy sam sama bo jesli tu tam lat byl byla bylo mial moim gdy "
        "moi twoi zdjecie mama tata babcia zaraz przed mieszkasz robisz idziesz ile piszesz napisz swoj swoja mojej "
        "twojej mna tym toba rodzice pokaz domu bede nas was ich jego jej tak szkoly szkole"
    )
    table = r"""
PARENT
    mamy|mama|mamie|mamo|mame|matka|matce|matki|tata|tacie|taty|tate|ojciec|ojcu|rodzice|rodzicom|rodzicow|starzy|
    starym|starych|rodzina|rodzinie|brat|bratu|siostra|siostrze|babcia|babci|nauczycielka|pani
NIKOMU
    nikomu|nikt|nikogo
APP
    snap|snapie|snapa|snapchat|insta|instagram|instagramie|ig|whatsapp|whatsappie|wa|telegram|telegramie|discord|
    discordzie|dc|kik|signal|skype|messenger|messengerze|priv
PIC
    zdjecie|zdjecia|zdjatko|zdj|fotk[aei]|foty?|pic|selfie|selfiaka?
CAM
    kamer(?:k[aei]|a|e|y)|cam|webcam
CALLED
    ^\W*(?:mamo|mamus|mamusiu|tato|tatus|tatusiu|babciu|dziadku)\b|\b(?:ok|dobrze|tak|nie|dzieki|czesc|przepraszam|no|
    buziaki) (?:\w+ )?(?:mamo|mamus|mamusiu|tato|tatusiu|babciu|dziadku)\b
stated_age
    \b(?:mam|ja mam|skonczyl[ea]m|skoncze|koncze|bede miec|bede mial[a]?)(?: (?:dopiero|juz|prawie|tylko|zaraz|
    teraz|tez|z))? (\d\d?)(?: ?(?:lat|latek|l|lata|wiosen)\b(?! (?:doswiadczenia|stazu|gwarancji))|\W*$| (?:k+|rs+|
    jaja\w*|haha\w*|ahah\w*|lol|xd|mdr|ptdr)\b| a (?:ty|cb|ciebie))
asks_age
    \bile (?:ty )?(?:masz|maszz|mash|skonczyl[ae]s) (?:ty )?(?:lat|latek|l)\b|\bile lat masz\b|\b(?:do|w) (?:ktorej|
    ktora|jakiej) (?:klasy|klasie) (?:chodzisz|jestes|idziesz)\b|\b(?:w jakim jestes wieku|jaki masz wiek|twoj wiek)\b|
    ^\W*(?:a )?(?:wiek|ile lat)\s*\?+\s*$|\b(?:jestes|masz) (?:juz )?(?:pelnoletnia|pelnoletni|skonczone (?:15|16|18))\b
states_young_age:child
    \b(?:jestem|ja jestem) (?:\w+ ){0,2}(?:dzieckiem|nieletni[a]?|niepelnoletni[a]?|za mlod[ay]|mal[ay])\b|
    \b(?:chodze|jestem|ide) (?:\w+ )?(?:do|w) (?:[3-8]|trzeciej|czwartej|piatej|szostej|siodmej|osmej) ?(?:klasy|klasie|
    kl)\b|^\W*(?:w )?(?:[3-8]|trzeciej|czwartej|piatej|szostej|siodmej|osmej) (?:klasa|klasie|klasy|kl)\b
asks_location
    \b(?:gdzie|skad) (?:ty )?(?:dokladnie )?(?:mieszkasz|jestes|chodzisz do szkoly|
    pochodzisz)\b(?! (?:teraz )?mamo)|\b(?:do|w|z) (?:jakiej|ktorej|jakim|jakiego) (?:szkoly|szkole|miescie|miasta|
    miejscowosci|ulicy|dzielnicy|dzielnicy) ?(?:chodzisz|mieszkasz|jestes)?\b|\b(?:podaj|daj|jaki masz|
    wyslij) (?:mi )?(?:swoj |twoj )?(?:adres|lokalizacje)\b|\bmieszkasz daleko\b
asks_if_alone
    \b(?:jestes|siedzisz|zostajesz|bedziesz) (?:\w+ ){0,2}(?:sama?|samiutka)\b(?! (?:sobie winn|zrobi))|
    \bmasz (?:\w+ ){0,2}(?:wolna chate|chate wolna|wolny dom|dom dla siebie|swoj pokoj|wlasny pokoj)\b|
    \bzamknij (?:\w+ )?drzwi\b|\bidz (?:\w+ ){0,2}(?:do (?:swojego )?pokoju|do lazienki|gdzies gdzie)\b|
    ^\W*(?:a )?sama? (?:w domu)?\s*\?
asks_about_supervision
    \b(?:twoi|twoja|twoj|starzy|rodzice) (?:<PARENT> )?(?:\w+ ){0,2}(?:jest|sa|sprawdza|sprawdzaja|czyta|czytaja|patrzy|
    widza|spia|spi|pracuje|pracuja|wraca|wracaja|kontroluj\w*) ?(?:\w+ ){0,3}(?:domu|tam|telefon|komorke|czaty?|
    wiadomosci|pozno|kiedy|poza|obok|juz)\b|\b(?:sa|jest|kiedy wroca|kiedy wraca|kiedy wracaja|
    kiedy ida spac) (?:\w+ )?(?:twoi|twoja|twoj|starzy|rodzice) ?(?:<PARENT>)?\b|\b(?:jest|siedzi) (?:\w+ )?(?:ktos|
    kto) (?:\w+ ){0,2}(?:z toba|obok|w pokoju|w domu)\b|\bkto jest (?:\w+ )?(?:z toba|w domu|obok)\b
asks_routine
    \b(?:o ktorej|kiedy|do ktorej) (?:\w+ )?(?:konczysz|wracasz|wychodzisz|idziesz spac|jestes sama?|zostajesz sama?|
    kladziesz)\b|\b(?:wracasz|chodzisz|idziesz) (?:\w+ ){0,3}sama? (?:\w+ ){0,2}(?:domu|szkoly)?|
    \bktoredy (?:wracasz|chodzisz|idziesz)\b|\bkiedy (?:twoi |twoja |twoj )?<PARENT> (?:spi|spia|pracuj\w|wychodz\w+|
    ida)\b
asks_relationship_history
    \bmasz (?:\w+ ){0,2}(?:chlopaka|dziewczyne|kogos|faceta|crusha)\b(?! (?:z|w) )|\bjestes (?:\w+ )?(?:singielka|
    singlem|wolna|wolny|zajeta|zakochan[ay])\b(?! (?:jutro|dzis|w|o))|\bcalowal[ae]s (?:\w+ ){0,2}(?:sie|kogos|
    z)\b|\b(?:juz|kiedys) (?:sie )?calowal[ae]s\b
flattery
    \bdojrzal[ay] jak na (?:swoj|twoj) wiek\b
    \b(?:hej|czesc|siema|witaj) (?:\w+ )?(?:slicznotko|piekna|kochanie|ksiezniczko|mala|sliczna|skarbie|aniolku|
    slonko|myszko)\b|\b(?:ladne|piekne|sliczne) oczy\b
flattery:everyday
    \b(?:jestes|wygladasz|wydajesz sie) (?:\w+ ){0,3}(?:ladn[aiey]\w*|piekn[aiey]\w*|slicz\w+|sliczn[aiey]\w*|
    urocz[aoy]|dojrzal[ay]|wyjatkow[ay]|slodk[aoi]\w*|cudown[ay]|starzej|starsz[ay])\b
special_bond
    \bnikt cie (?:\w+ )?(?:nie )?(?:rozumie|zna|widzi) (?:\w+ ){0,2}(?:jak|lepiej)\b|
    \bjestes jedyn[ay] (?:\w+ )?(?:ktora|ktory|osoba|z)\b|\bmozesz mi (?:\w+ )?(?:wszystko|zaufac|
    powiedziec wszystko)\b|\b(?:to co mamy|miedzy nami|my|nasza wiez) (?:\w+ ){0,3}(?:wyjatkow\w*|wyjatkowego|
    bratnie dusze|szczegoln\w+|cos wiecej|niezwykl\w*)\b|\bbratnia dusza\b|\bzawsze (?:bede|jestem) (?:przy tobie|
    dla ciebie)\b
age_gap_acknowledged
    \bwiek (?:\w+ )?(?:to|nie) (?:\w+ ){0,2}(?:liczba|cyfra|znaczenia|gra roli)\b|
    \bjestem (?:\w+ ){0,2}(?:starszy od ciebie|za stary dla ciebie|starszy)\b.{0,15}(?:\?|ok|nie przeszkadza|ciebie|
    problem)|\b(?:przeszkadza ci|nie przeszkadza|to problem) (?:\w+ ){0,3}(?:ze|jesli) (?:\w+ ){0,2}(?:starszy|starsza|
    \d\d)|\bmam (?:2\d|3\d|4\d|5\d)(?: lat)?\b.{0,20}\b(?:przeszkadza|problem|ok|nie boisz)\b
asks_for_secrecy
    \bnie (?:\w+ )?(?:mow|mowic|gadaj|pokazuj|opowiadaj|pisz|wygadaj)\b (?:\w+ ){0,4}(?:<NIKOMU>|<PARENT>|kolezankom)\b|
    \b(?:nikomu|ani) (?:\w+ ){0,2}(?:ani slowa|slowa|nie mow|nie pokazuj)\b|\b(?:zostaje|zostanie|niech zostanie|
    zostaw to|to jest|bedzie) (?:\w+ ){0,2}(?:miedzy nami|nasza (?:mala )?tajemnica|nasz (?:maly )?sekret|
    dla siebie)\b|\bnasz (?:maly )?sekret\b|\bnasza (?:mala )?tajemnica\b|\b(?:umiesz|potrafisz|
    dochowasz) (?:\w+ )?(?:dochowac |trzymac )?(?:tajemnic\w|sekretu?)\b|\b<PARENT> (?:nie )?(?:\w+ )?(?:nie moze|
    nie moga|nie musi|nie musza) (?:\w+ )?(?:wiedziec|sie dowiedziec|zobaczyc)\b
asks_to_delete
    \b(?:usun|skasuj|kasuj|usuwaj|usunelas|skasowalas|usunales|skasowales|wyczysc) (?:\w+ ){0,3}(?:czat\w*|
    rozmow\w|wiadomosci|historie|zdjecia|wszystko|konwersacje)\b|\bznikajace wiadomosci\b|\bbez sladow\b|\b(?:czat|
    rozmowe|wiadomosci|wszystko) (?:\w+ )?(?:usun|skasuj)\b
promises_secrecy
    \b(?:nikomu|nikt) (?:\w+ ){0,2}(?:nie )?(?:powiem|pokaze|wysle|wygadam|zobaczy|dowie|bedzie widzial)\b|
    \bnie (?:powiem|pokaze) (?:\w+ ){0,2}nikomu\b|\b(?:zostaje|zostanie|zachowam|zostawie) (?:\w+ ){0,2}(?:u mnie|
    dla siebie|tylko dla mnie)\b|\btylko dla mnie\b
gives_cover_story
    \b(?:jak|jesli|jakby) (?:\w+ ){0,4}(?:zapyta|pyta|spyta|zapytaja|pytaja)\b.{0,15}\b(?:powiedz|mow)\b|\b(?:powiedz|
    mow) (?:\w+ ){0,3}ze (?:jestes|jestem|spisz|idziesz|nocujesz) (?:\w+ ){0,2}(?:kolezanki|kolegi|kuzynem|kuzynka|
    z twojej szkoly|kolezanka|z klasy|babci)\b|\bzapisz mnie (?:\w+ ){0,2}(?:jako|pod)\b|\budawaj (?:\w+ )?ze\b
isolates_from_family
    \b(?:twoi|twoja|twoj|starzy) (?:<PARENT> )?(?:cie |ci )?(?:\w+ )?nie (?:cie )?(?:rozumie|rozumieja|slucha|
    sluchaja|kocha|kochaja|obchodzi|obchodza|ufa|ufaja)\b|\b(?:twoi|twoja|twoj) (?:<PARENT> )?(?:jest|
    sa) (?:\w+ ){0,2}(?:surow\w+|wredn\w+|niesprawiedliw\w+|okropn\w+|toksyczn\w+)\b|\bnie (?:musisz |
    warto )?sluchac? (?:\w+ )?(?:mamy|taty|rodzicow|starych|ojca|matki)\b|\bnie sluchaj (?:\w+ )?(?:mamy|taty|
    rodzicow|starych|ojca|matki)\b|\b(?:moge|moglbym) byc (?:\w+ )?(?:jak |dla ciebie )?(?:tata|ojciec|starszy brat|
    ojcem|bratem)\b
isolates_from_friends
    \b(?:twoje|twoi) (?:kolezanki|koledzy|przyjaciolki|przyjaciele|znajomi) (?:\w+ )?(?:sa|cie|ci|gadaja|nie|
    klamia) (?:\w+ ){0,4}(?:dziecinn\w+|falszyw\w+|zazdro\w+|rozumieja|wykorzystuja|obgaduj\w+|glupi\w*|
    plecami|udaja)\b|\bnie potrzebujesz (?:\w+ )?(?:ich|innych|nikogo|kolezanek|przyjaciol)\b|
    \bzapomnij o (?:\w+ )?(?:nich|innych|kolezankach|znajomych)\b|\bmasz (?:przeciez |juz )?mnie\b
jealous_control
    \bz kim (?:\w+ )?(?:piszesz|gadasz|jestes|bylas|byles|rozmawiasz)\b|\bkto to (?:jest )?(?:\w+ )?(?:ten|
    za) (?:typ|chlopak|koles|gosc|facet)\b|\bkim jest ten\b|\bnie chce zebys (?:\w+ )?(?:pisala|gadala|
    wychodzila|spotykala|pisal|gadal)\b|\bjestes (?:tylko )?moj[ae]?\b(?! (?:kolez|siostr|kuzyn|przyj))
moves_to_other_app
    \b(?:piszmy|przejdzmy|chodz|napisz|dodaj mnie|gadajmy|masz|wbij|wbijaj|popiszmy|odezwij sie|
    pogadajmy) (?:\w+ ){0,3}(?:na |do |przez )?<APP>\b|\bna <APP> (?:\w+ ){0,2}(?:lepiej|pisac|bezpieczniej|popiszemy|
    pogadamy)\b|\b(?:tu|tutaj) (?:\w+ ){0,2}(?:nie jest bezpiecznie|czytaja|sledza)\b|\b(?:chodz|napisz|
    pisz) (?:\w+ )?na (?:priv|pw|dm)\b
exchanges_handle
    \b(?:daj|podaj|podasz|dasz|wyslij|jaki masz|moge) (?:mi )?(?:swoj |twoj |do ciebie )?(?:numer|nr|telefon|tel|nick|
    <APP>)\b|\bjak (?:sie nazywasz|masz) na <APP>\b|\bmoj (?:numer|nr|snap|insta|ig|discord|telegram|kik|
    nick)(?: to| ?:)
asks_for_picture
    \b(?:wyslij|wysylaj|wyslesz|wyslesz|przeslij|pokaz|pokaz mi|zrob|strzel|wrzuc|daj|podeslij|wysli[jl]|wyslil) (?:mi |
    jakies |jakas |swoje |swoja |sobie |jedno |no |fajne ){0,3}(?:\w+ )?<PIC>\b(?! (?:tablicy|zadania|klasy|psa|kota|
    z lekcji))|\b<PIC> (?:siebie|twoje|swoje|twarzy)\b|\bmasz (?:\w+ ){0,2}<PIC>\b(?! (?:tablicy|z lekcji|klasy))|
    \b(?:moge|chce) (?:\w+ ){0,2}(?:zobaczyc|miec) (?:\w+ ){0,2}(?:<PIC>|cie|jak wygladasz)\b|\bjak wygladasz\b|
    ^\W*<PIC>\s*\?
asks_for_webcam
    \b(?:wlacz|odpal|wlaczysz) (?:\w+ ){0,2}<CAM>\b|\bmasz (?:\w+ )?<CAM>\b|\b(?:pogadamy|pogadajmy|zrobmy|chcesz|
    zadzwonmy|polaczmy sie) (?:\w+ ){0,2}(?:na kamerce|wideo|video|facetime|videorozmowe|na kamerkach)\b|
    \bpokaz (?:mi )?(?:swoja |twoja )?(?:twarz|buzie|buzke)\b
camera_excuse
    \b(?:moja |mi )?<CAM> (?:\w+ ){0,3}(?:zepsut\w*|nie dziala|padla|popsut\w*|rozwalon\w*)\b|\b(?:zepsula|
    popsula|nie dziala) (?:\w+ ){0,2}<CAM>\b|\bnie mam <CAM>\b
offers_gift
    \b(?:dam ci|kupie ci|wysle ci|doladuje ci|podaruje ci|przesle ci|ci (?:dam|kupie|wysle)|moge ci (?:dac|kupic|
    wyslac)) (?:\w+ ){0,4}(?:robux\w*|vbuks\w*|v ?dolc\w*|skina?|skiny|telefon|prezent\w*|doladowanie|coinsy|
    monety|nitro|buty|karte|karnet)\b|\bchcesz (?:\w+ ){0,2}(?:robux\w*|v ?dolc\w*|skina?|skiny|coinsy|nitro|prezent|
    doladowanie)\b|\bmam dla ciebie (?:\w+ )?prezent\b
reward_for_compliance
    \bjak (?:mi )?(?:\w+ ){0,4}(?:wyslesz|pokazesz|zrobisz|przyjdziesz|zadzwonisz|wlaczysz)\b.{0,25}\b(?:dostaniesz|
    dam|kupie|wysle|przeleje)\b|\b(?:dostaniesz|dam ci|kupie ci|przeleje ci) (?:\w+ ){0,5}(?:jak|
    jesli) (?:\w+ ){0,4}(?:wyslesz|pokazesz|zrobisz|przyjdziesz|zadzwonisz|wlaczysz)\b|\bza kazde <PIC>|
    \bpo tym wszystkim co ci (?:dalem|kupilem)\b
money_or_job_offer
    \bchcesz (?:\w+ ){0,3}(?:zarobic|kase|hajs|pieniadze|dorobic)\b|\b(?:zaplace ci|przeleje ci|
    dam ci) (?:\w+ ){0,2}(?:\d+|kase|hajs|pieniadze|stowe)|\b(?:latw[ae] (?:kasa|kase|hajs)|szybki hajs|
    latwe pieniadze)\b|\b(?:agencja|sesj[ai]|casting|modelka|modeling)\b.{0,30}\b(?:platn\w+|placa|kasa|
    zarobisz|dla ciebie)\b
guilt_and_pressure
    \b(?:gdybys|jakbys) (?:\w+ ){0,2}(?:kochal[ae]?|lubil[ae]?|ufal[ae]?|zalezalo)\b|
    \bmyslal[ea]m ze (?:\w+ ){0,4}(?:dojrzal\w+|inna|inny|przyjaciolmi|ufasz|lubisz|kochasz|dorosl\w+)\b|
    \bnie badz (?:\w+ )?(?:dzieckiem|taka|taki|dzieciakiem|tchorzem|dziecinna|glupia|niesmiala)\b|
    \bpo tym wszystkim co (?:\w+ )?(?:dla ciebie|zrobilem)\b|\budowodnij\b(?! ze (?:trojkat|liczba|x))|\bnie ufasz mi\b
sets_deadline
    \bmasz (?:\w+ )?(?:\d+|jedna|dwie|piec|dziesiec) (?:min\w*|godzin\w*|sek\w*|dni|h)\b|\bostatnia (?:szansa|
    ostrzezenie)\b|\bostatnie ostrzezenie\b|\bczas (?:leci|ucieka|mija|sie konczy)\b|\bzostalo ci (?:\w+ )?(?:min\w*|
    sek\w*|godzin\w*)\b
refuses
    \bnie (?:chce|moge|zrobie|wysle|bede|pokaze)\b|\bwole nie\b
refuses:everyday
    ^\W*(?:nie|niee|nope|nigdy|nie ma mowy|wole nie|zapomnij|w zyciu)\b(?! wiem)
shows_discomfort
    \b(?:przestan|skoncz|wez przestan) (?:\w+ ){0,2}(?:prosze|pytac|pisac|z tym|juz|mnie)
    \b(?:daj mi|zostaw mnie) (?:\w+ )?(?:spokoj|w spokoju)\b|\bczemu (?:mnie )?(?:o to )?pytasz\b
    \bczuje sie (?:\w+ )?(?:nieswojo|dziwnie|niekomfortowo)\b
shows_discomfort:everyday
    \b(?:to|jestes|robi|to jest|czuje) (?:\w+ ){0,3}(?:dziwn\w+|creepy|straszn\w+|obrzydliw\w+|niezrecznie|nieswojo|
    niekomfortow\w+|krepujac\w+)\b
shows_fear
    \b(?:prosze|blagam|plis) (?:\w+ ){0,2}nie\b(?! spoznij)
    \bnie (?:wysylaj|wstawiaj|pokazuj|mow|publikuj) (?:\w+ ){0,4}(?:prosze|blagam|plis)\b
    \bzrobie (?:wszystko|co chcesz|co zechcesz)\b
shows_fear:everyday
    \b(?:tak |bardzo |strasznie )?(?:sie )?(?:boje|boje sie)\b(?! (?:sie )?(?:pajakow|ciemnosci|sprawdzianu))
    \b(?:placze|trzese sie)\b
threatens
    \bpozalujesz\b|\bwiem gdzie (?:\w+ )?(?:mieszkasz|chodzisz|jestes)\b|\bprzyjade do ciebie do domu\b
    \b(?:bo|inaczej|albo|jak nie to) (?:\w+ )?(?:powiem|pokaze|wysle|napisze) (?:\w+ ){0,4}(?:twoj\w*|wszystkim|
    mamie|rodzicom|tacie|szkole)\b|\bpowiem (?:\w+ ){0,2}(?:twoim|twojej|twojemu) <PARENT> (?:\w+ ){0,2}(?:co|ze)\b
threatens:everyday
    \b(?:znajde|dorwe|zabije|zniszcze|dopadne) cie\b
blackmails
    \b(?:wysle|wrzuce|wstawie|opublikuje|pokaze|udostepnie|rozesle|puszcze|powysylam) (?:\w+ ){0,4}(?:wszystkim|
    twoim|twojej|twojemu|do szkoly|rodzicom|do sieci|do internetu|na grupe|klasie|znajomym)\b|
    \bmam (?:\w+ ){0,2}(?:screeny?|ss|nagran\w+ (?:rozmow\w|wszystko|cie)|twoje zdjecia|twoich (?:znajomych|
    obserwujacych)|liste twoich|wszystko nagrane)\b|\b(?:albo|inaczej|bo|jak nie to) (?:\w+ ){0,3}(?:wszyscy|kazdy|
    znajomi) (?:\w+ ){0,2}(?:zobacz\w+|dowie\w*|beda)\b
demands_payment
    \b(?:zaplac|wyslij|kup|przelej|przeslij|wplac|plac) (?:mi |teraz |najpierw |
    jeden ){0,3}(?:\w+ )?(?:\d+ ?(?:zl|zl|euro|zlotych|zlotych|pln)|blik\w*|paysafe\w*|karte (?:steam|podarunkowa|
    google)|kod\w*|doladowanie|bitcoin\w*)(?!\w)|\b(?:zaplac|plac|przelej) (?:\w+ ){0,3}(?:albo|inaczej|bo)\b
threatens_self_harm
    \b(?:zabije sie|potne sie|zrobie sobie cos|skoncze ze soba|targne sie|skocze z)\b|\bsie zabije\b(?! ze smiechu)|
    \b(?:bez ciebie|jak (?:odejdziesz|mnie zostawisz|mnie zablokujesz|nie odpiszesz)) (?:\w+ ){0,4}(?:zyc|umre|zabije|
    zycia|koniec)\b|\bnie chce (?:juz )?zyc\b
proposes_meeting
    \b(?:chce|chcialbym) (?:cie )?(?:\w+ )?(?:zobaczyc cie|cie zobaczyc|spotkac|cie poznac na zywo)\b
    \b(?:wpadnij|przyjdz|przyjedz|chodz) (?:\w+ )?do mnie\b
    \b(?:na zywo|w realu|irl) (?:\w+ )?(?:zobaczyc|spotkac|sie)\b
proposes_meeting:everyday
    \b(?:spotkajmy sie|spotkamy sie|chcesz sie (?:\w+ )?(?:spotkac|zobaczyc)|mozemy sie (?:\w+ )?(?:spotkac|
    zobaczyc)|moze sie (?:\w+ )?(?:spotkamy|zobaczymy))\b(?! (?:z klasa|na lekcji))
arranges_travel
    \b(?:przyjade|podjade|odbiore|zabiore|zawioze|podwioze) (?:\w+ )?(?:po )?(?:cie|ciebie|
    po ciebie) ?(?:\w+ ){0,3}(?:autem|samochodem|do domu|spod|pod|szkol\w|autkiem|do siebie)\b|\b(?:przyjade|
    podjade) po ciebie\b|\b(?:kupie|zaplace|zarezerwuje|zamowie|oplace) (?:\w+ ){0,3}(?:bilet|pociag|ubera|taxi|
    taksowke|hotel|bus|podroz)\b|\bmozesz (?:\w+ )?(?:spac|nocowac|zostac) u mnie\b
avoids_tracking
    \bzostaw (?:swoj |ten )?(?:telefon|tel|tablet|zegarek|komorke) (?:\w+ ){0,2}(?:domu|szafce|pokoju|szkole)\b|
    \b(?:wylacz|usun|ukryj) (?:\w+ ){0,2}(?:lokalizacj\w+|gps)\b|\bpowiedz (?:\w+ ){0,3}(?:padl\w*|rozladowal\w*)\b
wants_nobody_along
    \bprzyjdz (?:\w+ ){0,2}sama?\b|\btylko (?:my|ja i ty|ty i ja|we) ?(?:dwoje|dwojke)?\b(?=\W*$|\W+(?:ok|dobrze|nikt))|
    \bnie (?:bierz|przyprowadzaj|zabieraj) (?:\w+ )?(?:nikogo|kolezank\w+|koleg\w+|przyjaci\w+)\b
sneaking_out
    \b(?:wymknij|wymknac|wymkniesz|wyjdz|wyjsc) (?:\w+ ){0,3}(?:sie|po cichu|w nocy|ukradkiem|przez okno|po kryjomu)\b|
    \bwymknij sie\b|\bzostaw (?:\w+ ){0,3}(?:drzwi|okno) (?:\w+ ){0,2}otwarte\b|\b(?:zostaw|
    zostawisz) (?:\w+ ){0,2}otwarte (?:okno|drzwi)\b|\bzeby (?:\w+ ){0,3}(?:rodzice|mama|tata|nikt|
    starzy) (?:\w+ ){0,2}nie (?:\w+ )?(?:widzial\w*|wiedzial\w*|zauwazyl\w*|slyszeli)|\bpowiedz ze (?:spisz|
    nocujesz) u\b
watches_from_afar
    \bwidzialem cie (?:\w+ ){0,4}(?:dzis|dzisiaj|wczoraj|szkol\w|przystanku|ulicy|parku|treningu)\b|\b(?:stoje|
    jestem|czekam) (?:\w+ )?(?:pod|przed) (?:twoja|twoim) (?:\w+)|\bwiem gdzie (?:\w+ )?(?:trenujesz|grasz|tanczysz|
    chodzisz)\b|\bto bylas ty (?:\w+ )?(?:wczoraj|dzis|na|pod)\b
speaks_as_parent
    <CALLED>|\b(?:obiad|kolacja|sniadanie) (?:\w+ )?(?:gotow[ya]|na stole|w piekarniku|o \d)\b|\b(?:odrobilas|odrobiles|
    nie zapomnij|pamietaj|posprzataj|umyj|zabierz|wez) (?:\w+ ){0,3}(?:lekcje|prace domowa|zeby|zebow|pokoj|plecaka?|
    kurtk[ei]|naczynia|klucz\w*|stroju|kanapki)\b|\bbuziaki? (?:od )?(?:mama|mamy|tata|taty|babci|babcia)\b
speaks_as_parent:called
    <CALLED>
speaks_as_family
    (?<!twoja )(?<!twoj )\b(?:mama|tata|babcia|dziadek) (?:mowi|powiedziala|powiedzial|kazal[a]?|przyjezdza|
    pyta|gotuje|wola|chce)\b|\b(?:zapytaj|zadzwon do|powiedz) (?:mame|mamy|tate|taty|babci|mamie|tacie)\b|
    \b(?:powiem|poskarze) (?:\w+ )?(?:mamie|tacie)\b|\bwyjdz z mojego pokoju\b|\b(?:ciocia|wujek) [a-z]+ (?:przyjezdza|
    jest|mowi)\b
shares_school_life
    \b(?:zrobilas|zrobiles|masz|co jest|co bylo) (?:\w+ ){0,3}(?:matm[ay]|matme|polski\w*|angielski\w*|
    biologi[ei]|fizyk[ei]|histori[ei]|chemi[ei]|zadane z)\b|\b(?:pani|pan) (?:od [a-z]+|[a-z]{3,15}) (?:mowil\w*|
    powiedzial\w*|zadal\w*|jest|nie ma)\b|\b(?:sprawdzian|kartkowka|klasowka) z (?:matm\w|matematyki|polskiego|
    angielskiego|historii|fizyki|biologii|chemii)\b|\b(?:na przerwie|na wf|na sali gimnastycznej|w stolowce)\b
speaks_to_a_team_or_class
    \b(?:drodzy|szanowni|witam|dzien dobry|dobry wieczor|czesc) (?:rodzice|panstwo|wszystkim|wszystkich|druzyno|dzieci|
    klaso|zawodnicy)\b|\btrening (?:jest|odwolany|o|zaczyna|przeniesiony|dzis|jutro|bedzie|odbedzie)\b|\b(?:zbiorka|
    wyjazd|odjazd) (?:\w+ )?o \d|\bprosze (?:\w+ )?(?:przyniesc|podpisac|oddac|potwierdzic|dac znac|zabrac)\b
game_talk
    \b(?:gramy|grasz|zagramy|pograsz|serwer|server|partyjka|meczyk) (?:\w+ ){0,3}(?:minecraft\w*|mc|fortnite\w*|
    fortnita|roblox\w*|fif[aey]|valorant\w*|brawl\w*|lola|cs|mario|serwerze)\b|\b(?:gg|wp|headshot|lobby|respawn|loot|
    boss|rankedy?|rankingow\w)\b
support_desk
    \b(?:panstwa|pana|pani) (?:zamowienie|numer|konto|paczka|faktura|zgloszenie|wizyta)\b|\bw czym (?:moge|
    mozemy) pomoc\b|\bmoj[ae]? (?:zamowienie|paczka|przesylka) (?:nie|jest|jeszcze|dotarl\w)\b|\b(?:z powazaniem|
    biuro obslugi|(?:czy )?(?:nadal |jeszcze )?aktualne|jeszcze dostepn\w)\b
talks_about_grooming
    \bgrooming\w*\b|\bsextortion\b|\b(?:obcy|obcym|obcymi|nieznajomym\w?|pedofil\w*) (?:\w+ ){0,2}(?:w internecie|
    online|w sieci)\b|\b(?:bezpieczenstw\w+|zagrozenia) (?:\w+ )?(?:w internecie|w sieci|online)\b
adults_both:grown_life
    \b(?:moja|moj|moje) (?:byl[ay] )?(?:zona|maz|dzieci|corka|syn|szef|szefowa|kredyt|rozwod|wnuki|wnuczka)\b
is_question
    ^\W*(?:(?:a|i|ale|hej|ok|no|to|powiedz) )?(?:jak|co|gdzie|skad|dokad|kiedy|kto|czemu|dlaczego|ktor[aey]|ile|czy|
    masz|jestes|mozesz|chcesz|mieszkasz|idziesz|robisz|mozemy|bedziesz|lubisz)\b
is_request
    \b(?:wyslij|pokaz|daj|przyjdz|chodz|zadzwon|dodaj|usun|skasuj|powiedz|obiecaj|napisz|pobierz|zaplac|kup|sprobuj|
    wlacz)\b|\b(?:mozesz|mozemy|chcesz)\b
    \b(?:prosze|zdjecie|zdjecia|fot(?:ke|ka|ki)|selfie|kamerk\w|snapa?|numer|adres|haslo)\b
is_jest
    \b(?:(?:ha){2,}|(?:he){2,}|xd+|lol|zartuje|zartowalem|zartowalam|zart|taki zart|dla jaj|smieszki)\b
threatens_self_harm:leverage
    \b(?:jesli|jak|bez|przez|bo) (?:ty|ciebie|cie|mnie|odejdziesz|pojdziesz|powiesz)\b|\b(?:twoja|z twojej) win[ay]\b
    \bjedyn[aey] (?:osoba|powod|rzecz)\b|\bnie (?:odchodz|zostawiaj|blokuj)\b
sets_deadline:at_stake
    \b(?:inaczej|albo|bo|plac\w*|zaplac\w*|wrzuc\w*|opublikuj\w*|zdjeci\w*|wysl\w*|usun\w*|odblokuj|wszyscy|
    wszystkim|decyduj|ostatnia szansa)\b
sets_deadline:countdown
    ^\W*(?:zostalo |tylko |jeszcze )?\d+ ?(?:min|minut[ay]?|godz|godzin[ay]?|sek|sekund[ay]?)\b(?:\W+\w+){0,2}\W*$
persists_after_refusal:insists
    \b(?:no wez|no dawaj|dawaj|no chodz|prosze+|czemu nie|dlaczego nie|tylko (?:jedno|jeden|raz|jedna|ten raz)|
    jedno tylko|nie badz (?:taka|taki)|nikt (?:sie nie|nie)|to (?:nic|normalne|tylko)|wszyscy tak robia|zaufaj mi|
    zrob to|zgodz sie|czego sie boisz|ostatni raz)\b
"""
