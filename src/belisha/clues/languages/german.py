"""The phrases of German."""

from belisha.clues.languages import Language


class German(Language):
    """German, as it is typed in chats: with and without umlauts (``ue``), and with ``biste`` and ``haste``."""

    code = "de"
    common = """ich du wir ihr sie er es mir dir mich dich uns euch ist bin bist sind seid war warst hab habe hast
    haben hatte und oder aber nicht nix nichts kein keine keinen nein ja doch auch noch schon mal nur sehr mit von
    vom zum zur auf fur fuer bei beim nach aus wie wo wer wann warum wieso weil dass wenn dann das die der dem den
    ein eine einen einem einer mein meine dein deine deinem deiner deinen kann kannst willst will musst muss soll
    mach machst macht gehst geht komm kommst heute morgen jetzt immer wieder hallo hey hi na mama papa letzte habt
    welche seh finde schick sag bitte danke was sich biste haste uber ueber gut mehr hier euer eure"""
    table = r"""
PARENT
    mama|mami|mutti|mutter|mum|papa|papi|vater|dad|eltern|ellis|familie|oma|opa|bruder|schwester|lehrer|lehrerin
KEINEM
    niemand(?:em|en)?|keinem|keinen|keiner|kein mensch
BILD
    bild(?:er|chen)?|fotos?|fottos?|pics?|selfies?
CAM
    cam|kamera|webcam
APP
    snap|snapchat|insta|instagram|whatsapp|whats ?app|wa|telegram|tele|discord|dc|kik|signal|skype|threema
CALLED
    ^\W*(?:mama|mami|mutti|papa|papi|oma|opa)\b(?! (?:sagt|hat|ist|will|meint|war|kommt|darf))|\b(?:ok|okay|ja|nein|ne|
    danke|hallo|hi|hey|bitte|tschuss|sorry|gut) (?:\w+ )?(?:mama|mami|mutti|papa|papi|oma|opa)\b(?! (?:sagt|hat|ist|
    will|meint|war|kommt|darf))
stated_age
    \b(?:ich bin|bin|ich werde?|werde?|ich wurde|bin ich)(?: (?:erst|schon|grad|gerade|jetzt|fast|auch|nur|noch|bald|
    halt|eigentlich|selber|selbst|ja))? (\d\d?)(?! ?(?:min|std|stunden|sek|uhr|tage|wochen|monate|km|meter|m\b|cm|kg|
    kilo|prozent|%|euro|level|lvl|punkte|mal\b|jahre? (?:alter|junger|aelter|juenger|verheiratet|lang|dabei|hier)|
    [.:,]\d|\. ?(?:klasse|platz|in)))\b
asks_age
    \bwie ?alt (?:bist|bisch|biste|bistn|bistu|bisd)\b|\bwie alt (?:du|u) (?:bist|eig|eigentlich)\b|\b(?:was ist |
    welches )?dein alter\s*\?|^\W*(?:und |so )?(?:wie )?alt(?:er)?\s*\?+\s*$|\b(?:in )?(?:welche[rs]?|welchem?|
    der wievielten|die wievielte) (?:klasse|klassenstufe|jahrgang) (?:bist|gehst|biste|gehste)\b|\bbist du (?:schon|
    uber|ueber|unter|mindestens) (?:1\d|volljae?hrig|achtzehn|sechzehn)\b
states_young_age:child
    \bich bin (?:\w+ ){0,2}(?:ein kind|minderjahrig|minderjaehrig|zu jung)\b|\bich bin (?:\w+ )?in der (?:[3-9]|dritten|
    vierten|fue?nften|sechsten|siebten|achten|neunten)(?:\.|ten?)? ?klasse\b|\b(?:ich )?(?:gehe?|
    komme?) (?:\w+ )?in die (?:[3-9]\.?|dritte|vierte|fue?nfte|sechste|siebte|achte|neunte)(?:te)? ?klasse\b|
    ^\W*(?:in der |die )?[3-9](?:te)?\.? ?klasse\W*(?:und du|du)?\W*$
asks_location
    \bwo (?:wohnst|wohnste|lebst|kommst du her|bist du her|genau wohnst|in der stadt wohnst|gehst du (?:zur|
    in die) schule)\b|\bwoher (?:kommst|kommste|bist|biste|genau)\b|\b(?:auf|in|an) (?:welche[rs]?|welchem?) (?:schule|
    stadt|ort|dorf|strasse|str|viertel) (?:gehst|wohnst|bist|kommst|lebst|biste)\b|\b(?:was ist |gib mir |
    schick mir )?deine? (?:adresse|anschrift|postleitzahl|plz|standort)\b\W*(?:\?|$)|\bwie weit (?:bist|wohnst) du\b
asks_if_alone
    \b(?:bist|biste|bistn) (?:du )?(?:\w+ ){0,2}(?:allein|alleine)\b|\bhast (?:du )?(?:\w+ ){0,2}(?:sturmfrei|
    das haus fur dich|deine ruhe|ein eigenes zimmer)\b|\b(?:mach|
    ist) (?:\w+ ){0,2}(?:deine )?(?:zimmer)?tur (?:\w+ )?zu\b|\bgeh (?:\w+ ){0,3}(?:wo (?:du allein|dich keiner)|
    in dein zimmer|ins bad|aufs klo)\b
asks_about_supervision
    \b(?:sind|ist|wann (?:kommen|kommt|gehen|geht|schlafen|sind|ist)) (?:\w+ )?dein[e]? <PARENT>\b.{0,25}\b(?:da|
    zuhause|daheim|hause|weg|arbeiten|arbeit|schlafen|heim|wach|wieder)\b|\b(?:liest|kontrolliert|checkt|schaut|guckt|
    sieht|nimmt|lesen|kontrollieren|checken|schauen|gucken|sehen) (?:\w+ )?(?:dein[e]? )?<PARENT> (?:\w+ )?(?:in |
    auf )?(?:dein[e]?|das) (?:handy|chats?|nachrichten|tablet|tel)\b|\bwer ist (?:\w+ ){0,2}(?:bei dir|im zimmer|
    neben dir|zuhause)\b|\bist (?:\w+ )?(?:jemand|wer) (?:\w+ ){0,2}(?:bei dir|im zimmer|neben dir|zuhause|daheim)
asks_routine
    \b(?:wann|um wie ?viel uhr|bis wann) (?:bist|kommst|gehst|hast|fae?hrst) (?:du )?(?:\w+ ){0,3}(?:heim|nach hause|
    nachhause|ins bett|schlafen|schulaus|schule|allein|alleine|sturmfrei|training|aus)\b|\b(?:wie|welchen weg|
    wo) (?:kommst|gehst|lae?ufst) du (?:\w+ ){0,3}(?:zur schule|nach hause|nachhause|heim|zum training)\b|\b(?:gehst|
    laufst|laeufst|fahrst|faehrst) du (?:\w+ ){0,2}allein(?:e)? (?:\w+ ){0,2}(?:heim|hause|schule|training|bus)\b|
    \bwann (?:schlafen|arbeiten|arbeitet|schlaft|schlaeft|gehen) deine? <PARENT>\b
asks_relationship_history
    \b(?:hast|haste|hattest) (?:du )?(?:\w+ ){0,3}(?:freund|freundin|bf|gf|beziehung)\b(?!\w)(?! (?:von|der|aus|
    in der schule))|\b(?:bist|biste) (?:du )?(?:\w+ ){0,2}(?:single|vergeben|verliebt)\b|\b(?:hast|
    haste) (?:du )?(?:\w+ ){0,2}(?:jemanden? |nen jungen |ein madchen )?(?:gekue?sst)\b
flattery
    \breif(?:er)? (?:fue?r|als) (?:dein(?:em?)? alter|andere|die anderen)\b|\b(?:hi|hey|hallo|na|
    moin) (?:du )?(?:\w+ )?(?:hubsche|sue?sse|sußer|sue?sser|schone|schonheit|maus|engel|prinzessin|kleine)\b|
    \b(?:schone|hubsche|tolle|wunderschone) augen\b|\b(?:du bist|siehst) (?:\w+ ){0,2}(?:ae?lter) aus\b
flattery:everyday
    \b(?:bist|biste|siehst|schaust|wirkst|klingst) (?:du )?(?:\w+ ){0,3}(?:hue?bsch\w*|sue?ss\w*|schoen\w*|(?:so|sehr|
    echt|total) schon|reif|erwachsen|wunderschon|besonders|traumhaft)\b(?! (?:da|wieder|fertig|zuhause|los|wach|im bett|
    weg|dort|hier|gespannt|mal))
special_bond
    \b(?:niemand|keiner) (?:\w+ )?(?:versteht|kennt|sieht) dich (?:\w+ ){0,2}(?:wie|so|besser)\b|
    \bdu bist (?:\w+ )?(?:die|der) einzige?\b.{0,25}\b(?:mich|dem|der|mir|reden|versteht|vertraue)\b|\b(?:du kannst|
    kannst) (?:mir |du mir )(?:\w+ )?(?:alles|immer) (?:\w+ )?(?:erzae?hlen|sagen|anvertrauen)\b|
    \b(?:wir (?:beide )?sind|das mit uns ist|zwischen uns ist) (?:\w+ ){0,2}(?:seelenverwandt\w*|was besonderes|
    etwas besonderes|besonders)\b|\bich (?:bin immer|werde immer) fur dich da\b
age_gap_acknowledged
    \balter ist (?:doch |ja )?(?:nur |bloss )?(?:eine |ne )?zahl\b|\bich bin (?:\w+ ){0,2}(?:viel |zu |etwas |
    schon )?(?:ae?lter|alt) (?:als du|fur dich|fuer dich)\b|\b(?:stoe?rt|macht) (?:es |dir |das |
    dich )(?:\w+ ){0,4}(?:dass ich |wenn ich )?(?:\w+ ){0,2}(?:ae?lter|\d\d) (?:bin|ist)\b|\bich bin (?:schon |
    aber )?(?:2\d|3\d|4\d|5\d)\b.{0,20}\b(?:ok|okay|schlimm|stort|problem|egal)\b|\bzu alt fur dich\b
asks_for_secrecy
    \b(?:sag|sags|erzae?hl|erzahls|verrat|zeig)(?:e|s)? (?:\w+ ){0,3}(?:deine[rnm]? )?(?:<KEINEM>|
    <PARENT>) (?:\w+ ){0,3}(?:was|davon|nix|nichts|von|weiter|ue?ber|bitte|dass|ok)\b|\b(?:sag|erzahl|erzaehl|zeig)(?:e|
    s)? (?:das |es |bitte |aber |davon ){0,3}<KEINEM>\b|\b(?:bleibt|ist|bleib) (?:\w+ )?(?:unter uns|
    unser (?:kleines )?geheimnis|zwischen (?:uns|dir und mir)|geheim)\b|\bunser (?:kleines )?geheimnis\b|
    \bkannst du (?:\w+ ){0,2}geheimnis(?:se)? (?:fur dich )?(?:behalten|bewahren)\b|\b(?:deine|die) <PARENT> (?:darf|
    durfen|duerfen|soll|sollen|muss|mue?ssen) (?:\w+ ){0,3}(?:nichts?|nie|nix) (?:\w+ ){0,2}(?:wissen|erfahren|
    mitbekommen|mitkriegen|merken)\b|\b(?:behalt|behalte) (?:das|es) (?:\w+ )?fue?r dich\b
asks_to_delete
    \b(?:loe?sch|loe?sche|loe?schst) (?:du )?(?:\w+ ){0,3}(?:chat\w*|nachricht\w*|verlauf|bilder|fotos|alles|
    das hier)\b|\b(?:chat\w*|nachricht\w*|verlauf|alles) (?:\w+ ){0,3}(?:loe?schen|geloe?scht)\b|\b(?:selbstloe?schende|
    verschwindende|ablaufende) nachricht\w*\b|\bkeine spuren\b|\b(?:lies|lesen) (?:\w+ ){0,2}(?:dann|
    und) (?:loe?sch\w*)\b
promises_secrecy
    \b(?:ich )?(?:sag|sage|erzae?hl\w*|verrat\w*|zeig\w*) (?:\w+ ){0,2}(?:ganz sicher |garantiert |
    versprochen )?(?:<KEINEM>|nix weiter|nichts weiter|nicht weiter)\b|\b(?:bleibt|behalt\w*) (?:\w+ ){0,2}(?:bei mir|
    fur mich|fuer mich)\b|\bmeine lippen sind versiegelt\b|\bsieht (?:\w+ ){0,2}(?:keiner|niemand)\b
gives_cover_story
    \b(?:wenn|falls) (?:dich )?(?:jemand|wer|deine? <PARENT>) (?:\w+ )?(?:fragt|fragen)\b.{0,15}\bsag\b|
    \bsag (?:\w+ ){0,3}(?:du bist bei|du warst bei|du gehst zu|du schlafst bei|ich bin (?:dein|aus deiner|ein cousin|
    ne freundin)|dass du bei)\b|\bspeicher\w* (?:mich|meine nummer) (?:\w+ ){0,2}(?:als|unter)\b|\b(?:tu|
    tun wir) so als (?:ob|war|waer|ware|waere)\b.{0,25}\b(?:cousin|onkel|bruder|freundin|schule|klasse)\b
isolates_from_family
    \b(?:deine?|die) <PARENT> (?:\w+ )?(?:versteht|verstehen|kapieren|kapiert|kummern|kummert|interessiert|
    interessieren|lieben|liebt|vertraut|vertrauen) (?:\w+ )?(?:dich|sich|dir)? ?(?:\w+ ){0,3}(?:nicht|nie|kaum|null)\b|
    \bdeine <PARENT> (?:ist|sind) (?:\w+ ){0,2}(?:streng|gemein|unfair|peinlich|ungerecht|krank)\b|\b(?:hoe?r|musst|
    brauchst) (?:\w+ ){0,4}(?:nicht )?auf deine <PARENT> (?:\w+ ){0,2}(?:nicht|horen|hoeren)\b|\bich (?:koe?nnte|wae?re|
    bin) (?:\w+ ){0,3}(?:wie )?(?:ein )?(?:vater|papa|grosser bruder|mutter|grosse schwester) fue?r dich\b
isolates_from_friends
    \bdeine (?:\w+ )?(?:freunde|freundinnen|freundin|freund|mitschuler|klasse) (?:\w+ )?(?:sind|ist|reden|lastern|lugen|
    benutzen|mogen|nutzen|verarschen|labern) (?:\w+ ){0,3}(?:kindisch|falsch|neidisch|fake|schlecht|nicht|dich|hinter|
    uber dich|dumm|eifersuchtig)\b|\bdu brauchst (?:die|deine freunde|die anderen|niemanden|keinen|
    keine anderen) (?:\w+ ){0,2}(?:nicht|ausser|mehr)\b|\b(?:vergiss|lass) (?:\w+ ){0,2}(?:die anderen|deine freunde)\b|
    \bdu hast (?:doch |ja )?(?:mich|nur mich)\b
jealous_control
    \bmit wem (?:schreibst|warst|bist|redest|hast) du\b|\bwer (?:ist|war) (?:der|dieser|das) (?:\w+ ){0,2}(?:typ|junge|
    kerl|auf deinem|in deiner)\b|\b(?:ich will|will) nicht (?:,? ?dass )(?:du )?(?:\w+ ){0,3}(?:mit|anderen|ihm|jungs|
    schreibst)\b|\bdu gehorst (?:nur )?mir\b|\bdu gehoerst (?:nur )?mir\b
moves_to_other_app
    \b(?:lass|lasst|wollen wir|konnen wir|koennen wir|komm|gehen wir|schreib mir|schreiben wir|hast du|haste|addd? mich|
    add mich) (?:\w+ ){0,4}(?:auf|bei|ue?ber|zu|in|nen?)? ?<APP>\b|\b(?:auf|uber|ueber|
    zu) <APP> (?:\w+ ){0,3}(?:schreiben|weiter|wechseln|rein|sicherer|besser|reden|chatten)\b|\b(?:hier|
    das hier) (?:ist|wird) (?:\w+ ){0,2}(?:nicht sicher|uberwacht|mitgelesen|gelesen)\b|\b(?:komm|geh) (?:mal |
    kurz )?(?:privat|pn|dms?)\b
exchanges_handle
    \b(?:gib|gibst|schick|sag|kann ich|krieg ich|bekomm ich|darf ich) (?:du )?(?:mir )?(?:mal )?deine? (?:nr|nummer|
    handynummer|telefonnummer|tel|<APP>|namen auf)\b|\b(?:wie|was) (?:heisst|ist) (?:du )?(?:dein(?:e)? |auf )<APP>\b|
    \b(?:meine? |hier meine? )(?:nr|nummer|handynummer|<APP>)(?: name)?(?: ist|:| lautet| heisst)\b|
    \bwie heisst du auf <APP>\b
asks_for_picture
    \b(?:schick|schicks|schickst|sende|send|zeig|mach|gib|schicke) (?:du )?(?:mir |ma |mal |doch |bitte |noch |n |nen |
    ein |eins ){0,4}(?:\w+ )?<BILD>(?: von dir)?\b(?! (?:von (?:der|den|dem|deinem hund|deiner katze|eurem)|vom))|
    \b<BILD> von dir\b|\bhast du (?:\w+ ){0,2}<BILD>\b|\b(?:kann|darf|will|wurde) ich (?:\w+ ){0,3}(?:<BILD>|
    dich) sehen\b|^\W*(?:bild|foto|pic|selfie)\s*\?|\bwie siehst du aus\b
asks_for_webcam
    \b(?:mach|schalt|schalte|machst) (?:\w+ ){0,3}<CAM> (?:\w+ )?(?:an|ein)\b|\bhast (?:du )?(?:\w+ ){0,2}<CAM>\b|
    \b(?:wollen wir|konnen wir|lass|willst du|kannst du) (?:\w+ ){0,3}(?:video ?call\w*|videoanruf|video ?chat\w*|
    facetime|facetimen|vc|camen|skypen)\b|\bgeh (?:mal )?(?:vor die|auf|an die) <CAM>\b|
    \bzeig (?:mir )?(?:mal )?dein gesicht\b|\b<CAM> an\b
camera_excuse
    \b(?:meine? )?<CAM> (?:ist |geht |funktioniert |spinnt |is )?(?:\w+ ){0,3}(?:kaputt|nicht|defekt|schrott|hin)\b|
    \b(?:hab|habe) (?:\w+ ){0,2}keine <CAM>\b
offers_gift
    \b(?:ich )?(?:kauf\w*|schenk\w*|besorg\w*|hol\w*|schick\w*) (?:ich )?dir (?:\w+ ){0,4}(?:robux|vbucks|v bucks|
    skin\w*|handy|guthaben|geschenk\w*|karte|gutschein\w*|coins|nitro|paysafe\w*|schuhe|konsole|was schones|
    battle ?pass|etwas)\b|\b(?:willst|brauchst|moe?chtest|magst) du (?:\w+ ){0,2}(?:robux|vbucks|v bucks|skins?|
    guthaben|coins|nitro|ein geschenk|taschengeld)\b
reward_for_compliance
    \bwenn du (?:\w+ ){0,6}(?:schickst|zeigst|machst|kommst|anrufst|sendest)\b.{0,20}\b(?:kriegst|bekommst|geb ich|
    gebe ich|schenk\w*|kauf\w*|gibts?)\b|\b(?:kriegst|bekommst|geb|gebe|schenk\w*|kauf\w*) (?:du |ich |
    dir ){0,2}(?:\w+ ){0,4}wenn du (?:\w+ ){0,5}(?:schickst|zeigst|machst|kommst|mitmachst)\b|\bfue?r (?:jedes|ein|
    das) <BILD> (?:\w+ ){0,2}(?:kriegst|bekommst|geb|gibts)\b|\bnach allem was ich dir (?:gekauft|geschenkt|gegeben)\b
money_or_job_offer
    \b(?:willst|mochtest|moechtest|kannst|magst) du (?:\w+ ){0,4}(?:geld|kohle|euro|taschengeld|
    cash) (?:\w+ )?(?:verdienen|machen|dazu)\b|\b(?:ich )?(?:zahl|zahle|geb|gebe|
    uberweis\w*) (?:ich )?dir (?:\w+ ){0,3}(?:euro|geld|€|kohle|taschengeld|\d+)|\b(?:schnelles|leichtes|
    einfaches) geld\b|\b(?:model|casting|modeln|fotoshooting|shooting)\b.{0,30}\b(?:bezahlt|euro|geld|agentur|fur dich|
    gage)\b|\bich bin (?:\w+ )?(?:scout|agent)\b
guilt_and_pressure
    \bwenn du mich (?:\w+ ){0,3}(?:lieben|mogen|moegen|lieb hattest|magst|liebst|gern hattest|vertrauen)\b|
    \b(?:ich dachte|dachte) (?:du|wir) (?:\w+ ){0,4}(?:reifer|anders|erwachsen|freunde|vertraust|magst|liebst)\b|
    \bvertraust du mir (?:nicht|etwa)\b|\bnach allem was ich (?:\w+ ){0,3}fue?r dich\b|\b(?:sei|stell dich) (?:doch |
    jetzt |mal )?(?:kein|nicht so) (?:\w+ )?(?:baby|kind|feigling|an|angsthase)\b|\bbeweis (?:es|mir|dass)\b
sets_deadline
    \bdu hast (?:noch |nur |genau )?(?:noch )?(?:\d+|eine|zwei|fue?nf|zehn) (?:min\w*|stunde\w*|sek\w*|std|tage?)\b|
    \bletzte (?:chance|warnung)\b|\bbis (?:heute|morgen) (?:\w+ ){0,2}(?:oder|sonst)\b|\bdie (?:zeit|uhr) (?:lae?uft|
    tickt)\b|\bnoch (?:\d+|zehn|funf|fuenf) (?:min\w*|sek\w*)\b.{0,15}\b(?:sonst|oder|dann)\b
refuses
    \b(?:will|mag|moe?chte|mach|mache|kann|darf) (?:ich )?(?:das )?(?:lieber )?nicht\b|\b(?:schick|zeig|
    sag)e? (?:ich )?(?:dir )?(?:nicht|nix|keine?n?)\b
refuses:everyday
    ^\W*(?:nein|nee|ne|no|nope|niemals|lieber nicht|vergiss es|auf keinen fall|kein bock)\b
shows_discomfort
    \b(?:hoe?r) (?:bitte |mal )?auf (?:\w+ )?(?:damit|zu fragen|das)?|\blass (?:mich|das) (?:\w+ ){0,2}(?:in ruhe|sein|
    bitte)\b|\bfuhl(?:e)? mich (?:\w+ ){0,3}(?:nicht wohl|unwohl|komisch)\b|\bwarum fragst du (?:\w+ )?(?:das|sowas|
    so was|mich)\b|\bhor auf\b
shows_discomfort:everyday
    \b(?:das|du) (?:ist|bist|wird|machst) (?:\w+ ){0,3}(?:komisch|weird|creepy|unangenehm|gruselig|eklig|angst|
    seltsam)\b
shows_fear
    \bbitte (?:\w+ ){0,3}(?:schick|zeig|sag|mach|poste|verrat|loe?sch)\w* (?:\w+ ){0,4}(?:nicht|niemandem|keinem|nix|
    es)\b|\b(?:ich )?(?:mach|mache|tue?) alles\b|\bbitte tu (?:mir |das )(?:\w+ )?nicht\b
shows_fear:everyday
    \bich (?:hab|habe) (?:\w+ )?(?:solche |so |voll )?angst\b(?! vor (?:spinnen|der arbeit|hohe))|\bich (?:weine|heule|
    zittere)\b
threatens
    \bdu wirst (?:es|das) (?:\w+ )?bereuen\b|\bich weiss wo du wohnst\b|\bich komm\w* (?:zu dir nach hause|
    bei dir vorbei) (?:wenn|falls|und dann)\b|\b(?:sonst|oder) (?:sag|erzahl|erzaehl|zeig|schick|mach|
    passiert)\w* (?:\w+ ){0,4}(?:deine[rnm]?|allen|was|dich fertig|schule|eltern)\b|\bich (?:sag|erzahl|erzaehl|
    zeig)\w* (?:es |das |alles )?deinen? (?:eltern|mama|papa|mutter|vater|freunden) (?:\w+ ){0,4}(?:gemacht|geschickt|
    hast|bist)\b
threatens:everyday
    \bich (?:finde?|krieg\w*|such\w*) dich\b(?! (?:ab|nett|lustig|gut|toll|cool|sus|suss|hubsch|super|morgen|um|heute|
    gleich|spater|von|am|nachher))
blackmails
    \b(?:ich )?(?:poste?|veroffentlich\w*|leake?|lade?|verbreit\w*|schick\w*|zeig\w*|sende?|
    stelle?) (?:ich )?(?:\w+ ){0,4}(?:an alle|allen|deine[nr]? (?:freunden?|eltern|schule|klasse|followern?|familie|
    kontakten?|mutter|mama)|ins internet|ins netz|online|uberall|in die klassengruppe|in deine schule)\b|\bich (?:hab|
    habe) (?:\w+ ){0,3}(?:screenshots?|aufgenommen|deine bilder|deine fotos|deine follower|deine kontakte|
    deine freundesliste|alles gefilmt)\b|\b(?:oder|sonst) (?:sieht|sehen|geht|landet|bekommen|
    kriegen) (?:\w+ ){0,4}(?:online|alle|jeder|freunde|eltern|schule|netz)\b
demands_payment
    \b(?:zahl|zahle|zahlst|ue?berweis\w*|schick|schicke|kauf|besorg|bezahl\w*) (?:du )?(?:mir |jetzt |erst |sofort |
    noch ){0,3}(?:\d+|\w+) ?(?:euro|€|eur|paysafe\w*|gutschein\w*|guthaben\w*|steam ?karte\w*|karte\w*|bitcoin|code|
    geld|chf|franken)\b|\b(?:zahl|schick)e? (?:\w+ ){0,4}(?:oder|sonst|dann loe?sch)\w*\b
threatens_self_harm
    \bich (?:bring|bringe) mich (?:\w+ )?um\b|\bich (?:tue?|mach) mir (?:\w+ )?(?:was|etwas) an\b|\b(?:ohne dich|
    wenn du (?:gehst|weg bist|mich verlasst|mich blockierst|nicht antwortest)) (?:\w+ ){0,4}(?:leben|sterbe|sterben|
    umbringen|an|ritze|um)\b|\bich (?:will|kann) nicht mehr leben\b
proposes_meeting
    \b(?:treffen wir uns|triff mich|treff mich|will dich (?:\w+ ){0,2}(?:treffen|sehen)|
    willst du (?:\w+ ){0,3}(?:treffen|zu mir|vorbeikommen))\b|\b(?:kommst|komm) (?:du )?(?:\w+ ){0,2}zu mir\b|
    \b(?:in echt|im echten leben|irl|real) (?:\w+ )?(?:treffen|sehen)\b|\bich komm (?:\w+ ){0,2}zu dir\b
proposes_meeting:everyday
    \b(?:wollen|konnen|koennen|sollen|lass) (?:wir )?(?:uns )?(?:\w+ ){0,4}(?:treffen|
    sehen)\b(?! (?:uns )?(?:mit der klasse|vor der klasse))
arranges_travel
    \bich (?:hol\w*|fahr\w*|nehm\w*) dich (?:\w+ ){0,5}(?:ab|heim|hin|mit|mit dem auto)\b|\bich (?:zahl\w*|kauf\w*|
    besorg\w*|schick\w*|buch\w*) (?:dir |uns )?(?:\w+ ){0,3}(?:ticket|zugticket|fahrkarte|taxi|uber|bus|hotel|
    hotelzimmer|fahrt)\b|\bdu kannst (?:\w+ )?bei mir (?:schlafen|ubernachten|uebernachten|pennen)\b
avoids_tracking
    \b(?:lass (?:\w+ )?handy (?:\w+ )?(?:daheim|zuhause|liegen)|standort aus|sag (?:dein )?akku (?:war|ist) leer)\b
wants_nobody_along
    \b(?:komm (?:\w+ ){0,2}alleine?|bring (?:\w+ )?(?:niemand\w*|keinen) mit)\b|\bnur wir (?:zwei|beide)\b(?=\W*$|\W+ok)
sneaking_out
    \b(?:schleich|schleichst|schleiche) (?:\w+ ){0,2}(?:dich )?(?:\w+ ){0,2}(?:raus|weg|aus)\b|\b(?:kannst du|
    komm) (?:\w+ ){0,3}(?:heimlich|unbemerkt|nachts raus)\b|\blass (?:\w+ ){0,3}(?:tue?r|fenster|
    hintertur) (?:\w+ ){0,2}(?:auf|offen)\b|\bohne dass (?:\w+ ){0,3}(?:eltern|mama|papa|jemand|wer|
    einer) (?:\w+ ){0,2}(?:merk|mitbekomm|mitkrieg|sieht|hort|weiss)\w*\b|\bsag (?:\w+ ){0,3}du (?:bist|schlafst|
    schlaefst|ubernachtest) bei\b
watches_from_afar
    \b(?:ich )?(?:hab|habe) dich (?:\w+ ){0,4}(?:gesehen|beobachtet)\b|\bich (?:steh|stehe|bin|
    warte) (?:\w+ ){0,2}vor (?:deiner|deinem) (?:schule|haus|tue?r|haustur)\b|\bich weiss (?:wo|wann|
    welche) (?:du )?(?:\w+ ){0,3}(?:trainierst|schule|gehst|bist|hast|lang gehst)\b|
    \bwarst du das (?:\w+ ){0,3}(?:heute|am|im|vor|mit)\b
speaks_as_parent
    <CALLED>|\b(?:essen|abendessen|mittagessen|abendbrot|fruhstuck) (?:ist |steht |gibts )?(?:\w+ ){0,2}(?:fertig|
    auf dem tisch|um|im ofen|im kuhlschrank)\b|\b(?:hast du|denk an|vergiss|mach|raum|
    raeum) (?:\w+ ){0,3}(?:hausaufgaben|zahne|zaehne|zimmer|pausenbrot|turnbeutel|jacke|sportsachen|mue?ll|spulmaschine|
    schlussel)\b|\b(?:hab dich lieb|bussi|kuss) (?:mama|papa|mami|oma|opa)\b
speaks_as_parent:called
    <CALLED>
speaks_as_family
    \b(?:mama|papa|oma|opa|mami|papi) (?:hat|sagt|will|kommt|fragt|meint|kocht|braucht|ruft)\b|\b(?:frag|sag|
    ruf) (?:mal )?(?:mama|papa|oma|opa)\b|\bich sags? (?:es )?(?:mama|papa)\b|\b(?:raus aus meinem|
    geh aus meinem) zimmer\b
shares_school_life
    \b(?:hast|habt|haben|was|welche) (?:du |ihr |wir )?(?:\w+ ){0,3}(?:mathe|deutsch|englisch|bio|physik|chemie|
    erdkunde|franz|latein|sport|hausaufgaben?|ha|hausi) (?:\w+ ){0,2}(?:gemacht|auf|fertig|heute|morgen|
    hausaufgabe\w*)\b|\b(?:herr|frau|hr|fr) [a-z]{3,15} (?:hat|ist|war|gibt|sagt|meinte)\b|\b(?:mathe|deutsch|englisch|
    bio|physik|chemie|latein)(?:arbeit|test|klausur)\b|\bin der (?:pause|aula|turnhalle|ersten stunde|zweiten stunde)\b
speaks_to_a_team_or_class
    \b(?:liebe|hallo|guten abend|guten morgen) (?:liebe )?(?:eltern|kinder|alle|team|mannschaft|leute zusammen|klasse|
    jungs|madels|alle zusammen|zusammen)\b|\btraining (?:ist|fallt|faellt|beginnt|findet|verschiebt|heute|morgen|am)\b|
    \b(?:treffpunkt|abfahrt|anpfiff|spielbeginn) (?:ist |um |am )|\bbitte (?:\w+ ){0,4}(?:anmelden|mitbringen|
    unterschreiben|abgeben|bescheid geben)\b
game_talk
    \b(?:bock auf|lust auf|zocken|spielen wir|zockst du|runde|server|spielst du) (?:\w+ ){0,3}(?:minecraft|fortnite|
    roblox|fifa|valorant|brawl|clash|zelda|mario|cs|lol|server|zocken|online)\b|\b(?:gg|wp|headshot|lobby|respawn|nerf|
    loot|boss|endboss|ranked|rangliste)\b
support_desk
    \b(?:ihre|ihr) (?:bestellung|anfrage|bestellnummer|kundennummer|konto|auftrag|paket|rechnung|ticket|termin)\b|
    \bwie kann ich (?:ihnen|dir) helfen\b|\b(?:meine bestellung|mein paket|meine lieferung|meine rechnung) (?:ist|kam|
    wurde|fehlt|nicht|noch)\b|\b(?:mit freundlichen grussen|kundenservice|kundendienst|noch (?:zu haben|verfugbar))\b
talks_about_grooming
    \b(?:cyber)?grooming\b|\bsextortion\b|\b(?:fremden?|jemand fremdes) (?:\w+ ){0,2}(?:im internet|online|im netz)\b|
    \b(?:medienkompetenz|internetsicherheit|praventions\w*|jugendschutz|kinderschutz)\b
adults_both:grown_life
    \bmein(?:e|en|er)? (?:ex ?)?(?:frau|mann|ehemann|ehefrau|kinder|kids|tochter|sohn|chef|chefin|hypothek|scheidung|
    exfrau|exmann|kollegen?|enkel)\b
is_question
    ^\W*(?:(?:und|aber|na|hey|ok|also|ey|sag mal) )?(?:wie|was|wo|woher|wann|wer|wem|wen|warum|welche[rsnm]?|bist|biste|
    hast|haste|kannst|willst|magst|gehst|kommst|machst|wohnst|seid|habt)\b
is_request
    \b(?:schick|zeig|gib|komm|ruf|lad|lo?e?sch|mach|sag|versprich|triff|schreib|hol|nimm|probier|kauf|zahl)e?\b|
    \b(?:kannst|konntest|willst|wollen|magst) (?:du|wir)\b|\b(?:bitte|bild(?:er)?|fotos?|selfies?|cam|snap|nummer)\b
is_jest
    \b(?:(?:ha){2,}h?|(?:he){2,}|hihi|spass|scherz|witz|nur quatsch)\b
threatens_self_harm:leverage
    \b(?:wenn|falls|ohne|wegen|weil) (?:du|dich|dir)\b|\bdeine schuld\b|\b(?:einzige[rns]?|einziger grund)\b
sets_deadline:at_stake
    \b(?:sonst|oder|ansonsten|zahl\w*|poste?|leake?|bild(?:er)?|fotos?|schick\w*|losch\w*|entblock\w*|alle|jeder|
    entscheid\w*|letzte chance)\b
sets_deadline:countdown
    ^\W*(?:nur )?(?:noch )?\d+ ?(?:min|minuten?|std|stunden?|sek|sekunden?)\b(?:\W+\w+){0,2}\W*$
persists_after_refusal:insists
    \b(?:komm schon|ach komm|bitte+|warum nicht|nur (?:ein|eins|einmal|mal|kurz|eine)|ganz kurz|stell dich nicht so an|
    (?:keiner|niemand) (?:erfahrts?|sieht|merkt)|ist doch (?:nur|nix|nichts|normal|ok)|machen doch alle|alle machen|
    vertrau mir|mach einfach)\b
"""
