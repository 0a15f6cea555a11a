"""The phrases of Dutch."""

from belisha.clues.languages import Language


class Dutch(Language):
    """Dutch of the Netherlands and of Flanders, as it is typed in chats: ``je``, ``ff``, ``06``."""

    code = "nl"
    common = (
        "ik jij je jou jouw jouwe hij zij ze wij jullie u mij mijn me zijn haar hem ben bent is was waren heb hebt "
        "heeft had hebben en of maar niet niks geen nee ja ook nog al alleen van voor met naar bij uit op aan om als "
        "dan dat dit deze die de het een eentje wat wie waar wanneer waarom hoe welke kan kun kunt wil wilt moet mag "
        "ga gaat doe doet kom komt zeg stuur vandaag morgen nu altijd weer hallo hoi hey heey goed meer daar hier ff "
        "even dus toch heel zo echt gewoon wel moeten willen kunnen zullen zal tegen niemand mama papa onze ons "
        "laatste zit groep samen zullen we graag daarmee klaar oke bedankt les hallo zei zegt gaat te in voelt "
        "vanavond kost schatje jij"
    )
    table = r"""
PARENT
    mama|mam|ma|moeder|papa|pap|pa|vader|ouders|familie|oma|opa|broer|zus|leraar|juf|meester
APP
    snap|snapchat|insta|instagram|whatsapp|app|telegram|discord|dc|kik|signal|skype
PIC
    fotos?|fototje|pics?|selfies?|plaatje
CAM
    cam|camera|webcam
CALLED
    ^\W*(?:mama|mam|papa|pap|oma|opa)\b(?! (?:zegt|zei|is|heeft|wil|komt|vindt))|\b(?:ok|oke|ja|nee|bedankt|dankje|
    dank je|hoi|hallo|sorry|goed) (?:\w+ )?(?:mama|mam|papa|pap|oma|opa)\b(?! (?:zegt|zei|is|heeft|wil|komt))
stated_age
    \b(?:ik ben|ben|ik word|ik werd|ben ik|word)(?: (?:pas|net|nu|bijna|ook|nog|al|maar|eigenlijk|
    gewoon))? (\d\d?)(?! ?(?:min|uur|sec|dagen|weken|maand|km|meter|m\b|cm|kg|kilo|procent|%|euro|level|lvl|punten|keer|
    jaar (?:ouder|jonger|getrouwd|bezig)|[.:,]\d|e\b))\b
asks_age
    \bhoe ?oud (?:ben|bn|bent|zijt) ?(?:jij|je|u|gij|ge)?\b(?! (?:zijn|is))|\bhoe oud (?:je|jij) (?:bent|ben)\b
    \b(?:wat is )?(?:je|jouw) leeftijd\b|^\W*(?:en )?(?:hoe oud|leeftijd)\s*\?+\s*$|\b(?:in )?welk(?:e)? (?:klas|groep|
    jaar) (?:zit|ben|zat) (?:je|jij)\b
states_young_age:child
    \bik ben (?:\w+ ){0,2}(?:een kind|minderjarig|te jong)\b|\bik zit (?:\w+ )?in (?:groep [3-8]|de brugklas|
    de basisschool|het (?:vierde|vijfde|zesde) leerjaar|klas [12])\b|^\W*(?:groep [5-8]|brugklas)\b
asks_location
    \bwaar (?:woon|woont|kom|zit) (?:jij|je|u)\b(?:\W*$| (?:vandaan|precies|op school|ergens|dan|eigenlijk))|\b(?:op|
    in) welke (?:school|stad|plaats|straat|buurt|dorp) (?:zit|woon|ben)\b|\bwelke stad\b|\b(?:wat is )?(?:je|
    jouw) (?:adres|postcode|locatie)\b(?:\W*$| )|\bhoe ver (?:woon|zit) (?:je|jij)\b
asks_if_alone
    \bben (?:je|jij) (?:\w+ ){0,3}alleen\b|\b(?:heb je|heb jij) (?:\w+ ){0,2}(?:het huis voor jezelf|het rijk alleen|
    een eigen kamer)\b|\b(?:doe|is) (?:\w+ ){0,2}(?:je )?(?:kamer)?deur (?:\w+ )?dicht\b|
    \bga (?:\w+ ){0,3}(?:naar je kamer|ergens waar je alleen|naar de wc|naar de badkamer)\b|
    \b(?:helemaal )?alleen thuis\s*\?
asks_about_supervision
    \b(?:zijn|is|wanneer komt|wanneer komen|wanneer slapen|hoe laat komt) (?:je|jouw) <PARENT> (?:\w+ ){0,3}(?:thuis|
    weg|er|werken|slapen|aan het werk|wakker|streng)\b|\b(?:leest|checkt|kijkt|controleert|ziet|lezen|checken|kijken|
    controleren) (?:je|jouw) <PARENT> (?:\w+ ){0,2}(?:telefoon|mobiel|gsm|chats?|berichten|tablet)\b|
    \bis er (?:nog )?(?:iemand|wie) (?:\w+ ){0,2}(?:bij je|in de kamer|thuis)\b|\bwie is er (?:\w+ )?(?:bij je|thuis)\b
asks_routine
    \b(?:hoe laat|wanneer|tot hoe laat) (?:ben|kom|ga|moet|heb|fiets) (?:je|jij) (?:\w+ ){0,3}(?:thuis|naar huis|
    naar bed|slapen|school|alleen|training|uit)\b|\b(?:fiets|loop|ga) (?:je|
    jij) (?:\w+ ){0,2}alleen (?:\w+ ){0,2}(?:naar|van|huis)\b|\bhoe (?:ga|kom|fiets|loop) (?:je|
    jij) (?:\w+ ){0,2}(?:naar huis|naar school|thuis)\b|\bwanneer (?:slapen|werken|werkt|slaapt) (?:je|jouw) <PARENT>\b
asks_relationship_history
    \bheb (?:je|jij) (?:\w+ ){0,3}(?:vriendje|vriendin|vriendinnetje|verkering|relatie)\b|\bben (?:je|
    jij) (?:\w+ ){0,2}(?:single|verliefd|vrijgezel)\b|\bheb (?:je|jij) (?:\w+ ){0,4}(?:gezoend|gekust)\b
flattery
    \bvolwassen voor (?:je|jouw) leeftijd\b
    \b(?:hey|hoi|hallo|ha) (?:\w+ )?(?:schoonheid|schatje|knapperd|mooierd|prinses|liefje|moppie|schat)\b
    \bmooie ogen\b
flattery:everyday
    \b(?:je|jij|u) (?:bent|ben|ziet er|lijkt) (?:\w+ ){0,3}(?:mooi|knap|lief|schattig|volwassen|bijzonder|prachtig|
    leuk uit|ouder uit)\b(?! (?:op tijd|klaar))
special_bond
    \bniemand (?:\w+ )?(?:begrijpt|snapt|kent) (?:je|jou) (?:\w+ ){0,2}(?:zoals|als|beter)\b|\b(?:je|
    jij) bent de enige\b.{0,25}\b(?:mij|me|vertrouw|praten|snapt)\b|\b(?:je|jij) (?:kan|kunt|mag) (?:me|
    mij) (?:\w+ )?alles (?:\w+ )?(?:vertellen|zeggen)\b|\b(?:wij|wat we hebben|dit tussen ons) (?:zijn|
    is) (?:\w+ )?(?:zielsverwanten|bijzonder|speciaal|uniek)\b|\bik ben er altijd voor je\b
age_gap_acknowledged
    \bleeftijd is (?:maar|slechts|gewoon|toch maar)? ?(?:een )?(?:getal|nummer|cijfer)\b|
    \bik ben (?:\w+ ){0,2}(?:ouder dan jij|te oud voor jou|ouder)\b.{0,15}(?:\?|erg|ok|oke|geeft|jij|jou)|
    \b(?:vind je het|is het|stoort het) (?:\w+ ){0,4}(?:erg|ok|oke|raar|je) (?:\w+ ){0,2}dat ik (?:\w+ ){0,2}(?:ouder|
    \d\d)\b|\bik ben (?:al |wel )?(?:2\d|3\d|4\d|5\d)\b.{0,15}\b(?:ok|oke|erg|raar|probleem)\b|\bte oud voor (?:jou|
    je)\b
asks_for_secrecy
    \b(?:zeg|vertel|zeggen|vertellen|laat)(?:t)? (?:het |dit |hier |er |ff |maar |dat ){0,3}(?:niet|niks|niets|
    nooit)? ?(?:\w+ ){0,2}(?:niks|niets|niet|nooit|niemand) ?(?:\w+ ){0,3}(?:<PARENT>|niemand|vriendinnen|
    anderen)?\b.{0,20}\b(?:tegen|aan|over ons|niemand|<PARENT>)\b|\b(?:blijft|is|houden we|hou dit|
    hou het) (?:\w+ )?(?:tussen ons|onder ons|ons (?:kleine )?geheim(?:pje)?|geheim|tussen jou en mij)\b|
    \bons (?:kleine )?geheim(?:pje)?\b|\bkan (?:je|jij) (?:\w+ ){0,2}geheim(?:en)? (?:bewaren|houden)\b|
    \b<PARENT> (?:mag|mogen|hoeft|hoeven) (?:\w+ ){0,3}(?:niks|niet|nooit|niets) (?:\w+ ){0,2}(?:weten|merken|horen)\b
asks_to_delete
    \b(?:verwijder|wis|gooi) (?:\w+ ){0,4}(?:chat\w*|berichten|gesprek\w*|fotos|alles|geschiedenis)\b|\b(?:chat\w*|
    berichten|gesprek\w*|alles) (?:\w+ ){0,3}(?:verwijderen|wissen|verwijderd|gewist|weggooien)\b|\b(?:verdwijnende|
    zelfwissende) berichten\b|\bgeen sporen\b
promises_secrecy
    \bik (?:zeg|vertel|laat|verklap) (?:het |dit |dat |niks |echt |hem ){0,3}(?:\w+ )?(?:tegen niemand|aan niemand|
    niemand|niet door|niks door)\b|\b(?:blijft|hou ik) (?:\w+ ){0,2}(?:bij mij|voor mezelf)\b|
    \bniemand (?:\w+ ){0,2}(?:ziet|zal|komt) (?:het|dit|dat|te weten)\b|\balleen ik (?:zie|kijk)\b
gives_cover_story
    \b(?:als|wanneer) (?:iemand|je <PARENT>|er iemand|ze) (?:\w+ ){0,3}(?:vraagt|vragen)\b.{0,12}\bzeg\b|
    \bzeg (?:\w+ ){0,3}(?:dat )?(?:je (?:bij|naar) (?:een |je )?(?:vriend\w*|oma|school)|ik (?:een |je )?(?:vriend\w*|
    neef|nicht|van school))\b|\bzet me (?:\w+ ){0,3}(?:als|onder)\b|\bdoe alsof (?:ik|je|we)\b
isolates_from_family
    \b(?:je|jouw) <PARENT> (?:begrijpen|begrijpt|snapt|snappen|vertrouwen|vertrouwt|luistert|luisteren|geven|
    geeft) (?:\w+ ){0,4}(?:niet|niks|nooit)\b|\b(?:je|jouw) <PARENT> (?:zijn|is) (?:\w+ ){0,2}(?:streng|gemeen|
    oneerlijk|stom|raar)\b|\b(?:je hoeft niet|luister niet) (?:\w+ )?naar (?:je|jouw) <PARENT>\b|
    \bik kan (?:\w+ ){0,3}(?:als )?een (?:vader|papa|grote broer|moeder|grote zus) (?:voor je|voor jou)\b
isolates_from_friends
    \b(?:je|jouw) (?:vrienden|vriendinnen|vriendin|klasgenoten) (?:zijn|is|roddelen|gebruiken|praten|snappen|
    liegen) (?:\w+ ){0,4}(?:kinderachtig|nep|jaloers|niet|dom|je|over je|achter)\b|\bje hebt (?:de anderen|je vrienden|
    niemand|die) (?:\w+ )?(?:niet )?(?:anders )?nodig\b|\bvergeet (?:je vrienden|de rest|de anderen|ze)\b|
    \bje hebt mij (?:toch|nu|al)\b
jealous_control
    \bmet wie (?:app|praat|was|chat|ben|schrijf) (?:je|jij)\b|\bwie is (?:die|dat|deze) (?:\w+ )?(?:gast|jongen|gozer|
    kerel|vent)\b|\bik wil niet dat (?:je|jij) (?:\w+ ){0,3}(?:met|jongens|praat|appt)\b|\bje bent (?:alleen )?van mij\b
moves_to_other_app
    \b(?:zullen we|kunnen we|laten we|kom|ga|app me|praten we|heb je|voeg me toe|add me|stuur me) (?:\w+ ){0,4}(?:op|
    via|naar|in)? ?<APP>\b|\b(?:op|via|naar) <APP> (?:\w+ ){0,3}(?:praten|verder|appen|veiliger|gaan|chatten)\b|
    \b(?:hier|dit) (?:is|wordt) (?:\w+ ){0,2}(?:niet veilig|meegelezen)\b|\bkom (?:\w+ )?(?:prive|in dm|dm)\b
exchanges_handle
    \b(?:geef|stuur|mag ik|krijg ik|kan ik|wat is) (?:me |mij |ff |even |eens ){0,3}(?:je|jouw) (?:nr|nummer|tel|
    telefoonnummer|gsm|mobiel|06|<APP>)\b|\bhoe heet (?:je|jij) op <APP>\b|\bmijn (?:nr|nummer|telefoonnummer|snap|
    insta|discord|telegram|kik)(?: naam)?(?: is|:)
asks_for_picture
    \b(?:stuur|stuurt|maak|geef|laat|zend) (?:me |mij |eens |ff |even |nog |maar |een |n |is |
    \d ){0,5}(?:\w+ )?<PIC>(?: van (?:jou|je|jezelf)\b)?(?! van (?:de|het|je hond|je huiswerk|die))|\b<PIC> van (?:jou|
    jezelf)\b|\b(?:heb je|mag ik|kan ik) (?:\w+ ){0,2}<PIC>\b(?! (?:van|maken))|^\W*<PIC>\s*\?|\bhoe zie (?:je|
    jij) (?:er )?(?:\w+ )?uit\b
asks_for_webcam
    \b(?:zet|doe|heb je|ga) (?:\w+ ){0,3}<CAM>\b|\b(?:zullen we|kunnen we|wil je|laten we) (?:\w+ ){0,3}(?:videobellen|
    video ?call\w*|facetime\w*|beeldbellen|cammen|skypen)\b|\blaat (?:\w+ ){0,2}je gezicht zien\b|\b<CAM> aan\b
camera_excuse
    \bmijn <CAM> (?:\w+ ){0,3}(?:kapot|stuk|niet|defect)\b|\b<CAM> (?:is|doet) (?:\w+ ){0,2}(?:kapot|stuk|niet|
    het niet)\b|\bik heb geen <CAM>\b
offers_gift
    \bik (?:koop|geef|stuur|regel|betaal) (?:je|jou|voor je|wel|er|een|\w+) ?(?:\w+ ){0,4}(?:robux|vbucks|v bucks|
    skins?|telefoon|beltegoed|cadeau\w*|cadeautje|coins|nitro|schoenen|kaart|giftcard|bon|battle ?pass)\b|\bwil (?:je|
    jij) (?:\w+ ){0,2}(?:robux|vbucks|v bucks|skins?|coins|nitro|een cadeau\w*|beltegoed)\b
reward_for_compliance
    \bals (?:je|jij) (?:\w+ ){0,6}(?:stuurt|laat zien|doet|komt|belt|opneemt)\b.{0,15}\b(?:krijg|geef ik|koop ik|
    betaal ik)\b|\b(?:krijg je|geef ik je|koop ik|ik geef je|ik koop|je krijgt) (?:\w+ ){0,5}als (?:je|
    jij) (?:\w+ ){0,5}(?:stuurt|zien|doet|komt|meedoet)\b|\bvoor elke <PIC> (?:\w+ ){0,2}(?:krijg|geef)\b|
    \bna alles wat ik (?:je|jou) (?:gaf|heb gegeven)\b
money_or_job_offer
    \bwil (?:je|jij) (?:\w+ ){0,4}(?:geld|euro|zakgeld|cash) (?:\w+ )?(?:verdienen|bijverdienen|krijgen)\b|
    \bik (?:betaal|geef|tik|stort) (?:je|jou) (?:\w+ ){0,3}(?:euro|geld|\d+)\b|\b(?:snel|makkelijk) geld\b|
    \b(?:modellenbureau|modellenwerk|fotoshoot|casting|scout)\b.{0,30}\b(?:betaald|betaalt|euro|geld|voor jou)\b
guilt_and_pressure
    \bals (?:je|jij) (?:\w+ )?(?:van me hield|van mij hield|van me houdt|me vertrouwt|me leuk vond|om me gaf)\b|
    \bik dacht dat (?:je|jij|we) (?:\w+ ){0,4}(?:volwassen\w*|anders|vrienden|vertrouwde|leuk vond|hield)\b|
    \b(?:doe niet zo|wees geen|stel je niet) (?:\w+ )?(?:flauw|baby|kind|aan|watje|bang|moeilijk)\b|
    \bna alles wat ik (?:\w+ ){0,3}voor je\b|\bbewijs (?:het|dat)\b|\bvertrouw (?:je|jij) me (?:niet|dan niet)\b
sets_deadline
    \bje (?:hebt|krijgt) (?:nog |maar |precies )?(?:\d+|een|twee|vijf|tien) (?:min\w*|uur|seconden|dagen?)\b|
    \blaatste (?:kans|waarschuwing)\b|\bde tijd (?:loopt|tikt)\b|\bnog (?:\d+|vijf|tien) (?:min\w*|
    sec\w*)\b.{0,15}\b(?:anders|of|dan)\b
refuses
    \b(?:wil|mag|doe|durf|kan) (?:ik )?(?:dat |het |dit )?(?:liever )?niet\b
    \bik (?:stuur|laat|zeg) (?:\w+ )?(?:niks|niet|geen)\b
    \bliever niet\b
refuses:everyday
    ^\W*(?:nee|neen|nope|nooit|liever niet|vergeet het|echt niet|geen zin)\b
shows_discomfort
    \b(?:stop|hou) (?:\w+ ){0,2}(?:ermee|daarmee|met vragen|op)\b
    \blaat me (?:\w+ )?met rust\b
    \bvoel me (?:\w+ ){0,3}(?:niet|ongemakkelijk|raar)\b
    \bwaarom vraag je (?:\w+ )?(?:dat|dit|zoiets)\b
shows_discomfort:everyday
    \b(?:dit|dat|je|jij|het) (?:is|bent|doet|voelt|wordt|maakt) (?:\w+ ){0,3}(?:raar|creepy|eng|ongemakkelijk|vies|
    bang|awkward)\b
shows_fear
    \b(?:alsjeblieft|aub|please|alstublieft|pls) (?:\w+ ){0,4}(?:niet|niemand)\b(?! te laat)
    \b(?:stuur|zeg|post|laat) (?:het|dat|ze|m) (?:\w+ )?(?:alsjeblieft|aub) (?:\w+ )?niet\b
    \bik (?:doe|zal) alles\b
shows_fear:everyday
    \bik ben (?:\w+ )?bang\b(?! voor spinnen)
    \bik (?:huil|tril|moet huilen)\b
threatens
    \bje (?:gaat|zal|krijgt) (?:er |hier |dit ){0,2}spijt\b
    \bik weet waar (?:je|jij) (?:woont|bent|op school)\b
    \bik kom naar (?:je|jouw) huis (?:als|en dan)\b
    \banders (?:vertel|zeg|laat|stuur|gebeurt|kom) (?:\w+ ){0,5}(?:je|jouw|iedereen|iets)\b
    \bik (?:vertel|zeg) (?:het |alles )?(?:tegen |aan )?(?:je|jouw) <PARENT> (?:\w+ ){0,4}(?:hebt|gedaan|stuurde|
    bent)\b
threatens:everyday
    \bik (?:vind|pak|zoek|weet) (?:je|jou)(?:\W*$| (?:wel|nog|toch|te vinden|op|als))
blackmails
    \bik (?:post|stuur|zet|deel|lek|laat|verspreid|gooi) (?:\w+ ){0,4}(?:naar |aan |op |met |in )?(?:iedereen|al je|
    je (?:vrienden|ouders|school|klas|volgers|familie|moeder|mama)|internet|online|de klassenapp)\b|
    \bik heb (?:\w+ ){0,3}(?:screenshots?|opgenomen|je fotos|je volgers|je contacten|je vriendenlijst|alles gefilmd)\b|
    \b(?:of|anders) (?:ziet|zien|gaat|krijgt|krijgen|staat|staan) (?:\w+ ){0,4}(?:online|iedereen|vrienden|ouders|
    school|internet)\b
demands_payment
    \b(?:betaal|stuur|koop|maak|stort|tik) (?:me |mij |nu |eerst |een ){0,3}(?:\d+|\w+)? ?(?:euro|€|eur|paysafe\w*|
    giftcards?|tegoed\w*|steam ?kaart\w*|cadeaukaart\w*|bitcoin|codes?|geld|tikkie)\b|\b(?:betaal|
    stuur) (?:\w+ ){0,4}(?:of anders|anders|dan verwijder|dan wis)\b
threatens_self_harm
    \bik (?:maak|ga) (?:mezelf|me) (?:\w+ )?(?:van kant|dood|iets aan)\b|\bik (?:doe|ga) mezelf (?:\w+ )?(?:wat|iets|
    pijn) ?(?:aan|doen)?\b|\b(?:zonder jou|als (?:je|jij) (?:weggaat|gaat|me blokkeert|
    niet antwoordt)) (?:\w+ ){0,5}(?:leven|dood|sterf|eraan|einde|mezelf)\b|\bik wil niet meer leven\b
proposes_meeting
    \b(?:wil je|wil jij|kan je|kom je|kom) (?:\w+ ){0,4}(?:afspreken|ontmoeten|naar mij|bij mij|langskomen|langs)\b
    \b(?:in het echt|irl) (?:\w+ )?(?:zien|afspreken|ontmoeten)\b
    \bik wil je (?:\w+ )?(?:zien|ontmoeten)\b
proposes_meeting:everyday
    \b(?:zullen|kunnen|laten) we (?:\w+ ){0,4}(?:afspreken|ontmoeten|elkaar zien|meeten)\b
arranges_travel
    \bik (?:haal|kom|rij|breng|pik) (?:je|jou) (?:\w+ ){0,5}(?:op|halen|ophalen|thuis|met de auto)\b|\bik (?:betaal|
    koop|boek|stuur|regel) (?:\w+ ){0,4}(?:ticket|treinkaartje|kaartje|taxi|uber|hotel|trein|bus)\b|\b(?:je|
    jij) kan (?:\w+ )?bij mij (?:slapen|blijven|logeren)\b
avoids_tracking
    \blaat (?:je |die |jouw )?(?:telefoon|mobiel|gsm|tablet|horloge) (?:\w+ ){0,2}(?:thuis|liggen|achter|kluisje|
    kamer)\b|
    \b(?:zet|doe|schakel) (?:\w+ ){0,2}(?:locatie|gps) (?:\w+ )?(?:uit|af)\b|\b(?:locatie|gps|telefoon) uit(?:zetten|
    doen)\b|
    \bzeg (?:\w+ ){0,2}(?:dat )?(?:je|de) (?:batterij|accu) (?:\w+ )?(?:leeg|op)\b
wants_nobody_along
    \bkom (?:\w+ ){0,2}alleen\b|\b(?:alleen|gewoon|enkel) (?:wij|ons|jij en ik) ?(?:tweetjes|twee|2|samen)?\b(?=\W*$|
    \W+(?:ok|oke|he|hoor|niemand))|
    \b(?:neem|breng) (?:\w+ ){0,2}(?:niemand|geen vriend\w*) (?:\w+ )?mee\b|\bzonder je vriend\w+\b
sneaking_out
    \b(?:sluip|glip|ga) (?:\w+ ){0,3}(?:stiekem|naar buiten|weg) (?:\w+ )?(?:vannacht|vanavond|stiekem|zonder)\b|
    \bsluip (?:\w+ ){0,2}(?:naar buiten|weg)\b|\bkom stiekem\b|\blaat (?:\w+ ){0,3}(?:deur|raam|
    achterdeur) (?:\w+ ){0,3}open\b|\bzonder dat (?:\w+ ){0,3}(?:ouders|mama|papa|iemand|moeder|
    vader) (?:\w+ ){0,2}(?:merk|weet|hoor|zie)\w*\b|\bzeg (?:\w+ ){0,3}dat je bij (?:een |je )?(?:vriend\w*) (?:slaapt|
    bent|logeert)\b
watches_from_afar
    \bik (?:heb|zag) (?:je|jou) (?:\w+ ){0,4}(?:gezien|bij|op|lopen|fietsen|vandaag)\b|\bik (?:sta|ben|
    wacht) (?:\w+ )?(?:voor|bij) (?:je|jouw) (?:school|huis|deur|straat)\b|\bik weet waar (?:je|
    jij) (?:\w+ ){0,2}(?:traint|school|fietst|zit|sport)\b|\bwas jij dat (?:\w+ )?(?:vandaag|bij|op|in)\b
speaks_as_parent
    <CALLED>
    \b(?:eten|avondeten|lunch) (?:is |staat )(?:\w+ )?(?:klaar|op tafel|om|in de oven)\b|\b(?:heb je|denk aan|vergeet|
    doe|ruim|pak) (?:\w+ ){0,3}(?:huiswerk|tanden|kamer|broodtrommel|gymtas|jas|gymspullen|afwas|sleutel)\b|\b(?:kus|
    kusjes|liefs|dikke kus) (?:van )?(?:mama|papa|oma|opa)\b
speaks_as_parent:called
    <CALLED>
speaks_as_family
    (?<!je )(?<!jouw )\b(?:mama|papa|oma|opa|mam|pap) (?:zegt|zei|wil|komt|vraagt|kookt|roept|heeft)\b|\b(?:vraag|bel|
    zeg) (?:het )?(?:eens )?(?:aan )?(?:mama|papa|oma|opa)\b|\bik zeg het (?:tegen )?(?:mama|papa)\b|\b(?:uit|
    van) mijn kamer\b
shares_school_life
    \b(?:heb je|hebben we|wat is|heb jij) (?:\w+ ){0,3}(?:wiskunde|nederlands|engels|bio|natuurkunde|aardrijkskunde|gym|
    huiswerk|hw) (?:\w+ ){0,2}(?:gemaakt|af|morgen|op|vandaag|gedaan)\b|\b(?:meneer|mevrouw|juf|
    meester) (?!is ziek)[a-z]{3,15} (?:zei|is|was|geeft|zegt|heeft)\b|\b(?:wiskunde|engels|bio|geschiedenis)(?:toets|
    proefwerk|so)\b|\bin de (?:pauze|kantine|aula|gymzaal|eerste les)\b
speaks_to_a_team_or_class
    \b(?:beste|hallo|goedenavond|goedemorgen|dag) (?:beste )?(?:ouders|kinderen|allemaal|team|klas|jongens en meisjes|
    spelers)\b|\b(?:de )?training (?:is|gaat|begint|valt|van|wordt)\b|\b(?:verzamelen|vertrek|aftrap) (?:is |om )|
    \b(?:graag|gelieve) (?:\w+ ){0,4}(?:aanmelden|meenemen|ondertekenen|inleveren|doorgeven)\b
game_talk
    \b(?:zin in|potje|gamen|speel je|spelen we|server) (?:\w+ ){0,3}(?:minecraft|fortnite|roblox|fifa|valorant|brawl|
    mario|server|zelda)\b|\b(?:gg|wp|headshot|lobby|respawn|loot|eindbaas|boss|ranked)\b
support_desk
    \b(?:uw|jouw) (?:bestelling|bestelnummer|klantnummer|account|pakket|factuur|afspraak)\b|\b(?:hoe|
    waarmee) kan ik (?:u|je) helpen\b|\bmijn (?:bestelling|pakket|pakketje|factuur) (?:is|kwam|niet|nog)\b|
    \b(?:met vriendelijke groet|klantenservice|nog te koop|nog beschikbaar)\b
talks_about_grooming
    \b(?:online )?grooming\b|\bsextortion\b|\b(?:vreemden?|vreemde mensen) (?:\w+ ){0,2}(?:op internet|online)\b|
    \b(?:mediawijsheid|internetveiligheid|veilig internet|veilig online)\b
adults_both:grown_life
    \bmijn (?:ex|man|vrouw|kinderen|dochter|zoon|baas|hypotheek|scheiding|collegas?|kleinkind\w*)\b
is_question
    ^\W*(?:(?:en|maar|he|hey|ok|dus|zeg) )?(?:hoe|wat|waar|waarom|wanneer|wie|welke?|ben|heb|kan|wil|mag|ga|kom|doe|
    woon|zullen|hoelang|waarheen) ?(?:je|jij|jullie|we|jou\w*)?\b
is_request
    \b(?:stuur|laat|geef|kom|bel|voeg|wis|verwijder|doe|zeg|beloof|app|koop|betaal|probeer|zet)\b
    \b(?:kan|kun|wil|zullen|mag) (?:je|jij|we|ik)\b
    \b(?:alsjeblieft|aub|fotos?|selfies?|cam|snap|nummer|adres|wachtwoord)\b
is_jest
    \b(?:(?:ha){2,}h?|(?:he){3,}|hihi|lol|xd+|grapje|geintje|gein|maar een grap|was maar een grap|dolletje)\b
threatens_self_harm:leverage
    \b(?:als|zonder|vanwege|omdat) (?:je|jij|jou)\b
    \b(?:jouw|je) schuld\b
    \b(?:enige)\b
    \b(?:ga|verlaat|blokkeer) (?:me )?niet\b
sets_deadline:at_stake
    \b(?:anders|of|betaal\w*|post|lek|fotos?|stuur\w*|verwijder\w*|deblokkeer\w*|iedereen|beslis\w*|laatste kans)\b
sets_deadline:countdown
    ^\W*(?:nog )?(?:maar )?\d+ ?(?:min|minuten?|uur|sec|seconden?)\b(?:\W+\w+){0,2}\W*$
persists_after_refusal:insists
    \b(?:kom op|ah joh|toe nou|alsjeblieft|aub|waarom niet|maar (?:een|eentje|1|heel even)|eentje maar|doe niet zo|
    stel je niet aan|(?:niemand) (?:komt|hoeft|ziet|merkt|weet)|is (?:toch )?(?:maar|niks|normaal|oke)|
    iedereen doet|vertrouw me|doe het gewoon|zeg ja|een keertje|waar ben je bang voor|durf je niet)\b
"""
